"""Every address that the catalogue tells leads somewhere: pages, files, descriptions, the API and its rows."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from rdflib import FOAF, Graph, URIRef

from selaras.sectoral.harvest.dcat.vocabulary import DCAT
from tests.sectoral.harvest.dcat.graphs import read
from tests.sectoral.harvest.shelf import CODE, GONE, shelf

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"


def broken(told: set[str]) -> dict[str, int]:
    """Those that do not answer, with their status."""
    assert all(one.startswith(SITE) for one in told)
    found = {one: Client().get(one.removeprefix(SITE)).status_code for one in told}
    return {one: status for one, status in found.items() if status != 200}


def links_of(graph: Graph) -> set[str]:
    links = (DCAT.accessURL, DCAT.downloadURL, DCAT.landingPage, DCAT.endpointDescription, FOAF.page, FOAF.homepage)
    return {str(one) for link in links for one in graph.objects(None, link) if isinstance(one, URIRef)}


def test_every_address_in_every_graph_answers() -> None:
    shelf()
    for path in ("/data/katalog.ttl", f"/data/{CODE}.ttl", f"/data/{GONE}.ttl"):
        told = links_of(read(path))
        assert told
        assert broken(told) == {}, path


def test_every_address_that_ckan_the_package_and_the_feed_tell_answers() -> None:
    shelf()
    client = Client()
    shown = client.get("/api/3/action/package_show", {"id": CODE}).json()["result"]
    package = json.loads(client.get(f"/data/{CODE}/versi/2/datapackage.json").content)
    feed = json.loads(client.get("/data/perubahan.json").content)
    told = {shown["url"], package["homepage"], feed["home_page_url"]}
    told |= {one["url"] for one in (*shown["resources"], *feed["items"])}
    told |= {one["path"] for one in package["resources"]}
    assert broken(told) == {}
