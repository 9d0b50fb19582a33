"""What a survey found, as plain JSON: the same for the desk, the public page, the report and the workbook."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from selaras.engines.survey import (
    Comparison,
    Guarded,
    Index,
    Interval,
    Period,
    Sheet,
    TooFew,
    compare,
    guard,
    index,
    interval,
    sample,
    sheet,
    trend,
)
from selaras.engines.survey.index import rounded
from selaras.government.queries import parameter
from selaras.satisfaction.commenting import subjects_of
from selaras.satisfaction.models import Survey
from selaras.satisfaction.profiling import profile_of
from selaras.satisfaction.queries import published_before
from selaras.satisfaction.scheme import guard_rule_on, sample_rule_on, scheme_on
from selaras.satisfaction.sheets import NETWORK, sheet_of

FORMAT = 1
LEVEL, DRAWS, SEED = 0.95, 2_000, 0
_BASES = ("elements", "bands", "sample", "guard", "least_group")

Figures = dict[str, Any]


def figures_of(survey: Survey, day: date) -> Figures:
    """By the regulation in force on `day`; the same answers give the same figures. Raises TooFew below ten voices."""
    scheme, rule = scheme_on(day), guard_rule_on(day)
    filled = sheet_of(survey, scheme, rule)
    guarded = guard(filled, rule.limits)
    found = index(filled, guarded.weights)
    asked = sample(sample_rule_on(day), survey.population, guarded.counted)
    sure = _interval(interval(filled, guarded, level=LEVEL, draws=DRAWS, seed=SEED))
    return {
        "format": FORMAT,
        "answers": len(filled),
        "counted": guarded.counted,
        "index": str(found.value),
        "band": {"key": found.band.key, "name": found.band.name},
        "interval": sure,
        "elements": _elements(found, scheme.factor),
        "sample": {"population": asked.population, "needed": asked.needed, "missing": asked.missing},
        "channels": dict(Counter(survey.answers.values_list("channel", flat=True))),
        "guard": _guard(filled, guarded),
        "desks": _desks(compare(_by_desk(filled), limits=rule.limits, level=LEVEL, draws=DRAWS, seed=SEED)),
        "trend": _trend(survey, filled, sure, day),
        "profile": profile_of(survey, day),
        "comments": subjects_of(survey, day),
        "digest": _digest(filled),
        "method": [_basis(name, day) for name in _BASES],
    }


def _interval(found: Interval) -> dict[str, float]:
    return {"low": round(found.low, 2), "high": round(found.high, 2), "level": found.level}


def _elements(found: Index, factor: Fraction) -> list[dict[str, Any]]:
    """`mean` on the scale of marks and `value` as a part of 100, both to two decimals, halves up."""
    return [
        {
            "key": part.element.key,
            "name": part.element.name,
            "mean": str(rounded(part.mean)),
            "value": str(rounded(part.mean * factor)),
            "band": part.band.key,
            "answered": part.answered,
        }
        for part in found.parts
    ]


def _guard(filled: Sheet, guarded: Guarded) -> dict[str, Any]:
    """What was held back, and the index as it would be had every answer counted one."""
    clusters = [
        {
            "day": (filled.answers[one.answers[0]].day or date.min).isoformat(),
            "answers": len(one.answers),
            "why": _why(filled, one.answers[0], one.suspicion.value),
            "weight": str(rounded(one.weight)),
        }
        for one in guarded.clusters
    ]
    return {"clusters": clusters, "without": str(index(filled).value)}


def _why(filled: Sheet, first: int, suspicion: str) -> str:
    return (
        "network" if suspicion == "device" and (filled.answers[first].device or "").startswith(NETWORK) else suspicion
    )


def _by_desk(filled: Sheet) -> dict[str, Sheet]:
    desks = defaultdict(list)
    for form in filled.answers:
        if form.desk:
            desks[form.desk].append(form)
    return {name: sheet(filled.scheme, forms) for name, forms in desks.items()}


def _desks(found: Comparison) -> dict[str, Any]:
    standings = [
        {
            "name": one.name,
            "index": str(one.index.value),
            "band": one.index.band.key,
            "answers": one.index.answers,
            "best": one.best,
            "worst": one.worst,
            **_interval(one.interval),
        }
        for one in found.standings
    ]
    return {"standings": standings, "left_out": list(found.left_out), "comparisons": found.comparisons}


def _trend(survey: Survey, filled: Sheet, sure: Mapping[str, float], day: date) -> list[dict[str, Any]]:
    """Over the published periods up to this one, changes by the regulation of one day, so that they can be compared;
    each period with the interval under which it was published, for one period has one interval.
    """
    rule, earlier = guard_rule_on(day), list(published_before(survey).select_related("result"))
    if not earlier:
        return []
    sheets = [(one.name, sheet_of(one, filled.scheme, rule)) for one in earlier]
    periods = trend([*sheets, (survey.name, filled)], limits=rule.limits, level=LEVEL, draws=DRAWS, seed=SEED)
    intervals = [*(one.result.figures["interval"] for one in earlier), sure]
    return [_period(one) | dict(told) for one, told in zip(periods, intervals, strict=True)]


def _period(one: Period) -> dict[str, Any]:
    change = None if one.change is None else round(one.change, 2)
    return {"name": one.name, "index": str(one.index.value), "change": change, "real": one.real}


def _digest(filled: Sheet) -> str:
    """Of every form that was counted, in no order that could tell who came when."""
    rows = sorted(json.dumps([form.marks, form.desk], sort_keys=True) for form in filled.answers)
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def _basis(name: str, day: date) -> dict[str, str]:
    found = parameter(f"satisfaction.{name}", day)
    return {"name": name, "basis": found.legal_basis, "confidence": found.confidence}


def digest_of(figures: Mapping[str, Any]) -> str:
    """SHA-256 of the figures in canonical JSON."""
    text = json.dumps(figures, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def weakest(figures: Figures, count: int = 3) -> Sequence[Mapping[str, Any]]:
    """The elements with the lowest means, which are to be mended first; none where all are alike."""
    ordered = sorted(figures["elements"], key=lambda one: Fraction(one["mean"]))
    return [one for one in ordered[:count] if Fraction(one["mean"]) < Fraction(ordered[-1]["mean"])]


__all__ = ["Figures", "TooFew", "digest_of", "figures_of", "weakest"]
