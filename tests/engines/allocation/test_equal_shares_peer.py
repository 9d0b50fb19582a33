"""Equal shares chooses what pabutools chooses on real elections, project for project in the same order."""

from __future__ import annotations

from pathlib import Path

import pytest
from pabutools.election import Additive_Cardinal_Sat, Cardinality_Sat, Cost_Sat
from pabutools.election.pabulib import parse_pabulib_from_string
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares

from selaras.engines.allocation.equal_shares import Satisfaction, equal_shares
from selaras.engines.allocation.pabulib import read_pabulib

MEASURES: dict[Satisfaction, type] = {
    "cost": Cost_Sat,
    "cardinality": Cardinality_Sat,
    "scores": Additive_Cardinal_Sat,
}


def small_files(folder: Path, kinds: tuple[str, ...], most_votes: int) -> list[str]:
    texts = [file.read_text("utf-8-sig") for file in sorted((folder / "pabulib").glob("*.pb"))]
    elections = [(text, read_pabulib(text)) for text in texts if len(text) < 60 * most_votes]
    return [text for text, e in elections if e.vote_type in kinds and len(e.votes) <= most_votes]


@pytest.mark.shared_data
@pytest.mark.slow
def test_on_every_small_approval_file(shared_data: Path) -> None:
    texts = small_files(shared_data, ("approval", "choose-1"), 1_500)
    assert len(texts) > 50
    for text in texts:
        ours, (instance, profile) = read_pabulib(text), parse_pabulib_from_string(text)
        for satisfaction in ("cost", "cardinality"):
            theirs = method_of_equal_shares(instance, profile, sat_class=MEASURES[satisfaction])
            result = equal_shares(ours.profile(), ours.budget, satisfaction=satisfaction)
            assert list(result.selected) == [each.name for each in theirs], (ours.meta, satisfaction)


@pytest.mark.shared_data
@pytest.mark.slow
def test_on_small_files_with_points(shared_data: Path) -> None:
    texts = small_files(shared_data, ("cumulative", "scoring"), 800)
    assert texts
    for text in texts:
        ours, (instance, profile) = read_pabulib(text), parse_pabulib_from_string(text)
        theirs = method_of_equal_shares(instance, profile, sat_class=Additive_Cardinal_Sat)
        result = equal_shares(ours.profile(), ours.budget)
        assert list(result.selected) == [each.name for each in theirs], ours.meta


@pytest.mark.shared_data
@pytest.mark.slow
@pytest.mark.parametrize("satisfaction", ["cost", "cardinality"])
def test_with_add1_and_with_the_greedy_fill_on_tiny_files(shared_data: Path, satisfaction: Satisfaction) -> None:
    texts = small_files(shared_data, ("approval",), 250)
    assert len(texts) > 5
    for text in texts:
        ours, (instance, profile) = read_pabulib(text), parse_pabulib_from_string(text)
        measure, voters = MEASURES[satisfaction], ours.profile()
        filled = greedy_utilitarian_welfare(
            instance,
            profile,
            sat_class=measure,
            initial_budget_allocation=method_of_equal_shares(instance, profile, sat_class=measure),
        )
        supported = {each for each, votes in voters.totals().items() if votes}
        result = equal_shares(voters, ours.budget, satisfaction=satisfaction, completion="ranked")
        assert list(result.selected) == [each.name for each in filled if each.name in supported]
        step = max(1, int(ours.budget / voters.voters / 20))  # steps of a twentieth, so that the peer ends in time
        theirs = method_of_equal_shares(instance, profile, sat_class=measure, voter_budget_increment=step)
        added = equal_shares(voters, ours.budget, satisfaction=satisfaction, completion="add1", increment=step)
        assert list(added.selected) == [each.name for each in theirs]
