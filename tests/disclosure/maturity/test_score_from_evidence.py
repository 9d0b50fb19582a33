"""The score that the system's own evidence gives: its points, its limits, and what would raise it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.disclosure.maturity.evidence import Tally
from selaras.disclosure.maturity.scoring import mended, score_of
from tests.disclosure.maturity.methods import MEASURES, METHOD, RULES

EMPTY = dict.fromkeys(MEASURES, Tally(0, 0)) | {"standing": Tally(0, 0)}
BLANK = EMPTY | {
    "published": Tally(0, 10), "fresh": Tally(0, 10), "decree": Tally(0, 1), "trained": Tally(0, 1),
    "report": Tally(0, 9), "officers": Tally(0, 3), "desk": Tally(0, 4),
}  # fmt: skip
# Seven of ten published, five fresh; four with a file, of which two are data; nobody has asked anything.
LIVELY = BLANK | {
    "standing": Tally(7, 7), "published": Tally(7, 10), "fresh": Tally(5, 10), "online": Tally(4, 7),
    "open_data": Tally(2, 3), "described": Tally(7, 7), "readable": Tally(6, 7), "decree": Tally(1, 1),
    "officers": Tally(2, 3), "desk": Tally(3, 4),
}  # fmt: skip
FULL = {key: Tally(10, 10) for key in [*MEASURES, "standing"]}


@st.composite
def evidences(draw: st.DrawFn) -> dict[str, Tally]:
    found = {}
    for key in MEASURES:
        of = draw(st.integers(0, 12))
        found[key] = Tally(draw(st.integers(0, of)), of)
    required = draw(st.integers(1, 12))
    published = draw(st.integers(0, required))
    found["published"] = Tally(published, required)
    found["fresh"] = Tally(draw(st.integers(0, published)), required)
    return found | {"standing": Tally(draw(st.integers(3, 20)), 20)}


def test_a_hand_computed_body() -> None:
    """14 + 6 + 12·4/7 + 8·2/3 + 5 + 5·6/7 + 4 + 4·2/3 + 6·3/4 = 52,642857 of 82 that can be measured."""
    score = score_of(LIVELY, METHOD, RULES)
    assert (score.points, score.measured) == (Decimal("64.20"), 82)
    assert score.band is not None
    assert score.band.name == "Cukup Informatif"


def test_everything_is_a_hundred() -> None:
    score = score_of(FULL, METHOD, RULES)
    assert (score.points, score.what_next, score.measured) == (Decimal("100.00"), (), 100)


def test_a_body_that_does_not_use_the_system_gets_no_number() -> None:
    score = score_of(BLANK, METHOD, RULES)
    assert (score.points, score.band) == (None, None)
    assert score.too_little == "Belum cukup bukti: 0 informasi terbit di sini, dan nilai dihitung mulai 3."


def test_the_number_begins_with_the_least_items() -> None:
    few = LIVELY | {"standing": Tally(2, 2)}
    assert score_of(few, METHOD, RULES).points is None
    assert score_of(few | {"standing": Tally(3, 3)}, METHOD, RULES).points is not None


def test_what_cannot_be_counted_neither_helps_nor_harms() -> None:
    asked_and_answered = score_of(LIVELY, METHOD, RULES).parts[7]
    assert asked_and_answered.key == "in_time"
    assert (asked_and_answered.points, asked_and_answered.raise_it) == (None, "")
    assert asked_and_answered.evidence == "Belum ada permohonan yang harus dijawab, jadi tidak dinilai."


def test_each_part_says_what_was_found_and_what_would_raise_it() -> None:
    published = score_of(LIVELY, METHOD, RULES).parts[0]
    assert published.evidence == "7 dari 10 informasi wajib sudah terbit."
    assert published.raise_it == "Terbitkan 3 informasi wajib yang belum ada"
    assert (published.points, published.weight) == (Decimal("14.00"), 20)


def test_the_advice_that_gains_most_comes_first() -> None:
    """Three published anew are fresh too: (20·3/10 + 12·3/10) / 82 · 100 = 11,71."""
    first = score_of(LIVELY, METHOD, RULES).what_next[0]
    assert (first.key, first.gain) == ("published", Decimal("11.71"))


def test_only_what_is_published_can_be_freshened() -> None:
    assert mended(LIVELY, "fresh")["fresh"] == Tally(7, 10)
    nothing_stale = LIVELY | {"fresh": Tally(7, 10)}
    assert "fresh" not in [one.key for one in score_of(nothing_stale, METHOD, RULES).what_next]


@given(evidences())
def test_a_score_lies_within_its_limits_and_equals_a_naive_computation(evidence: dict[str, Tally]) -> None:
    score = score_of(evidence, METHOD, RULES)
    reached = whole = Fraction(0)
    for measure in RULES["measures"]:
        tally = evidence[measure["key"]]
        if tally.of:
            reached += Fraction(tally.have * measure["points"], tally.of)
            whole += measure["points"]
    exact = reached / whole * 100
    naive = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert score.points == naive
    assert 0 <= naive <= 100


@given(evidences(), st.sampled_from(MEASURES))
def test_one_more_never_lowers_the_score(evidence: dict[str, Tally], key: str) -> None:
    tally = evidence[key]
    more = evidence | {key: Tally(min(tally.have + 1, tally.of), tally.of)}
    before, after = (score_of(one, METHOD, RULES).points for one in (evidence, more))
    assert before is not None
    assert after is not None
    assert after >= before


@given(evidences())
def test_whoever_follows_an_advice_gains_what_it_promised(evidence: dict[str, Tally]) -> None:
    score = score_of(evidence, METHOD, RULES)
    assert score.points is not None
    for one in score.what_next:
        then = score_of(mended(evidence, one.key), METHOD, RULES).points
        assert then is not None
        assert abs(then - score.points - one.gain) <= Decimal("0.01")


@pytest.mark.parametrize("key", MEASURES)
def test_every_measure_counts(key: str) -> None:
    without = FULL | {key: Tally(0, 10)}
    points = score_of(without, METHOD, RULES).points
    assert points is not None
    assert points < 100
