"""No face tells of what is not out: not to the public, and no more to who works on it; nor who worked on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.sectoral.harvest.ckan import packages
from selaras.sectoral.harvest.dcat import datasets
from selaras.sectoral.harvest.identifiers import dataset_id, resource_id
from selaras.sectoral.models import Dataset
from tests.people.persons import browser_of
from tests.sectoral.harvest.shelf import CODE, GONE, HIDDEN, another, shelf
from tests.sectoral.room import out, producer, room, steward

pytestmark = pytest.mark.django_db
FACES = (
    "/data/katalog",
    "/data/katalog.jsonld",
    "/data/katalog.ttl",
    f"/data/{CODE}.jsonld",
    f"/data/{CODE}.ttl",
    f"/data/{GONE}.ttl",
    f"/data/{CODE}/versi/2/csvw.json",
    f"/data/{CODE}/versi/2/datapackage.json",
    "/data/perubahan.atom",
    "/data/perubahan.json",
    "/api/3/action/package_list",
    f"/api/3/action/package_show?id={CODE}",
    "/api/3/action/package_search?q=&rows=100",
    "/api/3/action/organization_list?all_fields=true",
    "/api/3/action/organization_show?id=33-05-2-12-01&include_datasets=true",
    f"/api/3/action/resource_show?id={resource_id(CODE, 2, 'csv')}",
    f"/api/3/action/datastore_search?resource_id={resource_id(CODE, 2, 'csv')}",
    f"/api/3/action/datastore_info?id={resource_id(CODE, 2, 'csv')}",
)


def text_of(client: Client, path: str) -> str:
    answer = client.get(path, headers={"accept-encoding": "identity"})
    assert answer.status_code == 200, path
    return answer.content.decode()


@pytest.fixture
def dataset(db: None) -> Dataset:
    return shelf()


def secrets(dataset: Dataset) -> list[str]:
    """What would tell of the versions and the dataset that are not out, and who sent and released them."""
    hidden = [resource_id(CODE, number, form) for number in (3, 4) for form in ("csv", "json")]
    embargo = str(timezone.localdate() + timedelta(days=7))
    people = [producer().username, "nama-orang.csv", "penduduk.csv"]
    numbers = [f"versi/{number}" for number in (3, 4)]
    return [HIDDEN, dataset_id(HIDDEN), "rahasia", "DesaRahasia", embargo, *hidden, *people, *numbers]


def test_no_face_tells_of_what_is_not_out_whoever_asks(dataset: Dataset) -> None:
    inside = browser_of(steward())
    for path in FACES:
        told = text_of(Client(), path)
        assert [one for one in secrets(dataset) if one in told] == [], path
        assert text_of(inside, path) == told, path


def test_all_of_it_is_told_once_its_day_has_come(dataset: Dataset, today: Callable[[date], None]) -> None:
    """So that the test above can fail."""
    today(timezone.localdate() + timedelta(days=7))
    for path in ("/data/katalog.ttl", "/data/perubahan.json", "/api/3/action/package_list"):
        assert HIDDEN in text_of(Client(), path)
    assert resource_id(CODE, 3, "csv") in text_of(Client(), f"/data/{CODE}.ttl")


def test_a_request_from_another_site_is_only_taken_where_it_reads(dataset: Dataset) -> None:
    client = Client(enforce_csrf_checks=True)
    for path in ("/api/3/action/package_list", "/api/action/package_list"):
        assert client.post(path, "{}", content_type="application/json").status_code == 200
    for path in FACES[:10]:
        assert client.post(path, {}).status_code in {403, 405}


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/data/katalog.ttl", 4),
        ("/data/perubahan.atom", 3),
        ("/api/3/action/package_list", 1),
        ("/api/3/action/package_search?rows=100&facet.field=tags", 4),
        ("/api/3/action/organization_show?id=33-05-2-12-01&include_datasets=true", 5),
    ],
)
def test_the_number_of_queries_does_not_grow(db: None, path: str, most: int) -> None:
    dataset, counts = room(), []
    for number in range(2):
        out(dataset, f"desa,laki,perempuan,jumlah\nDesa {number},1,1,2\n".encode())
        out(another(f"padi-{number}", f"Padi {number} (contoh)"))
        with CaptureQueriesContext(connection) as asked:
            text_of(Client(), path)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= most


def test_a_dataset_of_very_many_versions_tells_the_newest(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (packages, datasets):
        monkeypatch.setattr(module, "MOST_VERSIONS", 2)
    dataset = room()
    for number in range(3):
        out(dataset, f"desa,laki,perempuan,jumlah\nDesa {number},1,1,2\n".encode())
    for path in (f"/data/{CODE}.ttl", f"/api/3/action/package_show?id={CODE}"):
        told = text_of(Client(), path)
        assert [resource_id(CODE, number, "csv") in told for number in (1, 2, 3)] == [False, True, True]
    oldest = resource_id(CODE, 1, "csv")
    assert '"total": 1' in text_of(Client(), f"/api/3/action/datastore_search?resource_id={oldest}")


def test_identifiers_are_made_of_site_and_code_alone() -> None:
    """The same after a restore, on another server, in another database: it is written here for good."""
    assert UUID(dataset_id(CODE)).version == 5
    assert dataset_id(CODE) == "05a820a5-f832-551c-8b48-0d78176fa05b"
    assert resource_id(CODE, 2, "csv") == "9f16db2c-cc62-5157-ad5d-0672b82b7f6b"
