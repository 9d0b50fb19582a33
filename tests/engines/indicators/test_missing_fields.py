"""What a line of the work plan must hold, and what a proposal does not owe yet."""

from __future__ import annotations

import pytest

from selaras.engines.indicators import ItemKind, Kind, Severity, StrategicTarget
from tests.engines.indicators.plans import ENTRY, SOUND, kinds, of


def test_a_sound_line_has_no_findings() -> None:
    assert kinds() == []


@pytest.mark.parametrize(
    ("changes", "kind", "severity"),
    [
        ({"indicator": " "}, Kind.NO_INDICATOR, Severity.ERROR),
        ({"unit": ""}, Kind.NO_UNIT, Severity.ERROR),
        ({"baseline": None}, Kind.NO_BASELINE, Severity.WARNING),
        ({"baseline": "belum ada data"}, Kind.NO_BASELINE, Severity.WARNING),
        ({"location": ""}, Kind.NO_LOCATION, Severity.ERROR),
        ({"source_of_funds": ""}, Kind.NO_SOURCE_OF_FUNDS, Severity.ERROR),
        ({"forward_target": None, "forward_cost": None}, Kind.NO_FORWARD_ESTIMATE, Severity.WARNING),
        ({"target": None}, Kind.TARGET_NOT_NUMBER, Severity.ERROR),
    ],
)
def test_each_missing_field_is_one_finding(changes, kind, severity) -> None:
    assert [(f.item, f.kind, f.severity) for f in of(**changes)] == [("r1", kind, severity)]


@pytest.mark.parametrize("changes", [{"forward_target": None}, {"forward_cost": None}, {"baseline": 0}])
def test_half_a_forward_estimate_and_a_baseline_of_zero_are_enough(changes) -> None:
    assert kinds(**changes) == []


def test_a_proposal_owes_unit_and_location_only() -> None:
    bare = dict.fromkeys(("baseline", "target", "forward_target", "forward_cost"))
    bare |= {"indicator": "", "source_of_funds": "", "kind": ItemKind.PROPOSAL}
    assert kinds(**bare) == []
    assert kinds(**bare, unit="", location="") == [Kind.NO_UNIT, Kind.NO_LOCATION]


def test_what_is_missing_is_suggested_from_the_catalogue() -> None:
    (no_unit,) = of(unit="")
    assert no_unit.message == 'Satuan belum diisi. Katalog memakai satuan "Layanan". Isi satuannya.'
    (no_indicator,) = of(indicator="")
    assert (no_indicator.suggestion.indicator, no_indicator.suggestion.unit) == (ENTRY.indicator, ENTRY.unit)


def test_a_missing_baseline_is_suggested_from_the_strategic_plan() -> None:
    promise = StrategicTarget("diskominfo", SOUND.indicator, {2021: 100}, SOUND.unit, baseline=80)
    (finding,) = of([promise], baseline=None)
    assert "Renstra mencatat kondisi awal 80." in finding.message
