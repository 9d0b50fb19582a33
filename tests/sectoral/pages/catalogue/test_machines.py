"""The pages of the catalogue lead machines to what they read, and every such address answers."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from selaras.sectoral.actions.releasing import withdraw
from tests.sectoral.room import CODE, out, room, steward

pytestmark = pytest.mark.django_db
FEED = '<link rel="alternate" type="application/atom+xml" title="Perubahan data sektoral" href="/data/perubahan.atom">'
LIST = {
    "/data/katalog.ttl",
    "/data/katalog.jsonld",
    "/api/3/action/package_list",
    "/api/3/openapi.json",
    "/data/perubahan.atom",
    "/data/perubahan.json",
}
OF_DATASET = {
    f"/data/{CODE}.ttl",
    f"/data/{CODE}.jsonld",
    f"/api/3/action/package_show?id={CODE}",
    "/data/perubahan.atom",
    "/data/perubahan.json",
}
OF_VERSION = {f"/data/{CODE}/versi/1/csvw.json", f"/data/{CODE}/versi/1/datapackage.json"}


def told(path: str) -> set[str]:
    page = Client().get(path).content.decode()
    assert FEED in page.partition("</head>")[0]
    section = page.partition('<h2 id="mesin">Untuk mesin</h2>')[2].partition("</section>")[0]
    return set(re.findall(r'href="([^"]+)"', section))


@pytest.mark.parametrize(
    ("path", "addresses"),
    [
        ("/data/", LIST),
        (f"/data/{CODE}/", OF_DATASET | OF_VERSION),
        (f"/data/{CODE}/versi/1/", OF_DATASET | OF_VERSION),
    ],
)
def test_a_page_tells_where_machines_read_and_each_place_answers(path: str, addresses: set[str]) -> None:
    out(room())
    assert told(path) == addresses
    for one in addresses:
        assert Client().get(one).status_code == 200, one


def test_of_a_version_that_was_withdrawn_no_description_of_its_table_is_told() -> None:
    withdraw(out(room()), "Keliru (contoh).", actor=steward())
    assert told(f"/data/{CODE}/") == OF_DATASET
    for one in OF_DATASET:
        assert Client().get(one).status_code == 200, one
