"""Letters of a case are written, each once, from the words that its office chose; and those words are chosen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from selaras.audit.actions import Actor, record
from selaras.disclosure import rules
from selaras.disclosure.actions.guarding import held
from selaras.disclosure.errors import NotAllowed, NotNow
from selaras.disclosure.exports import letter as export
from selaras.disclosure.exports.fields import fields_of, values
from selaras.disclosure.exports.wording import filled, require_sound
from selaras.disclosure.identity import identity_of
from selaras.disclosure.letters import Due, Wording, letters_due, versions, wording_for
from selaras.disclosure.models import Letter, LetterKind, LetterTemplate, PublicBody, Request
from selaras.people.models import Account
from selaras.people.sealing import seal, unseal

_PURPOSE = "letter"
BY_APPLICANT = frozenset({LetterKind.RECEIPT, LetterKind.OBJECTION})  # proofs, which nobody has to wait for
_PREFIXES = {
    LetterKind.RECEIPT: "TB",
    LetterKind.INCOMPLETE: "BL",
    LetterKind.EXTENSION: "PW",
    LetterKind.ANSWER: "PT",
    LetterKind.REFUSAL: "KP",
    LetterKind.TRANSFER: "PR",
    LetterKind.OBJECTION: "TK",
    LetterKind.SUPERIOR: "TA",
}


@dataclass(frozen=True)
class _Written:
    wording: Wording
    content_digest: str
    pdf: bytes
    docx: bytes


def write_letter(request: Request, due: Due, *, actor: Actor, anew: bool = False) -> Letter:
    """Write a letter that a deed of the case calls for. Asked for twice, it is the same letter.

    `anew` writes its next edition, where the words or the facts have changed since. Raises NotAllowed, NotNow.
    """
    _require_writer(request, due.kind, actor)
    if due not in letters_due(request):
        raise NotNow(_("Belum ada langkah pada permohonan ini yang memerlukan surat itu."))
    known = _newest(request, due)
    if known and not anew:
        return known
    if request.applicant.erased_at:
        raise NotNow(_("Data pemohon sudah dihapus, jadi surat atas namanya tidak dapat ditulis lagi."))
    edition = known.edition + 1 if known else 1
    number = _number(request, due, edition)
    with translation.override("id"):  # what is printed is Indonesian, whoever asks for it
        written = _written(request, due, number)
    if known and written.content_digest == known.content_digest:
        return known
    return _kept(request, due, edition, number, written, actor)


def _newest(request: Request, due: Due) -> Letter | None:
    return request.letters.filter(kind=due.kind, about=due.about).order_by("-edition").first()


def _require_writer(request: Request, kind: str, actor: Actor) -> None:
    if not isinstance(actor, Account):
        if kind not in BY_APPLICANT:
            raise NotAllowed(_("Surat ini ditulis oleh meja layanan."))
    elif not (rules.works_at(actor, request.body) or rules.judges(actor, request.body)):
        raise NotAllowed(_("Surat ini ditulis oleh meja layanan %(body)s.") % {"body": request.body.name})


def _number(request: Request, due: Due, edition: int) -> str:
    """Made of the case's own number, so that it needs no counter: the place of its deed among those of its kind."""
    place = [one for one in letters_due(request) if one.kind == due.kind].index(due) + 1
    again = f"-{edition}" if edition > 1 else ""
    return f"{_PREFIXES[due.kind]}.{place}{again}/{request.number}"


def _written(request: Request, due: Due, number: str) -> _Written:
    """Set outside of any transaction, for it takes a while."""
    wording = wording_for(due.kind, request.body)
    blocks = filled(wording.text, values(request, due.kind, due.key))
    who = identity_of(request.applicant)
    to = export.Recipient(who.name or "Pemohon informasi", who.address)
    said = json.dumps([asdict(block) for block in blocks] + [asdict(to)], ensure_ascii=False)
    content_digest = hashlib.sha256(said.encode()).hexdigest()
    sheet = export.sheet(request, due.kind, number, timezone.localdate(), blocks, to)
    return _Written(wording, content_digest, export.as_pdf(sheet), export.as_docx(sheet))


