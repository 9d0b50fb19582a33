"""Levels weigh up to aspects, domains and one index, as worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.maturity import BadLevel, BadScheme, MaturityIndex, Scheme, maturity_index, shares
from selaras.engines.maturity.index import Branch


def row(code: str, weight: int) -> dict[str, object]:
    return {"code": code, "name": f"Nama {code}", "weight": weight}


DOMAINS = [row("1", 70), row("2", 30)]
ASPECTS = [row("101", 60), row("102", 40), row("201", 100)]
SHARES = {"10101": 100, "10201": 34, "10202": 33, "10203": 33, "20101": 60, "20102": 40}
INDICATORS = [row(code, share) for code, share in SHARES.items()]
SCALE = range(1, 6)
BANDS = [{"name": "Baik", "least": "2.6"}, {"name": "Cukup", "least": "1.8"}, {"name": "Kurang", "least": 1}]
SCHEME = Scheme.of(DOMAINS, ASPECTS, INDICATORS, BANDS, SCALE)
CODES = [node.code for node in SCHEME.indicators()]
# 102: (34·1 + 33·2 + 33·5) / 100 = 2,65; 1: 0,6·3 + 0,4·2,65 = 2,86; 2: 0,6·4 + 0,4·2 = 3,2; whole: 0,7·2,86 + 0,3·3,2.
LEVELS = {"10101": 3, "10201": 1, "10202": 2, "10203": 5, "20101": 4, "20102": 2}
levels_of_all = st.fixed_dictionaries({code: st.integers(1, 5) for code in CODES})


def branches(found: MaturityIndex) -> dict[str, Branch]:
    every = list(found.domains)
    for one in every:
        every.extend(one.parts)
    return {one.node.code: one for one in every}


@pytest.mark.parametrize(
    ("code", "value"),
    [("10203", "5"), ("101", "3"), ("102", "2.65"), ("201", "3.2"), ("1", "2.86"), ("2", "3.2")],
)
def test_a_value_at_every_height_is_that_worked_out_by_hand(code: str, value: str) -> None:
    assert branches(maturity_index(SCHEME, LEVELS))[code].value == Fraction(value)


def test_the_whole_is_that_worked_out_by_hand() -> None:
    found = maturity_index(SCHEME, LEVELS)
    assert found.value == Fraction("2.962")
    assert (found.shown, found.band, found.missing) == (Decimal("2.96"), "Baik", ())


def test_what_is_not_assessed_leaves_bounds_and_no_index() -> None:
    found = maturity_index(SCHEME, {code: level for code, level in LEVELS.items() if code != "20102"})
    assert (found.value, found.band, found.missing) == (None, None, ("20102",))
    # The indicator weighs 0,3·0,4 = 0,12 of the whole: one level less, or three more.
    assert (found.lowest, found.highest) == (Fraction("2.842"), Fraction("3.322"))
    assert branches(found)["1"].value == Fraction("2.86")


@pytest.mark.parametrize(("level", "band"), [(1, "Kurang"), (2, "Cukup"), (3, "Baik"), (5, "Baik")])
def test_the_same_level_everywhere_is_the_index(level: int, band: str) -> None:
    found = maturity_index(SCHEME, dict.fromkeys(CODES, level))
    assert (found.value, found.band) == (level, band)


def test_a_band_is_judged_on_the_index_as_it_is_shown() -> None:
    scheme = Scheme.of([row("1", 1)], [row("101", 1)], [row("10101", 401), row("10102", 599)], BANDS, SCALE)
    found = maturity_index(scheme, {"10101": 2, "10102": 3})
    assert (found.value, found.shown) == (Fraction("2.599"), Decimal("2.60"))
    assert found.band == "Baik"


@given(levels=levels_of_all, code=st.sampled_from(CODES))
def test_a_higher_level_never_lowers_the_index(levels: dict[str, int], code: str) -> None:
    raised = levels | {code: min(levels[code] + 1, 5)}
    before, after = maturity_index(SCHEME, levels).value, maturity_index(SCHEME, raised).value
    assert before is not None
    assert after is not None
    assert (after > before) == (raised != levels)


@given(levels=levels_of_all, known=st.sets(st.sampled_from(CODES)))
def test_the_index_lies_within_the_bounds_told_before(levels: dict[str, int], known: set[str]) -> None:
    early = maturity_index(SCHEME, {code: levels[code] for code in known})
    late = maturity_index(SCHEME, levels)
    assert late.value is not None
    assert early.lowest <= late.value <= early.highest


@pytest.mark.parametrize(
    ("levels", "told"),
    [({"10109": 3}, "Indikator 10109 tidak ada"), ({"10101": 0}, "di luar 1 sampai 5"), ({"10101": 6}, "di luar 1")],
)
def test_a_level_that_cannot_be_is_told(levels: dict[str, int], told: str) -> None:
    with pytest.raises(BadLevel, match=told):
        maturity_index(SCHEME, levels)


@pytest.mark.parametrize(
    ("domains", "aspects", "indicators", "bands", "told"),
    [
        ([*DOMAINS, row("1", 5)], ASPECTS, INDICATORS, BANDS, "Kode 1 ganda"),
        (DOMAINS, ASPECTS, [*INDICATORS, row("30101", 5)], BANDS, "Kode 30101 ganda, tanpa induk"),
        (DOMAINS, [*ASPECTS, row("202", 5)], INDICATORS, BANDS, "Kode 202 ganda, tanpa induk, atau tanpa bagian"),
        (DOMAINS, ASPECTS, [*INDICATORS, row("10102", 0)], BANDS, "lebih dari nol"),
        (DOMAINS, ASPECTS, INDICATORS, BANDS[:2], "golongan paling bawah"),
    ],
)
def test_a_scheme_that_contradicts_itself_is_refused(
    domains: list[dict[str, object]],
    aspects: list[dict[str, object]],
    indicators: list[dict[str, object]],
    bands: list[dict[str, object]],
    told: str,
) -> None:
    with pytest.raises(BadScheme, match=told):
        Scheme.of(domains, aspects, indicators, bands, SCALE)


@given(levels_of_all, st.sampled_from(CODES))
def test_a_level_more_lifts_the_index_by_the_share_of_its_indicator(levels: dict[str, int], code: str) -> None:
    raised = {**levels, code: 5}
    before, after = (maturity_index(SCHEME, given_levels).value for given_levels in (levels, raised))
    assert before is not None
    assert after is not None
    assert after - before == shares(SCHEME)[code] * (5 - levels[code])


def test_shares_are_the_whole_together() -> None:
    assert sum(shares(SCHEME).values()) == 1
