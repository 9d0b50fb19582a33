"""Terms counted by the engine, each day and kind once: fifty thousand requests share some thousand days."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random
from typing import Any, NamedTuple
from uuid import UUID

from bench.openness import words
from selaras.disclosure.terms import rule_of, workdays_in
from selaras.engines import workdays
from selaras.government.models import Calendar

Still = tuple[date, date | None]


class Term(NamedTuple):
    """A term as a clock keeps it; paused it has no last day."""

    due: date | None
    days: int
    basis: str
    derivation: dict[str, Any]


class Counted:
    """The terms of one calendar."""

    def __init__(self, version: Calendar) -> None:
        self.version, self.calendar = version, workdays_in(version)
        self._rule, self._term = cache(rule_of), cache(self._count)

    def term(self, kind: str, on: date, extended: str = "", still: Still | None = None) -> Term:
        """Extended for a reason, or paused from one day to another or to no end yet."""
        return self._term(kind, on, extended, still)

    def _count(self, kind: str, on: date, extended: str, still: Still | None) -> Term:
        rule = self._rule(kind, on)
        longer = workdays.Extension(rule.extension_days, extended) if extended else None
        pauses = [workdays.Pause(*still, words.PAUSED)] if still else []
        told = workdays.clock(on, rule, self.calendar, pauses=pauses, extension=longer)
        return Term(told.due, rule.days, rule.legal_basis, workdays.as_json(told))

    @staticmethod
    def uuid(draw: Random) -> UUID:
        return UUID(int=draw.getrandbits(128), version=4)
