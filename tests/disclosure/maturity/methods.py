"""The method and the measures as they come with the program, without a database."""

from __future__ import annotations

from typing import Any

from selaras.disclosure.maturity import Band, Indicator, Method
from selaras.government import seed


def seeded(key: str) -> Any:
    return next(row["value"] for row in seed.parameters() if row["key"] == key)


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
