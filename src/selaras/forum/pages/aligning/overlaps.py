"""Plan lines of two agencies that overlap: one agency takes both, or they stay apart, with why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from selaras.forum import open_work, rules
from selaras.forum.actions.judging import judge_overlap, undo_overlap_verdict
from selaras.forum.errors import NotReady
from selaras.forum.models import Forum, Overlap, OverlapVerdict
from selaras.forum.pages.aligning.tabs import tabs_of
from selaras.forum.pages.doors import done, for_those
from selaras.people.pages.doors import visitor
from selaras.planning.models import WorkPlanItem

PAGE = 20
_APART = "terpisah"


@dataclass(frozen=True)
class Pair:
    """Two lines that overlap, with what was said of them."""

    overlap: Overlap
    lines: list[WorkPlanItem]
    verdict: OverlapVerdict | None


@for_those(rules.runs_forum)
@require_safe
def overlaps_page(request: HttpRequest, forum: Forum) -> HttpResponse:
    """The surest first; those judged on their own list."""
    judged = request.GET.get("keadaan") == "sudah"
    waiting = open_work.unjudged_overlaps(forum)
    found = Overlap.objects.filter(forum=forum).exclude(pk__in=waiting.values("pk")) if judged else waiting
    page = Paginator(found.order_by("-confidence", "pk"), PAGE).get_page(request.GET.get("hal"))
    context = {
        "tabs": tabs_of(request.user, forum),
        "page": page,
        "pairs": pairs_of(forum, page.object_list),
        "judged": judged,
        "checked": Overlap.objects.filter(forum=forum).exists(),
    }
    return render(request, "forum/aligning/overlaps.html", context)


def pairs_of(forum: Forum, overlaps: Iterable[Overlap]) -> list[Pair]:
    """Overlaps with their lines and verdicts; two queries, whatever their number."""
    rows = list(overlaps)
    named = {key for one in rows for key in (one.first, one.second)}
    found = WorkPlanItem.objects.filter(cycle=forum.cycle_id, key__in=named).select_related("agency", "region")
    lines = {line.key: line for line in found}
    said = OverlapVerdict.objects.filter(forum=forum, first__in=[one.first for one in rows]).select_related("agency")
    verdicts = {(one.first, one.second): one for one in said}
    return [
        Pair(
            one, [lines[key] for key in (one.first, one.second) if key in lines], verdicts.get((one.first, one.second))
        )
        for one in rows
    ]


@require_POST
@for_those(rules.runs_forum)
def judge(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    overlap = get_object_or_404(Overlap, forum=forum, pk=pk)
    lines = WorkPlanItem.objects.filter(cycle=forum.cycle_id, key__in=(overlap.first, overlap.second))
    chosen = request.POST.get("putusan", "")
    agency = next((line.agency for line in lines.select_related("agency") if str(line.agency_id) == chosen), None)

    def act() -> Any:
        if agency is None and chosen != _APART:
            raise NotReady(_("Pilih siapa yang mengerjakan, atau “Tetap terpisah”."))
        return judge_overlap(overlap, agency, request.POST.get("alasan", "")[:600], actor=visitor(request))

    told = _("Digabung ke %(agency)s.") % {"agency": agency} if agency else _("Tetap terpisah.")
    return done(request, act, told, "align-overlaps")


@require_POST
@for_those(rules.runs_forum)
def undo(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    verdict = get_object_or_404(OverlapVerdict, forum=forum, pk=pk)
    told = _("Putusan dibatalkan; tumpang tindih itu menunggu lagi.")
    again = reverse("align-overlaps") + "?keadaan=sudah"
    return done(request, lambda: undo_overlap_verdict(verdict, actor=visitor(request)), told, again)
