"""A model file becomes part of the inventory once it was confirmed, and gives the known route."""

from __future__ import annotations

import pytest

from bench import shared_data
from selaras.engines.routes import leading_routes
from selaras.exposure.actions.confirming_drafts import confirm_draft
from selaras.exposure.errors import NotAllowed, NotNow
from selaras.exposure.models import Connection, Report, System
from selaras.exposure.viewing import view_of
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
    assert (found.systems, found.connections, found.passed) == (4, 4, 0)
    (route,) = leading_routes(view_of(chief()).graph)
    assert [step.target.name for step in route.steps] == ["webServer", "fileServer", "workStation"]
    assert System.objects.get(name="workStation").is_core
    report.refresh_from_db()
    assert report.draft == {}


def test_what_was_not_ticked_stays_out_with_its_connections() -> None:
    agencies()
    report = sent(THREE)
    found = confirm_draft(report, ["webServer", "fileServer"], agency(CIVIL), actor=chief())
    assert (found.systems, found.connections, found.passed) == (2, 1, 3)


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
    assert "Model itu masuk daftar sistem" in page
    assert "Usulan dari model" not in page
    assert System.objects.count() == 4


@pytest.mark.shared_data
@pytest.mark.parametrize("file", ["mulval/3host_input.P", "threagile/threagile.yaml", "pytm/input.json"])
def test_the_example_models_lead_from_their_footholds_to_their_cores(file: str) -> None:
    folder = shared_data()
    if folder is None:
        pytest.skip("the shared data is not here")
    agencies()
    report = sent((folder / "exposure" / file).read_bytes(), name=file)
    confirm_draft(report, keys(report), agency(CIVIL), actor=chief())
    assert leading_routes(view_of(chief()).graph)
