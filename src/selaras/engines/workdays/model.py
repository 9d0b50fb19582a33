"""What a deadline is counted from besides the calendar: rule, pauses, extension."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from selaras.engines.workdays.errors import ExtensionError, PauseError, RuleError

Unit = Literal["working", "calendar"]
DayOne = Literal["after", "same"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A term as a regulation sets it; its numbers and articles are the caller's, from the regulation parameters.

    Day one is the first counted day `after` the event. The law says only “sejak” (since) and no text was found that
    says which day that makes the first; the day after is the common reading, with medium confidence. A regulation
    that says otherwise takes `same`. A term in `calendar` days that ends on a non-working day ends on the next
    working day. `event` opens the explanation: “Diterima”, “Keberatan diterima”.
    """

    term: str
    days: int
    legal_basis: str
    unit: Unit = "working"
    day_one: DayOne = "after"
    extension_days: int = 0
    extension_basis: str = ""
    event: str = "Diterima"

    def __post_init__(self) -> None:
        if self.days < 1 or self.extension_days < 0:
            raise RuleError(
                f"Jangka waktu “{self.term}” harus paling sedikit satu hari. Periksa parameter regulasinya."
            )
        if not self.legal_basis.strip():
            raise RuleError(f"Jangka waktu “{self.term}” belum punya dasar hukum. Isi pasalnya.")


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which the clock stands still: from `start` until the day before `end`; open while `end` is None."""

    start: date
    end: date | None
    reason: str
    legal_basis: str = ""

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise PauseError("Jeda tidak dapat berakhir sebelum mulai. Periksa kedua tanggalnya.")
        if not self.reason.strip():
            raise PauseError("Jeda belum punya alasan. Tulis mengapa waktu dihentikan.")


@dataclass(frozen=True, slots=True)
class Extension:
    """The one extension of a term: so many days more, with the reason that was written to the applicant."""

    days: int
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ExtensionError("Perpanjangan belum punya alasan tertulis. Tulis alasannya.")
