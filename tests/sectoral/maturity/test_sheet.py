"""The maturity of a year: what evidence proposes, what counts, the index, and what lifts it most."""

from __future__ import annotations

from fractions import Fraction

import pytest
from django.utils import timezone

from selaras.engines.maturity import maturity_index
from selaras.government.models import RegulationParameter
from selaras.sectoral.actions.stating import Claim, state_level
from selaras.sectoral.maturity import Line, Rule, Sheet, Step, sheet_of_year
from selaras.sectoral.maturity.wording import deed_words, evidence_words, gap_words, index_words
from tests.counting import queries_of
from tests.sectoral.room import room, steward

pytestmark = pytest.mark.django_db
STEPS = tuple(Step(level, Fraction(least)) for level, least in ((1, 0), (2, 1), (3, 60), (4, 90)))


def sheet() -> Sheet:
    today = timezone.localdate()
    return sheet_of_year(today.year, today)


def line(code: str) -> Line:
    found = sheet().line(code)
    assert found
    return found


def state(code: str, level: int) -> None:
    state_level(timezone.localdate().year, code, Claim(level, "Contoh."), actor=steward())


@pytest.mark.parametrize(
    ("have", "of", "level"), [(0, 9, 1), (1, 100, 2), (1, 101, 1), (59, 100, 2), (3, 5, 3), (9, 10, 4), (7, 7, 4)]
)
def test_a_share_reaches_the_highest_step_that_it_is_not_below(have: int, of: int, level: int) -> None:
    assert Rule("10101", "standard", STEPS).step_of(Fraction(have, of)).level == level


def test_the_rules_are_the_programs_own_and_say_so() -> None:
    room()
    for key in ("steps", "measures", "periods"):
        row = RegulationParameter.objects.get(key=f"sectoral.maturity.{key}")
        assert (row.confidence, "bukan ketetapan BPS" in row.legal_basis) == ("own", True)


def test_each_of_the_38_indicators_has_a_line_and_their_shares_are_the_whole() -> None:
    room()
    lines = sheet().lines
    assert len(lines) == 38
    assert sum(one.share for one in lines) == 1


def test_a_stated_level_counts_and_the_gap_to_the_evidence_shows() -> None:
    room()
    assert (line("10101").level, line("10101").gap) == (4, None)
    state("10101", 2)
    assert (line("10101").level, line("10101").gap, gap_words(line("10101"))) == (2, -2, "2 tingkat di bawah usulan")
    assert sheet().by_evidence.lowest > sheet().index.lowest


def test_one_level_more_lifts_the_index_by_what_was_said() -> None:
    room()
    found = sheet()
    levels = {one.code: one.level or 1 for one in found.lines}
    before = maturity_index(found.method.scheme, levels).value
    assert before is not None
    for one in found.to_do():
        after = maturity_index(found.method.scheme, levels | {one.code: levels[one.code] + 1}).value
        assert after is not None
        assert after - before == one.lift


def test_what_lifts_most_comes_first_and_what_is_at_the_top_not_at_all() -> None:
    room()
    lifts = [one.lift for one in sheet().to_do()]
    assert lifts == sorted(lifts, reverse=True)
    assert "10101" in [one.code for one in sheet().to_do()]
    state("10101", 5)
    assert "10101" not in [one.code for one in sheet().to_do()]


def test_while_a_level_is_missing_there_is_no_index_but_its_bounds() -> None:
    room()
    assert sheet().index.value is None
    assert index_words(sheet()).startswith("Indeks antara ")
    for one in sheet().lines:
        state(one.code, 3)
    assert index_words(sheet()) == "Indeks 3: Baik"


@pytest.mark.parametrize(
    ("code", "told", "deed"),
    [
        ("10101", "1 dari 1 himpunan data punya standar.", "Tingkat 5 tidak terlihat dari sistem."),
        ("10201", "0 dari 1 himpunan data punya MS-Keg", "Isi formulir metadatanya. 1 lagi untuk tingkat 2."),
        ("20302", "Belum ada yang dapat dihitung.", "Nyatakan tingkatnya beserta buktinya."),
        ("40201", "Sistem tidak tahu.", "Nyatakan tingkatnya beserta buktinya."),
    ],
)
def test_a_line_says_what_is_known_and_what_to_do(code: str, told: str, deed: str) -> None:
    room()
    assert evidence_words(line(code)).startswith(told)
    assert deed_words(line(code)).startswith(deed)


def test_a_level_above_what_evidence_can_show_is_for_people() -> None:
    room()
    state("10201", 3)  # the evidence proposes 1, and would propose 2 next
    assert deed_words(line("10201")) == "Tingkat 4 tidak terlihat dari sistem. Nyatakan bila ada buktinya."


def test_many_statements_ask_the_database_as_often_as_none() -> None:
    room()
    few = queries_of(sheet)
    for one in sheet().lines:
        state(one.code, 2)
        state(one.code, 3)
    assert queries_of(sheet) == few
