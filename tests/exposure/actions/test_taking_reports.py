"""A report is kept whole and carried into the register: found, seen again, gone, reopened; matched by address."""

from __future__ import annotations

import gzip
import io
from dataclasses import replace

import pytest

from selaras.audit.models import Entry
from selaras.background import work_off
from selaras.exposure.actions import taking_reports
from selaras.exposure.actions.judging_findings import accept_risk
from selaras.exposure.actions.registering import change_system, register_system
from selaras.exposure.actions.taking_reports import take_report
from selaras.exposure.errors import NotAllowed, NotNow
from selaras.exposure.models import Finding, KnownList, Report, SeenHost, System
from selaras.exposure.queries import findings_visible_to
from tests.engines.findings.reports import WHOLE
from tests.exposure.room import CIVIL, HEALTH, SAID, a_system, agencies, agency, auditor, chief, officer
from tests.exposure.scans import MONDAY, SITE, TUESDAY, WEDNESDAY, alert, epss, kev, nuclei, sent, zap

pytestmark = pytest.mark.django_db
State = Finding.State


def simpeg() -> System:
    agencies()
    return a_system("SIMPEG (contoh)", worth=8, address=f"https://{SITE}")


def states() -> dict[str, str]:
    return dict(Finding.objects.values_list("title", "state"))


def test_a_finding_stands_at_the_system_of_its_address_and_the_file_is_kept_as_it_came() -> None:
    system, content = simpeg(), zap(alert("Suntikan SQL"))
    report = sent(content)
    finding = Finding.objects.get()
    assert (finding.system, finding.severity, finding.state) == (system, "high", State.OPEN)
    assert (finding.first_seen[:10], finding.last_seen[:10]) == (MONDAY, MONDAY)
    assert report.state == Report.State.READ
    assert report.file.open("rb").read() == content
    assert report.told["new"] == 1


def test_what_is_gone_what_stays_and_what_returns() -> None:
    simpeg()
    sent(zap(alert("a"), alert("b")))
    sent(zap(alert("b"), day=TUESDAY))
    assert states() == {"a": State.GONE, "b": State.OPEN}
    report = sent(zap(alert("a"), alert("b"), day=WEDNESDAY))
    assert states() == {"a": State.REOPENED, "b": State.OPEN}
    assert (report.told["reopened"], report.told["seen_again"]) == (1, 1)
    back = Finding.objects.get(title="a")
    assert (back.first_seen[:10], back.last_seen[:10], back.reopened) == (MONDAY, WEDNESDAY, 1)


def test_a_report_closes_only_what_it_looked_at() -> None:
    simpeg()
    sent(zap(alert("a")))
    sent(zap(site="lain.contoh.go.id", day=TUESDAY))
    assert states() == {"a": State.OPEN}


def test_the_same_bytes_are_the_same_report() -> None:
    simpeg()
    content = zap(alert("a"))
    first, entries = sent(content), Entry.objects.count()
    assert sent(content) == first
    assert Entry.objects.count() == entries
    assert Finding.objects.count() == 1


def test_an_accepted_risk_stays_accepted_while_it_is_seen_and_is_asked_again_once_it_came_back() -> None:
    simpeg()
    sent(zap(alert("a")))
    accept_risk(Finding.objects.get(), "Diganti tahun depan (contoh).", actor=officer(CIVIL))
    sent(zap(alert("a"), day=TUESDAY))
    assert states() == {"a": State.ACCEPTED}
    sent(zap(day=WEDNESDAY))
    sent(zap(alert("a"), day="2024-05-09"))
    found = Finding.objects.get()
    assert (found.state, found.reason) == (State.REOPENED, "")


@pytest.mark.parametrize("form", sorted(WHOLE))
def test_every_form_that_the_engine_reads_is_taken(form: str) -> None:
    simpeg()
    report = sent(WHOLE[form])
    assert report.state == Report.State.READ
    assert Finding.objects.filter(format=report.format).count() == report.told["new"]
    again = sent(WHOLE[form] + b"\n")
    assert again.told["new"] == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><nmaprun>&a;</nmaprun>', "entitas"),
        (b"%PDF-1.7", "PDF"),
        (b"Rapat dinas, 3 Mei", "dikenal"),
        (gzip.compress(b"0" * 40_000_000, mtime=0), "bom zip"),
        (zap(alert("a"))[:-20], "terpotong"),
    ],
)
def test_a_hostile_or_broken_file_is_refused_with_a_sentence_and_nothing_is_kept(content: bytes, sentence: str) -> None:
    simpeg()
    with pytest.raises(NotNow, match=sentence):
        sent(content)
    assert not Report.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_large_report_is_read_in_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_reports, "AT_ONCE", 10)
    simpeg()
    report = sent(zap(alert("a")))
    bad = sent(b"Rapat dinas, 3 Mei 2024")
    assert (report.state, Finding.objects.count()) == (Report.State.WAITING, 0)
    work_off("test")
    report.refresh_from_db()
    bad.refresh_from_db()
    assert (report.state, Finding.objects.count()) == (Report.State.READ, 1)
    assert bad.state == Report.State.REFUSED
    assert "dikenal" in bad.words


