"""What everybody may read of a decided forum: the answer, the ceilings, how it was decided."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.engines.schematic import tile_map
from selaras.forum import queries
from selaras.forum.models import Decision, Forum
from selaras.forum.pages.ledger import sections
from selaras.forum.pages.public.reasons import reasons
from selaras.forum.pages.words import RULE_SENTENCES, RULE_WORDS, STATUS_WORDS
from selaras.forum.tiles import MEASURES


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first sentence is the answer; without a decision, what happens next."""
    forum = queries.current_forum(request.user)
    decision = queries.decision_in_force(forum)
    if forum is None or decision is None:
        return render(request, "forum/undecided.html", {"forum": forum or queries.forum_in_preparation()})
    summary = decision.summary
    context = {
        "forum": forum,
        "decision": decision,
        "summary": summary,
        "unfunded": summary["proposals"] - summary["funded"],
        "fates": [(status, summary["by_status"][status]) for status in STATUS_WORDS if status in summary["by_status"]],
        "map": tile_map(summary["districts"], MEASURES["bagian"]),
        "why": reasons(queries.proposals_visible_to(request.user).filter(forum=forum), decision)[:3],
        "rule": RULE_WORDS[decision.rule],
    }
    return render(request, "forum/home.html", context)


@require_safe
def ceilings(request: HttpRequest) -> HttpResponse:
    """Every ceiling: what the draft plan takes, what the funded proposals take, what is left, whom it stopped."""
    forum, decision = decided(request)
    parts = sections(decision.summary["ledger"], queries.stopped_counts(decision))
    return render(request, "forum/ceilings.html", {"forum": forum, "decision": decision, "sections": parts})


@require_safe
def decision_page(request: HttpRequest) -> HttpResponse:
    """By which rule, with which weights, and how anyone can compute it again."""
    forum, decision = decided(request)
    criteria = list(forum.criteria.all())
    context = {
        "forum": forum,
        "decision": decision,
        "summary": decision.summary,
        "rule": RULE_WORDS[decision.rule],
        "rule_sentence": RULE_SENTENCES[decision.rule],
        "rules": _side_by_side(decision),
        "impossible": [RULE_WORDS[key] for key in decision.summary.get("impossible", ())],
        "criteria": criteria,
        "weights": sum(criterion.weight for criterion in criteria),
        "elements": queries.participants_by_element(forum),
        "has_priorities": any(priority["asked"] for priority in decision.summary.get("priorities", [])),
    }
    return render(request, "forum/decision.html", context)


def decided(request: HttpRequest) -> tuple[Forum, Decision]:
    """The forum to be shown with its decision; no page without one."""
    forum = queries.current_forum(request.user)
    decision = queries.decision_in_force(forum)
    if forum is None or decision is None:
        raise Http404(_("Belum ada keputusan. Halaman ini terisi setelah forum memutuskan."))
    return forum, decision


def _side_by_side(decision: Decision) -> list[dict[str, Any]]:
    """Each rule that was computed, the one in force first."""
    computed = decision.summary.get("rules") or {}
    rows = [
        {"key": key, "name": RULE_WORDS[key], "in_force": key == decision.rule, **figures}
        for key, figures in computed.items()
        if key in RULE_WORDS
    ]
    return sorted(rows, key=lambda row: not row["in_force"])
