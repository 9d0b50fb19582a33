"""Figures as words and tables of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from selaras.disclosure.exports.method import DISPUTES, OBJECTIONS, OUTCOMES, PARTS, REASONS
from selaras.disclosure.models import PublicBody
from selaras.disclosure.statistics import FEW, Fates, Figures, Pace
from selaras.documents.blocks import Block, Facts, Heading, Paragraph, table
from selaras.engines.indonesian.wording import number


def summary(told: Figures) -> str:
    """The figures in a few sentences, none without what it leaves open."""
    fates = told.fates
    if not fates.received:
        return f"Tidak ada permohonan informasi yang diterima pada tahun {told.year}."
    words = (
        f"Dari {number(fates.received)} permohonan yang diterima pada tahun {told.year}, {number(fates.in_time)} "
        f"dijawab tepat waktu, {number(fates.late)} dijawab terlambat, dan {number(fates.overdue)} belum dijawab "
        "padahal batasnya sudah lewat."
    )
    rest = fates.received - fates.answered - fates.overdue
    if rest:
        words += (
            f" Sisanya {number(rest)}: {number(fates.open)} masih diproses, {number(fates.waiting)} menunggu pemohon, "
            f"{number(fates.lapsed)} gugur, {number(fates.withdrawn)} ditarik, {number(fates.moved)} diteruskan."
        )
    if told.share_complete is not None:
        words += f" Yang lengkap sejak awal {percent(told.share_complete)} dari yang sudah diperiksa."
    return words


def percent(share: Fraction | None) -> str:
    """`66,7 %`; nothing where there is nothing to share."""
    if share is None:
        return "–"
    tenths = round(share * 1000)
    return f"{number(tenths // 10)}{f',{tenths % 10}' if tenths % 10 else ''} %"


def request_blocks(told: Figures) -> Iterator[Block]:
    fates = told.fates
    rows = [(_capital(str(label)), *_share(getattr(fates, name), fates.received)) for name, label in PARTS.items()]
    yield table(
        ("Keadaan", "Jumlah", "Bagian"), [*rows, ("Diterima", *_share(fates.received, fates.received))], last=True
    )
    if told.passed_on:
        yield Paragraph(
            f"Dari yang diterima, {number(told.passed_on)} datang sebagai terusan dari badan lain dalam jaringan."
        )
    yield Facts(
        (
            ("Lengkap sejak awal", f"{percent(told.share_complete)} ({number(told.complete_at_first)} permohonan)"),
            ("Belum lengkap saat masuk", f"{number(told.incomplete_at_first)} permohonan"),
            ("Belum diperiksa", f"{number(told.unchecked)} permohonan"),
            ("Tepat waktu", f"{percent(told.share_in_time)} dari yang dijawab atau lewat batas"),
            ("Lama menjawab", pace_words(told.pace)),
        )
    )
    yield _counts("Putusan", OUTCOMES, told.outcomes)
    reasons = {**dict.fromkeys(told.articles, ""), **REASONS}
    words = {name: label or name for name, label in reasons.items()}
    yield _counts("Alasan tidak memberikan (per bagian)", words, {**told.articles, **told.reasons})


def pace_words(pace: Pace) -> str:
    if pace.answered < FEW:
        return f"tidak dihitung, karena jawabannya kurang dari {FEW}"
    return f"median {pace.median} hari kerja, persentil ke-90 {pace.ninetieth} hari kerja"


def _share(part: int, whole: int) -> tuple[str, str]:
    return number(part), percent(Fraction(part, whole) if whole else None)


def _counts(head: str, labels: Mapping[str, Any], found: Mapping[str, int]) -> Block:
    """Every kind that there is, the ones without a case too, and their sum."""
    rows = [(_capital(str(label)), number(found.get(name, 0))) for name, label in labels.items()]
    return table((head, "Jumlah"), [*rows, ("Jumlah", number(sum(found.values())))], last=True)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def blocks_by_body(told: Figures) -> Iterator[Block]:
    found = told.by_body
    names = dict(PublicBody.objects.order_by("code").values_list("pk", "name"))
    yield Heading("Menurut badan publik")
    silent = len(names) - len(found)
    if silent:
        yield Paragraph(f"{number(silent)} badan publik tidak menerima permohonan dan tidak disebut di bawah ini.")
    rows = [(name, *row_of(found[pk])) for pk, name in names.items() if pk in found]
    columns = ("Badan publik", "Diterima", "Tepat waktu", "Terlambat", "Lewat batas", "Lainnya")
    yield table(columns, [*rows, ("Jumlah", *row_of(told.fates))], last=True)


def row_of(fates: Fates) -> tuple[str, ...]:
    rest = fates.received - fates.answered - fates.overdue
    return tuple(number(many) for many in (fates.received, fates.in_time, fates.late, fates.overdue, rest))


def objection_blocks(told: Figures) -> Iterator[Block]:
    yield _counts("Keberatan", OBJECTIONS, told.objections)
    yield _counts("Sengketa informasi", DISPUTES, told.disputes)
