"""The score of a body from the evidence in the system: what was measured, its points, and what would raise it most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from selaras.disclosure.maturity.evidence import Evidence, Tally, gather
from selaras.disclosure.maturity.measures import MEASURES
from selaras.disclosure.maturity.method import WHOLE, Band, Indicator, Method, method_on
from selaras.disclosure.models import PublicBody
from selaras.engines.maturity import rounded
from selaras.government.queries import parameter_value


@dataclass(frozen=True)
class Part:
    """One measure of a body. Its words are put together when they are read, in the reader's language."""

    key: str
    indicator: Indicator
    weight: int
    tally: Tally

    @property
    def share(self) -> Fraction | None:
        """From 0 to 1; none where there is nothing to count."""
        return Fraction(self.tally.have, self.tally.of) if self.tally.of else None

    @property
    def points(self) -> Decimal | None:
        return None if self.share is None else rounded(self.share * self.weight)

    @property
    def measure(self) -> str:
        return str(MEASURES[self.key].name)

    @property
    def evidence(self) -> str:
        words = MEASURES[self.key]
        return str(words.found if self.tally.of else words.nothing) % self._counts

    @property
    def raise_it(self) -> str:
        """What would raise it; nothing where it is full or is not judged."""
        return str(MEASURES[self.key].advice) % self._counts if self.tally.have < self.tally.of else ""

    @property
    def _counts(self) -> dict[str, int]:
        return {"have": self.tally.have, "of": self.tally.of, "left": self.tally.of - self.tally.have}


@dataclass(frozen=True)
class Advice:
    """What to do, and how many points the whole score gains by it alone."""

    key: str
    text: str
    gain: Decimal


@dataclass(frozen=True)
class Score:
    """The score of one body on a day; `points` (0 to 100) and `band` are none where the system knows too little."""

    points: Decimal | None
    band: Band | None
    parts: tuple[Part, ...]
    items: int  # that stand on its list
    least_items: int  # below so many no number is given

    @property
    def measured(self) -> int:
        """Of the 100 points of weight, on how many there is evidence; the score is the share reached of these."""
        return sum(part.weight for part in self.parts if part.tally.of)

    @property
    def too_little(self) -> str:
        """Why there is no number; nothing where there is one."""
        if self.points is not None:
            return ""
        told = {"items": self.items, "least": self.least_items}
        return _("Belum cukup bukti: %(items)s informasi terbit di sini, dan nilai dihitung mulai %(least)s.") % told

    @cached_property
    def what_next(self) -> tuple[Advice, ...]:
        """What gains most first; what gains nothing is left out."""
        evidence = {part.key: part.tally for part in self.parts}
        now = _reached(self.parts)
        found = []
        for part in self.parts:
            if part.raise_it:
                then = _reached(_with(self.parts, mended(evidence, part.key)))
                found.append(Advice(part.key, part.raise_it, rounded(then - now)))
        return tuple(sorted((one for one in found if one.gain > 0), key=lambda one: (-one.gain, one.key)))


def scores(bodies: QuerySet[PublicBody], day: date) -> dict[int, Score]:
    """By the body's key, as things stand now, judged by the method and the terms of the day.

    A constant number of queries, some twenty-five. Raises government.NoSuchParameter where no method is in force.
    """
    chosen = list(bodies)
    method, rules = method_on(day), parameter_value("disclosure.maturity.evidence", day)
    found = gather(chosen, day, rules)
    return {body.pk: score_of(found[body.pk], method, rules) for body in chosen}


def score_of(evidence: Evidence, method: Method, rules: Mapping[str, Any]) -> Score:
    """Weighed by the measures of `rules` (parameter disclosure.maturity.evidence); what is not known counts nowhere."""
    parts = tuple(
        Part(one["key"], method.indicator(one["indicator"]), one["points"], evidence[one["key"]])
        for one in rules["measures"]
    )
    items, least = evidence["standing"].have, rules["least_items"]
    points = rounded(_reached(parts)) if items >= least else None
    return Score(points, None if points is None else method.band_of(points), parts, items, least)


def mended(evidence: Evidence, key: str) -> dict[str, Tally]:
    """The evidence as it would be once a body has done what is advised for one measure.

    What is published anew is fresh too; and only what is published can be freshened.
    """
    changed = dict(evidence)
    have, of = evidence[key].have, evidence[key].of
    changed[key] = Tally(evidence["published"].have if key == "fresh" else of, of)
    if key == "published":
        fresh = evidence["fresh"]
        changed["fresh"] = Tally(fresh.have + of - have, fresh.of)
    return changed


def _with(parts: Iterable[Part], evidence: Evidence) -> list[Part]:
    return [Part(part.key, part.indicator, part.weight, evidence[part.key]) for part in parts]


def _reached(parts: Iterable[Part]) -> Fraction:
    """Of 100: what was reached, of all that could be measured."""
    judged = [(part.share, part.weight) for part in parts if part.share is not None]
    whole = sum(weight for _share, weight in judged)
    return sum((share * weight for share, weight in judged), Fraction(0)) * WHOLE / whole if whole else Fraction(0)
