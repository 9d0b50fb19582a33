"""The method and the measures as they come with the program, without a database."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from selaras.disclosure.maturity import Band, Indicator, Method


def seeded(key: str) -> Any:
    text = resources.files("selaras.government").joinpath("seed/parameters.json").read_text(encoding="utf-8")
    return next(row["value"] for row in json.loads(text) if row["key"] == key)


RULES = seeded("disclosure.maturity.evidence")
MEASURES = [one["key"] for one in RULES["measures"]]
METHOD = Method(
    indicators=tuple(Indicator(**one) for one in seeded("disclosure.maturity.indicators")),
    answers=seeded("disclosure.maturity.answers"),
    questionnaire=80,
    visit=20,
    bands=tuple(Band(**one) for one in seeded("disclosure.maturity.bands")),
    legal_basis="Perki 1/2022",
)
