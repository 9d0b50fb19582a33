"""What the system counts for the indicators, after each deed that changes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone

from selaras.government.queries import parameter_value
from selaras.sectoral.actions.deciding import decide
from selaras.sectoral.actions.filling_in import fill_in
from selaras.sectoral.actions.releasing import embargo, release, withdraw
from selaras.sectoral.actions.reopening import reopen
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.maturity.facts import gather
from selaras.sectoral.maturity.measures import MEASURES, Tally
from selaras.sectoral.models import Conflict, Dataset, Metadata
from tests.counting import queries_of
from tests.sectoral.conflicts.two_agencies import apart
from tests.sectoral.metadata import ACTIVITY, VARIABLE, filled_in
from tests.sectoral.room import FAULTY, GOOD, MENDED, SCHEMA, handed_in, looked_at, out, producer, room, sent, steward

pytestmark = pytest.mark.django_db
Form = Metadata.Form
CODED = SCHEMA["fields"][0] | {"sdi:codeSystem": {"name": "kemendagri", "version": "2020"}}


def counted(measure: str) -> Tally:
    today = timezone.localdate()
    return MEASURES[measure].count(gather(parameter_value("sectoral.maturity.periods", today), today))


def numbers(measure: str) -> tuple[int, int]:
    tally = counted(measure)
    return tally.have, tally.of


def with_codes(dataset: Dataset) -> None:
    set_standard(dataset, SCHEMA | {"fields": [CODED, *SCHEMA["fields"][1:]]}, actor=producer())


def whole_activity(dataset: Dataset) -> None:
    more = {"design": "3", "coverage": "Semua desa.", "tool": ["1"], "analysis": "Deskriptif.", "recommended": True}
    fill_in(dataset, Form.ACTIVITY, "", ACTIVITY | more, actor=producer())


def every_variable(dataset: Dataset) -> None:
    fill_in(dataset, Form.ACTIVITY, "", ACTIVITY, actor=producer())
    for name in ("desa", "laki", "perempuan", "jumlah"):
        fill_in(dataset, Form.VARIABLE, name, VARIABLE, actor=producer())


def hidden(dataset: Dataset) -> None:
    version = handed_in(dataset)
    embargo(version, timezone.localdate() + timedelta(9), actor=steward())
    release(version, actor=steward())


def twice(dataset: Dataset) -> None:
    out(dataset, GOOD)
    out(dataset, MENDED)


@pytest.mark.parametrize(
    ("measure", "before", "deed", "after"),
    [
        ("codes", (0, 1), with_codes, (1, 1)),
        ("metadata", (0, 1), filled_in, (0, 1)),
        ("metadata", (0, 1), every_variable, (1, 1)),
        ("access", (0, 4), filled_in, (1, 4)),
        ("need", (0, 1), filled_in, (1, 1)),
        ("design", (0, 1), filled_in, (0, 1)),
        ("design", (0, 1), whole_activity, (1, 1)),
        ("instrument", (0, 1), whole_activity, (1, 1)),
        ("analysis", (0, 1), whole_activity, (1, 1)),
        ("recommended", (0, 0), filled_in, (0, 1)),
        ("recommended", (0, 0), whole_activity, (1, 1)),
        ("collected", (0, 1), sent, (1, 1)),
        ("checked", (0, 0), lambda one: looked_at(sent(one, FAULTY)), (0, 1)),
        ("checked", (0, 0), handed_in, (1, 1)),
        ("scored", (0, 1), handed_in, (1, 1)),
        ("consistent", (0, 0), lambda one: looked_at(sent(one, FAULTY)), (0, 1)),
        ("consistent", (0, 0), handed_in, (1, 1)),
        ("handled", (0, 0), handed_in, (0, 1)),
        ("handled", (0, 0), out, (1, 1)),
        ("open_table", (0, 1), out, (1, 1)),
        ("open_table", (0, 1), lambda one: withdraw(out(one), "Keliru.", actor=steward()), (0, 1)),
        ("harvested", (0, 1), out, (1, 1)),
        ("harvested", (0, 1), hidden, (0, 1)),
        ("public", (0, 1), out, (1, 1)),
        ("public", (0, 1), hidden, (0, 1)),
        ("unhidden", (0, 0), hidden, (0, 1)),
        ("unhidden", (0, 0), out, (1, 1)),
        ("explained", (0, 0), out, (0, 1)),
        ("agencies_out", (0, 1), out, (1, 1)),
        ("series", (0, 0), out, (0, 1)),
        ("series", (0, 0), twice, (1, 1)),
        ("fresh", (0, 0), out, (1, 1)),
        ("on_time", (0, 0), twice, (1, 1)),
    ],
)
def test_a_deed_changes_what_is_counted(
    measure: str, before: tuple[int, int], deed: Callable[[Dataset], object], after: tuple[int, int]
) -> None:
    dataset = room()
    assert numbers(measure) == before
    deed(dataset)
    assert numbers(measure) == after


def test_a_release_grows_old_and_the_next_one_comes_late(today: Callable[[date], None]) -> None:
    dataset = room()
    today(date(2026, 1, 5))
    out(dataset, GOOD)
    today(date(2027, 4, 1))
    assert numbers("fresh") == (1, 1)  # a yearly one may come sixteen months later
    today(date(2027, 8, 1))
    assert numbers("fresh") == (0, 1)
    out(dataset, MENDED)
    assert (numbers("fresh"), numbers("on_time")) == ((1, 1), (0, 1))


def test_a_conflict_counts_once_it_is_decided_or_its_deadline_has_passed(today: Callable[[date], None]) -> None:
    conflict = apart()
    assert numbers("settled") == (0, 0)  # no calendar gives it a deadline
    due = timezone.localdate() + timedelta(3)
    Conflict.objects.update(due_on=due)
    assert numbers("settled") == (0, 0)
    decide(conflict, None, "", "Definisinya berbeda.", actor=steward())
    assert numbers("settled") == (1, 1)
    reopen(conflict, "Ada hitungan baru.", actor=steward())
    Conflict.objects.update(due_on=due)
    today(due)
    assert numbers("settled") == (0, 0)
    today(due + timedelta(1))
    assert numbers("settled") == (0, 1)
    decide(conflict, None, "", "Definisinya berbeda.", actor=steward())
    assert numbers("settled") == (0, 1)


def test_what_lacks_is_named() -> None:
    dataset = room()
    assert [one.code for one in counted("metadata").lacking] == [dataset.code]
    assert numbers("standard") == (1, 1)
    assert counted("standard").lacking == ()


def test_an_agency_without_anybody_who_sends_data_counts() -> None:
    room()
    assert numbers("agencies_in") == (1, 2)


def test_every_measure_belongs_to_an_indicator() -> None:
    room()
    named = {row["measure"] for row in parameter_value("sectoral.maturity.measures", timezone.localdate())}
    assert named == set(MEASURES)


def test_many_datasets_ask_the_database_as_often_as_one() -> None:
    dataset = room()
    twice(dataset)
    filled_in(dataset)
    periods = parameter_value("sectoral.maturity.periods", timezone.localdate())
    few = queries_of(gather, periods, timezone.localdate())
    for at in range(5):
        other = Dataset.objects.get(pk=dataset.pk)
        other.pk, other.code = None, f"contoh-{at}"
        other.save()
        set_standard(other, SCHEMA, actor=producer())
        out(other, GOOD + f"D{at},1,1,2\n".encode())
        filled_in(other)
    assert queries_of(gather, periods, timezone.localdate()) == few == 7
