"""What will be done about a weak element is written, corrected and reported on; the log keeps what stood there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from selaras.audit.models import Entry
from selaras.satisfaction.actions.following_up import Planned, follow_up
from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.errors import Incomplete, NotAllowed, NotNow
from selaras.satisfaction.models import FollowUp, Result, Survey
from selaras.satisfaction.waiting import waiting_for
from tests.satisfaction.room import form, keeper, steward, stranger, survey, typed, typist

pytestmark = pytest.mark.django_db
DAY, TERM, LATER = date(2021, 4, 1), date(2021, 6, 30), date(2021, 8, 2)
SAID = Planned("Tambah satu loket", "Kepala UPT", TERM)
WEAK = form(3, 3, 1, 3, 3, 3, 2, 3, 3)  # time, then conduct, then none that could be told apart


@pytest.fixture
def out(today: Callable[[date], None]) -> Survey:
    today(DAY)
    one = survey(first=DAY)
    typed(one, [WEAK] * 12)
    close(one, actor=keeper())
    publish(one, actor=keeper())
    return one


def logged() -> list[dict[str, Any]]:
    return [one.detail for one in Entry.objects.filter(action="satisfaction.followed_up").order_by("pk")]


def test_it_is_written_and_later_what_came_of_it(out: Survey, today: Callable[[date], None]) -> None:
    kept = follow_up(out, "time", SAID, actor=keeper())
    assert (kept.deed, kept.owner, kept.due_on, kept.outcome, kept.ended_on) == (
        "Tambah satu loket", "Kepala UPT", TERM, "", None,
    )  # fmt: skip
    today(LATER)
    ended = follow_up(out, "time", replace(SAID, outcome=" Loket kedua dibuka. "), actor=steward())
    assert (ended.pk, ended.outcome, ended.ended_on) == (kept.pk, "Loket kedua dibuka.", LATER)
    assert [one.get("before", {}).get("outcome") for one in logged()] == [None, ""]


def test_the_same_again_changes_nothing_and_a_correction_is_logged_with_what_stood_there(out: Survey) -> None:
    for said in (SAID, SAID, replace(SAID, deed="Tambah dua loket")):
        follow_up(out, "time", said, actor=keeper())
    assert FollowUp.objects.get().deed == "Tambah dua loket"
    assert [one.get("before", {}).get("deed") for one in logged()] == [None, "Tambah satu loket"]


def test_a_term_that_is_moved_still_tells_the_first_one(out: Survey) -> None:
    follow_up(out, "time", SAID, actor=keeper())
    kept = follow_up(out, "time", replace(SAID, due_on=LATER), actor=keeper())
    assert (kept.first_due_on, kept.due_on, kept.was_moved) == (TERM, LATER, True)


def test_an_outcome_written_too_early_is_taken_back(out: Survey) -> None:
    follow_up(out, "time", replace(SAID, outcome="Sudah."), actor=keeper())
    kept = follow_up(out, "time", SAID, actor=keeper())
    assert (kept.outcome, kept.ended_on) == ("", None)


def test_it_waits_at_the_desk_once_its_term_has_passed(out: Survey, today: Callable[[date], None]) -> None:
    follow_up(out, "time", SAID, actor=keeper())
    for day, late in ((TERM, False), (date(2021, 7, 1), True)):
        today(day)
        assert [task.sentence for task in waiting_for(keeper())] == [
            "1 tindak lanjut survei lewat waktunya: tulis hasilnya."
        ] * late
    assert waiting_for(stranger()) == []
    follow_up(out, "time", replace(SAID, outcome="Loket kedua dibuka."), actor=keeper())  # its passed term stands
    assert waiting_for(keeper()) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"deed": " "}, "deed"),
        ({"deed": "a" * 501}, "deed"),
        ({"owner": ""}, "owner"),
        ({"owner": "a" * 121}, "owner"),
        ({"due_on": None}, "due_on"),
        ({"due_on": date(2021, 3, 31)}, "due_on"),
        ({"outcome": "a" * 1001}, "outcome"),
    ],
)
def test_what_is_missing_or_wrong_is_named(out: Survey, change: dict[str, Any], field: str) -> None:
    with pytest.raises(Incomplete) as lacks:
        follow_up(out, "time", replace(SAID, **change), actor=keeper())
    assert list(lacks.value.fields) == [field]
    assert not FollowUp.objects.exists()


@pytest.mark.parametrize(("element", "first"), [("cost", 3), ("nothing", 3), ("conduct", 1)])
def test_only_the_weakest_are_followed_up_as_many_as_the_regulation_has(out: Survey, element: str, first: int) -> None:
    Result.objects.update(figures=out.result.figures | {"mend_first": first})
    with pytest.raises(Incomplete, match="unsur yang terendah"):
        follow_up(out, element, SAID, actor=keeper())


def test_before_it_is_published_there_is_nothing_to_follow_up(today: Callable[[date], None]) -> None:
    today(DAY)
    one = survey(first=DAY)
    typed(one, [WEAK] * 12)
    close(one, actor=keeper())
    with pytest.raises(NotNow, match="sudah ditutup"):
        follow_up(one, "time", SAID, actor=keeper())


@pytest.mark.parametrize("who", [stranger, typist])
def test_others_do_not_write_it(out: Survey, who: Any) -> None:
    with pytest.raises(NotAllowed, match="dikelola oleh perencana"):
        follow_up(out, "time", SAID, actor=who())
