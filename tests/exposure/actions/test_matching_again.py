"""A system that is registered, renamed or moved after a report gets what the report found at it, at no cost a row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.exposure.actions.handling_incidents import close_incident, open_incident
from selaras.exposure.actions.importing import take_inventory
from selaras.exposure.actions.registering import change_system
from selaras.exposure.models import Finding, SeenHost, System
from tests.engines.findings.reports import trivy
from tests.exposure.actions.test_handling_incidents import SAID as INCIDENT
from tests.exposure.room import CIVIL, SAID, a_system, agencies, chief
from tests.exposure.scans import alert, sent, zap
from tests.exposure.test_imports import book

pytestmark = pytest.mark.django_db
IMAGE = "aplikasi:1"
HEAD = ("Nama aplikasi", "Perangkat daerah", "Fungsi", "Klasifikasi data", "Alamat")


def test_what_was_found_in_an_image_is_at_the_system_that_has_its_name_later() -> None:
    agencies()
    sent(trivy(Vulnerabilities=[{"VulnerabilityID": "CVE-2021-44228", "PkgName": "log4j", "Severity": "HIGH"}]))
    found = Finding.objects.get()
    assert (found.system, found.seen_host) == (None, None)
    queue = a_system("Antrean (contoh)")
    change_system(queue, replace(SAID, name=IMAGE), actor=chief())
    assert set(Finding.objects.values_list("system", flat=True)) == {queue.pk}
    change_system(queue, replace(SAID, name="Antrean lama (contoh)"), actor=chief())
    assert set(Finding.objects.values_list("system", flat=True)) == {None}


def test_the_lesson_of_an_incident_stays_at_its_system_whatever_it_is_called() -> None:
    agencies()
    queue = a_system("Antrean (contoh)")
    incident = open_incident(queue.agency, queue, INCIDENT, actor=chief())
    close_incident(incident, "Pakai login dua langkah (contoh).", actor=chief())
    change_system(queue, replace(SAID, name="Antrean baru (contoh)"), actor=chief())
    assert Finding.objects.get().system == queue


def imported(count: int) -> int:
    """How many questions about the hosts that reports saw an import of so many new systems asks."""
    first = System.objects.count()
    rows = [
        (f"Situs {at} (contoh)", "Badan Kepegawaian (contoh)", "Berita", "Terbuka", f"situs-{at}.contoh.go.id")
        for at in range(first, first + count)
    ]
    with CaptureQueriesContext(connection) as asked:
        assert take_inventory("sistem.xlsx", book([HEAD, *rows]), actor=chief()).taken == count
    return sum('FROM "exposure_seenhost"' in one["sql"] for one in asked)


def test_a_file_of_systems_is_matched_once_and_not_row_by_row() -> None:
    agencies()
    for at in range(8):
        sent(zap(alert("a"), site=f"situs-{at}.contoh.go.id"))
    assert imported(2) == imported(6) > 0
    matched = SeenHost.objects.values_list("name", "system__name", "system__agency__code").order_by("name")
    assert list(matched) == [(f"situs-{at}.contoh.go.id", f"Situs {at} (contoh)", CIVIL) for at in range(8)]
    assert set(Finding.objects.values_list("system", flat=True)) == set(System.objects.values_list("pk", flat=True))
