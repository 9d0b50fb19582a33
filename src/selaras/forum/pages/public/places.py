"""A village, a district, an agency: its money and decisions in plain sentences, then its proposals."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.engines.schematic import in_percent, point_map, step_of
from selaras.forum import queries
from selaras.forum.handling import in_hands_of
from selaras.forum.models import Decision, Forum, Outcome, Proposal
from selaras.forum.pages.public.reasons import reasons
from selaras.forum.tallies import Tally, tallies_by, tally
from selaras.government.models import Agency, Region
from selaras.planning.models import Ceiling

PAGE = 20


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Every village, district by district; narrowed by a part of its name. A whole name leads to its page."""
    forum, _decision = _shown(request)
    wanted = request.GET.get("q", "").strip()[:80]
    villages = Region.objects.filter(level=Region.Level.VILLAGE, parent__parent=forum.cycle.region_id)
    if wanted:
        villages = villages.filter(Q(name__icontains=wanted) | Q(parent__name__icontains=wanted))
    found = list(villages.select_related("parent").order_by("parent__name", "name"))
    named = [one for one in found if one.name.lower() == wanted.lower()]
    if len(named) == 1:
        return redirect("village", named[0].pk)
    return render(request, "forum/public/places.html", {"forum": forum, "villages": found, "q": wanted})


@require_safe
def village(request: HttpRequest, code: str) -> HttpResponse:
    """What a village asked for, what it got, and why not the rest."""
    forum, decision = _shown(request)
    place = get_object_or_404(
        Region.objects.select_related("parent"),
        pk=code,
        level=Region.Level.VILLAGE,
        parent__parent=forum.cycle.region_id,
    )
    visible = queries.proposals_visible_to(request.user).filter(forum=forum, village=place)
    context = _told(forum, decision, visible) | {"place": place, "page": _page(request, visible, decision)}
    return render(request, "forum/public/village.html", context)


@require_safe
def district(request: HttpRequest, code: str) -> HttpResponse:
    """What a district asked for and got, its ceiling, and its villages as points and as a table."""
    forum, decision = _shown(request)
    place = get_object_or_404(Region, pk=code, level=Region.Level.DISTRICT, parent=forum.cycle.region_id)
    visible = queries.proposals_visible_to(request.user).filter(forum=forum, district=place)
    by_village = tallies_by(visible, decision, "village")
    rows = [
        {"number": at, "region": one, "tally": by_village.get(one.pk, Tally())}
        for at, one in enumerate(place.children.order_by("name"), 1)
    ]
    context = _told(forum, decision, visible) | {
        "place": place,
        "rows": rows,
        "whole": by_village.get(None),
        "map": point_map([_spot(row) for row in rows]),
        "lines": _ledger(decision, {Ceiling.Kind.DISTRICT}, place.pk),
    }
    return render(request, "forum/public/district.html", context)


def _spot(row: dict[str, Any]) -> dict[str, Any]:
    region, counted = row["region"], row["tally"]
    share = counted.funded_cost / counted.asked_cost if counted.asked_cost else None
    return {
        "number": row["number"],
        "code": region.pk,
        "name": region.name,
        "latitude": region.latitude,
        "longitude": region.longitude,
        "step": step_of(share),
        "told": "–" if share is None else in_percent(share),
    }


@require_safe
def agency(request: HttpRequest, code: str) -> HttpResponse:
    """What was asked of an agency, what it will carry out, its ceilings, and where."""
    forum, decision = _shown(request)
    place = get_object_or_404(Agency, code=code, region=forum.cycle.region_id)
    visible = queries.proposals_visible_to(request.user).filter(in_hands_of([place]), forum=forum)
    by_district = tallies_by(visible, decision, "district")
    districts = Region.objects.filter(level=Region.Level.DISTRICT, parent=forum.cycle.region_id).order_by("name")
    context = _told(forum, decision, visible) | {
        "place": place,
        "rows": [{"region": one, "tally": by_district[one.pk]} for one in districts if one.pk in by_district],
        "lines": _ledger(decision, {Ceiling.Kind.AGENCY, Ceiling.Kind.PROGRAMME}, place.code),
        "page": _page(request, visible.filter(outcomes__decision=decision, outcomes__cost__isnull=False), decision),
    }
    return render(request, "forum/public/agency.html", context)


def _shown(request: HttpRequest) -> tuple[Forum, Decision | None]:
    forum = queries.current_forum(request.user)
    if forum is None:
        raise Http404(_("Belum ada keputusan. Halaman ini terisi setelah forum memutuskan."))
    return forum, queries.decision_in_force(forum)


def _told(forum: Forum, decision: Decision | None, visible: QuerySet[Proposal]) -> dict[str, Any]:
    told = {"tally": tally(visible, decision), "reasons": reasons(visible, decision)}
    return {"forum": forum, "decision": decision, **told}


def _page(request: HttpRequest, visible: QuerySet[Proposal], decision: Decision | None) -> Any:
    """One page of proposals, those with money first, each with the outcome of the decision as `fates`."""
    fates = Prefetch("outcomes", Outcome.objects.filter(decision=decision).defer("detail"), "fates")
    found = queries.with_outcome(visible, decision).prefetch_related(fates)
    found = found.select_related("village", "district")
    return Paginator(found.order_by("status", "rank", "number"), PAGE).get_page(request.GET.get("hal"))


def _ledger(decision: Decision | None, kinds: set[Ceiling.Kind], key: str) -> list[dict[str, Any]]:
    lines = decision.summary["ledger"] if decision else []
    return [line for line in lines if line["kind"] in kinds and key in line["id"].split(":")[1:]]
