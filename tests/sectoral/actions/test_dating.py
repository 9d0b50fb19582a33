"""To which day the data goes, and how soon after it the public saw it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from selaras.government.actions import seed_parameters
from selaras.people.actions import system_account
from selaras.sectoral.actions.dating import date_version
from selaras.sectoral.actions.releasing import embargo, release
from selaras.sectoral.errors import NotAllowed, NotNow
from selaras.sectoral.models import Dataset, Version
from tests.sectoral.room import handed_in, out, producer, room, sent, steward, stranger

pytestmark = pytest.mark.django_db
END = date(2019, 12, 31)


@pytest.fixture
def law() -> None:
    seed_parameters(actor=system_account())


def timed(version: Version) -> tuple[int, int] | None:
    version.refresh_from_db()
    assert version.check_in_force
    found = version.check_in_force.qualities.filter(dimension="timeliness").first()
    return (found.good, found.of) if found else None


@pytest.mark.usefixtures("law")
@pytest.mark.parametrize(
    ("released", "told"),
    [(date(2020, 3, 30), (365, 365)), (date(2020, 3, 31), (364, 365)), (date(2022, 1, 1), (0, 365))],
)
def test_each_day_after_the_time_allowed_costs_its_part(
    today: Callable[[date], None], released: date, told: tuple[int, int]
) -> None:
    today(released)
    version = date_version(handed_in(room()), END, actor=producer())
    assert timed(version) is None
    release(version, actor=steward())
    assert timed(version) == told


@pytest.mark.usefixtures("law")
def test_under_embargo_it_counts_to_the_day_on_which_the_public_sees_it(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    version = date_version(handed_in(room()), END, actor=producer())
    embargo(version, date(2020, 4, 9), actor=steward())
    release(version, actor=steward())
    assert timed(version) == (355, 365)
    embargo(version, None, actor=steward())
    assert timed(version) == (365, 365)


@pytest.mark.usefixtures("law")
def test_nothing_is_measured_without_a_day_nor_for_a_frequency_without_a_time_allowed() -> None:
    dataset = room()
    assert timed(out(dataset)) is None
    Dataset.objects.update(frequency=Dataset.Frequency.LONGER)
    version = handed_in(Dataset.objects.get(), b"desa,laki,perempuan,jumlah\nAyah,1,1,2\n")
    assert timed(release(date_version(version, END, actor=producer()), actor=steward())) is None


def test_a_day_that_has_not_passed_is_refused(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    version = sent(room())
    with pytest.raises(NotNow, match="belum lewat"):
        date_version(version, date(2020, 3, 3), actor=producer())
    assert date_version(version, date(2020, 3, 2), actor=producer()).period_end == date(2020, 3, 2)
    assert date_version(version, None, actor=producer()).period_end is None


def test_another_agency_does_not_say_it_and_after_the_release_nobody_does() -> None:
    version = out(room())
    with pytest.raises(NotAllowed):
        date_version(version, END, actor=stranger())
    with pytest.raises(NotNow, match="dirilis"):
        date_version(version, END, actor=producer())
