"""Pabulib files: read with their oddities, nothing lost, written so that Pabulib's own checker accepts them."""

from __future__ import annotations

import contextlib
import io
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pabulib.checker import Checker

from selaras.engines.allocation.equal_shares import equal_shares
from selaras.engines.allocation.errors import InvalidElection
from selaras.engines.allocation.pabulib import read_pabulib
from selaras.engines.allocation.pabulib_writing import with_selection, write_pabulib


def file(
    *, budget: str = "100", kind: str = "approval", projects: str = "a;60;Jalan\nb;50;Lampu", votes: str = "1;a,b\n2;b"
) -> str:
    columns = "voter_id;vote;points" if kind in ("cumulative", "scoring") else "voter_id;vote"
    return (
        f"META\nkey;value\nbudget;{budget}\nvote_type;{kind}\nPROJECTS\nproject_id;cost;name\n{projects}\n"
        f"VOTES\n{columns}\n{votes}\n"
    )


def errors(text: str) -> Any:
    with contextlib.redirect_stdout(io.StringIO()):
        results = Checker().process_files([text])
    (report,) = (value["results"] for key, value in results.items() if key not in ("metadata", "summary"))
    return report if isinstance(report, str) else report.get("errors", {})


@pytest.mark.parametrize(
    "content",
    [
        file(),
        "\ufeff" + file(),
        file().encode("utf-8-sig"),
        file().replace("\n", "\r\n"),
        file().replace("\n", "\r"),
        file().replace("VOTES", "\n\nvotes"),
        file(votes="1;a,b,a\n2; b ,b"),
    ],
    ids=["plain", "bom", "bytes with bom", "crlf", "cr only", "blank lines and case", "a project named twice"],
)
def test_the_same_ballots_come_out_of_every_form(content: str | bytes) -> None:
    profile = read_pabulib(content).profile()
    assert profile.totals() == {"a": 1, "b": 2}
    assert profile.voters == 2


def test_cells_in_quotes_hold_semicolons_and_line_ends() -> None:
    election = read_pabulib(file(projects='a;60;"Jalan; ""besar""\ndan lebar"\nb;50;Lampu'))
    assert election.column("name")[0] == 'Jalan; "besar"\ndan lebar'
    assert read_pabulib(write_pabulib(election)).projects == election.projects


def test_money_may_have_decimals_with_a_point_or_a_comma() -> None:
    election = read_pabulib(file(budget="99,5", projects="a;60.25;x\nb;50;y"))
    assert election.budget == Fraction(199, 2)
    assert election.costs() == {"a": Fraction(241, 4), "b": 50}
    assert equal_shares(election.profile(), election.budget).selected == ("b",)


@pytest.mark.parametrize(
    ("kind", "votes", "totals"),
    [
        ("choose-1", "1;a\n2;b\n3;", {"a": 1, "b": 1}),
        ("cumulative", "1;a,b;2,1\n2;b;3", {"a": 2, "b": 4}),
        ("scoring", "1;a,b;0.5,1\n2;b;0", {"a": 1, "b": 2}),
        ("ordinal", "1;a,b\n2;b", {"a": 2, "b": 2}),
    ],
)
def test_every_type_of_ballot_becomes_additive_utilities(kind: str, votes: str, totals: dict[str, int]) -> None:
    profile = read_pabulib(file(kind=kind, votes=votes)).profile()
    assert profile.totals() == totals
    assert profile.voters == len(votes.splitlines())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\xff", "bukan berkas .pb"),
        ("nama,biaya\na,1\n", "META"),
        (file().replace("VOTES\nvoter_id;vote\n1;a,b\n2;b\n", ""), "VOTES"),
        (file().replace("budget;100\n", ""), "budget"),
        (file(kind="guessing"), "guessing"),
        (file(budget="banyak"), "banyak"),
        (file(projects="a;gratis;x\nb;1;y"), "gratis"),
        (file(projects="a;-5;x\nb;1;y"), "-5"),
        (file(projects="a;1e999999999;x\nb;1;y"), "terlalu panjang"),
        (file(budget="1e-999999999"), "terlalu panjang"),
        (file(kind="scoring", votes="1;a,b;1e30,1"), "terlalu besar atau terlalu rinci"),
        (file(kind="scoring", votes="1;a,b;1e-30,1"), "terlalu besar atau terlalu rinci"),
        (file(projects="a;1;x\na;2;y"), "a tercantum lebih dari sekali"),
        (file(projects="a;1;x\nb;1;y;z"), "Baris 8: ada 4 sel"),
        (file(votes="1;a\n2;c"), "Baris 12: suara menyebut usulan c"),
        (file(kind="scoring", votes="1;a,b;1,2\n2;a,b;1"), "Baris 12: jumlah nilai"),
        (file(kind="scoring", votes="1;a;banyak"), "Baris 11: nilai"),
        (file().replace("voter_id;vote", "voter_id;suara"), "kolom vote"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(content: str | bytes, said: str) -> None:
    with pytest.raises(InvalidElection, match=said):
        read_pabulib(content).profile()


@pytest.mark.shared_data
@pytest.mark.slow
def test_real_files_lose_nothing_and_pass_the_checker_as_before(shared_data: Path) -> None:
    kinds = set()
    for path in sorted((shared_data / "pabulib").glob("*.pb")):
        text = path.read_text("utf-8-sig")
        if len(text) > 60_000:
            continue
        election = read_pabulib(text)
        kinds.add(election.vote_type)
        written = write_pabulib(election)
        assert errors(written) == errors(text), path.name
        again = read_pabulib(written)
        assert (again.votes, again.projects, dict(again.meta)) == (election.votes, election.projects, election.meta)
    assert kinds == {"approval", "choose-1", "cumulative", "ordinal"}


@pytest.mark.shared_data
def test_an_outcome_can_be_marked_in_the_file_it_came_from(shared_data: Path) -> None:
    election = read_pabulib((shared_data / "pabulib" / "Poland_Warszawa_2026_Wlochy.pb").read_bytes())
    chosen = equal_shares(election.profile(), election.budget, completion="add1").selected
    marked = write_pabulib(with_selection(election, chosen, "equal_shares cost add1"))
    assert not errors(marked) or isinstance(errors(marked), str)
    again = read_pabulib(marked)
    marks = dict(zip(again.column("project_id"), again.column("selected"), strict=True))
    assert {each for each, mark in marks.items() if mark == "1"} == set(chosen)
    assert "equal_shares cost add1" in again.meta["comment"]
