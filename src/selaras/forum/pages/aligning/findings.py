"""Faults of indicators in the draft plan, agency by agency: mend the line, or settle the finding with a note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Case, QuerySet, Subquery, Value, When
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from selaras.engines.indicators import Severity
from selaras.forum import open_work, rules
from selaras.forum.actions.checking import check_plan
from selaras.forum.actions.judging import reopen_finding, settle_findings
from selaras.forum.models import Finding, Forum
from selaras.forum.pages.aligning.tabs import tabs_of
from selaras.forum.pages.doors import done, for_those
from selaras.government.models import Agency
from selaras.people.pages.doors import visitor
from selaras.planning.models import WorkPlanItem

PAGE = 50
SEVERITY_WORDS = {
    Severity.ERROR: gettext_lazy("Salah"),
    Severity.WARNING: gettext_lazy("Periksa"),
    Severity.NOTE: gettext_lazy("Saran"),
}
_WORST_FIRST = Case(*(When(severity=one, then=Value(at)) for at, one in enumerate(SEVERITY_WORDS)), default=Value(9))


@dataclass(frozen=True)
class Fault:
    """One finding with its plan line."""

    finding: Finding
    line: WorkPlanItem | None
    severity: str


@for_those(rules.aligns)
@require_http_methods(["GET", "POST"])
def findings_page(request: HttpRequest, forum: Forum) -> HttpResponse:
    """What is open, the worst first; several can be ticked and settled with one note."""
    own = open_work.findings_of(request.user, forum)
    if request.method == "POST":
        return _settle(request, forum, own)
    settled = request.GET.get("keadaan") == "sudah"
    agencies = list(_agencies(forum, own))
    agency = next((one for one in agencies if str(one.pk) == request.GET.get("opd")), None)
    found = _found(own, agency, settled, forum)
    page = Paginator(found, PAGE).get_page(request.GET.get("hal"))
    context = {
        "tabs": tabs_of(request.user, forum),
        "page": page,
        "faults": faults_of(forum, page.object_list),
        "agencies": agencies,
        "agency": agency,
        "settled": settled,
        "query": _query(request.GET),
    }
    return render(request, "forum/aligning/findings.html", context)


def _found(own: QuerySet[Finding], agency: Agency | None, settled: bool, forum: Forum) -> QuerySet[Finding]:
    found = open_work.settled(own) if settled else open_work.still_open(own)
    if agency:
        found = found.filter(item__in=WorkPlanItem.objects.filter(cycle=forum.cycle_id, agency=agency).values("key"))
    note = Subquery(open_work.settlement().values("note")[:1])
    return found.annotate(worst=_WORST_FIRST, note=note).order_by("worst", "item", "kind", "pk")


def _agencies(forum: Forum, own: QuerySet[Finding]) -> QuerySet[Agency]:
    """The agencies in whose lines something was found."""
    lines = WorkPlanItem.objects.filter(cycle=forum.cycle_id, key__in=own.values("item"))
    return Agency.objects.filter(pk__in=lines.values("agency"))


def _query(data: QueryDict) -> str:
    kept = data.copy()
    kept.pop("hal", None)
    return f"{kept.urlencode()}&" if kept else ""


def faults_of(forum: Forum, findings: Iterable[Finding]) -> list[Fault]:
    """Findings with their lines; one query, whatever their number."""
    rows = list(findings)
    found = WorkPlanItem.objects.filter(cycle=forum.cycle_id, key__in={one.item for one in rows})
    lines = {line.key: line for line in found.select_related("agency")}
    return [Fault(one, lines.get(one.item), str(SEVERITY_WORDS.get(Severity(one.severity), ""))) for one in rows]


def _settle(request: HttpRequest, forum: Forum, own: QuerySet[Finding]) -> HttpResponse:
    keys = [int(key) for key in request.POST.getlist("pilih") if key.isdecimal()][:PAGE]
    chosen = list(own.filter(pk__in=keys))
    note = request.POST.get("catatan", "")[:600]
    told = _("%(count)s temuan dibereskan.") % {"count": len(chosen)}
    again = f"{reverse('align-findings')}?{_query(request.GET)}"
    return done(request, lambda: settle_findings(forum, chosen, note, actor=visitor(request)), told, again)


@require_POST
@for_those(rules.aligns)
def reopen(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    finding = get_object_or_404(open_work.findings_of(request.user, forum), pk=pk)
    told, again = _("Temuan itu terbuka lagi."), reverse("align-findings") + "?keadaan=sudah"
    return done(request, lambda: reopen_finding(finding, actor=visitor(request)), told, again)


@require_POST
@for_those(rules.aligns)
def check_anew(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Check the whole draft plan again; what was settled stays so while the fault is the same."""
    told, again = _("Rancangan Renja sudah diperiksa ulang."), f"{reverse('align-findings')}?{_query(request.GET)}"
    return done(request, lambda: check_plan(forum, actor=visitor(request)), told, again)
