"""What the catalogue says as DCAT: the same in both forms, in pages that fit together, and nothing that is not out."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings
from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.harvest.dcat import catalogues
from selaras.sectoral.harvest.dcat.vocabulary import ADMS, AUTHORITY, DCAT, HYDRA, SPDX
from selaras.sectoral.harvest.identifiers import dataset_id, resource_id
from selaras.sectoral.models import Check, Dataset
from tests.sectoral.harvest.dcat.graphs import read
from tests.sectoral.harvest.shelf import CODE, GONE, HIDDEN, WHY, another, shelf
from tests.sectoral.room import out, producer, room

pytestmark = pytest.mark.django_db
DOCUMENTS = ["/data/katalog", f"/data/{CODE}", f"/data/{GONE}"]
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")


@pytest.fixture
def dataset(db: None) -> Dataset:
    return shelf()


def node(graph: Graph, code: str) -> URIRef:
    found = next(graph.subjects(DCTERMS.identifier, Literal(dataset_id(code))))
    assert isinstance(found, URIRef)
    return found


@pytest.mark.parametrize("document", DOCUMENTS)
def test_both_forms_say_the_same(dataset: Dataset, document: str) -> None:
    turtle, json = read(f"{document}.ttl"), read(f"{document}.jsonld")
    if document.endswith("katalog"):  # each names its own pages
        for graph in (turtle, json):
            for view in list(graph.objects(None, HYDRA.view)):
                graph.remove((view, None, None))
                graph.remove((None, None, view))
    assert len(turtle) > 40
    assert isomorphic(turtle, json)


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/turtle", "text/turtle; charset=utf-8"),
        ("application/ld+json", "application/ld+json"),
        ("application/json", "application/ld+json"),
        ("application/ld+json;q=0.5, text/turtle", "text/turtle; charset=utf-8"),
        ("text/html", "text/turtle; charset=utf-8"),
        ("*/*", "text/turtle; charset=utf-8"),
    ],
)
def test_the_catalogue_comes_in_the_form_that_is_asked_for(dataset: Dataset, accept: str, kind: str) -> None:
    answer = Client().get("/data/katalog", headers={"accept": accept})
    assert answer.headers["Content-Type"] == kind
    assert "Accept" in answer.headers["Vary"]


def test_a_dataset_says_who_publishes_it_whom_to_ask_how_often_and_where(dataset: Dataset) -> None:
    graph = read("/data/katalog.ttl")
    one = node(graph, CODE)
    name = Namespace("http://xmlns.com/foaf/0.1/").name
    assert str(graph.value(graph.value(one, DCTERMS.publisher), name)) == "Dinas Kependudukan (contoh)"
    contact = graph.value(one, DCAT.contactPoint)
    assert str(graph.value(contact, VCARD.fn)) == "Bidang Statistik, Dinas Kependudukan (contoh)"
    assert graph.value(one, DCTERMS.accrualPeriodicity) == URIRef(f"{AUTHORITY}/frequency/ANNUAL")
    assert str(graph.value(graph.value(one, DCTERMS.spatial), DCTERMS.identifier)) == "33.05"
    assert str(graph.value(one, DCAT.version)) == "2"
    assert {str(tag) for tag in graph.objects(one, DCAT.keyword)} == {"penduduk", "jiwa"}


def test_the_files_are_those_that_ckan_names(dataset: Dataset) -> None:
    graph = read("/data/katalog.ttl")
    nodes = set(graph.objects(node(graph, CODE), DCAT.distribution))
    assert nodes == {URIRef(f"urn:uuid:{resource_id(CODE, 2, form)}") for form in ("csv", "xlsx", "json", "parquet")}
    shown = Client().get("/api/3/action/package_show", {"id": CODE}).json()["result"]["resources"]
    urls = {one["url"] for one in shown if one["version"] == "2"}
    assert {str(graph.value(one, DCAT.downloadURL)) for one in nodes} == urls


def test_the_parquet_file_comes_with_its_size_and_digest(dataset: Dataset) -> None:
    graph = read("/data/katalog.ttl")
    one = URIRef(f"urn:uuid:{resource_id(CODE, 2, 'parquet')}")
    check = Check.objects.get(version__dataset=dataset, version__number=2)
    assert str(graph.value(graph.value(one, SPDX.checksum), SPDX.checksumValue)) == check.table_digest
    size = graph.value(one, DCAT.byteSize)
    assert isinstance(size, Literal)
    assert int(size) == check.table.size


def test_a_withdrawn_dataset_stays_with_its_status_its_reason_and_no_files(dataset: Dataset) -> None:
    for document in ("/data/katalog.ttl", f"/data/{GONE}.ttl"):
        graph = read(document)
        one = node(graph, GONE)
        assert graph.value(one, ADMS.status) == URIRef(f"{AUTHORITY}/dataset-status/WITHDRAWN")
        assert str(graph.value(one, ADMS.versionNotes)) == WHY
        assert list(graph.objects(one, DCAT.distribution)) == []


def test_the_catalogue_holds_a_dataset_once_and_its_own_document_every_version(dataset: Dataset) -> None:
    """A harvester takes everything that is a dataset for one of its own."""
    assert len(list(read("/data/katalog.ttl").subjects(RDF.type, DCAT.Dataset))) == 2
    graph = read(f"/data/{CODE}.ttl")
    versions = list(graph.objects(node(graph, CODE), DCAT.hasVersion))
    numbers = {str(graph.value(one, DCAT.version)): one for one in versions}
    assert set(numbers) == {"1", "2"}
    assert graph.value(numbers["2"], DCAT.previousVersion) == numbers["1"]
    assert all(len(list(graph.objects(one, DCAT.distribution))) == 4 for one in versions)


def test_the_time_that_a_table_tells_is_told(db: None) -> None:
    table = another_with_years()
    graph = read(f"/data/{table.code}.ttl")
    span = graph.value(node(graph, table.code), DCTERMS.temporal)
    assert (str(graph.value(span, DCAT.startDate)), str(graph.value(span, DCAT.endDate))) == ("2018", "2020")


def another_with_years() -> Dataset:
    room()
    made = another("padi", "Luas panen padi (contoh)")
    fields = [{"name": "tahun", "type": "year"}, {"name": "luas", "type": "number"}]
    set_standard(made, {"fields": fields}, actor=producer())
    out(made, b"tahun,luas\n2019,10.5\n2018,9.25\n2020,11\n")
    return made


def test_pages_fit_together_and_each_names_the_next(
    db: None, monkeypatch: pytest.MonkeyPatch, dataset: Dataset
) -> None:
    monkeypatch.setattr(catalogues, "ON_A_PAGE", 2)
    for number in range(3):
        out(another(f"padi-{number}", f"Padi {number} (contoh)"))
    address, found = "/data/katalog.ttl", []
    while address:
        graph = read(address)
        found += [str(one) for one in graph.objects(None, DCAT.dataset)]
        (view,) = graph.objects(None, HYDRA.view)
        following = graph.value(view, HYDRA.next)
        address = str(following).removeprefix("http://localhost:8000") if following else ""
    assert len(found) == len(set(found)) == 5
    assert Client().get("/data/katalog.ttl?hal=4").status_code == 404


@pytest.mark.parametrize("page", ["0", "-1", "banyak", "²", "9" * 30])
def test_a_page_that_cannot_be_is_not_there(db: None, page: str) -> None:
    assert Client().get("/data/katalog.ttl", {"hal": page}).status_code == 404


def test_identifiers_stay_when_the_site_moves(dataset: Dataset, settings: Settings) -> None:
    before = node(read("/data/katalog.ttl"), CODE)
    settings.SITE = "https://data.contoh.test"
    assert node(read("/data/katalog.ttl"), CODE) == before


def test_theme_and_licence_are_those_of_the_office(dataset: Dataset, settings: Settings) -> None:
    settings.DATA_THEME, settings.DATA_THEME_NAME = "https://contoh.test/tema/PENDUDUK", "Kependudukan"
    settings.DATA_LICENCE_URL = "https://contoh.test/lisensi"
    graph = read("/data/katalog.ttl")
    theme = graph.value(node(graph, CODE), DCAT.theme)
    assert str(graph.value(theme, SKOS.prefLabel)) == "Kependudukan"
    assert {str(one) for one in graph.objects(None, DCTERMS.license)} == {"https://contoh.test/lisensi"}


def test_what_has_not_changed_does_not_travel_twice(dataset: Dataset) -> None:
    for path in ("/data/katalog.jsonld", f"/data/{CODE}.ttl"):
        tag = Client().get(path).headers["ETag"]
        assert Client().get(path, headers={"if-none-match": tag}).status_code == 304


def test_what_is_not_out_has_no_document(dataset: Dataset) -> None:
    for suffix in ("ttl", "jsonld"):
        assert Client().get(f"/data/{HIDDEN}.{suffix}").status_code == 404
    assert HIDDEN not in Client().get("/data/katalog.ttl").content.decode()
