"""The region's holidays are changed: a new version of the calendar, in which open deadlines are counted anew."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.background import start_after_commit
from selaras.disclosure import rules
from selaras.disclosure.actions.guarding import require_reason
from selaras.disclosure.actions.recounting import recount, stale, touched_by
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.disclosure.models import Clock
from selaras.engines import workdays
from selaras.government.actions import CalendarMoved, DayOff, days_off, renew_calendar
from selaras.government.models import Calendar, Holiday
from selaras.people.models import Account

AT_ONCE = 200  # clocks; more are counted in the background
_LONGEST = 200  # signs of a name


def with_change(calendar: Calendar, old: DayOff | None, new: DayOff | None) -> list[DayOff]:
    """The days of a calendar with one added, changed or taken out. Raises Incomplete, NotNow."""
    days = days_off(calendar)
    if old is not None:
        if old not in days:
            raise NotNow(_("Hari libur ini sudah diubah. Muat ulang halaman."))
        days.remove(old)
    if new is None:
        return days
    day = replace(new, name=" ".join(new.name.split()))
    wrong = {}
    if not day.name or len(day.name) > _LONGEST:
        wrong["name"] = _("Tulis nama hari liburnya, paling panjang 200 huruf.")
    if day.kind not in Holiday.Kind.values:
        wrong["kind"] = _("Pilih salah satu yang tersedia.")
    if any((one.date, one.name) == (day.date, day.name) for one in days):
        wrong["date"] = _("Hari libur ini sudah ada pada tanggal itu.")
    if wrong:
        raise Incomplete(wrong)
    return [*days, day]


def would_move(calendar: Calendar, days: list[DayOff]) -> int:
    """How many open deadlines these days would move; nothing is changed."""
    before = days_off(calendar)
    differ = {one.date for one in set(before) ^ set(days)}
    open_clocks = Clock.objects.filter(touched_by(differ), state__in=[Clock.State.RUNNING, Clock.State.PAUSED])
    counted = workdays.Workdays.of(
        ((one.date, one.name, one.kind, one.estimated) for one in days), years={one.date.year for one in days}
    )
    derivations = open_clocks.filter(calendar__region=calendar.region_id).values_list("derivation", flat=True)
    return sum(
        workdays.recomputed(workdays.from_json(told), counted).moved for told in derivations.iterator(chunk_size=500)
    )


@transaction.atomic
def keep_holidays(
    calendar: Calendar, days: list[DayOff], reason: str, *, actor: Account
) -> tuple[Calendar, int | None]:
    """Set the days of the region that `calendar`, its newest version, belongs to.

    Returns the new version and how many deadlines moved, None where they are counted in the background. Raises
    NotAllowed, NotNow.
    """
    from selaras.disclosure.tasks import recount_in_background  # the task names this room's actions

    if not rules.keeps_holidays(actor):
        raise NotAllowed(_("Hari libur diubah oleh Bappeda, PPID Utama, atau administrator."))
    why = require_reason(reason, _("Tulis alasannya, misalnya nomor surat keputusan yang menetapkan hari libur ini."))
    if set(days) == set(days_off(calendar)):
        raise NotNow(_("Tidak ada yang berubah."))
    try:
        made = renew_calendar(calendar, days, why, actor=actor)
    except CalendarMoved:
        raise NotNow(_("Kalender baru saja diubah orang lain. Muat ulang halaman, lalu ulangi.")) from None
    if Clock.objects.filter(stale(made)).count() <= AT_ONCE:
        return made, recount(made, actor=actor)
    recount_in_background.enqueue(made.pk, actor.pk)
    start_after_commit()
    return made, None
