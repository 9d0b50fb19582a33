"""Ten budgets side by side: what is left of the risk by the plan, and by fixing the most severe first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from selaras.engines.routes import Fix as Measure
from selaras.engines.routes import harden
from selaras.exposure.viewing import View

BUDGETS = 10
DEAREST = 2  # the last budget is this part of what all candidates cost: half
_SECONDS = 10.0


def curve(view: View, chosen: Sequence[Measure]) -> dict[str, Any]:
    """Risks sampled anew, each with the bound that the search proved. Raises RoutesError."""
    every = sum(one.cost for one in chosen)
    points, before = list[dict[str, Any]](), 0.0
    for step in range(1, BUDGETS + 1):
        budget = every * step // (BUDGETS * DEAREST)
        plan = harden(view.graph, chosen, budget, seconds=_SECONDS)
        before = plan.before.chance
        points.append(
            {
                "budget": budget,
                "fixes": len(plan.steps),
                "left": plan.after.chance,
                "severe": plan.by_severity.chance,
                "gap": plan.proof.gap,
                "proven": plan.proof.proven,
            }
        )
    return {"before": before, "points": points}
