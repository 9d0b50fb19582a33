"""A subactivity belongs to a field the agency holds, and its code to the catalogue in force."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selaras.engines.indicators import CatalogueEntry, Kind
from tests.engines.indicators.plans import ENTRY, SOUND, findings, kinds

SUPPORT = CatalogueEntry("X.XX.01.2.06.0005", "Penyediaan Barang Cetakan")
CLINIC = CatalogueEntry("1.02.02.2.01.0001", "Pembangunan Puskesmas")
ROAD_HEALTH = CatalogueEntry("1.02.02.2.02.0009", ENTRY.name)
CATALOGUE = (ENTRY, SUPPORT, CLINIC, ROAD_HEALTH)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (ENTRY.code, []),
        (SUPPORT.code, []),
        ("2.16.01.2.06.0005", []),  # the support programme under the agency's own field
        ("1.02.01.2.06.0005", [Kind.OUTSIDE_DUTY]),  # under another's
        (CLINIC.code, [Kind.OUTSIDE_DUTY]),
        ("2.16.02.2.01.9999", [Kind.UNKNOWN_CODE]),
        ("", []),
    ],
)
def test_codes(code, found) -> None:
    item = replace(SOUND, code=code, name="")
    assert [finding.kind for finding in findings(item, catalogue=CATALOGUE)] == found


def test_the_same_name_within_the_own_field_is_suggested() -> None:
    item = replace(SOUND, code=ROAD_HEALTH.code)
    (finding,) = findings(item, catalogue=CATALOGUE)
    assert finding.suggestion.code == ENTRY.code
    assert finding.message == (
        "Sub kegiatan 1.02.02.2.02.0009 termasuk bidang urusan 1.02, sedangkan diskominfo memegang bidang "
        "2.16, 2.20, 2.21. Pakai kode 2.16.02.2.01.0017."
    )


def test_an_unknown_code_is_suggested_by_its_name() -> None:
    (finding,) = findings(replace(SOUND, code="2.16.02.2.01.06"), catalogue=(ENTRY,))
    assert finding.kind is Kind.UNKNOWN_CODE
    assert finding.suggestion.code == ENTRY.code


def test_without_a_catalogue_no_code_is_unknown() -> None:
    assert findings(replace(SOUND, code="2.16.02.2.01.9999"), catalogue=()) == ()


def test_an_agency_whose_fields_are_not_known_is_told_about_once() -> None:
    items = [replace(SOUND, id=f"r{n}", agency="setda") for n in range(3)]
    assert [(f.item, f.kind) for f in findings(*items)] == [("r0", Kind.DUTY_UNKNOWN)]


def test_findings_come_in_the_order_of_items_then_of_kinds() -> None:
    items = [replace(SOUND, id=i, unit="", location="", code=CLINIC.code) for i in ("b", "a")]
    found = [(f.item, f.kind) for f in findings(*items, catalogue=CATALOGUE)]
    each = [Kind.NO_UNIT, Kind.NO_LOCATION, Kind.OUTSIDE_DUTY]
    assert found == [(i, kind) for i in ("b", "a") for kind in each]
    assert kinds() == []
