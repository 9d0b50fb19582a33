"""The realisation of all lines of the plan of an agency, quarter by quarter, and the table made from it."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.documents.types import TYPES
from selaras.forum import rules
from selaras.forum.exports.evaluation import t_c_29
from selaras.forum.models import Forum
from selaras.forum.pages.doors import for_those
from selaras.forum.pages.progress.rows import Figures, Row
from selaras.forum.pages.progress.table import Table, answer, chosen_agency, forum_reported
from selaras.people.models import Account, Role
from selaras.people.pages.doors import only, visitor
from selaras.people.queries import has_role, roles_of
from selaras.planning.actions import realising
from selaras.planning.models import Realisation, WorkPlanItem


@only(
    rules.reports_somewhere,
    gettext_lazy("Realisasi diisi oleh perencana perangkat daerahnya sendiri atau oleh Bappeda."),
)
@require_http_methods(["GET", "POST"])
def realisation(request: HttpRequest) -> HttpResponse:
    """Fill in a quarter for many lines of the plan at once."""
    forum = forum_reported(request)
    table = Table(
        title=_("Realisasi rencana kerja"),
        done=_("Capaian"),
        empty=_("Tidak ada baris rencana kerja di sini. Baris itu datang dari berkas rancangan Renja."),
        year=forum.cycle.year if forum else None,
        found=_lines(request, forum),
        rows=_rows,
        report=lambda row, quarter, told: _report(row, quarter, told, visitor(request)),
    )
    return answer(request, table, forum)


def _lines(request: HttpRequest, forum: Forum | None) -> QuerySet[WorkPlanItem]:
    found = WorkPlanItem.objects.filter(cycle=forum.cycle if forum else None)
    if agency := chosen_agency(request, forum):
        found = found.filter(agency=agency)
    elif not roles_of(request.user).any_of(Role.Kind.PLANNER):
        found = found.filter(agency__in=roles_of(request.user).agencies(Role.Kind.AGENCY_PLANNER))
    told = Prefetch("realisations", Realisation.objects.order_by("quarter"))
    return found.select_related("cycle", "agency").prefetch_related(told).order_by("agency", "code", "key")


def _rows(page: list[WorkPlanItem]) -> list[Row]:
    return [
        Row(
            key=item.pk,
            thing=item,
            title=item.name,
            small=", ".join(part for part in (item.code, item.agency.label, item.indicator) if part),
            whole=item.cost,
            target=item.target,
            unit=item.unit,
            told={one.quarter: Figures(one.value, one.spent, one.note) for one in item.realisations.all()},
        )
        for item in page
    ]


def _report(row: Row, quarter: int, told: Figures, actor: Account) -> None:
    realising.report(row.thing, quarter, told.done, told.spent, note=told.note, actor=actor)


@for_those(has_role)
@require_safe
def evaluation_table(_request: HttpRequest, forum: Forum) -> HttpResponse:
    """Table T-C.29 of the year that is planned, as a workbook."""
    response = HttpResponse(t_c_29(forum), content_type=TYPES[".xlsx"])
    response["Content-Disposition"] = f'attachment; filename="t-c-29-{forum.cycle.year}.xlsx"'
    return response
