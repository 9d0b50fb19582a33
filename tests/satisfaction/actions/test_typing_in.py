"""Paper forms are typed in by an officer: a whole batch or none, once, gaps and all."""

from __future__ import annotations

from uuid import uuid4

import pytest

from selaras.people.models import Account
from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.actions.typing_in import type_in_paper
from selaras.satisfaction.errors import Incomplete, NotAllowed, NotNow
from selaras.satisfaction.filled import Filled
from selaras.satisfaction.models import Answer
from tests.satisfaction.room import form, keeper, steward, stranger, survey, typed, typist

pytestmark = pytest.mark.django_db


def test_forms_are_kept_with_their_gaps_and_who_typed_them_in() -> None:
    one = survey(desks=["Loket Gombong"])
    gaps = Filled({"time": 2, "cost": 4}, {"age": "60-up"}, "Kursi kurang", "loket-gombong")
    assert typed(one, [form(3), gaps]) == 2
    whole, part = Answer.objects.order_by("comment")
    assert whole.marks == form(3).marks
    assert (part.marks, part.age, part.desk and part.desk.name) == ({"time": 2, "cost": 4}, "60-up", "Loket Gombong")
    assert {(each.channel, each.typed_by, each.device, each.at) for each in (whole, part)} == {
        ("paper", typist(), "", None)
    }


def test_the_same_batch_twice_is_one() -> None:
    one, batch = survey(), uuid4()
    assert type_in_paper(one, batch, [form(3), form(4)], actor=typist()) == 2
    assert type_in_paper(one, batch, [form(3), form(4)], actor=typist()) == 0
    assert Answer.objects.count() == 2


def test_what_was_added_to_a_batch_that_was_kept_already_is_kept_too_wherever_it_stands() -> None:
    """The reply was lost, and the officer went on typing."""
    one, batch = survey(), uuid4()
    assert type_in_paper(one, batch, {1: form(3), 2: form(4)}, actor=typist()) == 2
    assert type_in_paper(one, batch, {0: form(1), 1: form(3), 2: form(4), 3: form(2)}, actor=typist()) == 2
    assert sorted(kept.marks["time"] for kept in Answer.objects.all()) == [1, 2, 3, 4]


def test_another_form_where_one_is_kept_is_neither_lost_nor_doubled_but_told() -> None:
    one, batch = survey(), uuid4()
    type_in_paper(one, batch, {2: form(3)}, actor=typist())
    with pytest.raises(Incomplete, match="sudah tersimpan formulir lain") as wrong:
        type_in_paper(one, batch, {2: form(1), 4: form(4)}, actor=typist())
    assert set(wrong.value.fields) == {"2.marks"}
    assert Answer.objects.get().marks == form(3).marks


def test_one_wrong_form_keeps_the_batch_back_and_is_named() -> None:
    one = survey()
    with pytest.raises(Incomplete) as wrong:
        typed(one, [form(3), Filled({"time": 7}), Filled({}, comment="Kosong")])
    assert set(wrong.value.fields) == {"1.time", "1.marks", "2.marks"}
    assert not Answer.objects.exists()


def test_an_empty_batch_says_so() -> None:
    with pytest.raises(Incomplete, match="Belum ada satu pun"):
        typed(survey(), [])


def test_a_closed_survey_takes_no_paper() -> None:
    one = survey()
    close(one, actor=keeper())
    with pytest.raises(NotNow, match="ditutup"):
        typed(one, [form(3)])


@pytest.mark.parametrize("who", [keeper, typist, steward])
def test_the_agency_and_the_steward_type_in(who: object) -> None:
    one = survey()
    assert type_in_paper(one, uuid4(), [form(3)], channel="phone", actor=_made(who)) == 1


def test_another_agency_does_not() -> None:
    one = survey()
    with pytest.raises(NotAllowed):
        type_in_paper(one, uuid4(), [form(3)], actor=stranger())


def _made(who: object) -> Account:
    assert callable(who)
    made = who()
    assert isinstance(made, Account)
    return made
