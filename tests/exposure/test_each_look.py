"""Every look at what is secret leaves one entry in the log: who, at what; page by page, file by file."""

from __future__ import annotations

import pytest

from selaras.audit.models import Entry
from selaras.exposure.models import Assessment, Finding, Fix, Incident, Report, System
from selaras.intake.models import Batch
from tests.exposure.room import officer
from tests.exposure.test_visibility_of_scans import world
from tests.people.persons import browser_of
from tests.web.role_walk import nobody
from tests.web.walks import TABLE

pytestmark = pytest.mark.django_db
DESK = "/meja/keamanan/"
SYSTEM = "sistem/{system}/"
LOOKS: dict[str, tuple[str, str, str]] = {
    "exposure-desk": ("", "list", ""),
    "exposure-system": (SYSTEM, "system", "{system}"),
    "exposure-change": (SYSTEM + "ubah/", "system", "{system}"),
    "exposure-connect": (SYSTEM + "koneksi/", "system", "{system}"),
    "exposure-draw": ("koneksi/baru/", "map", ""),
    "exposure-criteria": (SYSTEM + "kriteria/", "system", "{system}"),
    "exposure-checklist": ("kriteria/", "criteria", ""),
    "exposure-assess": (SYSTEM + "penilaian/", "system", "{system}"),
    "exposure-assessment-file": ("penilaian/{assessment}/", "assessment", "{system}"),
    "exposure-import": ("berkas/", "files", ""),
    "exposure-batch": ("berkas/{batch}/", "file", "{batch}"),
    "exposure-batch-file": ("berkas/{batch}/catatan.xlsx", "file", "{batch}"),
    "exposure-template": ("berkas/daftar-sistem.xlsx", "file", ""),
    "exposure-routes": ("rute/", "routes", ""),
    "exposure-report": ("rute/laporan.pdf", "report", ""),
    "exposure-fixes": ("perbaikan/", "fixes", ""),
    "exposure-fix-new": ("perbaikan/baru/", "fixes", ""),
    "exposure-fix-change": ("perbaikan/{fix}/ubah/", "fixes", ""),
    "exposure-propose": ("perbaikan/usulkan/", "fixes", ""),
    "exposure-scans": ("pindaian/", "reports", ""),
    "exposure-scan": ("pindaian/{report}/", "report", "{report}"),
    "exposure-scan-file": ("pindaian/{report}/berkas/", "report", "{report}"),
    "exposure-coverage": ("cakupan/", "coverage", ""),
    "exposure-findings": ("temuan/", "findings", ""),
    "exposure-finding": ("temuan/{finding}/", "finding", "{finding}"),
    "exposure-incidents": ("insiden/", "incidents", ""),
    "exposure-incident-new": ("insiden/baru/", "incidents", ""),
    "exposure-incident-change": ("insiden/{incident}/ubah/", "incident", "{incident}"),
    "exposure-incident-report": ("insiden/{incident}/laporan.pdf", "incident", "{incident}"),
    "exposure-incident": ("insiden/{incident}/", "incident", "{incident}"),
}
SHOWS_NOTHING = {"exposure-new"}  # an empty form


def test_no_page_is_left_out() -> None:
    read = {name for name, (reads, _writes) in TABLE.items() if name.startswith("exposure-") and reads is not nobody}
    assert read == LOOKS.keys() | SHOWS_NOTHING


def test_each_page_keeps_who_looked_at_what() -> None:
    world()
    system = System.objects.get(name="simpeg (contoh)")
    keys = {
        "system": system.key,
        "assessment": Assessment.objects.get(system=system).key,
        "batch": Batch.objects.get(name="simpeg.csv").pk,
        "report": Report.objects.get(name="pindaian simpeg").key,
        "finding": Finding.objects.get(title="celah simpeg").key,
        "fix": Fix.objects.filter(system=system).earliest("pk").key,
        "incident": Incident.objects.get(contact="kontak simpeg").key,
    }
    browser, found = browser_of(officer()), {}
    for name, (path, _what, _subject) in LOOKS.items():
        before = Entry.objects.count()
        answer = browser.get(DESK + path.format(**keys))
        assert answer.status_code == 200, name
        found[name] = [(one.actor, one.action, one.subject) for one in Entry.objects.order_by("pk")[before:]]
    assert found == {
        name: [(officer().username, f"exposure.{what}_seen", subject.format(**keys))]
        for name, (_path, what, subject) in LOOKS.items()
    }


def test_a_door_that_stays_closed_tells_the_log_of_no_look() -> None:
    world()
    system = System.objects.get(name="antrean (contoh)")
    before = Entry.objects.count()
    assert browser_of(officer()).get(f"{DESK}sistem/{system.key}/").status_code == 404
    assert Entry.objects.count() == before
