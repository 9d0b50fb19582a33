"""A deadline as plain JSON, whole: what is stored needs no calendar to be read, told or counted again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from selaras.engines.workdays.deadline import Deadline
from selaras.engines.workdays.errors import StoredError
from selaras.engines.workdays.model import Extension, Pause, Rule
from selaras.engines.workdays.workdays import Holiday, Stretch

_FORMAT = 1


def as_json(deadline: Deadline) -> dict[str, Any]:
    """Dictionaries, lists, texts, numbers, truth values and None only; days in ISO form."""
    rule, extension = deadline.rule, deadline.extension
    return {
        "format": _FORMAT,
        "start": deadline.start.isoformat(),
        "rule": {name: getattr(rule, name) for name in Rule.__slots__},
        "pauses": [
            [pause.start.isoformat(), _iso(pause.end), pause.reason, pause.legal_basis] for pause in deadline.pauses
        ],
        "extension": [extension.days, extension.reason] if extension else None,
        "due": _iso(deadline.due),
        "due_unextended": _iso(deadline.due_unextended),
        "first_day": _iso(deadline.first_day),
        "left": deadline.left,
        "off": [_stretch(stretch) for stretch in deadline.off],
        "costs": list(deadline.costs),
        "unknown_years": list(deadline.unknown_years),
        "calendar": deadline.calendar,
        "digest": deadline.digest,
    }


def from_json(stored: Mapping[str, Any]) -> Deadline:
    """What `as_json` gave: `from_json(as_json(deadline)) == deadline`. StoredError for anything else."""
    try:
        if stored["format"] != _FORMAT:
            raise StoredError(f"Batas waktu tersimpan dalam format {stored['format']} yang tidak dikenal.")
        return Deadline(
            start=date.fromisoformat(stored["start"]),
            rule=Rule(**stored["rule"]),
            pauses=tuple(
                Pause(date.fromisoformat(start), _day(end), reason, basis)
                for start, end, reason, basis in stored["pauses"]
            ),
            extension=Extension(*stored["extension"]) if stored["extension"] else None,
            due=_day(stored["due"]),
            due_unextended=_day(stored["due_unextended"]),
            first_day=_day(stored["first_day"]),
            left=stored["left"],
            off=tuple(map(_read_stretch, stored["off"])),
            costs=tuple(stored["costs"]),
            unknown_years=tuple(stored["unknown_years"]),
            calendar=stored["calendar"],
            digest=stored["digest"],
        )
    except (KeyError, TypeError, ValueError) as broken:
        if isinstance(broken, StoredError):
            raise
        raise StoredError("Batas waktu yang tersimpan tidak utuh. Hitung ulang dari tanggal awalnya.") from broken


def _stretch(stretch: Stretch) -> list[Any]:
    holidays = [[holiday.day.isoformat(), *holiday[1:]] for holiday in stretch.holidays]
    return [stretch.first.isoformat(), stretch.last.isoformat(), holidays]


def _read_stretch(stored: Sequence[Any]) -> Stretch:
    first, last, holidays = stored
    named = tuple(Holiday(date.fromisoformat(day), *rest) for day, *rest in holidays) if holidays else ()
    return Stretch(date.fromisoformat(first), date.fromisoformat(last), named)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
