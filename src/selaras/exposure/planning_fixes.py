"""Candidate fixes as the engine takes them, and the plan it makes, as plain JSON."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from selaras.engines.routes import Connection as Way
from selaras.engines.routes import Fix as Measure
from selaras.engines.routes import FixKind, Plan, by_severity, harden
from selaras.exposure.models import Fix
from selaras.exposure.viewing import View

Ways = Mapping[tuple[str, str, str], Way]


def measures(view: View, fixes: Iterable[Fix]) -> list[Measure]:
    """Those with something left to do in the view, each with what the inventory has left once `finish_fix` was told."""
    ways = {(one.source, one.target, one.kind): one for one in view.graph.connections}
    open_hosts = {host.key for host in view.graph.hosts if not host.protected}
    found = []
    for fix in fixes:
        target = _target(fix, view, ways, open_hosts)
        if target is not None:
            left, severity = fix.remains / 100, float(fix.severity)
            found.append(Measure(fix.key, FixKind(fix.kind), target, fix.cost, left, severity, fix.label))
    return found


def _target(fix: Fix, view: View, ways: Ways, open_hosts: Collection[str]) -> str | Way | None:
    """None of what is not in the view, was removed or retired meanwhile, or is protected already."""
    if fix.system:
        return fix.system.key if fix.system.key in view.own else None
    if joined := fix.connection:
        way = ways.get((joined.source.key, joined.target.key, joined.kind)) if not joined.removed_at else None
        return None if way and way.protected and fix.kind == Fix.Kind.SEGMENT else way
    return fix.host.key if fix.host and fix.host.key in open_hosts else None


def digest_of(view: View, chosen: Sequence[Measure]) -> str:
    """Of the inventory together with the candidates."""
    return hashlib.sha256("\n".join([view.digest, *told_measures(chosen)]).encode()).hexdigest()


def told_measures(chosen: Iterable[Measure]) -> list[str]:
    """One line a candidate, as `digest_of` takes them."""
    return sorted(f"{one.key} {one.kind} {one.target} {one.cost} {one.left} {one.severity}" for one in chosen)


def planned(view: View, chosen: Sequence[Measure], budget: int) -> dict[str, Any]:
    """Raises RoutesError."""
    plan: Plan = harden(view.graph, chosen, budget, seconds=20.0)
    return {
        "sentence": plan.sentence(),
        "before": [plan.before.chance, plan.before.low, plan.before.high],
        "steps": [[step.fix.key, step.spent, step.risk.chance, step.risk.low, step.risk.high] for step in plan.steps],
        "severe": [one.key for one in by_severity(chosen, budget)],
        "severe_left": [plan.by_severity.chance, plan.by_severity.low, plan.by_severity.high],
        "proof": {
            "worlds": plan.proof.worlds,
            "risk": plan.proof.risk,
            "bound": plan.proof.bound,
            "gap": plan.proof.gap,
            "proven": plan.proof.proven,
        },
    }
