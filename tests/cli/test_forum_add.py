"""`selaras forum add`: one more file, its columns set right by a person and remembered for the sender."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from selaras.cli.app import app
from selaras.forum.models import Forum, Proposal
from selaras.intake.models import RememberedMapping
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db
ODD = "Hal;Isi;Uang\n1;Rabat beton gang mawar;150 jt\n2;Talud kali;90 jt\n"


@pytest.fixture
def forum() -> Forum:
    return decided_forum()


def _add(forum: Forum, file: Path, *more: str) -> str:
    done = CliRunner().invoke(app, ["forum", "add", forum.slug, str(file), "--sender", "Desa A", *more])
    assert done.exit_code == 0, done.output
    return done.output


def test_a_person_tells_what_the_columns_mean_and_it_is_remembered(forum: Forum, tmp_path: Path) -> None:
    file = tmp_path / "surat.csv"
    file.write_text(ODD, encoding="utf-8")
    said = _add(forum, file, "--column", "Hal=number", "--column", "Isi=title", "--column", "Uang=cost")
    assert "2 baris diambil, 0 ditahan" in said
    assert set(Proposal.objects.filter(sender="Desa A").values_list("title", "cost")) == {
        ("Rabat beton gang mawar", 150_000_000),
        ("Talud kali", 90_000_000),
    }
    assert RememberedMapping.objects.get(sender="Desa A").mapping["Isi"] == "title"

    file.write_text(ODD.replace("Talud kali", "Talud sungai").replace("2;", "3;"), encoding="utf-8")
    _add(forum, file)
    assert Proposal.objects.filter(sender="Desa A", title="Talud sungai").exists()


@pytest.mark.parametrize("more", [("--column", "Isi"), ("--column", "Isi=judul"), ("--kind", "apa")])
def test_what_cannot_be_understood_is_said_in_a_sentence(forum: Forum, tmp_path: Path, more: tuple[str, ...]) -> None:
    file = tmp_path / "surat.csv"
    file.write_text(ODD, encoding="utf-8")
    done = CliRunner().invoke(app, ["forum", "add", forum.slug, str(file), *more])
    assert done.exit_code == 2
    assert "Traceback" not in done.output
