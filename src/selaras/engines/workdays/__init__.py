"""Count working days: when a term ends, with its pauses and its extension, and every step that led there.

>>> from datetime import date
>>> calendar = Workdays.of([(date(2020, 3, 25), "Hari Suci Nyepi", "national")], version="v1")
>>> answer = Rule("Jawaban", 10, "Pasal 22 ayat (7) UU 14/2008", extension_days=7, extension_basis="Pasal 22 ayat (8)")
>>> deadline = clock(date(2020, 3, 12), answer, calendar)
>>> for sentence in explained(deadline):
...     print(sentence)
Diterima Kamis, 12 Maret 2020; hari pertama Jumat, 13 Maret 2020.
Jawaban: 10 hari kerja (Pasal 22 ayat (7) UU 14/2008).
Dilewati: 4 hari akhir pekan (Sabtu dan Minggu); Rabu, 25 Maret 2020 (Hari Suci Nyepi).
Batas: Jumat, 27 Maret 2020.
>>> days_left(deadline, date(2020, 3, 20)), reminder_days(deadline, calendar, [3])
(4, (datetime.date(2020, 3, 23),))
>>> [(change.day.isoformat(), change.name) for change in recomputed(deadline, Workdays.of(years=[2020])).changes]
[('2020-03-25', 'Hari Suci Nyepi')]
"""

from selaras.engines.workdays.counting import clock
from selaras.engines.workdays.deadline import Deadline, Step, StepKind
from selaras.engines.workdays.errors import (
    CalendarError,
    ExtensionError,
    PauseError,
    RuleError,
    StoredError,
    WorkdaysError,
)
from selaras.engines.workdays.explanation import change_explained, explained
from selaras.engines.workdays.hours import due_in_hours
from selaras.engines.workdays.model import Extension, Pause, Rule
from selaras.engines.workdays.recomputing import Change, Recomputed, recomputed
from selaras.engines.workdays.running import days_left, is_overdue, reminder_days
from selaras.engines.workdays.storing import as_json, from_json
from selaras.engines.workdays.workdays import Holiday, Stretch, Workdays

__all__ = [
    "CalendarError",
    "Change",
    "Deadline",
    "Extension",
    "ExtensionError",
    "Holiday",
    "Pause",
    "PauseError",
    "Recomputed",
    "Rule",
    "RuleError",
    "Step",
    "StepKind",
    "StoredError",
    "Stretch",
    "Workdays",
    "WorkdaysError",
    "as_json",
    "change_explained",
    "clock",
    "days_left",
    "due_in_hours",
    "explained",
    "from_json",
    "is_overdue",
    "recomputed",
    "reminder_days",
]
