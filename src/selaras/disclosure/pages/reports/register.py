"""The register of a desk for a period: read page by page, and taken as a file."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.exporting import export_register
from selaras.disclosure.errors import NotNow
from selaras.disclosure.exports.register import CELLS, Cell, Line, Register
from selaras.disclosure.models import PublicBody, Request
from selaras.disclosure.pages.reports.asked import day_asked, desk_asked
from selaras.documents.types import TYPES
from selaras.people.pages.doors import only, visitor

NOT_A_DESK = gettext_lazy("Register permohonan diunduh oleh meja layanan informasi.")
PAGE = 50


@only(rules.handles_requests, NOT_A_DESK)
@require_http_methods(["GET", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Choose the desk and the period, then take the file; each time it is logged."""
    desks = list(queries.desks_of(request.user))
    body = desk_asked(request, desks) or (desks[0] if desks else None)
    asked = _period(request, body) if body else None
    wrong = ""
    if request.method == "POST" and asked:
        form = request.POST.get("bentuk", "")
        try:
            return _file(asked, form, export_register(asked, form, actor=visitor(request)))
        except NotNow as refused:
            wrong = str(refused)
    context: dict[str, Any] = {"desks": desks, "body": body, "asked": asked, "wrong": wrong}
    if asked:
        page = _keys(asked, request.GET.get("hal"))
        context |= {"many": page.paginator.count, "columns": asked.columns, "page": page, "rows": _rows(asked, page)}
    return render(request, "disclosure/reports/register.html", context, status=422 if wrong else 200)


def _period(request: HttpRequest, body: PublicBody) -> Register:
    today = timezone.localdate()
    first = day_asked(request.GET.get("dari", ""), date(today.year, 1, 1))
    return Register(body, first, day_asked(request.GET.get("sampai", ""), today))


def _keys(asked: Register, number: str | None) -> Page[int]:
    """One page of the period, the newest first, as keys: an index holds them all, however long the register is."""
    found = Request.objects.filter(body=asked.body, received_on__gte=asked.first, received_on__lte=asked.last)
    return Paginator(found.order_by("-received_on", "-pk").values_list("pk", flat=True), PAGE).get_page(number)


def _rows(asked: Register, page: Page[int]) -> list[tuple[Request, list[Cell]]]:
    cells = [CELLS[column["key"]] for column in asked.columns]
    found = asked.requests.filter(pk__in=list(page)).order_by("-received_on", "-pk")
    lines = [Line(request, list(request.answers.all())) for request in found]
    return [(line.request, [cell(line) for cell in cells]) for line in lines]


def _file(asked: Register, form: str, content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type=TYPES[f".{form}"])
    name = f"register-{asked.body.code}-{asked.first}-{asked.last}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
