"""How a file is read, shown before it is taken in: each column with its field, the first rows as understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from selaras.engines.indonesian.wording import number, rupiah
from selaras.engines.tabular import KINDS, CheckedRow, CheckResult, ColumnMatch, text_of
from selaras.forum.actions.uploading import KIND

_SAMPLE = 3
SHOWN_ROWS = 8
_READ = (
    "number", "title", "village", "village_code", "rt", "rw", "address", "volume", "unit", "cost", "agency",
)  # fmt: skip
LABELS = {one.name: one.label for one in KINDS[KIND].fields}


class MappingForm(forms.Form):
    """One choice a column; two columns cannot be the same thing."""

    def __init__(self, columns: tuple[ColumnMatch, ...], samples: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns
        choices = [("", _("Tidak dipakai")), *LABELS.items()]
        for match, sample in zip(columns, samples, strict=True):
            self.fields[f"kolom-{match.index}"] = forms.ChoiceField(
                label=match.column or _("Kolom %(at)s tanpa judul") % {"at": match.index + 1},
                required=False,
                choices=choices,
                initial=match.field or "",
                help_text=sample,
            )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        chosen: dict[str, str] = {}
        for name, field in list(given.items()):
            if field and field in chosen:
                told = {"field": LABELS[field], "other": self.fields[chosen[field]].label}
                self.add_error(name, _("“%(field)s” sudah dipilih untuk kolom “%(other)s”. Pilih yang lain.") % told)
            elif field:
                chosen[field] = name
        if "title" not in chosen:
            self.add_error(None, _("Pilih kolom mana yang berisi usulan."))
        return given

    @property
    def mapping(self) -> dict[str, str]:
        """Column name to field, empty for a column that is not used."""
        return {match.column: self.cleaned_data[f"kolom-{match.index}"] for match in self.columns}


def samples_of(result: CheckResult) -> list[str]:
    """The first filled cells of each column, as they came."""
    if not result.sheets:
        return []
    table = result.sheets[0].table
    told = []
    for match in result.columns:
        cells = (text_of(cell).strip() for cell in table.column(match.index))
        filled = [cell[:40] for cell, _ in zip(filter(None, cells), range(_SAMPLE), strict=False)]
        told.append(_("Isinya: %(cells)s") % {"cells": " · ".join(filled)} if filled else _("Kolom ini kosong."))
    return told


@dataclass(frozen=True)
class ReadRow:
    """One row as it was understood, with its open questions and what keeps it back."""

    number: int
    cells: list[str]
    notes: tuple[str, ...]
    reasons: tuple[str, ...]


def read_rows(result: CheckResult) -> tuple[list[str], list[ReadRow]]:
    """Headings of the fields that the file fills, and its first rows."""
    used = {match.field for match in result.columns}
    fields = [name for name in _READ if name in used]
    rows = [
        ReadRow(row.number, [_told(row, name) for name in fields], row.notes, row.reasons)
        for row in result.rows[:SHOWN_ROWS]
    ]
    return [LABELS[name] for name in fields], rows


def _told(row: CheckedRow, name: str) -> str:
    value = row.values.get(name)
    if value is None:
        return "–"
    if name == "cost" and isinstance(value, int):
        return rupiah(value)
    if isinstance(value, Decimal):
        return number(value)
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value)
