"""What is not a page: the work of a day, holidays that change, files of a whole year; each once, in this order.

python -m bench.openness.working
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from bench import peak_mb
from bench.openness.measuring import measured


def _tell(name: str, deed: Callable[[], Any], told: Callable[[Any], str] = str) -> None:
    from django.db import connection

    found: list[Any] = []
    count = _Counted()
    with connection.execute_wrapper(count):
        cost = measured(lambda: found.append(deed()))
    busy = (cost.cpu + cost.database) / 1000
    print(
        f"{name:<44} {busy:7.2f} s CPU {cost.wall / 1000:7.2f} s wall {count.many:8,} queries "
        f"{peak_mb():5.0f} MB at most so far   {told(found[0])}",
        flush=True,
    )


class _Counted:
    """Counts queries without keeping them: a day over 50,000 requests asks many."""

    def __init__(self) -> None:
        self.many = 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.many += 1
        return execute(sql, params, many, context)


def run() -> None:
    from selaras.cli.office import open_office

    system = open_office()
    _files()
    from selaras.disclosure.actions.sweeping import sweep

    _tell("daily, first of the day", lambda: sweep(actor=system))
    _tell("daily, once more", lambda: sweep(actor=system))
    _holidays()


def _files() -> None:
    """Of the largest desk and of the whole network, over the last whole year."""
    from django.utils import timezone

    from selaras.disclosure.actions.exporting import export_register
    from selaras.disclosure.exports.register import Register
    from selaras.disclosure.exports.service_report import as_docx, as_pdf, report
    from selaras.disclosure.models import PublicBody
    from selaras.people.models import Account

    today, officer = timezone.localdate(), Account.objects.get(username="utama")
    year = today.year - 1
    register = Register(PublicBody.objects.get(kind="main"), date(year, 1, 1), date(year, 12, 31))
    _tell("register of a year, main PPID, CSV", lambda: export_register(register, "csv", actor=officer), _size)
    _tell("register of a year, main PPID, XLSX", lambda: export_register(register, "xlsx", actor=officer), _size)
    _tell("service report of the network, PDF", lambda: as_pdf(report(year, today)), _size)
    _tell("service report of the network, DOCX", lambda: as_docx(report(year, today)), _size)


def _holidays() -> None:
    """One more holiday, next Monday: tried, kept, and every open clock counted anew."""
    from django.utils import timezone

    from selaras.disclosure.actions.keeping_holidays import keep_holidays, with_change, would_move
    from selaras.disclosure.actions.recounting import recount
    from selaras.government.actions import DayOff
    from selaras.government.models import Calendar
    from selaras.people.models import Account

    today, officer = timezone.localdate(), Account.objects.get(username="utama")
    monday = today + timedelta(days=7 - today.weekday())
    base = Calendar.objects.latest("version")
    days = with_change(base, None, DayOff(monday, "Libur (contoh)", "national"))
    _tell("holiday tried: how many days would move", lambda: would_move(base, days))
    _tell("holiday kept", lambda: keep_holidays(base, days, "Contoh", actor=officer)[1], lambda moved: f"{moved} moved")
    newest = Calendar.objects.latest("version")
    _tell("open clocks counted anew", lambda: recount(newest, actor=officer))


def _size(content: bytes) -> str:
    return f"{len(content) / 1024:,.0f} KiB"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "selaras.settings")
    run()
