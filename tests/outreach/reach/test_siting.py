"""Where next: most people newly reached, proven; villages that are covered or not known bring nothing unless asked."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from selaras.government.models import Region
from selaras.outreach.models import Signal, SignalFact, Source, VillagePlace
from selaras.outreach.reach.errors import Incomplete
from selaras.outreach.reach.queries import Known
from selaras.outreach.reach.siting import Answer, Wish, centres_of, where_next


def village(number: int, km: float, people: int | None, signal: Signal = Signal.BLANK, district: str = "01") -> Known:
    """On one meridian, `km` kilometres south of the first."""
    code = f"33.05.{district}.{2000 + number}"
    place = Region(code=code, name=f"Desa {number}", level=Region.Level.VILLAGE, parent_id=code[:8])
    source = Source(name="Contoh", way=Source.Way.REPORT, as_of=date(2020, 1, 1))
    fact = SignalFact(source=source, village=place, signal=signal)
    at = VillagePlace(village=place, latitude=-7 - km / 111.2, longitude=109, population=people)
    return Known(place, (fact,), at)


def asked(known: list[Known], wish: Wish) -> Answer:
    return where_next(known, centres_of(known), wish)


LINE = [village(1, 0, 100), village(2, 3, 100), village(3, 6, 100), village(4, 30, 150), village(5, 60, 40)]


def test_one_site_in_the_middle_reaches_three_villages() -> None:
    answer = asked(LINE, Wish(4, sites=1))
    assert [one.candidate.village.name for one in answer.chosen] == ["Desa 2"]
    assert (answer.newly, answer.weak, answer.proven, answer.next_one) == (300, 490, True, 150)


def test_each_next_site_tells_what_it_adds() -> None:
    answer = asked(LINE, Wish(4, sites=3))
    assert [(one.candidate.village.name, one.adds) for one in answer.chosen] == [
        ("Desa 2", 300),
        ("Desa 4", 150),
        ("Desa 5", 40),
    ]


def test_a_site_names_only_the_villages_that_no_site_before_it_reaches() -> None:
    """The second site reaches village 2 again, which is counted once."""
    known = [village(1, 0, 100), village(2, 3, 100), village(3, 6, 100), village(4, 9, 90)]
    answer = asked(known, Wish(4, sites=2))
    named = [[one.village.name for one in each.villages] for each in answer.chosen]
    assert sorted(chain(*named)) == ["Desa 1", "Desa 2", "Desa 3", "Desa 4"]
    assert [sum(one.people or 0 for one in each.villages) for each in answer.chosen] == [
        each.adds for each in answer.chosen
    ]


def test_the_digest_stays_when_a_site_became_a_proposal_with_its_cost() -> None:
    """The same places in another order; their costs count only where rupiah are spent."""
    centres = centres_of(LINE)
    proposed = [replace(centres[3], proposal="7", cost=900), *centres[:3], centres[4]]
    for wish, same in ((Wish(4, sites=2, cost=500), True), (Wish(4, rupiah=2_000, cost=500), False)):
        digests = {where_next(LINE, candidates, wish).digest for candidates in (centres, proposed)}
        assert (len(digests) == 1) is same


def test_rupiah_buy_what_they_pay_for() -> None:
    answer = asked(LINE, Wish(4, rupiah=2_500, cost=1_000))
    assert (answer.newly, answer.spent) == (450, 2_000)


def test_covered_and_not_known_villages_bring_nothing_unless_asked() -> None:
    known = [village(1, 0, 900, Signal.COVERED), village(2, 30, 800, Signal.NOT_KNOWN), village(3, 60, 5)]
    assert asked(known, Wish(4, sites=1)).newly == 5
    assert asked(known, Wish(4, sites=1, unknown=True)).newly == 800


def test_a_village_without_people_is_told_to_be_left_out() -> None:
    answer = asked([*LINE, village(6, 90, None)], Wish(4, sites=1))
    assert (answer.left_out, answer.weak) == (1, 490)


def test_a_fair_choice_lifts_the_district_worst_off() -> None:
    known = [village(1, 0, 90), village(2, 30, 80), village(3, 60, 10, district="02")]
    assert asked(known, Wish(4, sites=2)).newly == 170
    fair = asked(known, Wish(4, sites=2, fair=True))
    assert (fair.newly, round(fair.share or 0, 2), fair.fair_proven) == (100, 0.53, True)


def test_the_same_question_has_the_same_digest_and_another_fact_another() -> None:
    first = asked(LINE, Wish(4, sites=1)).digest
    assert first == asked(LINE, Wish(4, sites=1)).digest
    assert first != asked([*LINE[:4], village(5, 60, 41)], Wish(4, sites=1)).digest


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (Wish(0, sites=1), "kilometres"),
        (Wish(4), "sites"),
        (Wish(4, sites=51), "sites"),
        (Wish(4, sites=1, rupiah=5, cost=1), "sites"),
        (Wish(4, rupiah=5), "cost"),
    ],
)
def test_a_wish_that_does_not_do_is_told_why(wish: Wish, field: str) -> None:
    with pytest.raises(Incomplete) as lacks:
        asked(LINE, wish)
    assert field in lacks.value.fields


def test_without_any_weak_village_there_is_nothing_to_choose() -> None:
    with pytest.raises(Incomplete):
        asked([village(1, 0, 5, Signal.COVERED)], Wish(4, sites=1))


@pytest.mark.slow
@pytest.mark.shared_data
def test_the_villages_of_the_sample_region_are_chosen_exactly(shared_data: Path) -> None:
    with (shared_data / "reach" / "kebumen_desa_33.05_titik.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    known = []
    for row in rows:
        one = Region(code=row["kode"], name=row["nama"], level=Region.Level.VILLAGE, parent_id=row["kode"][:8])
        place = VillagePlace(village=one, latitude=row["lat"], longitude=row["lng"], population=1)
        known.append(Known(one, (), place))
    answer = where_next(known, centres_of(known), Wish(4, sites=20, unknown=True), seconds=600)
    assert answer.proven
    assert len(answer.chosen) == 20
