"""The fixes of a plan are the best of all choices, cut risk that was sampled anew, and beat fixing by severity."""

from __future__ import annotations

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.routes import (
    BudgetError,
    Connection,
    Fix,
    FixKind,
    Foothold,
    Graph,
    InventoryError,
    Plan,
    Planned,
    Proof,
    Share,
    SharedHost,
    System,
    by_severity,
    harden,
    reach,
)
from selaras.engines.routes.fixes import effects
from selaras.engines.routes.following import follow, left_by
from selaras.engines.routes.greedy import risk_left
from selaras.engines.routes.interdiction import least_risk
from selaras.engines.routes.layout import lay_out
from selaras.engines.routes.worlds import worlds_of
from tests.engines.routes.inventories import DISTRICT, inventories

FIXES = [
    Fix("tambal desa", FixKind.PATCH, "desa", 10_000_000, 0.2, severity=9.8),
    Fix("tambal dinas", FixKind.PATCH, "dinas", 15_000_000, 0.2, severity=7),
    Fix("tutup vendor", FixKind.SEGMENT, DISTRICT.connections[4], 12_000_000, 0.0, severity=4),
    Fix("cabut kepercayaan", FixKind.REMOVE_TRUST, DISTRICT.connections[5], 8_000_000, 0.0, severity=3),
    Fix("pisahkan peladen", FixKind.ISOLATE, "peladen 1", 30_000_000, 0.1, severity=5),
    Fix("hentikan situs desa", FixKind.RETIRE, "desa", 20_000_000),
]


@st.composite
def offers(draw: st.DrawFn) -> tuple[Graph, list[Fix], int]:
    """A small inventory, up to six fixes of every kind, a budget."""
    graph = draw(inventories())
    targets = [(kind, system.key) for kind in (FixKind.PATCH, FixKind.RETIRE) for system in graph.systems]
    targets += [(FixKind.SEGMENT, one) for one in graph.connections]
    targets += [(FixKind.ISOLATE, host.key) for host in graph.hosts]
    chosen = draw(st.lists(st.sampled_from(targets), min_size=1, max_size=6))
    fixes = [
        Fix(f"f{at}", kind, target, draw(st.integers(1, 9)), draw(st.sampled_from((0.0, 0.3))))
        for at, (kind, target) in enumerate(chosen)
    ]
    return graph, fixes, draw(st.integers(1, 20))


@settings(max_examples=30)
@given(offers())
def test_no_choice_within_the_budget_leaves_less(offer) -> None:
    graph, fixes, budget = offer
    layout = lay_out(graph)
    worlds = worlds_of(layout, effects(layout, fixes), 64, 0)
    costs = np.array([fix.cost for fix in fixes])
    solved = least_risk(worlds, costs, budget, gap=0.0, seconds=30)
    choices = chain.from_iterable(combinations(range(len(fixes)), size) for size in range(len(fixes) + 1))
    risks = [risk_left(worlds, _mask(choice, fixes)) for choice in choices if sum(costs[list(choice)]) <= budget]
    assert solved.risk == risk_left(worlds, solved.chosen) == pytest.approx(min(risks))
    assert costs[solved.chosen].sum() <= budget
    assert solved.bound == pytest.approx(solved.risk)


@settings(max_examples=30)
@given(offers())
def test_without_time_for_a_programme_the_choice_made_step_by_step_stands(offer) -> None:
    graph, fixes, budget = offer
    layout = lay_out(graph)
    worlds = worlds_of(layout, effects(layout, fixes), 64, 0)
    costs = np.array([fix.cost for fix in fixes])
    solved = least_risk(worlds, costs, budget, gap=0.0, seconds=0)
    assert solved.risk == risk_left(worlds, solved.chosen) >= solved.bound == 0
    assert costs[solved.chosen].sum() <= budget


@settings(max_examples=30)
@given(offers())
def test_the_risk_along_a_list_is_that_of_walking_each_world(offer) -> None:
    graph, fixes, _ = offer
    layout = lay_out(graph)
    touched = effects(layout, fixes)
    worlds = worlds_of(layout, touched, 64, 7)
    risks = follow(layout, touched, range(len(fixes)), 64, 7)
    walked = [risk_left(worlds, _mask(range(done), fixes)) for done in range(len(fixes) + 1)]
    assert [risk.chance for risk in risks] == pytest.approx(walked)
    assert left_by(layout, touched, 64, 7).chance == pytest.approx(walked[-1])


def _mask(chosen, fixes: list[Fix]) -> np.ndarray:
    mask = np.zeros(len(fixes), dtype=np.bool_)
    mask[list(chosen)] = True
    return mask


