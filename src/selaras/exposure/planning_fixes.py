"""Candidate fixes as the engine takes them, and the plan it makes, as plain JSON."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from selaras.engines.routes import Fix as Measure
from selaras.engines.routes import FixKind, Plan, by_severity, harden
from selaras.exposure.models import Fix
from selaras.exposure.viewing import View


def measures(view: View, fixes: Iterable[Fix]) -> list[Measure]:
    """Those whose target is part of the view; of what was removed or retired meanwhile none is left to fix."""
    ways = {(one.source, one.target, one.kind): one for one in view.graph.connections}
    hosts = {host.key for host in view.graph.hosts}
    found = []
    for fix in fixes:
        target: Any = None
        if fix.system:
            target = fix.system.key if fix.system.key in view.own else None
        elif fix.connection:
            joined = fix.connection
            target = ways.get((joined.source.key, joined.target.key, joined.kind)) if not joined.removed_at else None
        elif fix.host:
            target = fix.host.key if fix.host.key in hosts else None
        if target is not None:
            found.append(
                Measure(fix.key, FixKind(fix.kind), target, fix.cost, fix.left / 100, float(fix.severity), fix.label)
            )
    return found


def digest_of(view: View, chosen: Sequence[Measure]) -> str:
    """Of the inventory together with the candidates."""
    told = sorted(f"{one.key} {one.kind} {one.target} {one.cost} {one.left} {one.severity}" for one in chosen)
    return hashlib.sha256("\n".join([view.digest, *told]).encode()).hexdigest()


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
