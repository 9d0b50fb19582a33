"""News as Atom: decisions, the progress of what was funded, and both for one district."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.engines.indonesian.wording import number, rupiah, short_rupiah
from selaras.forum import queries
from selaras.forum.models import Decision, Progress
from selaras.forum.pages.masking import masked
from selaras.government.models import Region

MOST = 50
TYPE = "application/atom+xml; charset=utf-8"


@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """Every decision in force, the newest first."""
    feed = _feed(_("Keputusan forum"), reverse("home"), request)
    for one in _in_force(request):
        summary = one.summary
        told = {"funded": number(summary["funded"]), "all": number(summary["proposals"])}
        title = _("%(funded)s dari %(all)s usulan didanai") % told
        told = {"money": short_rupiah(summary["funded_cost"]), "asked": short_rupiah(summary["asked_cost"])}
        text = f"{one.forum.name}. " + _("Dananya %(money)s dari %(asked)s yang diminta.") % told
        _add(feed, title, text, reverse("decision"), f"keputusan-{one.digest}", one.decided_at)
    return HttpResponse(feed.writeString("utf-8"), content_type=TYPE)


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """The newest reports on funded proposals."""
    feed = _feed(_("Kemajuan usulan yang didanai"), reverse("proposals"), request)
    _add_progress(feed, _reports(request))
    return HttpResponse(feed.writeString("utf-8"), content_type=TYPE)


@require_safe
def district(request: HttpRequest, code: str) -> HttpResponse:
    """What was decided for one district, and the newest reports from it."""
    place = get_object_or_404(Region, pk=code, level=Region.Level.DISTRICT)
    page = reverse("district", args=[place.pk])
    feed = _feed(_("Kecamatan %(name)s") % {"name": place.name}, page, request)
    for one in _in_force(request):
        row = next((row for row in one.summary["districts"] if row["code"] == place.pk), None)
        if row:
            told = {"name": place.name, "funded": number(row["funded"]), "all": number(row["asked"])}
            title = _("Kecamatan %(name)s: %(funded)s dari %(all)s usulan didanai") % told
            _add(feed, title, one.forum.name, page, f"keputusan-{one.digest}-{place.pk}", one.decided_at)
    _add_progress(feed, _reports(request).filter(proposal__district=place))
    return HttpResponse(feed.writeString("utf-8"), content_type=TYPE)


def _in_force(request: HttpRequest) -> QuerySet[Decision]:
    visible = queries.forums_visible_to(request.user)
    return queries.decisions_visible_to(request.user).filter(current=True, forum__in=visible).order_by("-decided_at")


def _reports(request: HttpRequest) -> QuerySet[Progress]:
    visible = queries.proposals_visible_to(request.user)
    told = Progress.objects.filter(proposal__in=visible).select_related("proposal__village", "proposal__forum__cycle")
    return told.order_by("-reported_at", "-pk")


def _feed(title: str, page: str, request: HttpRequest) -> Atom1Feed:
    return Atom1Feed(
        title=f"Selaras: {title}",
        link=settings.SITE + page,
        description=title,
        language="id",
        feed_url=settings.SITE + request.path,
    )


def _add_progress(feed: Atom1Feed, reports: QuerySet[Progress]) -> None:
    for one in reports[:MOST]:
        told = {"title": masked(one.proposal.title), "percent": one.percent}
        title = _("%(title)s: %(percent)s persen") % told
        told = {"quarter": one.quarter, "year": one.proposal.forum.cycle.year, "spent": rupiah(one.spent)}
        text = _("Sampai triwulan %(quarter)s tahun %(year)s terpakai %(spent)s.") % told
        text = f"{text} {masked(one.note)}".strip()
        page = reverse("proposal", args=[one.proposal_id])
        _add(feed, title, text, page, f"kemajuan-{one.pk}-{one.percent}-{one.spent}", one.reported_at)


def _add(feed: Atom1Feed, title: str, text: str, page: str, key: str, at: datetime) -> None:
    link = settings.SITE + page
    feed.add_item(title=title, link=link, description=text, unique_id=f"{link}#{key}", pubdate=at, updateddate=at)
