"""An incident is opened with the clocks of the law in force, reported, written on, and closed with its lesson."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from selaras.exposure.actions.handling_incidents import (
    CORRECTED,
    Happened,
    close_incident,
    correct_incident,
    open_incident,
    reopen_incident,
    write_on,
)
from selaras.exposure.actions.judging_findings import settle
from selaras.exposure.actions.reporting_incidents import Sent, narrow, note_report, widen, withdraw_report
from selaras.exposure.errors import Incomplete, NotAllowed, NotNow
from selaras.exposure.models import Finding, Incident
from selaras.exposure.queries import incidents_visible_to
from selaras.government.actions import seed_parameters
from tests.exposure.room import CIVIL, HEALTH, a_system, agencies, auditor, chief, officer

pytestmark = pytest.mark.django_db


def at(day: int, month: int, year: int, hour: int) -> datetime:
    return datetime(year, month, day, hour, tzinfo=timezone.get_default_timezone())


SAID = Happened(
    Incident.Kind.ACCESS,
    "Bidang Persandian (contoh)",
    "Akun tak dikenal masuk.",
    "08.00 log menunjukkan akun asing.",
    "Data pegawai terbaca.",
    at(2, 1, 2026, 9),
)


def opened(**told: Any) -> Incident:
    seed_parameters(actor=chief())
    agencies()
    system = a_system("SIMPEG (contoh)")
    return open_incident(system.agency, system, replace(SAID, **told), actor=officer(CIVIL))


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ({}, []),
        ({"critical": True}, [at(3, 1, 2026, 9)]),
        ({"personal_data": True}, [at(5, 1, 2026, 9)]),  # over a weekend: hours, not working days
        ({"critical": True, "personal_data": True}, [at(3, 1, 2026, 9), at(5, 1, 2026, 9)]),
        ({"high_risk": True}, [None]),  # owed, and the rule names no hours
        ({"high_risk": True, "critical": True}, [at(3, 1, 2026, 9)]),  # to the same receivers, and sooner
        ({"personal_data": True, "found_at": at(1, 3, 2020, 9)}, []),  # before the law
    ],
)
def test_the_clocks_are_those_of_the_law_on_the_day_it_was_found(
    told: dict[str, Any], due: list[datetime | None]
) -> None:
    incident = opened(**told)
    assert [clock["due"] and datetime.fromisoformat(clock["due"]) for clock in incident.clocks] == due
    assert all(clock["legal_basis"] and clock["confidence"] for clock in incident.clocks)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"contact": ""}, "contact"),
        ({"description": " "}, "description"),
        ({"chronology": ""}, "chronology"),
        ({"impact": ""}, "impact"),
        ({"kind": "kebakaran"}, "kind"),
        ({"found_at": None}, "found_at"),
        ({"found_at": at(1, 1, 2999, 0)}, "found_at"),
    ],
)
def test_what_the_report_needs_is_asked_for(told: dict[str, Any], field: str) -> None:
    with pytest.raises(Incomplete) as refused:
        opened(**told)
    assert set(refused.value.fields) == {field}
    assert not Incident.objects.exists()


def test_a_report_is_noted_once_and_only_then_it_can_be_closed() -> None:
    incident = opened(critical=True)
    with pytest.raises(NotNow):
        close_incident(incident, "Pakai dua langkah.", actor=officer(CIVIL))
    reported = note_report(incident, "exposure.clock.critical", actor=officer(CIVIL))
    sent = datetime.fromisoformat(reported.clocks[0]["reported_at"])
    assert abs(sent - timezone.now()) < timedelta(minutes=5)
    with pytest.raises(NotNow):
        note_report(incident, "exposure.clock.critical", actor=officer(CIVIL))
    with pytest.raises(NotNow):
        close_incident(incident, "  ", actor=officer(CIVIL))
    assert close_incident(incident, "Pakai dua langkah.", actor=officer(CIVIL)).closed_at
    with pytest.raises(NotNow):
        write_on(incident, "Terlambat.", actor=officer(CIVIL))


def test_what_becomes_known_later_starts_its_own_clock() -> None:
    incident = opened(critical=True)
    now = widen(incident, "personal_data", actor=officer(CIVIL))
    assert now.personal_data
    first, later = now.clocks
    assert first == incident.clocks[0]
    assert later["key"] == "exposure.clock.personal_data"
    due = datetime.fromisoformat(later["due"])
    assert abs(due - timezone.now() - timedelta(hours=later["hours"])) < timedelta(minutes=5)


@pytest.mark.parametrize("concern", ["critical", "impact", ""])
def test_what_is_known_already_or_no_reason_to_report_starts_no_clock(concern: str) -> None:
    incident = opened(critical=True)
    with pytest.raises(NotNow):
        widen(incident, concern, actor=officer(CIVIL))
    with pytest.raises(NotAllowed):
        widen(incident, "personal_data", actor=officer(HEALTH))
    assert Incident.objects.get().clocks == incident.clocks


def test_what_is_open_stands_before_what_is_closed() -> None:
    incident = opened()
    running = open_incident(incident.agency, incident.system, replace(SAID, found_at=at(1, 1, 2026, 9)), actor=chief())
    close_incident(incident, "Pakai dua langkah.", actor=chief())
    assert list(incidents_visible_to(chief())) == [running, incident]


def test_the_chronology_grows_and_loses_nothing() -> None:
    incident = write_on(opened(), "Akun diblokir.", actor=officer(CIVIL))
    assert incident.chronology.startswith(SAID.chronology)
    assert incident.chronology.endswith("Akun diblokir.")


def test_another_agency_neither_sees_nor_touches_it() -> None:
    incident = opened(critical=True)
    assert [incidents_visible_to(who).count() for who in (officer(CIVIL), chief(), auditor(), officer(HEALTH))] == [
        1,
        1,
        1,
        0,
    ]
    for actor in (officer(HEALTH), auditor()):
        with pytest.raises(NotAllowed):
            note_report(incident, "exposure.clock.critical", actor=actor)


def corrected(incident: Incident, **told: Any) -> Incident:
    as_it_stands = {name: getattr(incident, name) for name in CORRECTED}
    return correct_incident(incident, as_it_stands | told, actor=officer(CIVIL))


def test_when_a_report_left_is_told_with_what_proves_it_and_a_slip_is_taken_back() -> None:
    incident = opened(critical=True)
    sent = Sent(at(2, 1, 2026, 15), " B/12/2026  (contoh) ")
    clock = note_report(incident, "exposure.clock.critical", sent, actor=officer(CIVIL)).clocks[0]
    assert (datetime.fromisoformat(clock["reported_at"]), clock["receipt"]) == (sent.at, "B/12/2026 (contoh)")
    clock = withdraw_report(incident, "exposure.clock.critical", actor=officer(CIVIL)).clocks[0]
    assert clock["reported_at"] is None
    with pytest.raises(NotNow):
        withdraw_report(incident, "exposure.clock.critical", actor=officer(CIVIL))


@pytest.mark.parametrize("sent", [Sent(at(2, 1, 2026, 8)), Sent(at(1, 1, 2999, 0)), Sent(receipt="x" * 201)])
def test_no_report_left_before_the_incident_was_found_or_later_than_now(sent: Sent) -> None:
    incident = opened(critical=True)
    with pytest.raises(NotNow):
        note_report(incident, "exposure.clock.critical", sent, actor=officer(CIVIL))
    assert Incident.objects.get().clocks == incident.clocks


def test_what_turns_out_to_be_vital_takes_the_place_of_a_high_risk_and_gives_it_back() -> None:
    incident = opened(high_risk=True)
    now = widen(incident, "critical", actor=officer(CIVIL))
    assert [clock["key"] for clock in now.clocks] == ["exposure.clock.critical"]
    now = narrow(now, "exposure.clock.critical", "Bukan infrastruktur vital.", actor=officer(CIVIL))
    assert [clock["key"] for clock in now.clocks] == ["exposure.clock.high_risk"]
    assert "Bukan infrastruktur vital." in now.chronology


def test_a_report_that_is_not_owed_after_all_keeps_no_incident_open() -> None:
    incident = opened(personal_data=True)
    key = "exposure.clock.personal_data"
    with pytest.raises(NotNow):
        narrow(incident, key, " ", actor=officer(CIVIL))
    now = narrow(incident, key, "Data uji saja.", actor=officer(CIVIL))
    assert (now.personal_data, now.clocks) == (False, [])
    assert close_incident(now, "Pisahkan data uji.", actor=officer(CIVIL)).closed_at


def test_what_is_corrected_keeps_what_stood_before_and_moves_the_clock() -> None:
    incident = note_report(opened(critical=True, personal_data=True), "exposure.clock.critical", actor=officer(CIVIL))
    now = corrected(incident, impact="Data 40 pegawai terbaca.", found_at=at(4, 1, 2026, 9))
    assert now.impact == "Data 40 pegawai terbaca."
    assert "Semula: Data pegawai terbaca." in now.chronology
    assert "Semula: 02-01-2026 09.00" in now.chronology
    assert [datetime.fromisoformat(clock["due"]) for clock in now.clocks] == [at(5, 1, 2026, 9), at(7, 1, 2026, 9)]
    assert [bool(clock["reported_at"]) for clock in now.clocks] == [True, False]
    assert corrected(now).chronology == now.chronology


def test_what_was_opened_to_the_second_is_not_changed_by_a_form_that_knows_minutes() -> None:
    incident = opened(critical=True, found_at=at(2, 1, 2026, 9).replace(second=31))
    assert corrected(incident, found_at=at(2, 1, 2026, 9)).chronology == incident.chronology
    assert datetime.fromisoformat(incident.clocks[0]["due"]) == at(3, 1, 2026, 9)


def test_it_was_not_found_after_a_report_of_it_had_left() -> None:
    sent = Sent(at(2, 1, 2026, 15))
    incident = note_report(opened(critical=True), "exposure.clock.critical", sent, actor=officer(CIVIL))
    with pytest.raises(Incomplete) as refused:
        corrected(incident, found_at=at(2, 1, 2026, 16))
    assert "laporannya" in refused.value.fields["found_at"]
    assert corrected(incident, found_at=at(2, 1, 2026, 15)).found_at == sent.at


def test_a_day_without_a_law_corrected_to_one_with_it_starts_the_clock() -> None:
    incident = opened(critical=True, found_at=at(2, 1, 2020, 9))
    assert incident.clocks == []
    assert len(corrected(incident, found_at=at(2, 1, 2026, 9)).clocks) == 1


@pytest.mark.parametrize("told", [{"impact": ""}, {"found_at": None}, {"kind": "kebakaran"}, {"contact": "x" * 201}])
def test_a_correction_leaves_nothing_out(told: dict[str, Any]) -> None:
    incident = opened()
    with pytest.raises(Incomplete) as refused:
        corrected(incident, **told)
    assert set(refused.value.fields) == set(told)


def test_closed_again_an_incident_has_one_lesson_that_is_open_again() -> None:
    incident = close_incident(opened(), "Pakai dua langkah.", actor=officer(CIVIL))
    settle(Finding.objects.get(), "Dipasang.", actor=officer(CIVIL))
    with pytest.raises(NotNow):
        reopen_incident(incident, "", actor=officer(CIVIL))
    incident = reopen_incident(incident, "Akun asing kembali.", actor=officer(CIVIL))
    with pytest.raises(NotNow):
        reopen_incident(incident, "Lagi.", actor=officer(CIVIL))
    close_incident(incident, "Cabut semua sesi.", actor=officer(CIVIL))
    lesson = Finding.objects.get()
    assert (lesson.title, lesson.state, lesson.reopened) == ("Cabut semua sesi.", Finding.State.REOPENED, 1)
