"""CKAN's own client reads the catalogue as it reads a CKAN."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from ckanapi import NotFound, RemoteCKAN, ValidationError
from pytest_django.live_server_helper import LiveServer

from tests.sectoral.harvest.shelf import CODE, GONE, HIDDEN, WHY, another, shelf
from tests.sectoral.room import out

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ckan(live_server: LiveServer) -> Iterator[RemoteCKAN]:
    shelf()
    with RemoteCKAN(live_server.url, user_agent="contoh/1.0") as remote:
        yield remote


def test_every_dataset_that_is_out_is_listed_and_shown(ckan: RemoteCKAN) -> None:
    names = ckan.action.package_list()
    assert names == [GONE, CODE]
    shown = ckan.action.package_show(id=CODE)
    assert (shown["state"], shown["version"], shown["maintainer"]) == ("active", "2", "Bidang Statistik")
    assert [(one["version"], one["format"]) for one in shown["resources"]] == [
        (version, form) for version in ("2", "1") for form in ("CSV", "XLSX", "JSON", "Parquet")
    ]
    assert ckan.action.package_show(id=shown["id"]) == shown


def test_a_withdrawn_dataset_stays_listed_as_deleted_and_says_why(ckan: RemoteCKAN) -> None:
    shown = ckan.action.package_show(id=GONE)
    extras = {one["key"]: one["value"] for one in shown["extras"]}
    assert (shown["state"], shown["resources"], extras["withdrawn_why"]) == ("deleted", [], WHY)
    assert extras["withdrawn_at"]
    assert GONE in ckan.action.package_list()
    assert [one["name"] for one in ckan.action.package_search(fq="state:deleted")["results"]] == [GONE]


def test_a_resource_leads_back_to_its_dataset(ckan: RemoteCKAN) -> None:
    shown = ckan.action.package_show(id=CODE)
    for resource in shown["resources"]:
        told = ckan.action.resource_show(id=resource["id"])
        assert (told["url"], told["package_id"]) == (resource["url"], shown["id"])
        assert told["url"].endswith(f"/data/{CODE}/versi/{told['version']}/data.{told['format'].lower()}")


def test_an_agency_is_listed_with_its_datasets(ckan: RemoteCKAN) -> None:
    (name,) = ckan.action.organization_list()
    told = ckan.action.organization_show(id=name, include_datasets=True)
    assert (told["title"], told["package_count"]) == ("Dinas Kependudukan (contoh)", 2)
    assert [one["name"] for one in told["packages"]] == [GONE, CODE]
    assert ckan.action.organization_list(all_fields=True)[0]["id"] == told["id"]


def test_the_site_tells_what_it_is(ckan: RemoteCKAN) -> None:
    assert ckan.action.site_read() is True
    assert ckan.action.status_show()["ckan_version"].startswith("2.")
    assert ckan.action.help_show(name="package_show").startswith("One dataset")


def test_what_is_not_there_is_a_not_found_error(ckan: RemoteCKAN) -> None:
    for action in ("package_show", "resource_show", "organization_show"):
        for name in ("tidak-ada", HIDDEN):
            with pytest.raises(NotFound):
                ckan.call_action(action, {"id": name})


WRONG: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("package_show", {}, "id"),
    ("package_search", {"rows": 1001}, "rows"),
    ("package_search", {"rows": "banyak"}, "rows"),
    ("package_search", {"fq": "warna:merah"}, "fq"),
    ("package_search", {"fq": "(tags:padi"}, "fq"),
    ("package_search", {"sort": "warna asc"}, "sort"),
    ("package_search", {"facet.field": ["warna"]}, "facet.field"),
)


def test_what_cannot_be_read_is_a_validation_error(ckan: RemoteCKAN) -> None:
    for action, asked, field in WRONG:
        with pytest.raises(ValidationError) as refused:
            ckan.call_action(action, asked)
        assert refused.value.error_dict["__type"] == "Validation Error"
        assert refused.value.error_dict[field][0].endswith("."), (action, asked)


def test_a_search_comes_in_parts_that_fit_together(ckan: RemoteCKAN) -> None:
    for number in range(5):
        out(another(f"padi-{number}", f"Luas panen padi {number} (contoh)", concept="Luas panen"))
    asked = {"q": "padi PANEN", "sort": "title asc", "rows": 2}
    parts = [ckan.action.package_search(start=start, **asked) for start in (0, 2, 4)]
    assert {part["count"] for part in parts} == {5}
    assert [one["name"] for part in parts for one in part["results"]] == [f"padi-{number}" for number in range(5)]


def test_a_search_is_counted_by_what_datasets_share(ckan: RemoteCKAN) -> None:
    out(another("padi", "Luas panen padi (contoh)", concept="Luas panen", frequency="monthly"))
    fields = ["organization", "tags", "frequency"]
    found = ckan.action.package_search(**{"q": "*:*", "facet.field": fields, "rows": 0})
    (organization,) = ckan.action.organization_list()
    assert found["facets"]["organization"] == {organization: 3}
    assert found["facets"]["tags"] == {"penduduk": 2, "jiwa": 3, "luas panen": 1}
    assert {one["display_name"] for one in found["search_facets"]["frequency"]["items"]} == {"tahunan", "bulanan"}
    for field, values in found["facets"].items():
        for value, count in values.items():
            assert ckan.action.package_search(fq=f'{field}:"{value}"', rows=0)["count"] == count


def test_a_question_in_the_address_is_answered_as_one_in_json(ckan: RemoteCKAN) -> None:
    name = ckan.action.organization_list()[0]
    asked = {"q": "desa", "fq": f"organization:{name}", "facet.field": ["tags"], "rows": 1, "sort": "name asc"}
    with RemoteCKAN(ckan.address, get_only=True) as by_get:
        found = by_get.call_action("package_search", {**asked, "facet.field": '["tags"]'})
        assert found == ckan.call_action("package_search", asked)
        assert by_get.action.organization_show(id=name) == ckan.action.organization_show(id=name)
