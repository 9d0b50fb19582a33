"""All systems by the checklist: which were judged, how they score, and which criterion is met least."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from selaras.exposure import rules
from selaras.exposure.actions.looking import look_at
from selaras.exposure.checklist import Checklist, Score, checklist_of, checklist_on, editions, score, standings
from selaras.exposure.models import Assessment, Evidence, System
from selaras.exposure.queries import assessments_visible_to, systems_visible_to
from selaras.government.models import Agency
from selaras.people.pages.doors import only, visitor

_ON_A_PAGE = 25


@dataclass(frozen=True)
class Judged:
    """`assessment` is the newest one by an outsider."""

    system: System
    score: Score
    assessment: Assessment | None


@only(rules.reads_desk)
@require_safe
def checklist_page(request: HttpRequest) -> HttpResponse:
    """`edisi` shows an earlier edition, `opd` one agency."""
    person = visitor(request)
    look_at("criteria", actor=person)
    asked = {name: request.GET.get(name, "") for name in ("edisi", "opd")}
    mine = systems_visible_to(person).exclude(life_cycle=System.LifeCycle.RETIRED)
    agencies = Agency.objects.filter(pk__in=mine.values("agency")).order_by("name")
    if asked["opd"].isdecimal():
        mine = mine.filter(agency=int(asked["opd"]))
    checklist = checklist_of(asked["edisi"])
    given = Evidence.objects.filter(system__in=mine, edition=checklist.edition, criterion__in=checklist.criteria)
    by_system = _by_system(given)
    page = Paginator(mine.order_by("-worth", "name", "pk"), _ON_A_PAGE).get_page(request.GET.get("hal"))
    newest = {one.system_id: one for one in assessments_visible_to(person).filter(system__in=list(page)).reverse()}
    context = {
        "asked": asked,
        "agencies": agencies,
        "checklist": checklist,
        "current": checklist.edition == checklist_on().edition,
        "editions": editions(),
        "page": page,
        "rows": [Judged(one, score(checklist, by_system.get(one.pk, [])), newest.get(one.pk)) for one in page],
        "judged": sum(_is_whole(checklist, levels) for levels in by_system.values()),
        "begun": len(by_system),
        "standings": standings(checklist, given, page.paginator.count) if by_system else [],
    }
    return render(request, "exposure/checklist.html", context)


def _by_system(given: Iterable[Evidence]) -> dict[int, list[Evidence]]:
    found = defaultdict[int, list[Evidence]](list)
    for one in given:
        found[one.system_id].append(one)
    return dict(found)


def _is_whole(checklist: Checklist, given: list[Evidence]) -> bool:
    return len(given) == len(checklist.criteria)