def test_an_agencys_report_is_about_its_own_systems_and_changes_no_other_register() -> None:
    simpeg()
    sent(zap(alert("a")))
    sent(zap(alert("a"), alert("b")), agency(HEALTH), by=officer(HEALTH))
    assert not Finding.objects.filter(agency=agency(HEALTH)).exclude(system=None).exists()
    sent(zap(day=TUESDAY), agency(HEALTH), by=officer(HEALTH))
    assert Finding.objects.get(agency=None).state == State.OPEN
    assert not Finding.objects.filter(agency=agency(HEALTH)).exclude(state=State.GONE).exists()


def test_who_keeps_no_inventory_sends_nothing_and_an_agency_nothing_for_the_region() -> None:
    simpeg()
    for who, owner in ((auditor(), None), (officer(CIVIL), None), (officer(CIVIL), agency(HEALTH))):
        with pytest.raises(NotAllowed):
            take_report("x", io.BytesIO(zap()), owner, actor=who)
    assert not Report.objects.exists()


def test_systems_at_one_address_are_told_apart_by_their_paths() -> None:
    agencies()
    arsip = a_system("Arsip (contoh)", address="https://satu.contoh.go.id/arsip")
    absen = a_system("Absen (contoh)", address="https://satu.contoh.go.id/absen")
    there = {"site": "satu.contoh.go.id"}
    sent(
        zap(
            alert("a", path="/arsip/masuk", **there),
            alert("b", path="/absen", **there),
            alert("c", path="/", **there),
            **there,
        )
    )
    assert dict(Finding.objects.values_list("title", "system")) == {"a": arsip.pk, "b": absen.pk, "c": None}


def test_a_system_that_is_registered_later_gets_what_was_seen_before_and_loses_it_with_its_address() -> None:
    agencies()
    sent(zap(alert("a")))
    assert SeenHost.objects.get().system is None
    system = a_system("SIMPEG (contoh)", address=f"https://{SITE}")
    assert SeenHost.objects.get().system == Finding.objects.get().system == system
    change_system(system, SAID, actor=chief())
    assert SeenHost.objects.get().system is None
    assert Finding.objects.get().system is None


def test_a_machine_is_known_by_its_name() -> None:
    agencies()
    system = a_system("SIMPEG (contoh)", host="192.0.2.10")
    sent(WHOLE["openvas"])
    assert Finding.objects.get().system == system


def test_the_newest_lists_tell_how_likely_a_finding_is_used() -> None:
    simpeg()
    sent(nuclei("CVE-2021-44228"))
    sent(epss([("CVE-2021-44228", 0.4), ("CVE-2020-0001", 0.1)]))
    assert Finding.objects.get().chance == pytest.approx(0.4)
    sent(epss([("CVE-2021-44228", 0.6)]))
    assert Finding.objects.get().chance == pytest.approx(0.6)
    sent(kev("CVE-2021-44228", "CVE-2022-0001"))
    assert Finding.objects.get().chance == 1
    sent(nuclei("CVE-2022-0001", day=TUESDAY))
    assert Finding.objects.get(cves=["CVE-2022-0001"]).chance == 1
    assert sorted(KnownList.objects.values_list("kind", "rows")) == [("epss", 1), ("epss", 2), ("kev", 2)]


def test_a_list_counts_for_all_so_an_agency_sends_none() -> None:
    simpeg()
    with pytest.raises(NotAllowed):
        sent(kev("CVE-2021-44228"), agency(CIVIL), by=officer(CIVIL))
    assert not KnownList.objects.exists()
    assert not Report.objects.exists()


def claimed(code: str, name: str, address: str, *, by: str = "") -> System:
    said = replace(SAID, name=name, address=address)
    return register_system(agency(code), said, actor=officer(by) if by else chief())


@pytest.mark.parametrize("address", [SITE, f"https://{SITE}/masuk"])
def test_who_claims_the_address_of_another_agency_gets_none_of_its_findings(address: str) -> None:
    """Before or after the report of the region, at the very address or deeper; nor does the owner lose them."""
    agencies()
    owner = claimed(CIVIL, "SIMPEG (contoh)", SITE, by=CIVIL)
    sent(zap(alert("a")))
    claimed(HEALTH, "Tiruan (contoh)", address, by=HEALTH)
    sent(zap(alert("a"), alert("b"), day=TUESDAY))
    assert set(Finding.objects.values_list("system", flat=True)) == {owner.pk}
    assert SeenHost.objects.get().system == owner
    assert not findings_visible_to(officer(HEALTH)).exists()


def test_a_host_that_agencies_share_is_told_apart_once_the_officer_of_the_region_vouches() -> None:
    agencies()
    claimed(CIVIL, "Portal (contoh)", SITE, by=CIVIL)
    guest = claimed(HEALTH, "Antrean (contoh)", f"{SITE}/masuk", by=HEALTH)
    sent(zap(alert("a")))
    assert not findings_visible_to(officer(HEALTH)).exists()
    told = replace(SAID, name=guest.name, address=guest.address)
    change_system(guest, told, actor=chief())
    assert findings_visible_to(officer(HEALTH)).get().system == guest
    change_system(guest, replace(told, address=f"{SITE}/masuk/lain"), actor=officer(HEALTH))
    assert not findings_visible_to(officer(HEALTH)).exists()