def _kept(request: Request, due: Due, edition: int, number: str, written: _Written, actor: Actor) -> Letter:
    with transaction.atomic():
        case = held(request)
        if known := case.letters.filter(kind=due.kind, about=due.about, edition=edition).first():
            return known  # somebody else wrote it meanwhile
        made = Letter(
            request=case,
            kind=due.kind,
            about=due.about,
            edition=edition,
            number=number,
            template=written.wording.template,
            wording_digest=hashlib.sha256(written.wording.text.encode()).hexdigest(),
            content_digest=written.content_digest,
            pdf_digest=hashlib.sha256(written.pdf).hexdigest(),
            docx_digest=hashlib.sha256(written.docx).hexdigest(),
            dated_on=timezone.localdate(),
            made_at=timezone.now(),
            made_by=actor if isinstance(actor, Account) else None,
            made_by_name=(str(actor) if isinstance(actor, Account) else actor.get_username())[:150],
        )
        made.pdf.save(f"{made.pdf_digest}.sealed", ContentFile(seal(written.pdf, _PURPOSE)), save=False)
        made.docx.save(f"{made.docx_digest}.sealed", ContentFile(seal(written.docx, _PURPOSE)), save=False)
        made.save()
        detail = {"letter": made.number, "kind": due.kind, "pdf": made.pdf_digest, "docx": made.docx_digest}
        record("disclosure.letter_written", actor=actor, subject=case.number, detail=detail)
        return made


def letter_content(letter: Letter, form: str) -> bytes:
    """The file as it was written: `pdf` or `docx`. Raises NotNow where it was erased with its applicant."""
    kept = letter.docx if form == "docx" else letter.pdf
    if not kept:
        raise NotNow(_("Surat ini sudah dihapus bersama data pemohonnya."))
    with kept.open("rb") as file:
        return unseal(file.read(), _PURPOSE)


def erase_letters(request: Request) -> int:
    """Take away the files of a case whose applicant is erased; that they were written stays.

    Call in the transaction of the erasing.
    """
    gone = list(request.letters.filter(erased_at=None))
    names = [name for one in gone for name in (one.pdf.name, one.docx.name) if name]
    request.letters.filter(erased_at=None).update(pdf="", docx="", erased_at=timezone.now())
    for name in names:
        transaction.on_commit(partial(default_storage.delete, name))
    return len(gone)


@transaction.atomic
def reword(kind: str, body: PublicBody | None, text: str, *, actor: Account) -> LetterTemplate:
    """Give a kind of letter its words, for one body or, without one, for all; the older ones are kept.

    Raises NotAllowed, Incomplete.
    """
    require_sound(text, fields_of(kind))
    return _next_version(kind, body, text.strip(), actor)


@transaction.atomic
def reset_wording(kind: str, body: PublicBody | None, *, actor: Account) -> LetterTemplate:
    """Go back to the words for all, or without a body to those that come with the program. Raises NotAllowed."""
    return _next_version(kind, body, "", actor)


def _next_version(kind: str, body: PublicBody | None, text: str, actor: Account) -> LetterTemplate:
    if not (rules.works_at(actor, body) if body else rules.is_main_officer(actor)):
        raise NotAllowed(_("Naskah surat diubah oleh meja layanannya sendiri; naskah untuk semua oleh PPID Utama."))
    if body:
        PublicBody.objects.select_for_update().get(pk=body.pk)
    before = versions(kind, body)
    newest = before.first()
    if newest and newest.text == text:
        return newest
    made = LetterTemplate.objects.create(
        kind=LetterKind(kind),
        body=body,
        version=(before.aggregate(last=Max("version"))["last"] or 0) + 1,
        text=text,
        made_at=timezone.now(),
        made_by=actor,
        made_by_name=str(actor)[:150],
    )
    detail = {"kind": kind, "version": made.version, "digest": hashlib.sha256(text.encode()).hexdigest()}
    record("disclosure.letter_reworded", actor=actor, subject=body.code if body else "semua", detail=detail)
    return made
