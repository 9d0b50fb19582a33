"""The progress of all funded proposals of an agency, quarter by quarter, in one table."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from selaras.forum import queries, rules
from selaras.forum.actions.progressing import report_progress
from selaras.forum.errors import Incomplete
from selaras.forum.models import Decision, Forum, Progress
from selaras.forum.pages.masking import masked
from selaras.forum.pages.progress.rows import Figures, Row
from selaras.forum.pages.progress.table import Table, answer, chosen_agency, forum_reported
from selaras.people.models import Account, Role
from selaras.people.queries import roles_of


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest) -> HttpResponse:
    """Fill in a quarter for many proposals at once."""
    if not rules.reports_somewhere(request.user):
        raise PermissionDenied(
            _("Kemajuan diisi oleh perencana perangkat daerah yang mengerjakannya, atau oleh Bappeda.")
        )
    assert isinstance(request.user, Account)  # noqa: S101 - a person with a role
    forum = forum_reported(request)
    found = _funded(request, forum, queries.decision_in_force(forum))
    table = Table(
        title=_("Kemajuan usulan yang didanai"),
        done=_("Pekerjaan (%)"),
        empty=_("Tidak ada usulan yang didanai di sini. Halaman ini terisi setelah forum memutuskan."),
        year=forum.cycle.year if forum else None,
        found=found,
        rows=_rows,
        report=lambda row, quarter, told: _report(row, quarter, told, request.user),  # type: ignore[arg-type]
    )
    return answer(request, table, forum)


def _funded(request: HttpRequest, forum: Forum | None, decision: Decision | None) -> QuerySet[Any]:
    funded: QuerySet[Any] = queries.with_outcome(
        queries.proposals_visible_to(request.user).filter(forum=forum), decision
    )
    funded = funded.filter(granted__isnull=False)
    if agency := chosen_agency(request, forum):
        funded = funded.filter(Q(handler=agency) | Q(handler=None, agency=agency))
    elif not roles_of(request.user).any_of(Role.Kind.PLANNER):
        own = roles_of(request.user).agencies(Role.Kind.AGENCY_PLANNER)
        funded = funded.filter(Q(handler__in=own) | Q(handler=None, agency__in=own))
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
