"""What is public reads as on the pages: masked, in parts that lose no row, in few queries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from selaras.disclosure.actions.answering import Reply, Told, answer, publish
from selaras.disclosure.actions.publishing import withdraw_item
from selaras.disclosure.models import Answer, Item, PublicBody
from tests.disclosure.api.phone import get
from tests.disclosure.desk.cases import opened
from tests.disclosure.network import DISTRICT, OTHER_VILLAGE, agency, at_desk, network
from tests.disclosure.publication.items import an_item_of

pytestmark = pytest.mark.django_db
PRIVATE = "Hubungi 0812-3456-7890, NIK 3305011708790001."


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    made = network()
    today(date(2020, 1, 14))
    return made


def items_of(body: PublicBody, many: int) -> None:
    """Three a day, so that a day is cut by parts."""
    first = date(2020, 1, 1)
    for number in range(many):
        on = first + timedelta(days=number // 3)
        body.items.create(
            category="any_time", title=f"Dokumen {number} (contoh)", summary="Contoh.", updated_on=on, checked_on=on
        )


def answers_of(body: PublicBody, many: int) -> None:
    for number in range(many):
        case = opened(body)
        given = answer(case, Reply([Told("APBDes", "given", PRIVATE)], PRIVATE), actor=at_desk(body))
        publish(given, f"APBDes bagian {number}. {PRIVATE}", actor=at_desk(body))


def parts(path: str, **asked: Any) -> Iterator[list[dict[str, Any]]]:
    after = ""
    while True:
        part = get(path, after=after, **asked).json()
        yield part["items"]
        assert part["next"] != after or not after, "the same part again"
        after = part["next"]
        if not after:
            return


@pytest.mark.parametrize("limit", [1, 2, 5, 7, 100])
@pytest.mark.parametrize(("path", "key"), [("items", "id"), ("answers", "id"), ("bodies", "code")])
def test_parts_of_any_size_are_the_whole_list_in_its_order(body: PublicBody, path: str, key: str, limit: int) -> None:
    items_of(body, 7)
    answers_of(body, 5)
    whole = {
        "items": list(Item.objects.order_by("-updated_on", "-pk").values_list("pk", flat=True)),
        "answers": list(Answer.objects.order_by("-published_at", "-pk").values_list("pk", flat=True)),
        "bodies": list(PublicBody.objects.order_by("code").values_list("code", flat=True)),
    }[path]
    found = list(parts(path, limit=limit))
    assert [one[key] for part in found for one in part] == whole
    assert all(len(part) <= limit for part in found)


def test_what_is_published_meanwhile_moves_no_row(body: PublicBody) -> None:
    items_of(body, 6)
    first = get("items", limit=3).json()
    an_item_of(body)
    second = get("items", limit=3, after=first["next"]).json()
    titles = [one["title"] for one in first["items"] + second["items"]]
    assert titles == [f"Dokumen {number} (contoh)" for number in (5, 4, 3, 2, 1, 0)]


@pytest.mark.parametrize(
    ("asked", "many"),
    [
        ({}, 3),
        ({"q": "apbdes"}, 1),
        ({"q": "tidak ada"}, 0),
        ({"body": "3305222002"}, 1),
        ({"kind": "village"}, 2),
        ({"district": DISTRICT}, 2),
        ({"category": "any_time"}, 1),
        ({"since": "2020-01-14"}, 3),
        ({"since": "2020-01-15"}, 0),
    ],
    ids=str,
)
def test_items_are_narrowed_as_on_the_page(body: PublicBody, asked: dict[str, str], many: int) -> None:
    an_item_of(body)
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    an_item_of(other, "peraturan-desa", category="any_time", title="Peraturan desa", summary="Tentang sampah.")
    an_item_of(agency(), "renja", title="Rencana kerja tahun ini", summary="Menara sinyal.")
    assert len(get("items", **asked).json()["items"]) == many


def test_what_was_withdrawn_leaves_the_list_but_not_a_copy_that_is_kept_up_to_date(
    body: PublicBody, today: Callable[[date], None]
) -> None:
    item = an_item_of(body)
    today(date(2020, 2, 3))
    withdraw_item(item, f"Salah unggah. {PRIVATE}", actor=at_desk(body))
    assert get("items").json()["items"] == []
    (told,) = get("items", since="2020-02-01").json()["items"]
    assert (told["id"], told["withdrawn_on"], told["file"]) == (item.pk, "2020-02-03", "")
    assert told["withdrawn_why"].startswith("Salah unggah.")
    assert "0812" not in str(told)
    assert get(f"items/{item.pk}").json() == told


def test_an_item_and_an_answer_lead_to_their_pages(body: PublicBody) -> None:
    an_item_of(body)
    answers_of(body, 1)
    for path in ("items", "answers"):
        told = get(path).json()["items"][0]
        address = told["page"].removeprefix("http://localhost:8000")
        assert Client().get(address).status_code == 200
        assert get(f"{path}/{told['id']}").json()["title"] == told["title"]


def test_numbers_and_names_of_private_persons_are_masked_everywhere(body: PublicBody) -> None:
    answers_of(body, 1)
    an_item_of(body, "peraturan-desa", category="any_time", title="Peraturan desa", summary=PRIVATE)
    key = Answer.objects.get().pk
    for path in ("answers", f"answers/{key}", "items", "search?q=apbdes", "search?q=peraturan"):
        told = get(path).content.decode()
        assert "Hubungi" in told or "APBDes" in told, path
        assert "3305011708790001" not in told, path
        assert "0812-3456-7890" not in told, path


def test_a_search_finds_what_its_page_finds(body: PublicBody) -> None:
    an_item_of(body)
    (hit,) = get("search", q="berapa anggaran jalan ke pasar").json()
    assert (hit["title"], hit["body"]["code"]) == ("APBDes tahun 2020 (contoh)", body.code)
    assert get("search", q="jalan", body=agency().code).json() == []


def test_a_body_tells_whom_to_ask_and_what_its_list_lacks(body: PublicBody) -> None:
    an_item_of(body)
    body.officers.create(post="head", name="Sekretaris Desa (contoh)")
    told = get(f"bodies/{body.code}").json()
    assert told["place"] == {"code": "33.05.22.2002", "name": "Seboro"}
    assert told["page"].endswith(f"/informasi/minta/{body.code}/")
    assert [one["name"] for one in told["officers"]] == ["Sekretaris Desa (contoh)"]
    shelf = told["publication"]
    assert (shelf["published"], len(shelf["missing"])) == (1, shelf["required"] - 1)
    assert get("bodies", q="Seboro").json()["items"][0]["code"] == body.code


def test_the_figures_add_up_and_state_their_method(body: PublicBody) -> None:
    answers_of(body, 2)
    opened(body)
    told = get("statistics", year=2020).json()
    assert (told["received"], sum(told["fates"].values()), told["fates"]["in_time"]) == (3, 3, 2)
    assert (told["share_in_time"], told["pace"]["few"], told["years"]) == (1.0, True, [2020])
    assert get("statistics", body=agency().code).json()["received"] == 0
    assert told["method"][0].startswith("Yang dihitung ialah permohonan yang diterima")


@pytest.mark.parametrize(
    "path",
    [
        "bodies/tidak-ada",
        "items/999",
        "answers/999",
        "items?district=99.99",
        "search?q=a&body=b",
        "statistics?year=2027",
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(body: PublicBody, path: str) -> None:
    answer = get(path)
    assert answer.status_code == 404
    assert answer.json()["message"].endswith(".")


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("items", 1),
        ("items?q=dokumen&district=33.05.22", 3),
        ("answers", 1),
        ("bodies", 1),
        ("search?q=dokumen+apbdes", 5),
        ("statistics", 19),
    ],
)
def test_the_number_of_queries_does_not_grow(body: PublicBody, path: str, most: int) -> None:
    counts = []
    for many in (1, 6):
        items_of(body, many)
        answers_of(body, many)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert get(path).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[1] <= most
