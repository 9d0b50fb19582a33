"""The record of agreement tells what the hall said: who came, motions, objections by element, notes."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import docx
import pypdf
import pytest

from selaras.forum.actions import decide
from selaras.forum.actions.attending import add_participant, check_in, undo_check_in
from selaras.forum.actions.chairing import add_item, take_up
from selaras.forum.actions.moving import Wish, accept_motion, raise_motion, refuse_motion
from selaras.forum.actions.noting import keep_note
from selaras.forum.actions.objecting import answer_objection, note_objection, withdraw_objection
from selaras.forum.exports import record as agreement
from selaras.forum.exports.report import report
from selaras.forum.models import Forum, Proposal
from tests.forum.small_forum import actor, ready
from tests.forum.voting.hall import participant
from tests.people.persons import secretary

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return ready()


def content(forum: Forum) -> dict[str, Any]:
    return agreement.content(report(decide(forum, actor=actor())))


def speak(forum: Forum) -> None:
    proposal = Proposal.objects.get(number="U-1")
    item = add_item(forum, "Jalan dusun", [proposal], actor=secretary())
    take_up(item, actor=secretary())
    keep_note(item, "Narasumber memaparkan.\nHubungi 0812-3456-7890.", 0, actor=secretary())
    by = {"participant": participant("P3"), "actor": secretary()}
    first = raise_motion(item, proposal, Wish(Decimal(300), 90_000_000, "Sebagian sudah jadi"), "Masyarakat", **by)
    accept_motion(first, actor=secretary())
    second = raise_motion(item, proposal, Wish(None, 50_000_000, "Hemat"), "Media", actor=secretary())
    refuse_motion(second, "Tidak cukup", actor=secretary())
    raise_motion(item, proposal, Wish(None, 60_000_000, "Belum diputuskan"), "Media", actor=secretary())
    standing = note_objection(item, "Kecamatan", "Pagunya kecil.", proposal=proposal, actor=secretary())
    answer_objection(standing, "Dibahas nanti", actor=secretary())
    withdraw_objection(note_objection(item, "Media", "Keberatan lama.", actor=secretary()), actor=secretary())


def test_a_forum_without_a_word_from_the_hall_says_none(forum: Forum) -> None:
    told = content(forum)
    assert (told["motions"], told["objections"], told["notes"]) == ([], [], [])


def test_answered_motions_and_standing_objections_stand_by_element(forum: Forum) -> None:
    speak(forum)
    told = content(forum)
    assert told["motions"] == [
        {
            "number": "U-1",
            "element": "Masyarakat",
            "change": "volume dari 400 menjadi 300 m, biaya dari Rp 120.000.000 menjadi Rp 90.000.000",
            "reason": "Sebagian sudah jadi",
            "result": "disetujui",
        },
        {
            "number": "U-1",
            "element": "Media",
            "change": "biaya dari Rp 90.000.000 menjadi Rp 50.000.000",
            "reason": "Hemat",
            "result": "tidak disetujui: Tidak cukup",
        },
    ]
    assert told["objections"] == [
        {"element": "Kecamatan", "about": "U-1", "text": "Pagunya kecil.", "answer": "Dibahas nanti"}
    ]


def test_notes_are_told_without_what_finds_a_person(forum: Forum) -> None:
    speak(forum)
    note = content(forum)["notes"][0]
    assert note["title"] == "Jalan dusun"
    assert "Narasumber memaparkan." in note["text"]
    assert "0812" not in note["text"]


def test_who_came_uninvited_is_here_but_was_not_invited(forum: Forum) -> None:
    undo_check_in(participant("P1"), actor=secretary())
    check_in(participant("P3"), actor=secretary())
    add_participant(forum, "Tamu (contoh)", "Media", actor=secretary())
    told = content(forum)
    assert {row["element"]: (row["invited"], row["present"]) for row in told["attendance"]} == {
        "Kecamatan": ("1", "1"),
        "Masyarakat": ("1", "1"),
        "Media": ("0", "1"),
        "Perangkat daerah": ("1", "0"),
    }
    here = {row["name"]: row["present"] for row in told["participants"]}
    assert here["Penilai Satu (contoh)"] == "tidak hadir"
    assert here["Penilai Dua (contoh)"] == "hadir", "by the file, which knows no hour"
    assert here["Warga Tiga (contoh)"].startswith("hadir ")


def test_both_files_say_it(forum: Forum) -> None:
    speak(forum)
    told = content(forum)
    paper = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(agreement.as_pdf(told))).pages)
    written = "\n".join(one.text for one in docx.Document(BytesIO(agreement.as_docx(told))).paragraphs)
    for words in ("Mosi dan keberatan", "Sebagian sudah jadi", "Pagunya kecil.", "Catatan sidang", "Narasumber"):
        assert words in " ".join(paper.split()), words
        assert words in written, words
    assert "{" not in written
    assert "Keberatan lama" not in paper + written


def test_files_of_a_silent_hall_have_no_empty_sections(forum: Forum) -> None:
    told = content(forum)
    written = "\n".join(one.text for one in docx.Document(BytesIO(agreement.as_docx(told))).paragraphs)
    paper = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(agreement.as_pdf(told))).pages)
    for text in (written, paper):
        assert "Mosi dan keberatan" not in text
        assert "Catatan sidang" not in text
