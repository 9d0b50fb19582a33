"""Which quarter of which forum is reported: the one that ended last, on the page and in what waits."""

from __future__ import annotations

from datetime import date

import pytest

from selaras.forum.actions.carrying import open_next_forum
from selaras.forum.models import Decision, Forum
from selaras.forum.reporting import forum_reported, quarters_ended
from selaras.people.models import Role
from tests.forum.decided import decided_forum
from tests.people.persons import person


@pytest.mark.parametrize(
    ("today", "ended"),
    [
        (date(2020, 12, 31), 0),
        (date(2021, 1, 1), 0),
        (date(2021, 3, 31), 0),
        (date(2021, 4, 1), 1),
        (date(2021, 6, 30), 1),
        (date(2021, 7, 1), 2),
        (date(2021, 12, 31), 3),
        (date(2022, 1, 1), 4),
        (date(2030, 5, 5), 4),
    ],
)
def test_a_quarter_counts_once_it_is_over(today: date, ended: int) -> None:
    assert quarters_ended(2021, today) == ended


@pytest.fixture
def forums() -> dict[int, Forum]:
    """Decided ones of 2021 and 2022."""
    first = decided_forum()
    second = open_next_forum(first, slug="contoh-2022", held_on=date(2021, 2, 9), actor=person("b", Role.Kind.PLANNER))
    told = {"rule": "ranked", "version": "1", "inputs_digest": "a", "document": b"", "summary": {}, "audit_head": "0"}
    Decision.objects.create(forum=second, digest="f" * 64, **told)
    return {2021: first, 2022: second}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("today", "asked", "year"),
    [
        (date(2020, 11, 1), "", 2021),  # nothing has begun: the next to come
        (date(2021, 5, 1), "", 2021),
        (date(2022, 2, 1), "", 2021),  # the last quarter of the year before is due
        (date(2022, 4, 1), "", 2022),
        (date(2022, 4, 1), "2021", 2021),
        (date(2022, 4, 1), "1999", 2022),
    ],
)
def test_the_forum_is_the_newest_with_a_quarter_over(
    forums: dict[int, Forum], today: date, asked: str, year: int
) -> None:
    assert forum_reported(person("opd", Role.Kind.PLANNER), today, asked) == forums[year]


@pytest.mark.django_db
def test_without_a_decided_forum_there_is_none() -> None:
    assert forum_reported(person("opd", Role.Kind.PLANNER), date(2021, 5, 1)) is None
