"""The invented district: as many systems as asked, each named so, with routes to core systems and fixes to plan."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from selaras.engines.routes import leading_routes
from selaras.exposure.known_uses import current_lists
from selaras.exposure.models import Computation, Connection, Finding, Fix, KnownUse, Report, SeenHost, System
from selaras.exposure.planning_fixes import measures, planned
from selaras.exposure.queries import candidates_visible_to
from selaras.exposure.sample import seed_district
from selaras.exposure.sample_practice import seed_practice
from selaras.exposure.sample_scans import seed_scans
from selaras.exposure.viewing import view_of
from selaras.government.actions import seed_parameters
from selaras.government.models import Agency
from tests.exposure.room import agencies, chief
from tests.exposure.scans import epss, sent
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db


def test_it_holds_what_a_demonstration_needs_and_says_that_it_is_invented() -> None:
    agencies()
    assert seed_district(list(Agency.objects.all()), systems=60, actor=chief()) == 60
    assert not System.objects.exclude(name__endswith="(contoh)").exists()
    view = view_of(chief())
    assert leading_routes(view.graph)
    chosen = measures(view, candidates_visible_to(chief()))
    assert len(chosen) == Fix.objects.count() > 0
    budget = sum(fix.cost for fix in chosen) // 5
    plan = planned(view, chosen, budget)
    assert plan["steps"][-1][1] <= budget
    assert plan["steps"][-1][2] <= plan["severe_left"][0]
    assert plan["proof"]["bound"] <= plan["proof"]["risk"]


def test_it_is_made_once() -> None:
    agencies()
    seed_district(list(Agency.objects.all()), systems=30, actor=chief())
    ways = Connection.objects.count()
    assert seed_district(list(Agency.objects.all()), systems=30, actor=chief()) == 0
    assert Connection.objects.count() == ways


def test_its_reports_show_what_a_scan_is_for() -> None:
    """Findings that went and that stay, hosts that nobody registered, systems that nobody scanned, and a plan."""
    agencies()
    seed_district(list(Agency.objects.all()), systems=90, actor=chief())
    assert seed_scans(actor=chief()) == Report.objects.filter(state=Report.State.READ).count() == 8
    assert set(Finding.objects.values_list("state", flat=True)) == {"open", "gone"}
    assert not Finding.objects.exclude(title__endswith="(contoh)").exists()
    page = browser_of(chief()).get("/meja/keamanan/cakupan/").content.decode()
    assert "4 peladen belum terdaftar, 2 sistem belum pernah terlihat" in page
    plan = Computation.objects.get(kind="plan", state="done")
    assert plan.result["steps"]
    assert Fix.objects.filter(finding__isnull=False).exists()
    assert all(address.startswith(("198.51.100.", "203.0.113.")) for address in _addresses())


def test_its_findings_bear_chances_from_lists_that_are_marked_as_made_up() -> None:
    agencies()
    seed_district(list(Agency.objects.all()), systems=90, actor=chief())
    seed_scans(actor=chief())
    assert {one.kind for one in current_lists()} == {"kev", "epss"}
    assert all("contoh" in one.version and "contoh" in one.report.name for one in current_lists())
    assert all(one.cve.startswith("CVE-1900-") for one in KnownUse.objects.all())  # a year in which none was given
    listed = Finding.objects.exclude(chance=None)
    assert sorted(listed.values_list("chance", flat=True)) == [0.04, 0.31, 1.0]
    page = browser_of(chief()).get("/meja/keamanan/temuan/").content.decode()
    assert "dipakai penyerang (KEV)" in page
    assert "EPSS 31" in page


def test_the_first_real_edition_counts_instead_of_the_made_up_one() -> None:
    agencies()
    seed_district(list(Agency.objects.all()), systems=60, actor=chief())
    seed_scans(actor=chief())
    sent(epss([("CVE-2021-44228", 0.9)], f"{timezone.now() - timedelta(days=1):%Y-%m-%d}"))
    counting = {one.kind: one.version for one in current_lists()}
    assert counting["kev"] == "contoh"
    assert "contoh" not in counting["epss"]


def test_its_reports_are_sent_once() -> None:
    agencies()
    seed_district(list(Agency.objects.all()), systems=60, actor=chief())
    seed_scans(actor=chief())
    assert seed_scans(actor=chief()) == 0


def test_every_kind_of_fix_is_among_the_candidates() -> None:
    agencies()
    seed_district(list(Agency.objects.all()), systems=60, actor=chief())
    assert set(Fix.objects.values_list("kind", flat=True)) == set(Fix.Kind.values)


def test_an_incident_runs_one_is_closed_and_core_systems_were_judged() -> None:
    seed_parameters(actor=chief())
    agencies()
    seed_district(list(Agency.objects.all()), systems=60, actor=chief())
    assert seed_practice(actor=chief()) == 2
    assert seed_practice(actor=chief()) == 0
    browser = browser_of(chief())
    page = browser.get("/meja/keamanan/insiden/").content.decode()
    assert "1 insiden sedang ditangani" in page
    assert "Pemberitahuan data pribadi" in page
    page = browser.get("/meja/keamanan/kriteria/").content.decode()
    assert "1 dari 60 sistem sudah dinilai lengkap" in page
    assert "Lembaga penguji karangan (contoh)" in page


def _addresses() -> list[str]:
    words = " ".join(SeenHost.objects.values_list("words", flat=True)).split()
    return [word for word in words if word[0].isdigit()]
