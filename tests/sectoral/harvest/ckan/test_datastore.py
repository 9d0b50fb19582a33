"""The rows of a released table, asked for as CKAN's DataStore is asked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras.sectoral.actions.releasing import withdraw
from selaras.sectoral.harvest.identifiers import resource_id
from selaras.sectoral.models import Dataset, Version
from tests.sectoral.harvest.shelf import CODE, shelf, under_embargo
from tests.sectoral.room import MENDED, out, room, sent, steward

pytestmark = pytest.mark.django_db
ROWS = [
    {"desa": "Ayah", "laki": 10, "perempuan": 13, "jumlah": 23},
    {"desa": "Argosari", "laki": 1, "perempuan": 2, "jumlah": 3},
    {"desa": "Srati", "laki": 7, "perempuan": 8, "jumlah": 15},
]


def act(name: str, asked: dict[str, Any], *, status: int = 200) -> Any:
    """The result of an action, or its error."""
    answer = Client().post(f"/api/3/action/{name}", json.dumps(asked), content_type="application/json")
    assert answer.status_code == status, answer.content
    return answer.json()["result" if status == 200 else "error"]


def search(version: Version, **asked: Any) -> Any:
    return act("datastore_search", {"resource_id": id_of(version), **asked})


def id_of(version: Version, form: str = "csv") -> str:
    return resource_id(version.dataset.code, version.number, form)


@pytest.fixture
def version(db: None) -> Version:
    return out(room(), MENDED)


def test_all_rows_come_as_in_the_file_with_their_types(version: Version) -> None:
    found = search(version)
    assert (found["records"], found["total"]) == (ROWS, 3)
    assert [(one["id"], one["type"]) for one in found["fields"]] == [
        ("desa", "text"), ("laki", "int8"), ("perempuan", "int8"), ("jumlah", "int8"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ({"q": "ayah"}, [0]),
        ({"q": {"desa": "sra"}}, [2]),
        ({"filters": {"laki": 7}}, [2]),
        ({"filters": {"laki": [1, 10]}}, [0, 1]),
        ({"filters": {"laki": 7, "desa": "Ayah"}}, []),
        ({"filters": '{"desa": "Ayah"}'}, [0]),
        ({"sort": "jumlah desc"}, [0, 2, 1]),
        ({"sort": "laki, desa desc"}, [1, 2, 0]),
        ({"limit": 1, "offset": 1}, [1]),
        ({"limit": 0}, []),
        ({"offset": 3}, []),
    ],
    ids=str,
)
def test_rows_are_narrowed_and_ordered(version: Version, asked: dict[str, Any], places: list[int]) -> None:
    assert search(version, **asked)["records"] == [ROWS[place] for place in places]


def test_columns_are_chosen_in_the_order_asked(version: Version) -> None:
    found = search(version, fields=["jumlah", "desa"], limit=1)
    assert [list(one.items()) for one in found["records"]] == [[("jumlah", 23), ("desa", "Ayah")]]
    assert [one["id"] for one in found["fields"]] == ["jumlah", "desa"]


def test_the_same_row_is_told_once_where_that_is_asked(db: None) -> None:
    version = out(room(), b"desa,laki,perempuan,jumlah\nA,1,1,2\nB,1,1,2\nC,2,1,3\n")
    found = search(version, fields="jumlah", distinct=True)
    assert (found["records"], found["total"]) == ([{"jumlah": 2}, {"jumlah": 3}], 2)


def test_counting_may_be_left_out(version: Version) -> None:
    assert search(version, include_total=False)["total"] is None


def test_a_part_is_never_larger_than_ckan_gives(version: Version) -> None:
    assert search(version, limit=10**9)["limit"] == 32_000


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"filters": {"warna": 1}}, "query"),
        ({"filters": {"laki": "banyak"}}, "query"),
        ({"fields": ["warna"]}, "query"),
        ({"sort": "warna"}, "query"),
        ({"filters": "bukan JSON"}, "filters"),
        ({"offset": -1}, "offset"),
    ],
    ids=str,
)
def test_what_the_table_lacks_is_told(version: Version, asked: dict[str, Any], field: str) -> None:
    error = act("datastore_search", {"resource_id": id_of(version), **asked}, status=409)
    assert error["__type"] == "Validation Error"
    assert error[field][0].endswith(".")


def test_columns_come_with_what_they_mean(version: Version) -> None:
    told = act("datastore_info", {"id": id_of(version)})
    assert told["meta"]["count"] == 3
    assert told["fields"][1] == {"id": "laki", "type": "int8", "info": {"label": "laki", "notes": "", "unit": ""}}
    assert act("datastore_info", {"resource_id": id_of(version)}) == told


def test_only_rows_that_are_out_are_found(db: None) -> None:
    dataset = shelf()
    for version in dataset.versions.all():
        if version.number > 2:
            act("datastore_search", {"resource_id": id_of(version)}, status=404)
            act("datastore_info", {"id": id_of(version)}, status=404)
    newest = dataset.versions.get(number=2)
    act("datastore_search", {"resource_id": id_of(newest, "xlsx")}, status=404)
    withdraw(newest, "Keliru.", actor=steward())
    act("datastore_search", {"resource_id": id_of(newest)}, status=404)
    assert search(dataset.versions.get(number=1))["total"] == 2


def test_an_embargoed_version_is_found_once_its_day_has_come(db: None, today: Any) -> None:
    version = under_embargo(room())
    asked = {"resource_id": id_of(version)}
    act("datastore_search", asked, status=404)
    assert version.embargo_until is not None
    today(version.embargo_until)
    assert act("datastore_search", asked)["total"] == 1


@given(many=st.integers(1, 60), limit=st.integers(1, 25), sort=st.sampled_from(["", "laki", "laki desc, perempuan"]))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_row_is_reached_exactly_once_by_paging(db: None, many: int, limit: int, sort: str) -> None:
    """Also where the order leaves ties: a third of the rows share each value."""
    version = _with_rows(many)
    found: list[str] = []
    while part := search(version, limit=limit, offset=len(found), sort=sort)["records"]:
        assert len(part) <= limit
        found += [one["desa"] for one in part]
    assert sorted(found) == sorted(f"Desa {at}" for at in range(many))


def _with_rows(many: int) -> Version:
    """A released table of so many rows; the same bytes again are the version that they were."""
    dataset = Dataset.objects.filter(code=CODE).first() or room()
    lines = "".join(f"Desa {at},{at % 3},1,{at % 3 + 1}\n" for at in range(many))
    content = f"desa,laki,perempuan,jumlah\n{lines}".encode()
    known = sent(dataset, content)
    return known if known.state == Version.State.RELEASED else out(dataset, content)
