"""The ballots go out as a Pabulib file that its own checker accepts, so that citizens can recompute the election."""

from __future__ import annotations

from pathlib import Path

import pytest
from pabulib.checker import Checker

from selaras.engines.allocation.pabulib import read_pabulib
from selaras.forum.actions import decide, run
from selaras.forum.exports.ballots import as_pabulib
from selaras.forum.exports.report import report
from selaras.forum.folder import open_folder
from selaras.forum.models import Ballot, Decision
from selaras.government.actions import seed_parameters
from selaras.people.actions import system_account
from selaras.sample import make_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(tmp_path: Path, settings: pytest.FixtureRequest) -> Decision:
    settings.MEDIA_ROOT = tmp_path / "files"
    seed_parameters(actor=system_account())
    folder = tmp_path / "masukan"
    folder.mkdir()
    for name, content in make_region(scale=0.02).items():
        (folder / name).write_bytes(content)
    decided, _ = run(open_folder(folder), tmp_path / "hasil", rule="", actor=system_account(), progress=lambda _: None)
    return decided


def test_the_checker_of_pabulib_finds_no_error(decision: Decision) -> None:
    election = as_pabulib(report(decision)).decode()
    checker = Checker()
    checker.process_files([election])
    results = checker.results[1]["results"]
    assert not (results["errors"] if isinstance(results, dict) else {})
    assert checker.results["metadata"] == {"processed": 1, "valid": 1, "invalid": 0}


def test_it_holds_every_ballot_and_what_was_funded(decision: Decision) -> None:
    election = read_pabulib(as_pabulib(report(decision)))
    funded = set(decision.outcomes.filter(status="accepted").values_list("proposal__number", flat=True))
    chosen = dict(zip(election.column("project_id"), election.column("selected"), strict=True))
    assert {number for number, selected in chosen.items() if selected == "1"} == funded
    assert 0 < len(election.votes) <= Ballot.objects.count()
    assert "data contoh" in election.meta["comment"].lower()


def test_without_ballots_there_is_no_such_file(decision: Decision) -> None:
    Ballot.objects.all().delete()
    decision.forum.refresh_from_db()
    again = decide(decision.forum, actor=system_account())
    assert as_pabulib(report(again)) == b""
