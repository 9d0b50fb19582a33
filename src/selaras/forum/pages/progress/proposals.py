"""The progress of all funded proposals of an agency, quarter by quarter, in one table."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from selaras.forum import rules
from selaras.forum.actions.progressing import report_progress
from selaras.forum.errors import Incomplete
from selaras.forum.handling import in_hands_of
from selaras.forum.models import Forum, Progress
from selaras.forum.pages.masking import masked
from selaras.forum.pages.progress.rows import Figures, Row
from selaras.forum.pages.progress.table import Table, answer, chosen_agency, forum_reported
from selaras.forum.reporting import funded_in
from selaras.people.models import Account, Role
from selaras.people.pages.doors import only, visitor
from selaras.people.queries import roles_of


@only(
    rules.reports_somewhere,
    gettext_lazy("Kemajuan diisi oleh perencana perangkat daerah yang mengerjakannya, atau oleh Bappeda."),
)
@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest) -> HttpResponse:
    """Fill in a quarter for many proposals at once."""
    forum = forum_reported(request)
    table = Table(
        title=_("Kemajuan usulan yang didanai"),
        done=_("Pekerjaan (%)"),
        empty=_("Tidak ada usulan yang didanai di sini. Halaman ini terisi setelah forum memutuskan."),
        year=forum.cycle.year if forum else None,
        found=_funded(request, forum),
        rows=_rows,
        report=lambda row, quarter, told: _report(row, quarter, told, visitor(request)),
    )
    return answer(request, table, forum)


def _funded(request: HttpRequest, forum: Forum | None) -> QuerySet[Any]:
    funded = funded_in(request.user, forum)
    if agency := chosen_agency(request, forum):
        funded = funded.filter(in_hands_of([agency]))
    elif not roles_of(request.user).any_of(Role.Kind.PLANNER):
        funded = funded.filter(in_hands_of(roles_of(request.user).agencies(Role.Kind.AGENCY_PLANNER)))
    joined = funded.select_related("forum__cycle", "village", "district").order_by("number")
    return joined.prefetch_related(Prefetch("progress", Progress.objects.order_by("quarter")))


def _rows(page: list[Any]) -> list[Row]:
    return [
        Row(
            key=one.pk,
            thing=one,
            title=masked(one.title),
            small=", ".join([one.number, *(str(place) for place in (one.village, one.district) if place)]),
            whole=one.granted,
            target=None,
            unit="%",
            told={part.quarter: Figures(Decimal(part.percent), part.spent, part.note) for part in one.progress.all()},
        )
        for one in page
    ]


def _report(row: Row, quarter: int, told: Figures, actor: Account) -> None:
    if told.done is None or told.done != int(told.done):
        raise Incomplete({"done": _("Isi persen tanpa koma, misalnya 40.")})
    report_progress(row.thing, quarter, int(told.done), told.spent, note=told.note, actor=actor)
