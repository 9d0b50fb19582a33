"""A request from an app is one request whatever the line does, and is told at once what it lacks."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from selaras.audit.queries import verify
from selaras.disclosure.actions import knocking
from selaras.disclosure.actions.checking import missing_now
from selaras.disclosure.identity import identity_of
from selaras.disclosure.links import request_behind
from selaras.disclosure.models import PublicBody, Request
from selaras.disclosure.papers import LARGEST
from tests.disclosure.api.phone import get, post, told
from tests.disclosure.network import OTHER_VILLAGE, SITI, asked, network

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    made = network()
    today(date(2020, 3, 9))
    return made


def test_it_is_registered_as_by_the_form(body: PublicBody) -> None:
    answer = post("requests", told(body))
    assert answer.status_code == 201
    made = answer.json()
    case = request_behind(made["token"])
    assert (made["number"], case.channel, made["lacking"]) == ("0001/3305222002/2020", "api", [])
    assert (identity_of(case.applicant), case.identity_documents.get().kind) == (SITI, "identity")
    assert missing_now(case) == []
    assert made["link"].endswith(f"/informasi/p/{made['token']}/")
    clock = made["case"]["clocks"][0]
    assert (clock["kind"], clock["due_on"], clock["days_left"], clock["binds"]) == ("check", "2020-03-12", 3, "body")
    assert "Batas: Kamis, 12 Maret 2020." in clock["derivation"]
    assert verify().intact


def test_what_lacks_is_named_before_and_after_it_is_sent(body: PublicBody) -> None:
    sent = told(body, identity_number="", papers={})
    checked = post("requests/check", sent).json()
    assert Request.objects.count() == 0
    made = post("requests", sent).json()
    assert [one["key"] for one in checked["lacking"]] == ["identity_number", "identity"]
    assert made["lacking"] == checked["lacking"]
    assert made["lacking"][0]["label"] == "Nomor identitas"
    assert made["lacking"][0]["why"]


def test_sent_again_it_is_one_request_with_the_same_answer(body: PublicBody) -> None:
    sent = told(body)
    first, again = post("requests", sent), post("requests", sent)
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert Request.objects.get().identity_documents.count() == 1


@pytest.mark.parametrize(
    "other",
    [
        {"subject": "Peraturan desa tahun 2018 tentang pungutan"},
        {"name": "Orang lain (contoh)"},
        {"identity_number": "3305226501900002"},
        {"kind": "group"},
        {"purpose": ""},
    ],
    ids=str,
)
def test_a_key_that_another_used_opens_nothing(body: PublicBody, other: dict[str, str]) -> None:
    """As where an app gives all its users one key."""
    sent = told(body)
    token = post("requests", sent).json()["token"]
    refused = post("requests", sent | other)
    assert refused.status_code == 409
    assert token not in refused.content.decode()
    assert "sudah dipakai" in refused.json()["message"]


def test_a_key_that_another_used_at_another_body_opens_nothing(body: PublicBody) -> None:
    sent = told(body)
    post("requests", sent)
    neighbour = PublicBody.objects.get(region=OTHER_VILLAGE)
    assert post("requests", sent | {"body": neighbour.code}).status_code == 409


def test_a_key_of_the_form_is_another_key(body: PublicBody) -> None:
    """Else who learned the key of a form or of a mail would come to the case that it made."""
    key = uuid4()
    by_form = asked(body, key)
    made = post("requests", told(body, submission=str(key))).json()
    assert made["number"] != by_form.number
    assert Request.objects.count() == 2


@pytest.mark.parametrize(
    ("other", "field", "sentence"),
    [
        ({"subject": "  "}, "subject", "Tulis informasi apa yang Anda minta."),
        ({"identity_number": "33052265"}, "identity_number", "NIK terdiri atas 16 angka"),
        ({"email": "siti"}, "email", "tidak lengkap"),
        ({"delivery": "email"}, "email", "Isi alamat surelnya"),
        ({"papers": {"identity": "bukan base64!"}}, "identity", "rusak di jalan"),
        ({"papers": {"identity": "fotokopi ünik"}}, "identity", "rusak di jalan"),
        ({"papers": {"proxy": b64encode(b"MZ program").decode()}}, "proxy", "bukan foto JPG atau PNG"),
        ({"papers": {"identity": b64encode(b"\xff\xd8\xff" + b"0" * LARGEST).decode()}}, "identity", "Terlalu panjang"),
        ({"way": "terbang"}, "way", "Pilih salah satu"),
        ({"name": "a" * 201}, "name", "paling banyak 200 huruf"),
        ({"name": "Siti\0"}, "name", "Bentuknya tidak sesuai"),
        ({"submission": "1"}, "submission", "UUID"),
        ({"nik": "3305226501900001"}, "nik", "tidak dikenal"),
        ({"papers": 7}, "papers", "Bentuknya tidak sesuai"),
    ],
    ids=str,
)
def test_what_is_wrong_is_told_beside_its_field(
    body: PublicBody, other: dict[str, Any], field: str, sentence: str
) -> None:
    refused = post("requests", told(body, **other))
    assert refused.status_code == 422
    problem = refused.json()
    assert list(problem["fields"]) == [field]
    assert sentence in problem["fields"][field]
    assert problem["advice"]
    assert Request.objects.count() == 0


def test_a_paper_at_the_limit_of_the_form_is_taken_in(body: PublicBody) -> None:
    paper = b"\xff\xd8\xff" + b"0" * (LARGEST - 3)
    assert post("requests", told(body, papers={"identity": b64encode(paper).decode()})).status_code == 201


def test_too_many_from_one_address_wait_and_are_told_how_long(
    body: PublicBody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(knocking.MOST, "request", 2)
    answers = [post("requests", told(body)) for _ in range(3)]
    assert [one.status_code for one in answers] == [201, 201, 429]
    assert answers[2].headers["Retry-After"] == "3600"
    assert "Coba lagi satu jam lagi" in answers[2].json()["message"]


def test_a_form_of_another_site_sends_nothing(body: PublicBody) -> None:
    sent = Client().post("/api/v1/information/requests", {"subject": "x", "body": body.code})
    assert (sent.status_code, Request.objects.count()) == (415, 0)


@pytest.mark.parametrize("sent", ["{", "\x00", '{"subject": NaN', "\ud800"])
def test_what_is_no_json_is_told_so(body: PublicBody, sent: str) -> None:
    refused = post("requests", sent.encode("utf-8", "surrogatepass"))
    assert refused.status_code == 400
    assert "bukan JSON" in refused.json()["message"]


def test_what_is_larger_than_the_site_takes_is_told_so(body: PublicBody) -> None:
    refused = post("requests", told(body, papers={"identity": "A" * 21 * 1024 * 1024}))
    assert refused.status_code == 413
    assert "20 MB" in refused.json()["advice"]


def test_an_unknown_body_is_told_where_the_list_is(body: PublicBody) -> None:
    refused = post("requests", told(body) | {"body": "tidak-ada"})
    assert refused.status_code == 404
    assert "/api/v1/information/bodies" in refused.json()["message"]


def test_the_rules_tell_an_app_what_to_ask(body: PublicBody) -> None:
    rules = get("rules").json()
    keys = {one["key"] for one in rules["asked"]}
    assert {key for keys_of in rules["required"].values() for key in keys_of} <= keys
    assert (rules["longest"], rules["largest_paper"]) == (5000, LARGEST)
    assert [(one["kind"], one["days"], one["extension_days"]) for one in rules["terms"]][2] == ("answer", 10, 7)
    assert set(rules["grounds"]) == set("abcdefg")
