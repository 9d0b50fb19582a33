"""The documents of a decision: all are written, all open, and none says more than it may."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from selaras.audit.models import Entry
from selaras.forum.actions import decide, write
from selaras.forum.models import Conflict, Decision, Document, Mark, Proposal, Recommendation
from selaras.government.models import Agency
from tests.forum.documents import rows_of_csv, sheets_of, text_of
from tests.forum.small_forum import actor, ready

pytestmark = pytest.mark.django_db
NAMES = [
    "berita-acara.docx", "berita-acara.pdf", "daftar-keputusan.csv", "daftar-keputusan.xlsx", "decision.json",
    "ringkasan.html", "tabel-t-c-31.xlsx", "tabel-t-c-32.xlsx", "tabel-t-c-33.xlsx", "tabel-t-d-4.xlsx",
]  # fmt: skip
READ_BY_PEOPLE = [name for name in NAMES if name != "decision.json"]
PRIVATE = ("3305011708790001", "0812-3456-7890", "Sutarjo")
ODD = "Talud\x0b & <b>tebal</b> {{ 7*7 }} #set text {% x %} NIK 3305011708790001, HP 0812-3456-7890, Bapak Sutarjo"


@pytest.fixture
def decision() -> Decision:
    forum = ready()
    Proposal.objects.filter(number="U-2").update(title=ODD, problem=ODD)
    Proposal.objects.filter(number="U-4").update(title=ODD)
    Conflict.objects.update(reason=f"Keluarga: {ODD}")
    Recommendation.objects.create(
        proposal=Proposal.objects.get(number="U-8"), level="forum", cost=55_000_000, reason=f"Disepakati dengan {ODD}"
    )
    return decide(forum, actor=actor())


@pytest.fixture
def out(decision: Decision, tmp_path: Path) -> Path:
    write(decision, tmp_path / "hasil", actor=actor())
    return tmp_path / "hasil"


def test_every_document_is_written_and_opens(out: Path) -> None:
    found = sorted(path.name for path in out.iterdir())
    assert [name for name in found if name != "suara.pb"] == NAMES
    assert all(len(text_of(out / name)) > 400 for name in found)


def test_what_the_site_keeps_is_what_the_folder_holds(decision: Decision, out: Path) -> None:
    kept = {Path(str(document.file)).name: document for document in decision.documents.all()}
    assert set(kept) == {path.name for path in out.iterdir()}
    for name, document in kept.items():
        content = document.file.read()
        assert content == (out / name).read_bytes()
        assert (document.size, document.digest) == (len(content), hashlib.sha256(content).hexdigest())


def test_sample_data_is_called_sample_data_everywhere(out: Path) -> None:
    for name in READ_BY_PEOPLE:
        assert "DATA CONTOH" in text_of(out / name), name
    for sheets in (sheets_of((out / name).read_bytes()) for name in NAMES if name.endswith(".xlsx")):
        assert all("DATA CONTOH" in str(rows) for rows in sheets.values())
    assert '"synthetic": true' in text_of(out / "decision.json")


def test_real_data_carries_no_such_warning(decision: Decision, tmp_path: Path) -> None:
    decision.forum.synthetic = False
    decision.forum.save()
    write(decision, tmp_path, actor=actor())
    assert all("DATA CONTOH" not in text_of(tmp_path / name) for name in READ_BY_PEOPLE)


def test_private_data_stays_inside(out: Path) -> None:
    for path in out.iterdir():
        assert not [word for word in PRIVATE if word in text_of(path)], path.name


def test_text_is_only_text(out: Path) -> None:
    listed = {row["Nomor"]: row["Usulan"] for row in rows_of_csv((out / "daftar-keputusan.csv").read_bytes())}
    assert listed["U-8"] == "'=cmd() perbaikan jalan"
    sheet = sheets_of((out / "daftar-keputusan.xlsx").read_bytes())["Keputusan"]  # fails on a formula
    assert "=cmd() perbaikan jalan" in {row[2] for row in sheet}
    for name in ("berita-acara.pdf", "berita-acara.docx", "daftar-keputusan.xlsx"):
        said = text_of(out / name)
        assert "{{ 7*7 }}" in said, name
        assert "Talud & <b>tebal</b>" in said, name


def test_the_same_decision_gives_the_same_bytes(decision: Decision, tmp_path: Path) -> None:
    write(decision, tmp_path / "satu", actor=actor())
    write(decision, tmp_path / "dua", actor=actor())
    for name in NAMES:
        if name != "berita-acara.docx":  # the zip inside carries the time of day
            assert (tmp_path / "satu" / name).read_bytes() == (tmp_path / "dua" / name).read_bytes(), name


def test_writing_again_replaces_the_documents_and_old_files_vanish(
    decision: Decision, tmp_path: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        old = [str(document.file) for document in write(decision, tmp_path, actor=actor())]
    with django_capture_on_commit_callbacks(execute=True):
        new = [str(document.file) for document in write(decision, tmp_path, actor=actor())]
    assert Document.objects.count() == len(new) == len(old)
    assert all(default_storage.exists(name) for name in new)
    assert not [name for name in set(old) - set(new) if default_storage.exists(name)]
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    assert Entry.objects.filter(action="forum.documents_written").count() == 2


def test_a_newer_decision_keeps_the_documents_of_the_older(decision: Decision, tmp_path: Path) -> None:
    write(decision, tmp_path, actor=actor())
    Mark.objects.filter(proposal__number="U-1").delete()
    newer = decide(decision.forum, actor=actor())
    write(newer, tmp_path, actor=actor())
    assert decision.documents.count() == newer.documents.count() > 0


def test_the_money_of_the_plan_table_is_that_of_the_ledger(decision: Decision, out: Path) -> None:
    rows = sheets_of((out / "tabel-t-c-33.xlsx").read_bytes())["T-C.33"]
    ledger = {row["key"]: row["plan"] + row["used"] for row in decision.summary["ledger"] if row["kind"] == "agency"}
    labels = {agency.code: agency.label for agency in Agency.objects.all()}
    sums = {row[0]: row[5] for row in rows if row[0] in labels.values()}
    assert sums == {labels[code]: amount for code, amount in ledger.items()}
    total = next(row for row in decision.summary["ledger"] if row["kind"] == "total")
    fields = [row[5] for row in rows if row[0] in ("1.02", "1.03", "2.16")]
    assert sum(fields) == total["plan"] + total["used"]


def test_two_agencies_of_one_short_name_are_not_added_together(decision: Decision, tmp_path: Path) -> None:
    Agency.objects.update(short_name="Dinas")
    write(decision, tmp_path, actor=actor())
    rows = sheets_of((tmp_path / "tabel-t-c-33.xlsx").read_bytes())["T-C.33"]
    ledger = [row["plan"] + row["used"] for row in decision.summary["ledger"] if row["kind"] == "agency"]
    assert sorted(row[5] for row in rows if row[0] == "Dinas") == sorted(ledger)
