"""Open data and news: the same figures as the pages, in forms that programs read."""

from __future__ import annotations

import csv
import io
import json
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse

from selaras.forum.codes import code_of
from selaras.forum.models import Forum, Progress, Proposal
from selaras.forum.pages.public.rows import CEILINGS, PROPOSALS, ceiling_rows, proposal_rows
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def forum() -> Forum:
    return decided_forum()


def _text(name: str, *parts: str, **asked: str) -> str:
    response: Any = Client().get(reverse(name, args=parts), asked)
    assert response.status_code == 200
    return b"".join(response).decode("utf-8-sig")


def test_csv_and_json_say_the_same(forum: Forum) -> None:
    lines = {row["nomor"]: row for row in csv.DictReader(io.StringIO(_text("proposal-file")))}
    told = json.loads(_text("proposal-json"))
    assert {one["nomor"] for one in told["usulan"]} == set(lines)
    for one in told["usulan"]:
        row = lines[one["nomor"]]
        assert {name: row[name] for name in ("kode", "usulan", "hasil", "penjelasan")} == {
            name: one[name] for name in ("kode", "usulan", "hasil", "penjelasan")
        }
        assert row["biaya_didanai"] == ("" if one["biaya_didanai"] is None else str(one["biaya_didanai"]))


def test_numbers_are_numbers_in_json(forum: Forum) -> None:
    (one,) = [row for row in json.loads(_text("proposal-json"))["usulan"] if row["nomor"] == "U-0005"]
    assert (one["volume_didanai"], one["biaya_didanai"]) == (550, 180_000_000)


def test_a_file_says_whose_it_is_and_how_it_may_be_used(forum: Forum) -> None:
    told = json.loads(_text("proposal-json"))
    assert (told["tahun"], told["lisensi"], told["data_contoh"]) == (2021, "CC BY 4.0", True)
    assert told["sidik_keputusan"] == forum.decisions.get().digest


def test_an_empty_answer_is_still_json(forum: Forum) -> None:
    assert json.loads(_text("proposal-json", q="tidak-ada"))["usulan"] == []


def test_what_was_withdrawn_says_so(forum: Forum) -> None:
    forum.proposals.filter(number="U-0001").update(ending="withdrawn", status="proposed")
    lines = {row["nomor"]: row["hasil"] for row in csv.DictReader(io.StringIO(_text("proposal-file")))}
    assert lines["U-0001"] == "Ditarik"


def test_progress_is_in_the_file(forum: Forum) -> None:
    proposal = Proposal.objects.get(number="U-0002")
    for quarter, percent in ((1, 20), (2, 35)):
        Progress.objects.create(proposal=proposal, quarter=quarter, percent=percent, spent=percent * 1000)
    (row,) = [row for row in csv.DictReader(io.StringIO(_text("proposal-file"))) if row["nomor"] == "U-0002"]
    assert (row["kemajuan_triwulan"], row["kemajuan_persen"], row["kemajuan_terpakai"]) == ("2", "35", "35000")


def test_the_ledger_is_that_of_the_decision(forum: Forum) -> None:
    ledger = forum.decisions.get().summary["ledger"]
    rows = json.loads(_text("ceiling-json"))["pagu"]
    assert [(row["id"], row["pagu"], row["sisa"]) for row in rows] == [
        (line["id"], line["amount"], line["left"]) for line in ledger
    ]
    assert len(_text("ceiling-file").splitlines()) == len(ledger) + 1


def test_every_column_is_explained_on_the_data_page(forum: Forum) -> None:
    page = _text("data")
    for name in [*PROPOSALS, *CEILINGS]:
        assert f'<dt class="mono">{name}</dt>' in page
    assert "CC BY 4.0" in page
    decision = forum.decisions.get()
    assert {len(row) for row in proposal_rows(forum.proposals.all(), decision)} == {len(PROPOSALS)}
    assert {len(row) for row in ceiling_rows(decision)} == {len(CEILINGS)}


@pytest.mark.parametrize("name", ["proposal-file", "proposal-json", "ceiling-file", "ceiling-json"])
def test_nothing_is_given_before_the_decision(forum: Forum, name: str) -> None:
    forum.decisions.all().delete()
    assert Client().get(reverse(name)).status_code == 404


def _entries(name: str, *parts: str) -> list[dict[str, str]]:
    root = ElementTree.fromstring(_text(name, *parts))  # noqa: S314 - our own answer
    return [
        {
            "title": entry.findtext(f"{ATOM}title") or "",
            "id": entry.findtext(f"{ATOM}id") or "",
            "summary": entry.findtext(f"{ATOM}summary") or "",
            "link": entry.find(f"{ATOM}link").attrib["href"],  # type: ignore[union-attr]
        }
        for entry in root.findall(f"{ATOM}entry")
    ]


def test_a_decision_is_news(forum: Forum) -> None:
    (entry,) = _entries("feed-decisions")
    assert entry["title"] == "17 dari 30 usulan didanai"
    assert entry["link"] == "http://localhost:8000/keputusan/"


def test_a_report_is_news_and_a_corrected_one_is_new_news(forum: Forum) -> None:
    proposal = Proposal.objects.get(number="U-0002")
    report = Progress.objects.create(
        proposal=proposal, quarter=1, percent=20, spent=1000, note="Hubungi Bapak Sutarjo 0812-3456-7890"
    )
    (before,) = _entries("feed-progress")
    assert before["title"] == f"{proposal.title}: 20 persen"
    assert "0812" not in before["summary"]
    report.percent = 30
    report.save()
    (after,) = _entries("feed-progress")
    assert before["id"] != after["id"]


def test_a_district_has_its_own_news(forum: Forum) -> None:
    proposal = Proposal.objects.get(number="U-0002")
    Progress.objects.create(proposal=proposal, quarter=1, percent=20, spent=1000)
    assert proposal.district_id
    assert len(_entries("feed-district", proposal.district_id)) == 2
    other = forum.decisions.get().summary["districts"]
    elsewhere = next(row["code"] for row in other if row["code"] != proposal.district_id)
    assert [entry["title"][:9] for entry in _entries("feed-district", elsewhere)] == ["Kecamatan"]
    assert Client().get(reverse("feed-district", args=["99.99.99"])).status_code == 404


def test_what_is_not_public_is_no_news(forum: Forum) -> None:
    proposal = Proposal.objects.get(number="U-0002")
    Progress.objects.create(proposal=proposal, quarter=1, percent=20, spent=1000)
    forum.decisions.all().delete()
    assert _entries("feed-decisions") == _entries("feed-progress") == []
    assert code_of(proposal.pk) not in _text("feed-progress")
