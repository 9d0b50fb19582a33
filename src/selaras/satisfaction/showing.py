"""The figures of a survey as a page shows them: words in the reader's language, bars with their places."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from selaras.satisfaction.measuring import Figures, weakest
from selaras.satisfaction.models import Answer
from selaras.satisfaction.words import PROFILE_WORDS, WHY_WORDS

_LOWEST, _WHOLE = Decimal(25), Decimal(75)  # the index lies from 25 to 100


def shown(figures: Figures) -> dict[str, Any]:
    """What `satisfaction/figures.html` needs."""
    return {
        "figures": figures,
        "band": _(figures["band"]["name"]),
        "elements": [(one, _(one["name"]), Decimal(one["value"])) for one in figures["elements"]],
        "weights": weights_of(figures),
        "weakest": [_(one["name"]) for one in weakest(figures)],
        "clusters": [(one, str(WHY_WORDS[one["why"]])) for one in figures["guard"]["clusters"]],
        "channels": channels_of(figures),
        "desks": [(one, *_bar(one), _rank(one)) for one in figures["desks"]["standings"]],
        "left_out": figures["desks"]["left_out"],
        "trend": [(one, *_bar(one), _change(one, at == 0)) for at, one in enumerate(figures["trend"])],
        "profile": [
            (str(PROFILE_WORDS[name]), [(_(one["name"]), one["count"]) for one in groups if one["count"] != 0])
            for name, groups in figures["profile"].items()
        ],
    }


def weights_of(figures: Figures) -> list[tuple[str, str]]:
    """Each element with its part of the index, as it was weighed; what went out before that was told weighs alike."""
    alike = f"1/{len(figures['elements'])}"
    return [(_(one["name"]), one.get("weight", alike)) for one in figures["elements"]]


def channels_of(figures: Figures) -> list[tuple[str, int]]:
    return [(_(Answer.Channel(name).label), count) for name, count in sorted(figures["channels"].items())]


def _bar(one: dict[str, Any]) -> tuple[str, str, str]:
    """Where the interval begins, how wide it is, and where the index stands: parts of the width."""
    low, high, at = (_place(Decimal(str(one[name]))) for name in ("low", "high", "index"))
    return f"{low:.2f}%", f"{max(high - low, Decimal('0.5')):.2f}%", f"{at:.2f}%"


def _place(value: Decimal) -> Decimal:
    return min(max((value - _LOWEST) / _WHOLE * 100, Decimal(0)), Decimal(100))


def _rank(one: dict[str, Any]) -> str:
    if one["best"] == one["worst"]:
        return str(one["best"])
    return _("antara %(best)s dan %(worst)s") % {"best": one["best"], "worst": one["worst"]}


def _change(one: dict[str, Any], first: bool) -> str:
    """Whether the step from the period before is more than chance."""
    if one["change"] is None:
        return _("awal") if first else _("unsurnya lain, tidak dibandingkan")
    if not one["real"]:
        return _("sama, dalam batas kebetulan")
    return _("naik") if one["change"] > 0 else _("turun")