def test_a_plan_says_what_is_left_after_each_fix() -> None:
    plan = harden(DISTRICT, FIXES, 45_000_000, gap=0.0)
    risks = [plan.before.chance, *(step.risk.chance for step in plan.steps)]
    assert risks == sorted(risks, reverse=True)
    assert plan.after.high < plan.before.low
    assert plan.steps[-1].spent == sum(step.fix.cost for step in plan.steps) <= 45_000_000
    assert plan.proof.proven
    assert plan.sentence().startswith(f"{len(plan.steps)} perbaikan senilai Rp ")


def test_the_vendor_comes_before_the_severe_finding() -> None:
    plan = harden(DISTRICT, FIXES, 12_000_000)
    assert [step.fix.key for step in plan.steps] == ["tutup vendor"]
    assert [fix.key for fix in by_severity(FIXES, 12_000_000)] == ["tambal desa"]
    assert plan.after.high < plan.by_severity.low


def test_severity_takes_the_cheaper_of_equals_and_passes_over_what_does_not_fit() -> None:
    fixes = [
        Fix(key, FixKind.PATCH, "desa", cost, severity=severity)
        for key, cost, severity in (("a", 9, 9), ("b", 4, 5), ("c", 3, 5), ("d", 2, 1))
    ]
    assert [fix.key for fix in by_severity(fixes, 8)] == ["c", "b"]


def test_risk_is_told_from_worlds_that_the_search_has_not_seen() -> None:
    plan = harden(DISTRICT, FIXES, 45_000_000, seed=4)
    assert plan.before == reach(DISTRICT, seed=5).risk
    assert plan.before.chance != pytest.approx(plan.proof.before, abs=1e-12)


def test_fixing_everything_for_good_leaves_no_risk() -> None:
    fixes = [Fix(f"retire {one.key}", FixKind.RETIRE, one.key, 1) for one in DISTRICT.cores]
    plan = harden(DISTRICT, fixes, 2)
    assert plan.after.chance == plan.proof.risk == plan.proof.gap == 0


def test_without_money_nothing_is_planned_and_the_sentence_says_so() -> None:
    plan = harden(DISTRICT, FIXES, 0)
    assert plan.steps == ()
    assert plan.after == plan.before
    assert "Tambah anggaran" in plan.sentence()


def test_a_patch_does_not_help_against_the_neighbour_on_the_host_but_isolation_does() -> None:
    systems = (System("a"), System("b", worth=1))
    graph = Graph(systems, (), (SharedHost("h", ("a", "b")),), (Foothold("a"),))
    fixes = [Fix("patch", FixKind.PATCH, "b", 1), Fix("isolate", FixKind.ISOLATE, "h", 9)]
    assert [step.fix.key for step in harden(graph, fixes, 10).steps] == ["isolate"]


@pytest.mark.parametrize(
    ("fixes", "budget", "wrong", "words"),
    [
        (FIXES, -1, BudgetError, "tidak boleh kurang dari Rp 0"),
        ([*FIXES, FIXES[0]], 1, InventoryError, "“tambal desa” tercatat dua kali"),
        ([Fix("x", FixKind.PATCH, "lain", 1)], 1, InventoryError, "“x” tidak menunjuk"),
        ([Fix("x", FixKind.ISOLATE, "desa", 1)], 1, InventoryError, "“x” tidak menunjuk"),
        ([Fix("x", FixKind.SEGMENT, Connection("desa", "net", "api"), 1)], 1, InventoryError, "“x” tidak menunjuk"),
    ],
)
def test_what_cannot_be_planned_with_is_named(fixes, budget, wrong, words) -> None:
    with pytest.raises(wrong, match=words):
        harden(DISTRICT, fixes, budget)


@pytest.mark.parametrize(("changed", "wrong"), [({"cost": 0}, BudgetError), ({"left": 1.0}, InventoryError)])
def test_a_fix_costs_something_and_does_something(changed, wrong) -> None:
    with pytest.raises(wrong):
        Fix(**{"key": "x", "kind": FixKind.PATCH, "target": "desa", "cost": 1, **changed})


def test_a_plan_against_a_risk_too_small_to_be_sampled_says_so() -> None:
    nothing, fix = Share(0.0, 0.0, 0.0), FIXES[0]
    plan = Plan(1, nothing, (Planned(fix, fix.cost, nothing),), nothing, Proof(64, 0.1, 0.0, 0.0))
    assert plan.sentence() == (
        "1 perbaikan senilai Rp 10.000.000 menutup rute, tetapi risikonya sebelum diperbaiki pun terlalu kecil "
        "untuk diukur."
    )
