"""A request that is being written is kept, so that nothing typed is lost: sent once, dropped, or forgotten in the end.

Saving is not in the log. Nothing was asked yet, and what somebody then does not ask leaves no trace.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import Actor, record
from selaras.disclosure.actions.requesting import LONGEST, By, Wanted, submit
from selaras.disclosure.drafts import FIELDS, OF_REQUEST, Sheet, sealed, sheet_of
from selaras.disclosure.errors import Incomplete, NoSuchLink, NotNow
from selaras.disclosure.links import digest_of, fresh_token
from selaras.disclosure.models import Draft, DraftPaper, IdentityDocument, PublicBody, Request
from selaras.disclosure.papers import PAPERS, Paper, sealed_paper
from selaras.government.queries import parameter_value


@transaction.atomic
def open_draft(body: PublicBody, submission: UUID, fields: Mapping[str, str]) -> str:
    """Begin a draft; returns the token of its link. Begun twice with one submission, both drafts are one request."""
    token = fresh_token()
    sheet = Sheet(body.code, str(submission), _kept(fields))
    Draft.objects.create(token_digest=digest_of(token), sealed=sealed(sheet), saved_at=timezone.now())
    return token


@transaction.atomic
def save_draft(draft: Draft, fields: Mapping[str, str]) -> Sheet:
    """Keep these fields beside those that were saved before. Raises NoSuchLink, NotNow where it was sent."""
    held, sheet = _held(draft)
    sheet = replace(sheet, fields={**sheet.fields, **_kept(fields)})
    _keep(held, sheet)
    return sheet


@transaction.atomic
def readdress_draft(draft: Draft, body: PublicBody) -> Sheet:
    """Mean it for another body; what was typed stays. Raises NoSuchLink, NotNow where it was sent."""
    held, sheet = _held(draft)
    sheet = replace(sheet, body=body.code)
    _keep(held, sheet)
    return sheet


@transaction.atomic
def add_draft_paper(draft: Draft, paper: Paper) -> DraftPaper:
    """Keep a paper in place of the one of its kind. Raises NoSuchLink, NotNow, Incomplete."""
    held, sheet = _held(draft)
    if paper.kind not in PAPERS:
        raise Incomplete({"papers": _("Pilih jenis berkas yang tersedia.")})
    _keep(held, sheet)
    told = {"media_type": paper.media_type, "size": len(paper.content), "sealed": sealed_paper(paper.content)}
    return DraftPaper.objects.update_or_create(draft=held, kind=paper.kind, defaults=told)[0]


@transaction.atomic
def drop_draft_paper(draft: Draft, kind: str) -> None:
    """Raises NoSuchLink, NotNow."""
    held, _sheet = _held(draft)
    held.papers.filter(kind=kind).delete()


@transaction.atomic
def drop_draft(draft: Draft) -> None:
    """The applicant does not want it after all, or leaves a telephone that is not the own one."""
    Draft.objects.filter(pk=draft.pk).delete()


@transaction.atomic
def send_draft(draft: Draft) -> Request:
    """Send the request. Sent twice it is one; what was typed then lies with the request alone.

    Raises Incomplete where nothing is asked or something cannot be right, NoSuchLink.
    """
    held, sheet = _held(draft, sent_too=True)
    if sheet.sent:
        return Request.objects.get(submission=sheet.key)
    by = By(sheet.identity, sheet.kind, sheet.by_proxy)
    made = submit(PublicBody.objects.get(code=sheet.body), sheet.key, _wanted(sheet), by)
    if not made.identity_documents.exists():  # else another draft of the same submission was sent first
        _hand_over(held, made)
    held.papers.all().delete()
    _keep(held, Sheet(sheet.body, sheet.submission, sent=True))
    return made


def forget_drafts(*, actor: Actor) -> int:
    """Forget drafts that nobody has touched for the days of the parameter; how many."""
    now = timezone.now()
    days = int(parameter_value("disclosure.draft_days", timezone.localdate()))
    with transaction.atomic():
        old = Draft.objects.filter(saved_at__lt=now - timedelta(days=days))
        DraftPaper.objects.filter(draft__in=old).delete()
        many, _each = old.delete()
        if many:
            record("disclosure.drafts_forgotten", actor=actor, detail={"drafts": many})
    return many


def _held(draft: Draft, *, sent_too: bool = False) -> tuple[Draft, Sheet]:
    """The draft as it stands now, locked until the transaction ends."""
    now = Draft.objects.select_for_update().filter(pk=draft.pk).first()
    if now is None:
        raise NoSuchLink(_("Draf ini sudah dihapus."))
    sheet = sheet_of(now)
    if sheet.sent and not sent_too:
        raise NotNow(_("Permohonan ini sudah terkirim, jadi drafnya tidak dapat diubah lagi."))
    return now, sheet


def _keep(draft: Draft, sheet: Sheet) -> None:
    draft.sealed, draft.saved_at = sealed(sheet), timezone.now()
    draft.save(update_fields=["sealed", "saved_at"])


def _kept(fields: Mapping[str, str]) -> dict[str, str]:
    """What is too long is kept a little longer than is taken in, so that its writer is told and can cut it."""
    return {name: value[: LONGEST + 1] for name, value in fields.items() if name in FIELDS}


def _wanted(sheet: Sheet) -> Wanted:
    return Wanted(**{name: sheet.fields.get(name, "") for name in OF_REQUEST})


def _hand_over(draft: Draft, request: Request) -> None:
    """The papers go on as they are, sealed: nobody looks at them."""
    IdentityDocument.objects.bulk_create(
        IdentityDocument(
            request=request, kind=one.kind, media_type=one.media_type, sealed=one.sealed, added_at=draft.saved_at
        )
        for one in draft.papers.all()
    )
