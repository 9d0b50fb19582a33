"""What the notice of an answer and a refusal say: the contents of Pasal 22 ayat (7) UU 14/2008."""

from __future__ import annotations

from django.db.models import Prefetch

from selaras.disclosure.exports.wording import Value, ended
from selaras.disclosure.models import Answer, Clock, Part, Request, WorkingFile
from selaras.engines.indonesian.wording import long_date, rupiah

Fate = Part.Fate
_FILES = WorkingFile.objects.defer("sealed")
_TOLD_REMOVALS = 6  # of one file; the others are counted


def answer_fields(request: Request, key: int) -> dict[str, Value]:
    answer = request.answers.prefetch_related("parts__exemption", Prefetch("files", _FILES)).get(pk=key)
    parts = list(answer.parts.all())
    return {
        "penguasaan": _control(parts),
        "badan_penguasa": tuple(part.reason for part in parts if part.fate == Fate.NOT_HELD),
        "keputusan": answer.get_outcome_display(),
        "bagian": tuple(_told(part) for part in parts),
        "jawaban": answer.text,
        "berkas": tuple(file.name for file in answer.files.all()),
        "penghitaman": tuple(_removals(answer)),
        "biaya": rupiah(answer.cost) if answer.cost else "tidak dipungut biaya",
        "cara_bayar": answer.cost_note,
        "batas_keberatan": _last_day_to_object(request),
    }


def refusal_fields(request: Request, key: int) -> dict[str, Value]:
    answer = request.answers.prefetch_related("parts__exemption").get(pk=key)
    withheld = [part for part in answer.parts.all() if part.fate == Fate.WITHHELD]
    return {
        "ditolak": tuple(_told(part) for part in withheld),
        "akibat": tuple(dict.fromkeys(part.exemption.if_opened for part in withheld if part.exemption)),
        "batas_keberatan": _last_day_to_object(request),
    }


def _control(parts: list[Part]) -> str:
    strange = sum(part.fate == Fate.NOT_HELD for part in parts)
    unwritten = sum(part.fate == Fate.NOT_DOCUMENTED for part in parts)
    if not strange and not unwritten:
        return "di bawah penguasaan kami"
    if strange == len(parts):
        return "tidak di bawah penguasaan kami"
    told = [f"{strange} bagian tidak di bawah penguasaan kami"] if strange else []
    told += [f"{unwritten} bagian belum didokumentasikan"] if unwritten else []
    return f"dari {len(parts)} bagian, {' dan '.join(told)}"


def _told(part: Part) -> str:
    words = f"{ended(part.text)} Putusan: {part.get_fate_display()}."
    if part.reason:
        words += f" Alasan: {ended(part.reason)}"
    if part.article:
        words += f" Dasar: {ended(part.article)}"
    if part.exemption:
        words += f" Uji konsekuensi nomor {part.exemption.number}, {long_date(part.exemption.tested_on)}."
    return words


def _removals(answer: Answer) -> list[str]:
    """Per file what was taken out of the copy; its reason is the article by which parts are withheld."""
    articles = sorted({part.article for part in answer.parts.all() if part.article})
    why = f" Dasar: {'; '.join(articles)}." if articles else " Sebab: data pribadi atau data tersembunyi."
    told = []
    for file in answer.files.all():
        sentences = list(dict.fromkeys(one["sentence"] for one in file.done))
        rest = len(sentences) - _TOLD_REMOVALS
        shown = " ".join(map(ended, sentences[:_TOLD_REMOVALS])) + (f" Dan {rest} hal lain." if rest > 0 else "")
        if sentences:
            told.append(f"{file.name}: {shown}{why}")
    return told


def _last_day_to_object(request: Request) -> str:
    clock = request.clocks.filter(kind=Clock.Kind.OBJECT).order_by("-round").first()
    return long_date(clock.due_on) if clock and clock.due_on else "waktu yang ditentukan undang-undang"
