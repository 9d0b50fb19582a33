"""A model file becomes part of the inventory once it was confirmed, and gives the known route."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.engines.findings.differences import DIFFERENCES
from selaras.engines.routes import best_routes, leading_routes
from selaras.exposure.actions.confirming_drafts import confirm_draft
from selaras.exposure.actions.registering import retire_system
from selaras.exposure.errors import NotAllowed, NotNow
from selaras.exposure.models import Connection, Report, System
from selaras.exposure.viewing import view_of
from selaras.people.models import Role
from tests.engines.findings.known_routes import DIFFERING, KNOWN, KnownRoute
from tests.engines.findings.reports import cyclonedx
from tests.exposure.room import CIVIL, HEALTH, a_system, agencies, agency, chief, officer
from tests.exposure.scans import sent
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
THREE = b"""attackerLocated(internet).
attackGoal(execCode(workStation,_)).
hacl(internet, webServer, tcp, 80).
hacl(webServer, fileServer, rpc, 100005).
hacl(workStation, fileServer, nfsProtocol, nfsPort).
vulExists(webServer, vulID, httpd).
vulExists(fileServer, vulID2, mountd).
nfsMounted(workStation, '/usr/local/share', fileServer, '/export', read).
"""


def keys(report: Report) -> list[str]:
    return [one["key"] for one in report.draft["systems"]]


def test_the_three_hosts_give_the_known_route() -> None:
    agencies()
    report = sent(THREE, name="tiga.P")
    assert not System.objects.exists()
    found = confirm_draft(report, keys(report), agency(CIVIL), actor=chief())
    assert (found.systems, found.connections, found.waiting, found.passed) == (4, 4, (0, 0), 0)
    (route,) = leading_routes(view_of(chief()).graph)
    assert [step.target.name for step in route.steps] == ["webServer", "fileServer", "workStation"]
    assert System.objects.get(name="workStation").is_core
    report.refresh_from_db()
    assert report.draft == {}


def test_what_was_not_ticked_stays_out_with_its_connections() -> None:
    agencies()
    report = sent(THREE)
    found = confirm_draft(report, ["webServer", "fileServer"], agency(CIVIL), actor=chief())
    assert (found.systems, found.connections, found.waiting, found.passed) == (2, 1, (2, 3), 0)
    report.refresh_from_db()
    assert keys(report) == ["internet", "workStation"]


def test_what_was_left_for_later_comes_in_with_its_connections_to_what_is_in_already() -> None:
    agencies()
    report = sent(THREE)
    confirm_draft(report, ["webServer", "fileServer"], agency(CIVIL), actor=chief())
    found = confirm_draft(report, ["internet", "workStation"], agency(HEALTH), actor=chief())
    assert (found.systems, found.connections, found.waiting, found.passed) == (2, 3, (0, 0), 0)
    report.refresh_from_db()
    assert report.draft == {}


def test_a_connection_to_what_was_retired_meanwhile_is_passed() -> None:
    agencies()
    report = sent(THREE)
    confirm_draft(report, ["webServer", "fileServer"], agency(CIVIL), actor=chief())
    retire_system(System.objects.get(name="fileServer"), actor=chief())
    found = confirm_draft(report, ["internet", "workStation"], agency(CIVIL), actor=chief())
    assert (found.connections, found.passed) == (1, 2)


def test_an_officer_confirms_the_models_of_the_own_agency_alone() -> None:
    """To see a report, as an officer who is an auditor too does, is not to keep it."""
    agencies()
    both = officer(CIVIL)
    Role.objects.create(account=both, kind=Role.Kind.AUDITOR)
    for owner in (agency(HEALTH), None):
        report = sent(THREE, owner)
        with pytest.raises(NotAllowed):
            confirm_draft(report, keys(report), agency(CIVIL), actor=both)
        report.refresh_from_db()
        assert len(keys(report)) == 4


def test_the_page_tells_what_came_in_and_what_still_waits() -> None:
    agencies()
    report, browser = sent(THREE, name="tiga.P"), browser_of(chief())
    path = f"/meja/keamanan/pindaian/{report.key}/"
    told = {"sistem": ["webServer", "fileServer"], "opd": agency().pk}
    page = browser.post(f"{path}model/", told, follow=True).content.decode()
    assert "2 sistem dan 1 koneksi baru masuk daftar." in page
    assert "2 sistem dan 3 koneksi lagi tetap menunggu di bawah." in page
    assert "Usulan dari model: 2 sistem, 3 koneksi" in page


def test_a_system_of_that_name_is_the_one_that_is_meant_and_stays_as_it_is() -> None:
    agencies()
    known = a_system("workStation", worth=9)
    report = sent(THREE)
    confirm_draft(report, keys(report), agency(CIVIL), actor=chief())
    known.refresh_from_db()
    assert (System.objects.filter(name="workStation").count(), known.worth) == (1, 9)
    assert Connection.objects.filter(target=known).exists()


def test_the_services_of_a_bill_come_in_with_their_dependencies() -> None:
    agencies()
    services = [{"bom-ref": "gerbang", "name": "Gerbang (contoh)"}, {"bom-ref": "inti", "name": "Inti (contoh)"}]
    report = sent(cyclonedx(services=services, dependencies=[{"ref": "gerbang", "dependsOn": ["inti"]}]))
    confirm_draft(report, keys(report), agency(CIVIL), actor=chief())
    way = Connection.objects.select_related("source", "target").get()
    assert (way.source.name, way.target.name, way.kind) == ("Gerbang (contoh)", "Inti (contoh)", "api")


def test_nothing_ticked_or_nothing_to_keep_is_refused() -> None:
    agencies()
    report = sent(THREE)
    with pytest.raises(NotNow, match="sedikitnya satu"):
        confirm_draft(report, [], agency(CIVIL), actor=chief())
    with pytest.raises(NotAllowed):
        confirm_draft(report, keys(report), agency(CIVIL), actor=officer(HEALTH))
    assert not System.objects.exists()


def test_it_is_confirmed_on_the_page() -> None:
    agencies()
    report, browser = sent(THREE, name="tiga.P"), browser_of(chief())
    path = f"/meja/keamanan/pindaian/{report.key}/"
    assert "Usulan dari model: 4 sistem, 4 koneksi" in browser.get(path).content.decode()
    page = browser.post(f"{path}model/", {"sistem": keys(report), "opd": agency().pk}, follow=True).content.decode()
    assert "4 sistem dan 4 koneksi baru masuk daftar." in page
    assert "Usulan dari model" not in page
    assert System.objects.count() == 4


@pytest.mark.shared_data
@pytest.mark.parametrize("known", KNOWN, ids=lambda known: f"{known.file} {known.core}")
def test_an_example_model_gives_its_known_route_once_it_is_in_the_inventory(
    shared_data: Path, known: KnownRoute
) -> None:
    agencies()
    report = sent((shared_data / "exposure" / known.file).read_bytes(), name=known.file)
    confirm_draft(report, keys(report), agency(CIVIL), actor=chief())
    graph = view_of(chief()).graph
    routes = best_routes(graph, System.objects.get(name=known.core).key, 40)
    names = [(route.start.told, *(step.target.told for step in route.steps)) for route in routes]
    assert known.drawn in names
    assert routes[names.index(known.ahead)].chance == routes[0].chance


@pytest.mark.shared_data
@pytest.mark.parametrize("file", DIFFERING)
def test_the_page_tells_the_routes_and_each_difference_before_and_after(shared_data: Path, file: str) -> None:
    agencies()
    content = (shared_data / "exposure" / file).read_bytes()
    report, browser = sent(content, name=file), browser_of(chief())
    path = f"/meja/keamanan/pindaian/{report.key}/"
    before = browser.get(path).content.decode()
    browser.post(f"{path}model/", {"sistem": keys(report), "opd": agency().pk})
    after = browser.get(path).content.decode()
    assert "Usulan dari model" in before
    assert "Sistemnya sudah masuk daftar." in after
    for page in (before, after):
        assert report.told["routes"][0] in page.partition("<h1")[2].partition("</h1>")[0]
        for key in DIFFERING[file]:
            assert DIFFERENCES[key].sentence in page
    assert after.count('<th role="rowheader"') == len(DIFFERING[file])


def test_a_model_without_a_foothold_says_so_and_names_what_differs() -> None:
    agencies()
    report = sent(b"attackGoal(execCode(a,_)).\nhacl(b, a, tcp, 80).\nvulExists(a, v, httpd).\n", name="satu.P")
    page = browser_of(chief()).get(f"/meja/keamanan/pindaian/{report.key}/").content.decode()
    assert "Model ini tidak memuat rute dari titik masuk ke sistem inti" in page
    assert DIFFERENCES["flaws"].sentence in page
    assert "v (a)" in page
