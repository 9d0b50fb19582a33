"""What scanners and incidents told: every finding with its place, its days and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from selaras.exposure import rules
from selaras.exposure.actions.judging_findings import accept_risk, settle, take_up_again
from selaras.exposure.actions.looking import look_at
from selaras.exposure.errors import ExposureError
from selaras.exposure.models import Finding
from selaras.exposure.queries import findings_visible_to
from selaras.exposure.terms import SEVERITIES, WRITTEN_BY_HAND
from selaras.people.models import Account
from selaras.people.pages.doors import done, only, visitor
from selaras.people.pages.fields import worded

_ON_A_PAGE = 25
_GRAVE = ("critical", "high")


def gravest_first(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    whens = [When(severity=key, then=Value(at)) for at, key in enumerate(SEVERITIES)]
    return findings.annotate(rank=Case(*whens, default=Value(len(whens)), output_field=IntegerField())).order_by(
        "rank", "title", "pk"
    )


@only(rules.reads_desk)
@require_safe
def findings_page(request: HttpRequest) -> HttpResponse:
    """What is open, the gravest first; `keadaan`, `tingkat` and `q` narrow it."""
    person = visitor(request)
    look_at("findings", actor=person)
    mine = findings_visible_to(person)
    live = mine.filter(state__in=Finding.LIVE)
    asked = {name: request.GET.get(name, "").strip() for name in ("q", "keadaan", "tingkat")}
    context = {
        "page": Paginator(gravest_first(_found(mine, asked)), _ON_A_PAGE).get_page(request.GET.get("hal")),
        "asked": asked,
        "states": worded(Finding.State.choices),
        "severities": list(SEVERITIES.items()),
        "words": SEVERITIES,
        "live": live.count(),
        "grave": live.filter(severity__in=_GRAVE).count(),
        "any": mine.exists(),
        "may_keep": rules.keeps_inventory(person),
    }
    return render(request, "exposure/findings.html", context)


def _found(findings: QuerySet[Finding], asked: dict[str, str]) -> QuerySet[Finding]:
    if asked["keadaan"] in Finding.State.values:
        findings = findings.filter(state=asked["keadaan"])
    else:
        findings = findings.filter(state__in=Finding.LIVE)
    if asked["tingkat"] in SEVERITIES:
        findings = findings.filter(severity=asked["tingkat"])
    if words := asked["q"]:
        findings = findings.filter(
            Q(title__icontains=words) | Q(system__name__icontains=words) | Q(seen_host__words__icontains=words)
        )
    return findings


@only(rules.reads_desk)
@require_safe
def finding_page(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    finding = get_object_or_404(findings_visible_to(person), key=key)
    look_at("finding", finding.key, actor=person)
    owner = finding.system.agency if finding.system else finding.agency
    context = {
        "finding": finding,
        "told": finding.told,
        "word": SEVERITIES.get(finding.severity, finding.severity),
        "fixes": finding.fixes.order_by("-pk"),
        "may_keep": rules.keeps_for(person, owner) if owner else rules.is_region_officer(person),
        "by_hand": finding.format in WRITTEN_BY_HAND,
    }
    return render(request, "exposure/finding.html", context)


Deed = Callable[[Finding, str, Account], Any]
_DEEDS: dict[str, tuple[Deed, Any]] = {
    "terima": (
        lambda one, said, who: accept_risk(one, said, actor=who),
        gettext_lazy("Risikonya diterima dengan alasan itu. Rute tetap memperhitungkannya."),
    ),
    "buka": (lambda one, _said, who: take_up_again(one, actor=who), gettext_lazy("Temuan ini terbuka lagi.")),
    "selesai": (lambda one, said, who: settle(one, said, actor=who), gettext_lazy("Temuan ini selesai.")),
}


@require_POST
@only(rules.keeps_inventory)
def finding_act(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    finding = get_object_or_404(findings_visible_to(person), key=key)
    deed, told = _DEEDS.get(request.POST.get("langkah", ""), _DEEDS["terima"])
    said = request.POST.get("isi", "")
    return done(
        request,
        lambda: deed(finding, said, person),
        str(told),
        "exposure-finding",
        finding.key,
        mendable=(ExposureError,),
    )
