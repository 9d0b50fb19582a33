"""The calendar on pages and in the calendars of phones."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from selaras.people.feeds import key_of
from selaras.people.models import Role
from selaras.planning.actions.calendar import move_stage
from tests.planning.calendar_setting import holder, seeded_cycle

pytestmark = pytest.mark.django_db


def _events(content: bytes) -> dict[str, tuple[str, date, date]]:
    return {
        str(event["uid"]): (str(event["summary"]), event["dtstart"].dt, event["dtend"].dt)
        for event in Calendar.from_ical(content).walk("VEVENT")
    }


def test_everybody_reads_the_calendar_and_takes_it_along() -> None:
    cycle = seeded_cycle()
    text = Client().get(reverse("calendar")).content.decode()
    assert "Forum Perangkat Daerah" in text
    assert "Jumat, 28 Februari 2020" in text
    response = Client().get(reverse("calendar-feed"))
    assert response.headers["Content-Type"].startswith("text/calendar")
    events = _events(response.content)
    assert len(events) == cycle.stages.count()
    assert ("Forum Perangkat Daerah", date(2020, 2, 1), date(2020, 2, 29)) in events.values()


def test_a_moved_stage_keeps_its_identity_in_the_feed() -> None:
    cycle = seeded_cycle()
    before = _events(Client().get(reverse("calendar-feed")).content)
    stage = cycle.stages.get(key="forum")
    move_stage(stage, date(2020, 2, 11), date(2020, 2, 11), reason="SE", actor=holder(Role.Kind.PLANNER))
    after = _events(Client().get(reverse("calendar-feed")).content)
    assert set(before) == set(after)
    assert [day for name, day, _ in after.values() if name == "Forum Perangkat Daerah"] == [date(2020, 2, 11)]


def test_the_feed_of_a_person_holds_their_tasks_and_opens_by_its_key_alone() -> None:
    seeded_cycle()
    operator = holder(Role.Kind.VILLAGE_OPERATOR)
    path = reverse("own-calendar", args=[key_of(operator)])
    names = [name for name, _, _ in _events(Client().get(path).content).values()]
    assert names == ["Musrenbang desa/kelurahan"]
    assert Client().get(reverse("own-calendar", args=["tebakan"])).status_code == 404
    operator.is_active = False
    operator.save()
    assert Client().get(path).status_code == 404


def test_bappeda_moves_a_stage_on_its_page_and_others_cannot() -> None:
    stage = seeded_cycle().stages.get(key="forum")
    path = reverse("stage", args=[stage.pk])
    moved = {"opens_on": "2020-02-11", "closes_on": "2020-02-11", "reason": "SE 050/1"}
    client = Client()
    client.force_login(holder(Role.Kind.TREASURY))
    assert client.post(path, moved).status_code == 403
    client.force_login(holder(Role.Kind.PLANNER, "bappeda"))
    wrong = client.post(path, moved | {"closes_on": "2020-02-01"})
    assert "lebih awal" in wrong.content.decode()
    assert client.post(path, moved).headers["Location"] == reverse("calendar")
    stage.refresh_from_db()
    assert (stage.opens_on, stage.closes_on) == (date(2020, 2, 11), date(2020, 2, 11))


def test_without_a_cycle_the_page_says_when_a_calendar_comes() -> None:
    assert "Belum ada kalender" in Client().get(reverse("calendar")).content.decode()
    assert Client().get(reverse("calendar-feed")).status_code == 404
