"""Holidays by file: kept while a person looks at how it was read and what it would move, then taken in at once."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.disclosure import rules
from selaras.disclosure.actions.keeping_holidays import keep_holidays, would_move
from selaras.disclosure.actions.keeping_uploads import keep_upload, read_small
from selaras.disclosure.errors import NotAllowed, NotNow
from selaras.disclosure.holiday_lists import KIND, Listed, listed, merged
from selaras.engines.tabular import CheckResult
from selaras.government.actions import DayOff, days_off
from selaras.government.models import Calendar
from selaras.intake.actions import Letter, already_taken, file_away
from selaras.intake.models import Batch, Upload
from selaras.intake.rows import Incoming, incoming
from selaras.people.models import Account


@dataclass(frozen=True)
class Preview:
    """How a kept file is read, which days the calendar would have, and how many open deadlines would move."""

    result: CheckResult
    rows: list[Incoming]
    taken: list[Listed]
    days: list[DayOff]
    went: int  # days that the calendar would lose
    moves: int


def keep_list_of_holidays(calendar: Calendar, name: str, content: bytes, *, actor: Account) -> Upload:
    """Keep a file until somebody has looked at how it is read. Raises NotAllowed, NotNow, TabularError."""
    _require_keeper(actor)
    _read(name, content)
    region = calendar.region
    return keep_upload(KIND, region.pk, region.name, name, content, actor=actor)


def preview_holidays(calendar: Calendar, upload: Upload, *, replace_years: bool) -> Preview:
    """Changes nothing. Raises NotNow, TabularError."""
    result = _read(upload.name, bytes(upload.content))
    rows = incoming(result)
    taken = list(listed(rows))
    before = days_off(calendar)
    days = merged(before, [one.day for one in taken], replace_years=replace_years)
    named = {(day.date, day.name) for day in days}
    went = sum((day.date, day.name) not in named for day in before)
    return Preview(result, rows, taken, days, went, would_move(calendar, days))


def take_holidays(
    calendar: Calendar, upload: Upload, reason: str, *, replace_years: bool, actor: Account
) -> tuple[Batch, int | None]:
    """Give the region the calendar that `preview_holidays` shows; open deadlines are counted in it.

    Returns the batch with the fate of each row, and how many deadlines moved, None where they are counted in the
    background. Raises NotAllowed, NotNow, TabularError.
    """
    _require_keeper(actor)
    seen = preview_holidays(calendar, upload, replace_years=replace_years)
    letter = Letter(
        KIND, upload.scope, upload.sender, upload.name, bytes(upload.content),
        mapping={one.column: one.field for one in seen.result.columns},
    )  # fmt: skip
    with transaction.atomic():
        _made, moved = keep_holidays(calendar, seen.days, reason, actor=actor)
        batch = already_taken(letter) or file_away(letter, seen.rows, actor=actor)[0]
        upload.delete()
    return batch, moved


def _read(name: str, content: bytes) -> CheckResult:
    result = read_small(name, content, KIND)
    if not result.read or not {"date", "name"} <= {one.field for one in result.columns}:
        raise NotNow(_("Berkas ini belum berisi hari libur. Kolom tanggal dan nama harus ada dan terisi."))
    return result


def _require_keeper(actor: Account) -> None:
    if not rules.keeps_holidays(actor):
        raise NotAllowed(_("Hari libur diubah oleh Bappeda, PPID Utama, atau administrator."))
