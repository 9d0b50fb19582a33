"""The maturity sheet of a year as documents, and as plain values: the same lines, the same words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import translation

from selaras.documents.blocks import Block, Facts, Heading, Paragraph, table
from selaras.documents.printable import printable
from selaras.documents.sheets import Form, Section, workbook
from selaras.documents.sheets import Sheet as Page
from selaras.engines.indonesian.wording import long_date
from selaras.engines.maturity import rounded
from selaras.engines.tabular import neutral
from selaras.sectoral.exports.setting import set_document
from selaras.sectoral.maturity import Line, Sheet
from selaras.sectoral.maturity.wording import (
    deed_words,
    evidence_words,
    gap_words,
    index_words,
    lift_words,
    rule_words,
    value_words,
)

TITLE = "Kematangan statistik sektoral"
_PRINTED = ("Kode", "Indikator", "Menurut sistem", "Tingkat")
_COLUMNS = (
    ("Kode", 8), ("Indikator", 40), ("Domain", 24), ("Aspek", 24), ("Andil dalam indeks (%)", 12),
    ("Yang sistem tahu", 44), ("Aturan usulan", 30), ("Tingkat usulan", 9), ("Tingkat dinyatakan", 11), ("Selisih", 16),
    ("Keterangan", 50), ("Tautan", 30), ("Berkas", 24), ("Langkah berikut", 44),
)  # fmt: skip
_NONE = "–"


@translation.override("id")  # what is printed is Indonesian, whoever asks for it
def as_pdf(sheet: Sheet) -> bytes:
    """Raises SectoralError where the office's own layout cannot be set."""
    told = {
        "title": TITLE,
        "name": f"Tahun {sheet.year}",
        "as_of": f"Keadaan {long_date(sheet.on)}. Skema: {sheet.method.basis}. Usulan: {sheet.method.own_basis}.",
        "summary": f"{index_words(sheet)}. Yang dihitung ialah tingkat yang dinyatakan; yang belum dinyatakan memakai "
        "usulan dari bukti dalam sistem.",
    }
    return set_document(told, list(_blocks(sheet)))


def _blocks(sheet: Sheet) -> Iterator[Block]:
    yield Heading("Yang paling menaikkan indeks")
    rows = [(one.code, one.node.name, deed_words(one), lift_words(one)) for one in sheet.to_do()]
    yield table(("Kode", "Indikator", "Langkah", "Indeks naik"), rows, wordy=True)
    for domain, aspects in sheet.branches():
        yield Heading(f"{domain.node.name}: {value_words(domain)}")
        yield Facts(tuple((aspect.node.name, value_words(aspect)) for aspect, _lines in aspects))
        lines = [line for _aspect, found in aspects for line in found]
        yield table(_PRINTED, [_printed(line) for line in lines], wordy=True)
    for line in sheet.lines:
        if line.stated:
            yield Paragraph(f"{line.code}, tingkat {line.stated.level}: {line.stated.note} {line.stated.link}".strip())


def _printed(line: Line) -> tuple[str, ...]:
    levels = [f"usulan {line.proposed}"] if line.proposed else []
    levels += [f"dinyatakan {line.stated.level}"] if line.stated else []
    return (line.code, line.node.name, evidence_words(line), ", ".join(levels) or _NONE)


@translation.override("id")
def as_xlsx(sheet: Sheet) -> bytes:
    """One row an indicator, under its domain."""
    columns, widths = zip(*_COLUMNS, strict=True)
    head = Form(f"{TITLE} {sheet.year}", columns, widths, subtitles=[index_words(sheet), sheet.method.own_basis])
    return workbook([Page("Indikator", head, _rows(sheet))])


def _rows(sheet: Sheet) -> Iterator[list[Any] | Section]:
    for domain, aspects in sheet.branches():
        yield Section(f"{domain.node.code}. {domain.node.name}: {value_words(domain)}")
        for aspect, lines in aspects:
            for line in lines:
                told = [line.code, line.node.name, domain.node.name, aspect.node.name]
                yield [*told, rounded(line.share * 100), *_cells(line)]


def _cells(line: Line) -> list[Any]:
    stated = line.stated
    rule = rule_words(line.evidence) if line.evidence else ""
    said = (stated.note, stated.link, stated.file_name) if stated else ("", "", "")
    return [
        evidence_words(line),
        rule,
        line.proposed or "",
        stated.level if stated else "",
        gap_words(line),
        *(neutral(printable(each)) for each in said),
        deed_words(line) if line.lift else "",
    ]


def as_plain(sheet: Sheet) -> dict[str, Any]:
    """In plain JSON values; numbers in machine form, sentences Indonesian."""
    with translation.override("id"):
        lines = [_plain(line) for line in sheet.lines]
    index = sheet.index
    return {
        "year": sheet.year,
        "on": sheet.on.isoformat(),
        "index": float(index.shown) if index.shown is not None else None,
        "band": index.band,
        "lowest": float(rounded(index.lowest)),
        "highest": float(rounded(index.highest)),
        "missing": list(index.missing),
        "to_do": [line.code for line in sheet.to_do()],
        "basis": sheet.method.basis,
        "own_basis": sheet.method.own_basis,
        "indicators": lines,
    }


def _plain(line: Line) -> dict[str, Any]:
    tally = line.evidence.tally if line.evidence else None
    return {
        "code": line.code,
        "name": line.node.name,
        "share": float(rounded(line.share * 100)) / 100,
        "have": tally.have if tally else None,
        "of": tally.of if tally else None,
        "evidence": evidence_words(line),
        "proposed": line.proposed,
        "stated": line.stated.level if line.stated else None,
        "deed": deed_words(line) if line.lift else "",
    }
