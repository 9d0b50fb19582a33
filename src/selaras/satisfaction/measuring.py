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
from selaras.government.queries import parameter, parameter_value
from selaras.satisfaction.commenting import subjects_of
from selaras.satisfaction.models import Survey
from selaras.satisfaction.profiling import profile_of
from selaras.satisfaction.queries import published_before
from selaras.satisfaction.scheme import guard_rule_on, sample_rule_on, scheme_on
from selaras.satisfaction.sheets import sheet_of, why_of

FORMAT = 1
LEVEL, DRAWS, SEED = 0.95, 2_000, 0
BASES = ("elements", "bands", "sample", "guard", "least_group", "follow_up")

Figures = dict[str, Any]


def figures_of(survey: Survey) -> Figures:
    """By the regulation in force on the survey's first day, by which it was asked; the same answers give the same
    figures. Raises TooFew below ten voices.
    """
    day = survey.opens_on
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
        "mend_first": int(parameter_value("satisfaction.follow_up", day)),
        "sample": {"population": asked.population, "needed": asked.needed, "missing": asked.missing},
        "channels": dict(Counter(survey.answers.values_list("channel", flat=True))),
        "guard": _guard(filled, guarded),
        "desks": _desks(compare(_by_desk(filled), limits=rule.limits, level=LEVEL, draws=DRAWS, seed=SEED)),
        "trend": _trend(survey, filled, found, sure),
        "profile": profile_of(survey, day),
        "comments": subjects_of(survey, day),
        "digest": _digest(filled),
        "method": [_basis(name, day) for name in BASES],
    }


def coming_in(survey: Survey) -> Figures:
    """Of a survey that is still open: how many answered, by which way, and how many are missing. No marks: whoever read
    them before and after one answer came would know that answer.
    """
    channels = Counter(survey.answers.values_list("channel", flat=True))
    asked = sample(sample_rule_on(survey.opens_on), survey.population, channels.total())
    return {"answers": channels.total(), "channels": dict(channels), "needed": asked.needed, "missing": asked.missing}


def _interval(found: Interval) -> dict[str, float]:
    return {"low": round(found.low, 2), "high": round(found.high, 2), "level": found.level}


def _elements(found: Index, factor: Fraction) -> list[dict[str, Any]]:
    """`mean` on the scale of marks and `value` as a part of 100, both to two decimals, halves up; `weight` exact."""
    return [
        {
            "key": part.element.key,
            "name": part.element.name,
            "mean": str(rounded(part.mean)),
            "value": str(rounded(part.mean * factor)),
            "band": part.band.key,
            "answered": part.answered,
            "weight": str(part.element.weight),
        }
        for part in found.parts
    ]


def _guard(filled: Sheet, guarded: Guarded) -> dict[str, Any]:
    """What was held back, and the index as it would be had every answer counted one."""
    clusters = [
        {
            "day": (filled.answers[one.answers[0]].day or date.min).isoformat(),
            "answers": len(one.answers),
            "why": why_of(filled, one),
            "weight": str(rounded(one.weight)),
        }
        for one in guarded.clusters
    ]
    return {"clusters": clusters, "without": str(index(filled).value)}


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


def _trend(survey: Survey, filled: Sheet, found: Index, sure: Mapping[str, float]) -> list[dict[str, Any]]:
    """Over the published periods up to this one. What was published stands as it was, interval and change too; only
    the step to this period is worked out, and none where other elements were asked: `change` is None then.
    """
    earlier = list(published_before(survey).select_related("result"))
    if not earlier:
        return []
    step = _step(earlier[-1], survey, filled, level=1 - (1 - LEVEL) / len(earlier))  # as one of so many changes
    return [
        *(_as_published(one) for one in earlier),
        {"name": survey.name, "index": str(found.value)} | step | dict(sure),
    ]


def _as_published(survey: Survey) -> dict[str, Any]:
    figures = survey.result.figures
    if figures["trend"]:
        return dict(figures["trend"][-1])
    return {"name": survey.name, "index": figures["index"], "change": None, "real": False, **figures["interval"]}


def _step(before: Survey, survey: Survey, filled: Sheet, level: float) -> dict[str, Any]:
    scheme = scheme_on(before.opens_on)
    if list(scheme.elements) != list(filled.scheme.elements):
        return {"change": None, "real": False}
    rule = guard_rule_on(survey.opens_on)
    sheets = [(before.name, sheet_of(before, scheme, guard_rule_on(before.opens_on))), (survey.name, filled)]
    last = trend(sheets, limits=rule.limits, level=level, draws=DRAWS, seed=SEED)[-1]
    return {"change": None if last.change is None else round(last.change, 2), "real": last.real}


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


def weakest(figures: Figures) -> Sequence[Mapping[str, Any]]:
    """The elements with the lowest means, which are to be mended first; none where all are alike. As many as the
    regulation of the survey's first day asks for; what went out before figures told it named three.
    """
    count = figures.get("mend_first", 3)
    ordered = sorted(figures["elements"], key=lambda one: Fraction(one["mean"]))
    return [one for one in ordered[:count] if Fraction(one["mean"]) < Fraction(ordered[-1]["mean"])]


__all__ = ["BASES", "FORMAT", "Figures", "TooFew", "coming_in", "digest_of", "figures_of", "weakest"]
