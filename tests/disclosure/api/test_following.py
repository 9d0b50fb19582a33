"""With the token of a case an app follows it and acts in it, as the applicant's own pages allow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.audit.queries import verify
from selaras.disclosure.actions.answering import Reply, Told, answer, answer_anew
from selaras.disclosure.actions.checking import ask_to_complete, missing_now
from selaras.disclosure.actions.clocking import extend, pause
from selaras.disclosure.actions.disputing import Meeting, file_dispute, set_hearing
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.actions.objecting import decide_objection
from selaras.disclosure.actions.releasing import add_file, release_file
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.identity import identity_of
from selaras.disclosure.models import Objection, PublicBody, Request
from tests.disclosure.api.phone import API, PHOTO, get, picture, post
from tests.disclosure.desk.cases import answered, opened
from tests.disclosure.network import SITI, agency, asked, at_desk, network, superior_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    made = network()
    today(date(2020, 3, 9))
    return made


def state_of(case: Request) -> dict[str, Any]:
    told: dict[str, Any] = get("request", case).json()
    return told


def test_a_term_tells_whom_it_binds_and_where_its_day_comes_from(body: PublicBody) -> None:
    case = opened(body)
    extend(case, "Arsipnya di kecamatan.", actor=at_desk(body))
    told = state_of(case)
    assert (told["state"], told["sentence"], told["due_on"]) == (
        "open",
        "Permohonan Anda sedang dijawab.",
        "2020-04-02",
    )
    clock = next(one for one in told["clocks"] if one["kind"] == "answer")
    assert (clock["binds"], clock["state"], clock["late"]) == ("body", "running", False)
    assert "Dilewati:" in " ".join(clock["derivation"])
    assert clock["derivation"][-1] == "Batas: Kamis, 2 April 2020."
    assert [(one["kind"], one["reason"]) for one in told["steps"]][-1] == ("extended", "Arsipnya di kecamatan.")


def test_a_paused_term_has_no_day(body: PublicBody) -> None:
    case = opened(body)
    pause(case, "Menunggu arsip.", actor=at_desk(body))
    clock = next(one for one in state_of(case)["clocks"] if one["kind"] == "answer")
    assert (clock["due_on"], clock["days_left"], clock["words"]) == (None, None, "dihentikan sementara")


def test_what_the_desk_misses_is_completed_and_nothing_else_is_changed(body: PublicBody) -> None:
    case = asked(body, papers=(), identity=SITI)
    ask_to_complete(case, ["identity", "contact"], actor=at_desk(body))
    told = state_of(case)
    assert [one["key"] for one in told["missing"]] == ["contact", "identity"]
    assert told["may"] == {"complete": True, "withdraw": True, "object": False, "dispute": False}
    refused = post("request/completion", {"phone": "081200000009"}, case)
    assert (refused.status_code, list(refused.json()["fields"])) == (422, ["identity"])
    sent = {"phone": "081200000009", "name": "Bukan Siti", "papers": {"identity": PHOTO}}
    done = post("request/completion", sent, case)
    assert (done.status_code, done.json()["state"], done.json()["missing"]) == (200, "checking", [])
    identity = identity_of(Request.objects.get(pk=case.pk).applicant)
    assert (identity.name, identity.phone) == (SITI.name, "081200000009")
    assert missing_now(Request.objects.get(pk=case.pk)) == []
    again = post("request/completion", sent, case)
    assert (again.status_code, again.json()["message"]) == (409, "Tidak ada yang perlu dilengkapi sekarang.")
    assert case.identity_documents.count() == 1
    assert verify().intact


@pytest.mark.parametrize(("phone", "sentence"), [("12", "terlalu pendek"), ("", "masih kosong")])
def test_what_is_completed_wrongly_is_told_beside_its_field(body: PublicBody, phone: str, sentence: str) -> None:
    case = ask_to_complete(asked(body), ["contact"], actor=at_desk(body))
    refused = post("request/completion", {"phone": phone}, case)
    assert refused.status_code == 422
    assert sentence in refused.json()["fields"]["phone"]


def test_an_answer_comes_with_its_files(body: PublicBody) -> None:
    case, desk = opened(body), at_desk(body)
    file = release_file(add_file(case, "apbdes.png", picture(), actor=desk), [], actor=desk)
    answer(case, Reply([Told("APBDes 2019", "given")], "Terlampir.", [file]), actor=desk)
    (given,) = state_of(case)["answers"]
    assert (given["outcome"], given["text"], given["cost"]) == ("granted", "Terlampir.", 0)
    assert given["parts"] == [{"text": "APBDes 2019", "fate": "given", "reason": "", "article": ""}]
    address = given["files"][0]["address"].removeprefix(f"{API}/")
    fetched = get(address, case)
    assert (fetched.status_code, fetched.headers["Content-Type"]) == (200, "image/png")
    assert fetched.getvalue()[:4] == b"\x89PNG"
    tag = fetched.headers["ETag"]
    assert tag == f'"{file.released_digest}"'


def test_an_objection_sent_twice_is_one_and_its_fate_is_read(body: PublicBody) -> None:
    case = answered(body)
    sent = {"submission": str(uuid4()), "grounds": ["d"], "text": "Laporannya belum ada."}
    first, again = post("request/objection", sent, case), post("request/objection", sent, case)
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json()["objection"] == again.json()["objection"]
    objection = Objection.objects.get()
    decide_objection(objection, "granted", "Laporan harus diberikan.", actor=superior_of(body))
    answer_anew(objection, Reply([Told("Laporan", "given")], "Terlampir."), actor=at_desk(body))
    dispute = file_dispute(objection, date(2020, 3, 9), "012/KI/2020", actor=APPLICANT)
    set_hearing(dispute, Meeting(timezone.now(), "Semarang"), actor=at_desk(body))
    told = state_of(case)["objection"]
    assert (told["decision"], told["decision_text"]) == ("granted", "Laporan harus diberikan.")
    assert (told["dispute"]["stage"], told["dispute"]["hearings"][0]["place"]) == ("filed", "Semarang")


@pytest.mark.parametrize(
    ("sent", "field"), [({"grounds": [], "text": "x"}, "grounds"), ({"grounds": ["z"], "text": " "}, "text")]
)
def test_an_objection_needs_a_ground_and_words(body: PublicBody, sent: dict[str, Any], field: str) -> None:
    refused = post("request/objection", {"submission": str(uuid4()), **sent}, answered(body))
    assert refused.status_code == 422
    assert field in refused.json()["fields"]
    assert Objection.objects.count() == 0


def test_what_does_not_fit_the_state_is_refused_with_its_sentence(body: PublicBody) -> None:
    case = asked(body)
    early = post("request/objection", {"submission": str(uuid4()), "grounds": ["d"], "text": "Lama."}, case)
    assert early.status_code == 409
    assert "sudah diperiksa kelengkapannya" in early.json()["message"]
    assert post("request/letters", {"kind": "objection"}, case).status_code == 409


def test_it_is_withdrawn_once(body: PublicBody) -> None:
    case = asked(body)
    done = post("request/withdrawal", {"reason": "Sudah dapat."}, case)
    assert (done.json()["state"], done.json()["may"]["withdraw"]) == ("withdrawn", False)
    assert post("request/withdrawal", {}, case).status_code == 409
    assert case.steps.filter(kind="withdrawn").get().reason == "Sudah dapat."


def test_a_proof_is_written_once_and_fetched(body: PublicBody) -> None:
    case = asked(body)
    assert [(one["kind"], one["address"]) for one in state_of(case)["letters"]] == [("receipt", "")]
    first, again = (post("request/letters", {"kind": "receipt"}, case) for _ in range(2))
    assert (first.status_code, first.json()) == (201, again.json())
    fetched = get(first.json()["address"].removeprefix(f"{API}/"), case)
    assert (fetched.status_code, fetched.content[:5]) == (200, b"%PDF-")
    assert case.letters.count() == 1


def test_a_case_that_was_moved_leads_to_where_it_goes_on(body: PublicBody) -> None:
    case = asked(body)
    move(case, [Piece(agency(), "Menara sinyal")], "Dikuasai dinas.", actor=at_desk(body))
    told = state_of(case)
    assert told["state"] == "moved"
    (on,) = told["goes_on"]
    there = get("request", on["token"]).json()
    assert (there["number"], there["body"]["code"]) == (on["number"], agency().code)


def test_reading_a_case_asks_a_bounded_number_of_queries(body: PublicBody) -> None:
    counts = []
    for more in (1, 4):
        case, desk = opened(body), at_desk(body)
        sides = range(8, 8 + more)
        files = [release_file(add_file(case, "a.png", picture(side), actor=desk), [], actor=desk) for side in sides]
        answer(case, Reply([Told(f"Bagian {n}", "given") for n in sides], "Terlampir.", files), actor=desk)
        with CaptureQueriesContext(connection) as asked_for:
            state_of(case)
        counts.append(len(asked_for))
    assert counts[0] == counts[1] <= 16


def test_no_account_is_asked_for(body: PublicBody) -> None:
    """Nor does one open anything: a session of the desk is no token."""
    client = Client()
    client.force_login(at_desk(body))
    assert client.get(f"{API}/request").status_code == 401
