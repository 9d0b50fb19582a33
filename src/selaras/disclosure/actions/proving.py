"""Documents that prove an answer of the questionnaire: what is taken in, and how it is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.disclosure.models import AssessmentAnswer, AssessmentPaper
from selaras.government.queries import parameter_value
from selaras.people.sealing import seal, unseal

_PURPOSE = "assessment paper"
_PDF = b"%PDF-"
_MILLION = 1_000_000


@dataclass(frozen=True)
class Proof:
    """A document as it was sent."""

    name: str
    content: bytes


def why_not(proof: Proof) -> str:
    """The sentence that says why it is not taken in; nothing where it is. Known by how it starts, not by its name."""
    most = parameter_value("disclosure.maturity.evidence_file", timezone.localdate())
    if not proof.content.startswith(_PDF):
        return _("Berkas ini bukan PDF. Simpan sebagai PDF, lalu pilih lagi.")
    if len(proof.content) > most * _MILLION:
        return _("Berkas ini lebih besar dari %(most)s MB. Perkecil, atau beri tautannya.") % {"most": most}
    return ""


def keep_proof(answer: AssessmentAnswer, proof: Proof) -> bool:
    """Sealed, and the same content once; whether it is new. Call inside the transaction of the deed."""
    digest = hashlib.sha256(proof.content).hexdigest()
    told = {"name": proof.name[:200], "sealed": seal(proof.content, _PURPOSE), "added_at": timezone.now()}
    return AssessmentPaper.objects.get_or_create(answer=answer, digest=digest, defaults=told)[1]


def opened_paper(paper: AssessmentPaper) -> bytes:
    """Raises people.WrongSecret."""
    return unseal(bytes(paper.sealed), _PURPOSE)
