"""Proposals with catalogue entries from the shell: `selaras match PROPOSALS.csv --catalogue CATALOGUE.csv --json`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table as Columns

from selaras.cli.console import fail, out, print_json, progress
from selaras.cli.files import read_content
from selaras.engines.matching import (
    Candidate,
    Confirmed,
    Entry,
    Field,
    Match,
    Matcher,
    MatchingError,
    entries_of_rows,
    field_of_label,
)
from selaras.engines.tabular import Table, TabularError, read_table, text_of

_TEXT = (
    "usulan",
    "usulan program kegiatan",
    "usulan kegiatan",
    "nama usulan",
    "aktivitas",
    "uraian usulan",
    "uraian kegiatan",
    "uraian",
    "nama kegiatan",
    "nama pekerjaan",
    "pekerjaan",
    "judul usulan",
    "judul",
    "activity",
    "title",
    "text",
    "teks",
    "giat teks",
    "kegiatan",
    "sub kegiatan",
    "permasalahan",
    "masalah",
    "nama",
    "name",
    "description",
)
_CODE = ("kode katalog", "kode sub", "kode sub kegiatan", "kode subkegiatan", "kode", "code")
_LABEL = ("urusan", "bidang urusan", "urusan bidang", "bidang", "nama bidang", "field", "label", "kode bidang")
_SHOWN = 40
_AT_ONCE = 2000
_SIGNS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class _Taught:
    confirmed: list[Confirmed]
    passed_over: int


def match(
    proposals: Annotated[Path, typer.Argument(help="Daftar usulan (CSV, XLSX, XLS, ODS).", show_default=False)],
    catalogue: Annotated[Path, typer.Option(help="Katalog program: kolom kode dan nama sub kegiatan.")],
    learn: Annotated[
        Path | None,
        typer.Option(help="Padanan yang sudah dipastikan: kolom teks, dan kode katalog atau bidang urusan."),
    ] = None,
    text: Annotated[str, typer.Option(help="Kolom teks usulan, bila namanya tidak lazim.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Cetak hasil sebagai JSON.")] = False,
) -> None:
    """Cocokkan usulan dengan katalog: lima kode terdekat dan bidang urusannya.

    Bentuk JSON, satu isian per baris data, urut seperti di berkas:
    {"rows": [{"row": 1, "line": 2, "text": "...",
    "best": [{"code", "name", "confidence", "words": [{"text", "weight"}]}, ... paling banyak 5],
    "field": {"code", "name", "confidence"}, "fields": [3 bidang teratas], "fits": true}],
    "text_column": "...", "catalogue": jumlah sub kegiatan, "learned": {"used": n, "passed_over": n}}

    "row" menghitung baris data dari 1, "line" nomor barisnya di berkas. "confidence" antara 0 dan 1. "fits": false
    berarti tidak ada yang cukup cocok; "best" lalu kosong, dan "fields" hanya memberi kecenderungannya.
    """
    try:
        entries = entries_of_rows(_rows(_table(catalogue, as_json)))
        table = _table(proposals, as_json)
        column = _text_column(table, text, as_json)
        taught = _taught(_table(learn, as_json), text, entries, as_json) if learn else _Taught([], 0)
        texts = [text_of(row.cells[column]) for row in table.rows]
        matches = _matched(Matcher(entries, confirmed=taught.confirmed), texts)
    except (MatchingError, TabularError) as problem:
        fail(str(problem), as_json=as_json)
    if not as_json:
        _show(matches)
        return
    print_json(
        {
            "rows": [
                {"row": place, "line": row.number, **_plain(match)}
                for place, (row, match) in enumerate(zip(table.rows, matches, strict=True), start=1)
            ],
            "text_column": table.header[column],
            "catalogue": len(entries),
            "learned": {"used": len(taught.confirmed), "passed_over": taught.passed_over},
        }
    )


def _matched(matcher: Matcher, texts: Sequence[str]) -> list[Match]:
    matches: list[Match] = []
    with progress() as bar:
        task = bar.add_task("Mencocokkan usulan", total=len(texts))
        for start in range(0, len(texts), _AT_ONCE):
            matches += matcher.match(texts[start : start + _AT_ONCE])
            bar.update(task, completed=len(matches))
    return matches


def _table(file: Path, as_json: bool) -> Table:
    table = read_table(read_content(file, as_json=as_json), file.name)
    if not table.rows or not table.header:
        fail(f"Berkas {file.name} tidak berisi baris data. Periksa berkasnya.", as_json=as_json)
    return table


def _rows(table: Table) -> list[dict[str, object]]:
    return [dict(zip(table.header, row.cells, strict=False)) for row in table.rows]


def _text_column(table: Table, wanted: str, as_json: bool) -> int:
    if wanted:
        found = _find(table, (_key(wanted),))
        if found is None:
            columns = ", ".join(table.header)
            fail(f"Kolom “{wanted}” tidak ada. Kolom di berkas ini: {columns}.", as_json=as_json)
        return found
    found = _find(table, _TEXT)
    return _wordiest(table) if found is None else found


def _wordiest(table: Table) -> int:
    """The column with the most words: what a person wrote, where no name tells."""
    words = [sum(len(text_of(cell).split()) for cell in table.column(place)) for place in range(len(table.header))]
    return words.index(max(words))


def _taught(table: Table, wanted: str, entries: Sequence[Entry], as_json: bool) -> _Taught:
    named = _find(table, (_key(wanted),)) if wanted else None
    column = named if named is not None else _text_column(table, "", as_json)
    answers = [place for place in (_find(table, _CODE), _find(table, _LABEL)) if place not in (None, column)]
    if not answers:
        fail(
            "Berkas padanan perlu kolom kode katalog atau kolom bidang urusan. Tambahkan salah satunya.",
            as_json=as_json,
        )
    known = {entry.code for entry in entries}
    confirmed: list[Confirmed] = []
    for row in table.rows:
        given = [text_of(row.cells[place]).strip() for place in answers if place is not None]
        answer = next((each for each in given if each in known or field_of_label(each)), "")
        if answer:
            confirmed.append(Confirmed(text_of(row.cells[column]), answer))
    return _Taught(confirmed, len(table.rows) - len(confirmed))


def _find(table: Table, names: Sequence[str]) -> int | None:
    keys = [_key(name) for name in table.header]
    return next((keys.index(name) for name in names if name in keys), None)


def _key(name: str) -> str:
    return _SIGNS.sub(" ", name.casefold()).strip()


def _plain(match: Match) -> dict[str, Any]:
    return {
        "text": match.text,
        "best": [_candidate(each) for each in match.best],
        "field": _field(match.field),
        "fields": [_field(each) for each in match.fields],
        "fits": match.fits,
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    words = [{"text": word.text, "weight": word.weight} for word in candidate.words]
    return {"code": candidate.code, "name": candidate.name, "confidence": candidate.confidence, "words": words}


def _field(field: Field) -> dict[str, Any]:
    return {"code": field.code, "name": field.name, "confidence": field.confidence}


def _show(matches: Sequence[Match]) -> None:
    columns = Columns("Usulan", "Bidang urusan", "Sub kegiatan terdekat", "Yakin", box=None)
    for each in matches[:_SHOWN]:
        best = f"{each.best[0].code} {each.best[0].name}" if each.best else "belum ada yang cocok"
        duty = each.field.name if each.fits else "-"
        sure = f"{each.field.confidence:.0%}" if each.fits else "-"
        columns.add_row(each.text, duty, best, sure)
    out.print(columns)
    fitting = sum(each.fits for each in matches)
    out.print(f"{len(matches)} usulan dibaca, {fitting} cocok dengan katalog, {len(matches) - fitting} belum.")
    if len(matches) > _SHOWN:
        out.print(f"Tampil {_SHOWN} yang pertama. Gunakan --json untuk semuanya.")
