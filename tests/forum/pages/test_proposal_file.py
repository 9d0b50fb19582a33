"""The proposals as a file: what was asked for, all of it, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse

from selaras.engines.tabular.streams import csv_lines
from selaras.forum.models import Proposal
from tests.forum.decided import decided_forum


def _rows(**asked: str) -> list[dict[str, str]]:
    response = Client().get(reverse("proposal-file"), asked)
    text = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.django_db
def test_it_holds_every_proposal_with_its_outcome_in_machine_form() -> None:
    decided_forum()
    rows = {row["nomor"]: row for row in _rows()}
    assert len(rows) == 31
    first = rows["U-0001"]
    assert (first["biaya_diusulkan"], first["hasil"], first["kecamatan"]) == ("85000000", "Belum didanai", "Sadang")
    assert first["penjelasan"].startswith("Belum didanai. Pagu Kecamatan Sadang tinggal")
    assert (rows["U-0005"]["biaya_didanai"], rows["U-0005"]["volume_didanai"]) == ("180000000", "550.000")
    assert (rows["U-0002"]["nilai"], first["volume_didanai"], first["biaya_didanai"]) == ("88.10", "", "")


@pytest.mark.django_db
def test_it_follows_the_search() -> None:
    decided_forum()
    assert [row["nomor"] for row in _rows(q="ambulans")] == ["U-0022"]


def harmless(value: object) -> str:
    """A cell as a spreadsheet reads it from the file."""
    text = "".join(csv_lines(["kolom"], [[value]])).lstrip("\ufeff")
    return list(csv.reader(io.StringIO(text, newline="")))[1][0]


@pytest.mark.django_db
def test_a_title_that_would_run_as_a_formula_is_harmless() -> None:
    decided_forum()
    Proposal.objects.filter(number="U-0002").update(title='=HYPERLINK("http://contoh.test";"klik")')
    (row,) = _rows(q="hyperlink")
    assert row["usulan"].startswith("'=HYPERLINK")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_every_sign_that_starts_a_formula_is_neutralised(start: str) -> None:
    assert harmless(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize(("value", "cell"), [(None, ""), (0, "0"), ("Jalan", "Jalan"), ("a=b", "a=b")])
def test_other_cells_stay_as_they_are(value: object, cell: str) -> None:
    assert harmless(value) == cell
