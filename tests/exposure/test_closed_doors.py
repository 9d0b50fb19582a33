"""What is behind the pages of one agency answers another as what does not exist, and everybody else as all pages do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from selaras.exposure.models import Assessment, Finding, Fix, Incident, Report, System
from selaras.intake.models import Batch
from tests.exposure.room import HEALTH, joined, officer
from tests.exposure.test_visibility_of_scans import ELSE, world
from tests.people.persons import browser_of, person

pytestmark = pytest.mark.django_db
DESK = "/meja/keamanan/"
NO_KEY, NO_NUMBER = "0" * 12, 987_654_321


def doors() -> Iterator[tuple[str, str, str]]:
    """Method, address of a thing of the one agency, and the same address of nothing."""
    system = System.objects.get(name="simpeg (contoh)")
    for path in ("", "ubah/", "koneksi/", "kriteria/", "penilaian/"):
        yield "GET", f"sistem/{system.key}/{path}", f"sistem/{NO_KEY}/{path}"
    for path in ("ubah/", "koneksi/", "kriteria/", "penilaian/", "hentikan/"):
        yield "POST", f"sistem/{system.key}/{path}", f"sistem/{NO_KEY}/{path}"
    inner = joined(system, System.objects.get(name="Arsip simpeg (contoh)"))
    yield "POST", f"koneksi/{inner.key}/hapus/", f"koneksi/{NO_KEY}/hapus/"
    report = Report.objects.get(name="pindaian simpeg")
    for path in ("", "berkas/"):
        yield "GET", f"pindaian/{report.key}/{path}", f"pindaian/{NO_KEY}/{path}"
    yield "POST", f"pindaian/{report.key}/model/", f"pindaian/{NO_KEY}/model/"
    finding = Finding.objects.get(title="celah simpeg")
    yield "GET", f"temuan/{finding.key}/", f"temuan/{NO_KEY}/"
    yield "POST", f"temuan/{finding.key}/langkah/", f"temuan/{NO_KEY}/langkah/"
    assessment = Assessment.objects.get(system=system)
    yield "GET", f"penilaian/{assessment.key}/", f"penilaian/{NO_KEY}/"
    fix = Fix.objects.get(label="tambal simpeg")
    yield "POST", f"perbaikan/{fix.key}/langkah/", f"perbaikan/{NO_KEY}/langkah/"
    incident = Incident.objects.get(contact="kontak simpeg")
    yield "GET", f"insiden/{incident.key}/", f"insiden/{NO_KEY}/"
    yield "POST", f"insiden/{incident.key}/langkah/", f"insiden/{NO_KEY}/langkah/"
    batch = Batch.objects.get(name="simpeg.csv")
    for path in ("", "catatan.xlsx"):
        yield "GET", f"berkas/{batch.pk}/{path}", f"berkas/{NO_NUMBER}/{path}"


def answer(browser: Client, method: str, path: str) -> tuple[int, str]:
    """Status and page, without what is drawn anew each time and without the address that was asked for."""
    told = browser.get(DESK + path) if method == "GET" else browser.post(DESK + path)
    page = b"".join(told.streaming_content) if told.streaming else told.content  # type: ignore[attr-defined]
    return told.status_code, re.sub(r'value="([A-Za-z0-9]{64}|/meja/.*?)"', "", page.decode(errors="replace"))


def test_another_agency_cannot_tell_what_is_there_from_what_is_not() -> None:
    world()
    browser, told = browser_of(officer(HEALTH)), list(doors())
    answers = {(method, path): answer(browser, method, path) for method, path, _nothing in told}
    nothing = {(method, path): answer(browser, method, none) for method, path, none in told}
    assert {at: status for at, (status, _page) in answers.items() if status != 404} == {}
    assert answers == nothing


def test_who_needs_nothing_of_it_is_shown_the_same_door_everywhere() -> None:
    world()
    told = list(doors())
    for kind in ("", *ELSE):
        browser = browser_of(person(f"lain-{kind}", kind))
        answers = {(method, path): answer(browser, method, path) for method, path, _nothing in told}
        nothing = {(method, path): answer(browser, method, none) for method, path, none in told}
        assert {at: status for at, (status, _page) in answers.items() if status != 403} == {}, kind
        assert answers == nothing, kind


def test_a_stranger_is_asked_to_sign_in_whatever_the_address() -> None:
    world()
    for method, path, none in doors():
        for one in (path, none):
            told = Client().generic(method, DESK + one)
            assert (told.status_code, told.headers["Location"].split("?")[0]) == (302, "/masuk/"), one


def test_a_fix_of_another_agency_is_not_among_the_ticked() -> None:
    """Neither tried on the page, nor sent to the forum, nor told apart from a key that nobody has."""
    world()
    browser, theirs = browser_of(officer(HEALTH)), Fix.objects.get(label="tambal simpeg").key
    for path in ("perbaikan/?coba={}", "perbaikan/usulkan/?coba={}", "perbaikan/baru/?temuan={}", "rute/?ke={}"):
        pages = [answer(browser, "GET", path.format(key)) for key in (theirs, NO_KEY)]
        assert pages[0][1].replace(theirs, NO_KEY) == pages[1][1], path
        assert "simpeg" not in pages[0][1].replace("simpeg (contoh)", ""), path  # a neighbour's name is known
