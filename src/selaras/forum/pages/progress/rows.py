"""One table to fill in for many things at once: each row saved by itself, its mistakes beside it, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.forum.errors import ForumError, Incomplete
from selaras.forum.reporting import quarters_ended
from selaras.planning.errors import PlanningError
from selaras.planning.pages.fields import NumberField, RupiahField

PAGE = 40
QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Figures:
    """What one quarter says: how much is done, what was spent in whole rupiah, a note."""

    done: Decimal | None
    spent: int
    note: str


class RowForm(forms.Form):
    done = NumberField(required=False, label=gettext_lazy("Capaian"))
    spent = RupiahField(required=False, label=gettext_lazy("Terpakai"))
    note = forms.CharField(required=False, max_length=400, label=gettext_lazy("Catatan"))


@dataclass
class Row:
    """One thing that is reported on: `whole` rupiah were granted, `target` is what would be all of it."""

    key: int
    thing: Any
    title: str
    small: str
    whole: int
    target: Decimal | None
    unit: str
    told: dict[int, Figures] = field(default_factory=dict)  # by quarter
    form: RowForm = field(default_factory=RowForm)


def quarter_asked(request: HttpRequest, year: int, today: date) -> int:
    """The quarter in the address; else the one that ended last, or the first where none has."""
    asked = request.GET.get("tw", "")
    if asked.isdecimal() and int(asked) in QUARTERS:
        return int(asked)
    return max(1, quarters_ended(year, today))


def fill(rows: Iterable[Row], quarter: int, data: Any = None) -> None:
    """Give each row its form, with what is stored or, where the table was sent, with what was typed."""
    for row in rows:
        stored = row.told.get(quarter)
        initial = {"done": stored.done, "spent": stored.spent, "note": stored.note} if stored else {}
        row.form = RowForm(data, prefix=str(row.key), initial=initial)
        for name, control in row.form.fields.items():
            control.widget.attrs["aria-label"] = f"{control.label}: {row.title}"
            if name != "note":
                control.widget.attrs["inputmode"] = "decimal"


def save(rows: Iterable[Row], quarter: int, report: Callable[[Row, Figures], object]) -> tuple[int, int]:
    """Report every row that says something new; how many were saved, and how many were not, for what is told there."""
    saved = refused = 0
    for row in rows:
        if not row.form.is_valid():
            refused += 1
            continue
        told = _figures(row.form)
        if told is None or told == row.told.get(quarter):
            continue
        try:
            report(row, told)
        except Incomplete as wrong:
            for name, sentence in wrong.fields.items():
                row.form.add_error(name if name in row.form.fields else None, sentence)
        except (ForumError, PlanningError) as wrong:
            row.form.add_error(None, str(wrong))
        saved, refused = (saved, refused + 1) if row.form.errors else (saved + 1, refused)
    return saved, refused


def _figures(form: RowForm) -> Figures | None:
    """None where the row was left empty."""
    done, spent, note = (form.cleaned_data[name] for name in ("done", "spent", "note"))
    if done is None and spent is None and not note:
        return None
    return Figures(done, spent or 0, note)


def sentence(saved: int, refused: int) -> str:
    if not saved and not refused:
        return _("Tidak ada yang berubah.")
    told = _("%(saved)s baris tersimpan.") % {"saved": saved}
    return (
        told
        if not refused
        else told + " " + _("%(refused)s baris belum; lihat sebabnya di barisnya.") % {"refused": refused}
    )
