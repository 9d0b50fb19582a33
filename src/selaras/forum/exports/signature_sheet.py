"""The sheet of signatures: who signed which decision and which files, when, and how they proved themselves."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import timezone

from selaras.engines.indonesian.wording import long_date
from selaras.forum.exports.report import SYNTHETIC
from selaras.forum.models import Decision, Document, Signature
from selaras.forum.queries import documents_digest


def content(decision: Decision) -> dict[str, Any]:
    """Everything that the sheet says, as words ready to be set."""
    forum = decision.forum
    signed = decision.signatures.filter(withdrawn_at=None)
    waiting = forum.signatories.exclude(account__in=signed.values("account"))
    return {
        "warning": SYNTHETIC if forum.synthetic else "",
        "name": forum.name,
        "region": forum.cycle.region.name,
        "year": str(forum.cycle.year),
        "code": decision.verification_code,
        "digest": decision.digest,
        "documents_digest": documents_digest(decision),
        "address": f"{settings.SITE}/verifikasi/{decision.verification_code}/",
        "signatures": [_signature(one) for one in signed],
        "waiting": list(waiting.values_list("office", flat=True)),
        "documents": [_document(one) for one in decision.documents.filter(tells_signatures=False)],
    }


def _signature(one: Signature) -> dict[str, str]:
    at = timezone.localtime(one.signed_at)
    return {
        "office": one.office,
        "name": one.name,
        "at": f"{long_date(at.date())} pukul {at:%H.%M}",
        "proof": one.get_proof_display(),
        "entry": one.audit_head,
    }


def _document(one: Document) -> dict[str, str]:
    return {"title": one.title, "digest": one.digest}
