"""A list that an office keeps in a table: each row becomes an item, or is kept back with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from selaras.disclosure.actions.publishing import Said, whole
from selaras.disclosure.errors import Incomplete
from selaras.disclosure.models import Item, PublicBody
from selaras.disclosure.publication import Duty
from selaras.intake.rows import Incoming, still_taken, unique

KIND = "publication"
_SAME_TITLE = UUID("5f0d4c1e-6c52-4a7b-9d8e-6a0b1f4c2d77")  # one space of keys, so that a list sent again is the same


@dataclass(frozen=True)
class Draft:
    """One row as it would stand on the list."""

    row: Incoming
    said: Said
    template: str
    key: UUID


def drafts(body: PublicBody, duty: Duty, rows: list[Incoming]) -> Iterator[Draft]:
    """What can be taken; what cannot is kept back, on the row, with what to do."""
    required = {one.title.casefold(): one for one in duty.items}
    for row in still_taken(rows):
        row.values = {**row.values, "title": row.line("title", 200) or row.line("summary", 200)}
    for row in unique(rows, "title"):
        known = required.get(row.text("title").casefold())
        if row.text("category") == "excepted":
            row.keep(_("Informasi yang dikecualikan ditetapkan lewat uji konsekuensi, bukan lewat berkas."))
            continue
        if not known and not row.text("category"):
            row.notes.append(_("Kategorinya tidak terbaca, jadi dicatat sebagai informasi setiap saat."))
        try:
            said = whole(_said(row, known.category if known else row.text("category") or Item.Category.ANY_TIME))
        except Incomplete as wrong:
            row.keep(str(wrong))
            continue
        key = uuid5(_SAME_TITLE, f"{body.code} {row.text('title').casefold()}")
        yield Draft(row, said, known.key if known else "", key)


def _said(row: Incoming, category: str) -> Said:
    made_on = row.values.get("made_on")
    return Said(
        category,
        row.text("title"),
        row.text("summary") or row.text("title"),
        row.line("unit", 150),
        row.line("responsible", 150),
        made_on if isinstance(made_on, date) else None,
        row.line("made_where", 120),
        row.text("form") or Item.Form.RECORDED,
        row.line("retention", 120),
        row.text("link"),
    )
