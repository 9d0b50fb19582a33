"""A survey is opened for a time, one at a time, and closed for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from selaras.audit.models import Entry
from selaras.satisfaction.actions.describing import Described, add_desk, change_service, describe_service
from selaras.satisfaction.actions.periods import Period, close, open_period
from selaras.satisfaction.errors import Incomplete, NotAllowed, NotNow
from selaras.satisfaction.models import Service, Survey
from tests.satisfaction.room import agency, keeper, service, steward, stranger, survey

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2021, 4, 1), date(2021, 4, 30)


@pytest.fixture(autouse=True)
def _spring(today: Callable[[date], None]) -> None:
    today(FIRST)


def test_it_asks_the_nine_questions_in_the_words_of_the_office_where_it_wrote_some() -> None:
    said = Period("Semester I", FIRST, LAST, {"cost": "Biayanya murah?", "time": "  "})
    one = open_period(service(), said, actor=keeper())
    assert len(one.questions) == 9
    assert one.questions["cost"] == "Biayanya murah?"
    assert one.questions["time"] == "Apakah layanannya cepat?"
    assert one.population == 500


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Period("", FIRST, LAST, {}), "name"),
        (Period("a" * 81, FIRST, LAST, {}), "name"),
        (Period("A", None, LAST, {}), "opens_on"),
        (Period("A", FIRST, None, {}), "closes_on"),
        (Period("A", LAST, FIRST, {}), "closes_on"),
        (Period("A", date(2021, 1, 1), date(2021, 2, 1), {}), "closes_on"),
        (Period("A", FIRST, LAST, {"cost": "a" * 201}), "q-cost"),
    ],
)
def test_what_is_missing_or_cannot_be_is_told(said: Period, field: str) -> None:
    with pytest.raises(Incomplete) as wrong:
        open_period(service(), said, actor=keeper())
    assert set(wrong.value.fields) == {field}


def test_one_at_a_time_and_no_name_twice() -> None:
    one = survey(name="Semester I")
    with pytest.raises(NotNow, match="Masih ada survei"):
        survey(one.service, "Semester II")
    close(one, actor=keeper())
    with pytest.raises(Incomplete, match="sudah ada"):
        survey(one.service, "Semester I")
    assert survey(one.service, "Semester II").key != one.key


def test_the_database_itself_holds_one_open_at_a_time() -> None:
    one = survey()
    one.pk, one.key, one.name = None, "lain", "Lain"
    with pytest.raises(IntegrityError):
        one.save(force_insert=True)


def test_closing_twice_is_closing_once() -> None:
    one = survey()
    first = close(one, actor=keeper())
    assert close(one, actor=steward()).closed_at == first.closed_at


def _describe(of: Service) -> Any:
    return describe_service(of.code, agency(), Described("Lain", 5), actor=stranger())


@pytest.mark.parametrize(
    "deed",
    [
        _describe,
        lambda of: add_desk(of, "Loket", actor=stranger()),
        lambda of: open_period(of, Period("A", FIRST, LAST, {}), actor=stranger()),
        lambda of: close(survey(of), actor=stranger()),
    ],
)
def test_another_agency_may_nothing(deed: Callable[[Service], Any]) -> None:
    of = service()
    with pytest.raises(NotAllowed):
        deed(of)
    assert not Survey.objects.exclude(state="open").exists()


@pytest.mark.parametrize(
    ("code", "said", "field"),
    [
        ("Layanan Satu", Described("Satu", 5), "code"),
        ("satu", Described(" ", 5), "name"),
        ("satu", Described("Satu", 0), "population"),
        ("satu", Described("Satu", None), "population"),
        ("satu", Described("Satu", 5, "a" * 301), "legal_basis"),
    ],
)
def test_a_service_is_described_whole(code: str, said: Described, field: str) -> None:
    service()
    with pytest.raises(Incomplete) as wrong:
        describe_service(code, agency(), said, actor=keeper())
    assert set(wrong.value.fields) == {field}


def test_a_code_belongs_to_one_agency() -> None:
    of = service()
    with pytest.raises(Incomplete, match="Kode ini sudah dipakai"):
        describe_service(of.code, agency("1.02.01"), Described("Lain", 5), actor=steward())


def test_a_known_code_is_no_new_service_unless_all_is_said_alike() -> None:
    """Said twice alike, the form was pressed twice."""
    of = service()
    assert service() == of
    with pytest.raises(Incomplete, match="sudah dipakai layanan Layanan komunikasi") as wrong:
        describe_service(of.code, agency(), Described("Layanan lain (contoh)", 7), actor=keeper())
    assert set(wrong.value.fields) == {"code"}
    assert service() == of


def test_a_service_is_changed_by_its_own_action_alone() -> None:
    of = service()
    with pytest.raises(NotAllowed):
        change_service(of, Described("Lain", 9), actor=stranger())
    with pytest.raises(Incomplete, match="Tulis nama layanannya"):
        change_service(of, Described(" ", 9), actor=keeper())
    now = change_service(of, Described(" Layanan siaran (contoh)", 9), actor=keeper())
    assert (now.code, now.name, now.population) == (of.code, "Layanan siaran (contoh)", 9)
    assert Entry.objects.filter(action="satisfaction.service_described").count() == 2


def test_two_desks_whose_names_begin_alike_are_two() -> None:
    of, long = service(), "Loket Kantor Kecamatan Karanggayam bagian"
    first, second = (add_desk(of, f"{long} {end}", actor=keeper()) for end in ("utara", "selatan"))
    assert (second.name, len({first.code, second.code})) == (f"{long} selatan", 2)
    assert second.code.endswith("-2")
    assert len(second.code) <= 40
    third, fourth = (add_desk(of, name, actor=keeper()) for name in ("Loket A", "Loket: A"))
    assert (third.code, fourth.code) == ("loket-a", "loket-a-2")


def test_a_desk_named_twice_is_one() -> None:
    of = service()
    assert add_desk(of, "Loket Gombong", actor=keeper()) == add_desk(of, " loket  Gombong ", actor=keeper())
    with pytest.raises(Incomplete, match="nama loket"):
        add_desk(of, "!!", actor=keeper())
