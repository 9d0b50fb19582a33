"""What the two tables of progress share: whose, which quarter, which page; sent, saved, shown again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from selaras.forum import reporting
from selaras.forum.models import Forum
from selaras.forum.pages.progress.rows import PAGE, QUARTERS, Figures, Row, fill, quarter_asked, save, sentence
from selaras.government.models import Agency
from selaras.people.models import Role
from selaras.people.queries import roles_of


@dataclass(frozen=True)
class Table:
    """What is reported on: where it is found, how it becomes rows, how a row is reported."""

    title: str
    done: str
    empty: str
    year: int | None
    found: QuerySet[Any]
    rows: Callable[[list[Any]], list[Row]]
    report: Callable[[Row, int, Figures], None]


def answer(request: HttpRequest, table: Table, forum: Forum | None) -> HttpResponse:
    """The table; sent, every sound row is saved, and the others come back as they were typed."""
    quarter = quarter_asked(request, table.year or 0, timezone.localdate())
    page = Paginator(table.found, PAGE).get_page(request.GET.get("hal"))
    rows = table.rows(list(page))
    fill(rows, quarter, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        saved, refused = save(rows, quarter, lambda row, told: table.report(row, quarter, told))
        told = messages.warning if refused else messages.success
        told(request, sentence(saved, refused))
        if not refused:
            return redirect(request.get_full_path())
    context = {
        "table": table,
        "quarter": quarter,
        "quarters": QUARTERS,
        "page": page,
        "rows": rows,
        "agencies": agencies_of(request, forum),
        "agency": chosen_agency(request, forum),
    }
    return render(request, "forum/progress/table.html", context)


def forum_reported(request: HttpRequest) -> Forum | None:
    """The forum of the year in the address, else the one that waits to be told of."""
    return reporting.forum_reported(request.user, timezone.localdate(), request.GET.get("tahun", ""))


def agencies_of(request: HttpRequest, forum: Forum | None) -> list[Agency]:
    """The agencies whose rows this person fills in; asked of the database once a request."""
    if forum is None:
        return []
    known: list[Agency] | None = getattr(request, "_agencies_told", None)
    if known is None:
        found = Agency.objects.filter(region=forum.cycle.region_id)
        if not roles_of(request.user).any_of(Role.Kind.PLANNER):
            found = found.filter(pk__in=roles_of(request.user).agencies(Role.Kind.AGENCY_PLANNER))
        known = request._agencies_told = list(found)  # type: ignore[attr-defined]
    return known


def chosen_agency(request: HttpRequest, forum: Forum | None) -> Agency | None:
    return next((one for one in agencies_of(request, forum) if str(one.pk) == request.GET.get("opd")), None)
