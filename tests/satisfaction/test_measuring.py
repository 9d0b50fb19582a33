"""What a survey found equals what one works out by hand; stuffing hardly moves it, and is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from selaras.engines.survey import TooFew
from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.measuring import digest_of, figures_of, weakest
from selaras.satisfaction.models import Answer, Survey
from selaras.satisfaction.scheme import guard_rule_on
from tests.satisfaction.room import ELEMENTS, form, keeper, sent, survey, typed

pytestmark = pytest.mark.django_db


def test_the_index_is_the_one_worked_out_by_hand() -> None:
    """Ten forms. Sums: U1 30, U2 28, U3 25, U4 40, U5 33, U6 35, U7 38, U8 22, U9 27; of tenths 278 / 9 · 0.1 · 25."""
    sums = (30, 28, 25, 40, 33, 35, 38, 22, 27)
    rows = [[total // 10 + (at < total % 10) for total in sums] for at in range(10)]
    one = survey()
    typed(one, [form(*row) for row in rows])
    found = figures_of(one)
    assert found["index"] == "77.22"  # 278 / 90 · 25 = 77.2222…
    assert found["band"] == {"key": "B", "name": "Baik"}
    assert [each["mean"] for each in found["elements"]] == [
        "3.00", "2.80", "2.50", "4.00", "3.30", "3.50", "3.80", "2.20", "2.70",
    ]  # fmt: skip
    assert [each["value"] for each in found["elements"]][:4] == ["75.00", "70.00", "62.50", "100.00"]
    assert "".join(each["band"] for each in found["elements"]) == "CCDABBADC"


@pytest.mark.parametrize(
    ("total", "of", "index", "band"),
    [
        (900, 900, "25.00", "D"),
        (2339, 900, "64.97", "D"),
        (2340, 900, "65.00", "C"),
        (2757, 900, "76.58", "C"),
        (2758, 900, "76.61", "B"),
        (3178, 900, "88.28", "B"),
        (3180, 900, "88.33", "A"),
        (3600, 900, "100.00", "A"),
    ],
)
def test_bands_at_their_edges(total: int, of: int, index: str, band: str) -> None:
    """`total` marks over `of` of them: a hundred forms of nine."""
    base, more = divmod(total, of)
    marks = [base + 1] * more + [base] * (of - more)
    one = survey()
    typed(one, [form(*marks[at : at + 9]) for at in range(0, of, 9)])
    found = figures_of(one)
    assert (found["index"], found["band"]["key"]) == (index, band)


def test_an_element_left_open_counts_for_those_who_judged_it() -> None:
    one = survey()
    whole = form(4)
    part = {key: mark for key, mark in whole.marks.items() if key != "cost"}
    typed(one, [whole] * 10 + [type(whole)(part)] * 5)
    found = figures_of(one)
    assert (found["index"], [each["answered"] for each in found["elements"]]) == ("100.00", [15, 15, 15, 10] + [15] * 5)


def test_the_sample_tells_what_is_missing() -> None:
    one = survey()  # of 500 served
    typed(one, [form(3)] * 20)
    assert figures_of(one)["sample"] == {"population": 500, "needed": 217, "missing": 197}


def test_the_interval_holds_the_index_and_the_same_answers_give_the_same_one() -> None:
    one = survey()
    typed(one, [form(1 + at % 4) for at in range(40)])
    first, again = figures_of(one), figures_of(one)
    assert first == again
    assert first["interval"]["low"] < float(first["index"]) < first["interval"]["high"]
    assert json.loads(json.dumps(first)) == first


def test_below_ten_voices_there_is_no_figure() -> None:
    one = survey()
    typed(one, [form(3)] * 9)
    with pytest.raises(TooFew):
        figures_of(one)


def many(to: Survey, count: int, mark: int, device: Callable[[int], str], network: Callable[[int], str]) -> None:
    """As the action keeps them, written at once."""
    model = sent(to, form(mark), device(0), network(0))
    rows = []
    for at in range(1, count):
        one = Answer.objects.get(pk=model.pk)
        one.pk, one.key, one.device, one.network = None, uuid4(), device(at)[:32], network(at)[:32]
        rows.append(one)
    model.device, model.network = device(0)[:32], network(0)[:32]
    model.save()
    Answer.objects.bulk_create(rows)


@pytest.mark.parametrize(
    ("device", "why"),
    [(lambda _at: "satu", "device"), (lambda at: f"baru-{at}", "network")],
    ids=["one device", "a device that throws its token away each time"],
)
@pytest.mark.parametrize("mark", [1, 4])
def test_stuffing_500_answers_moves_the_index_by_less_than_half_a_point_and_is_told(
    mark: int, device: Callable[[int], str], why: str
) -> None:
    one = survey()
    typed(one, [form(3, 3, 2, 3, 4, 3, 3, 2, 3), form(2), form(4)] * 20)
    honest = figures_of(one)
    many(one, 500, mark, device, lambda _at: "jaringan")
    stuffed = figures_of(one)
    assert abs(Decimal(stuffed["index"]) - Decimal(honest["index"])) < Decimal("0.5")
    assert abs(Decimal(stuffed["guard"]["without"]) - Decimal(honest["index"])) > 20
    [cluster] = stuffed["guard"]["clusters"]
    assert (cluster["answers"], cluster["why"]) == (500, why)
    assert (honest["guard"]["clusters"], honest["guard"]["without"]) == ([], honest["index"])


def test_a_whole_village_behind_one_address_is_believed_up_to_the_limit() -> None:
    one = survey()
    typed(one, [form(3)] * 10)
    believed = guard_rule_on(timezone.localdate()).network
    many(one, believed, 2, lambda at: f"telepon-{at}", lambda _at: "desa")
    Answer.objects.filter(channel="link").update(at=None)  # spread over the day: no burst
    assert figures_of(one)["guard"]["clusters"] == []
    assert figures_of(one)["counted"] == 10 + believed


def test_desks_are_told_apart_only_where_their_intervals_allow() -> None:
    one = survey(desks=["Loket A", "Loket B", "Loket C"])
    for desk, marks in (("loket-a", [4, 4, 3, 4]), ("loket-b", [4, 3, 4, 4]), ("loket-c", [1, 2, 1, 1])):
        typed(one, [form(mark, desk=desk) for mark in marks * 10])
    standings = {each["name"]: (each["best"], each["worst"]) for each in figures_of(one)["desks"]["standings"]}
    assert standings == {"Loket A": (1, 2), "Loket B": (1, 2), "Loket C": (3, 3)}


def test_a_desk_with_few_answers_is_left_out_by_name() -> None:
    one = survey(desks=["Loket A", "Loket B"])
    typed(one, [form(3, desk="loket-a")] * 12 + [form(1, desk="loket-b")] * 3)
    found = figures_of(one)["desks"]
    assert ([each["name"] for each in found["standings"]], found["left_out"]) == (["Loket A"], ["Loket B"])


def period(marks: list[int], name: str, first: date, today: Callable[[date], None], of: Any = None) -> Survey:
    today(first)
    one = survey(of, name, first)
    typed(one, [form(mark) for mark in marks])
    close(one, actor=keeper())
    return one


def test_the_trend_tells_a_real_change_from_chance(today: Callable[[date], None]) -> None:
    first = period([3, 3, 2, 3] * 15, "I", date(2020, 6, 1), today)
    publish(first, actor=keeper())
    second = period([3, 2, 3, 3] * 15, "II", date(2020, 12, 1), today, first.service)
    publish(second, actor=keeper())
    third = period([4, 4, 4, 3] * 15, "III", date(2021, 6, 1), today, first.service)
    found = figures_of(third)["trend"]
    assert [(each["name"], each["index"], each["real"]) for each in found] == [
        ("I", "68.75", False), ("II", "68.75", False), ("III", "93.75", True),
    ]  # fmt: skip
    assert [each["change"] for each in found] == [None, 0.0, 25.0]
    assert found[2] | figures_of(third)["interval"] == found[2]
    assert found[0] | first.result.figures["interval"] == found[0]


def test_where_all_elements_are_alike_none_is_called_the_weakest() -> None:
    one = survey()
    typed(one, [form(3)] * 10)
    assert weakest(figures_of(one)) == []
    typed(one, [form(3, 3, 1, 3, 3, 3, 2, 3, 3)] * 10)
    assert [each["key"] for each in weakest(figures_of(one) | {"mend_first": 2})] == ["time", "conduct"]


def test_what_was_published_is_published_once() -> None:
    one = survey()
    typed(one, [form(3)] * 12)
    close(one, actor=keeper())
    result = publish(one, actor=keeper())
    assert publish(one, actor=keeper()).pk == result.pk
    assert result.digest == digest_of(result.figures)
    assert (result.index, result.band) == (Decimal("75.00"), "C")


def test_every_element_of_the_regulation_is_there(db: None) -> None:
    one = survey()
    typed(one, [form(3)] * 10)
    assert tuple(each["key"] for each in figures_of(one)["elements"]) == ELEMENTS
