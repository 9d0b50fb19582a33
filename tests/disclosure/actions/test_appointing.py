"""Posts, trainings and desks are entered by the body itself or the main PPID; what was stays readable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from selaras.audit.queries import head, verify
from selaras.disclosure.actions.appointing import Appointment, appoint_officer, end_post, note_training
from selaras.disclosure.actions.networking import describe_desk, let_help
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.disclosure.models import Officer, PublicBody, Training
from selaras.disclosure.queries import officers_in_post
from selaras.people.actions import system_account
from tests.disclosure.network import DISTRICT, agency, at_desk, main_officer, network, superior_of

pytestmark = pytest.mark.django_db
DAY = date(2020, 1, 14)
FIRST = Appointment("head", "Sekretaris Desa (contoh)", "Sekretaris", date(2019, 3, 1))


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    made = network()
    today(DAY)
    return made


def in_post(on: date = DAY) -> list[str]:
    return list(officers_in_post(on).order_by("pk").values_list("name", flat=True))


def test_who_comes_after_ends_who_was_before(body: PublicBody) -> None:
    desk = at_desk(body)
    appoint_officer(body, FIRST, actor=desk)
    appoint_officer(body, Appointment("head", "Penerus (contoh)", since=date(2020, 1, 2)), actor=desk)
    assert Officer.objects.get(name=FIRST.name).until == date(2020, 1, 1)
    assert (in_post(date(2020, 1, 1)), in_post()) == ([FIRST.name], ["Penerus (contoh)"])
    assert verify().intact


def test_at_the_desk_several_serve(body: PublicBody) -> None:
    for name in ("Satu (contoh)", "Dua (contoh)"):
        appoint_officer(body, Appointment("desk", name), actor=at_desk(body))
    assert in_post() == ["Satu (contoh)", "Dua (contoh)"]


def test_the_same_person_again_is_the_same_entry(body: PublicBody) -> None:
    desk = at_desk(body)
    first = appoint_officer(body, FIRST, actor=desk)
    logged = head()
    assert appoint_officer(body, FIRST, actor=desk) == first
    assert appoint_officer(body, Appointment("head", f"  {FIRST.name.upper()} "), actor=desk) == first
    assert head() == logged
    appoint_officer(body, Appointment("head", FIRST.name, "Sekdes"), actor=desk)
    first.refresh_from_db()
    assert (first.position, first.since, head() == logged) == ("Sekdes", FIRST.since, False)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (Appointment("head", "  "), "name"),
        (Appointment("head", "x" * 151), "name"),
        (Appointment("head", "Nama (contoh)", "x" * 151), "position"),
        (Appointment("raja", "Nama (contoh)"), "post"),
        (Appointment("head", "Nama (contoh)", since=date(2019, 3, 1)), "since"),  # the day on which the first began
    ],
)
def test_what_is_wrong_is_told_beside_its_field(body: PublicBody, told: Appointment, field: str) -> None:
    appoint_officer(body, FIRST, actor=at_desk(body))
    with pytest.raises(Incomplete) as wrong:
        appoint_officer(body, told, actor=at_desk(body))
    assert set(wrong.value.fields) == {field}
    assert in_post() == [FIRST.name]


def test_a_post_ends_once_and_stays_on_record(body: PublicBody) -> None:
    officer = appoint_officer(body, FIRST, actor=at_desk(body))
    for day in (date(2019, 2, 1), date(2020, 1, 15)):
        with pytest.raises(Incomplete):
            end_post(officer, day, actor=at_desk(body))
    end_post(officer, date(2020, 1, 13), actor=at_desk(body))
    with pytest.raises(NotNow):
        end_post(officer, DAY, actor=at_desk(body))
    assert (in_post(), Officer.objects.count()) == ([], 1)


def test_a_training_is_noted_once(body: PublicBody) -> None:
    desk = at_desk(body)
    for attended in (2, 2, 3):
        note_training(body, "Bimtek PPID desa (contoh)", date(2019, 11, 5), attended, actor=desk)
    assert Training.objects.get().attended == 3


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (("", date(2019, 11, 5), 1), "title"),
        (("x" * 201, date(2019, 11, 5), 1), "title"),
        (("Bimtek", date(2020, 1, 15), 1), "held_on"),
        (("Bimtek", date(2019, 11, 5), 0), "attended"),
        (("Bimtek", date(2019, 11, 5), 1001), "attended"),
    ],
)
def test_a_training_that_cannot_be_is_refused(body: PublicBody, told: Any, field: str) -> None:
    with pytest.raises(Incomplete) as wrong:
        note_training(body, *told, actor=at_desk(body))
    assert set(wrong.value.fields) == {field}


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"email": "bukan surel"}, "email"),
        ({"phone": "0" * 31}, "phone"),
        ({"decree": "Keputusan 3/2019"}, "decree_date"),
        ({"decree_date": date(2019, 5, 2)}, "decree"),
        ({"decree": "Keputusan 3/2019", "decree_date": date(2020, 1, 15)}, "decree_date"),
    ],
)
def test_a_desk_is_described_whole_or_not_at_all(body: PublicBody, told: dict[str, Any], field: str) -> None:
    logged = head()
    with pytest.raises(Incomplete) as wrong:
        describe_desk(body, {"address": "Jalan Baru", **told}, actor=at_desk(body))
    assert set(wrong.value.fields) == {field}
    body.refresh_from_db()
    assert (body.address, head()) == ("", logged)


def test_the_same_help_again_is_not_logged_again(body: PublicBody) -> None:
    district = PublicBody.objects.get(region=DISTRICT)
    let_help(body, district, actor=at_desk(body))
    logged = head()
    let_help(body, district, actor=at_desk(body))
    assert head() == logged


@pytest.mark.parametrize("who", ["desk", "main", "helper", "program", "agency", "superior"])
def test_only_the_body_its_helper_and_the_main_ppid_enter_anything(body: PublicBody, who: str) -> None:
    district = PublicBody.objects.get(region=DISTRICT)
    let_help(body, district, actor=at_desk(body))
    helper = at_desk(district)
    helper.roles.update(kind="district_operator")
    actor = {
        "desk": at_desk(body),
        "main": main_officer(),
        "helper": helper,
        "program": system_account(),
        "agency": at_desk(agency()),
        "superior": superior_of(body),
    }[who]
    officer = appoint_officer(body, FIRST, actor=at_desk(body))
    deeds: list[Callable[[], object]] = [
        lambda: describe_desk(body, {"address": "Jalan Baru"}, actor=actor),
        lambda: appoint_officer(body, Appointment("desk", "Petugas (contoh)"), actor=actor),
        lambda: note_training(body, "Bimtek", date(2019, 11, 5), actor=actor),
        lambda: end_post(officer, DAY, actor=actor),
    ]
    for deed in deeds:
        if who in {"agency", "superior"}:
            with pytest.raises(NotAllowed):
                deed()
        else:
            deed()
