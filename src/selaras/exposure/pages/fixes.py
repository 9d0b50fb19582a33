"""Candidate fixes and the plan that a budget buys, beside fixing by severity; what a fix would change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from selaras.engines.routes import percent, what_if
from selaras.exposure import rules
from selaras.exposure.actions.looking import look_at
from selaras.exposure.models import Computation, Fix
from selaras.exposure.pages.curves import told_curve
from selaras.exposure.pages.plans import told_plan
from selaras.exposure.planning_fixes import digest_of, measures
from selaras.exposure.queries import candidates_visible_to, computations_visible_to, settled_visible_to
from selaras.exposure.viewing import View, view_of
from selaras.exposure.weaknesses import was_refuted
from selaras.people.pages.doors import only, visitor

_ON_A_PAGE = 25


@only(rules.reads_desk)
@require_safe
def fixes_page(request: HttpRequest) -> HttpResponse:
    """The newest plan first, then the candidates; those ticked are tried out (`coba`)."""
    person = visitor(request)
    look_at("fixes", actor=person)
    view, fixes = view_of(person), list(candidates_visible_to(person))
    tried = request.GET.getlist("coba")
    newest = computations_visible_to(person).filter(kind=Computation.Kind.PLAN).first()
    drawn = computations_visible_to(person).filter(kind=Computation.Kind.CURVE).first()
    chosen = measures(view, fixes)
    page = Paginator(fixes, _ON_A_PAGE).get_page(request.GET.get("hal"))
    plan = told_plan(newest, fixes) if newest and newest.state == Computation.State.DONE else None
    boxed = [*page, *(step.fix for step in plan.steps)] if plan else [*page]
    context: dict[str, Any] = {
        "fixes": fixes,
        "page": page,
        "tried": tried,
        "elsewhere": [fix for fix in fixes if fix.key in tried and fix not in boxed],
        "what_if": _what_if(view, [fix for fix in fixes if fix.key in tried]),
        "computation": newest,
        "current": newest is not None and newest.digest == digest_of(view, chosen),
        "plan": plan,
        "curve": told_curve(drawn.result) if drawn and drawn.state == Computation.State.DONE else None,
        "curve_state": drawn.state if drawn and not drawn.is_stuck else "",
        "curve_current": drawn is not None and drawn.digest == digest_of(view, chosen),
        "settled": [(fix, was_refuted(fix)) for fix in settled_visible_to(person)[:_ON_A_PAGE]],
        "may_keep": rules.keeps_inventory(person),
        "any_core": bool(view.graph.cores),
    }
    return render(request, "exposure/fixes.html", context)


def _what_if(view: View, tried: Sequence[Fix]) -> dict[str, Any] | None:
    """What the routes would be once the ticked fixes are done."""
    chosen = measures(view, tried)
    if not chosen or not view.graph.cores:
        return None
    found = what_if(view.graph, chosen)
    before, after = ({route.core.key: route for route in moment.routes} for moment in (found.before, found.after))
    return {
        "count": len(chosen),
        "rows": [
            (
                core.name,
                percent(found.before.reach.shares[core.key].chance),
                percent(found.after.reach.shares[core.key].chance),
                after[core.key].sentence() if core.key in after else "",
                core.key in before,
            )
            for core in view.graph.cores
        ],
    }
