"""What is late anywhere, body by body, for who oversees the network: how many terms passed, and since when."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from selaras.disclosure import rules
from selaras.disclosure.network import overdue_by_body
from selaras.people.pages.doors import only, visitor

PAGE = 50


@only(rules.oversees)
@require_safe
def overdue_bodies(request: HttpRequest) -> HttpResponse:
    """The body with most on top; never who asks and what."""
    today = timezone.localdate()
    found = overdue_by_body(visitor(request), today)
    page = Paginator(found, PAGE).get_page(request.GET.get("hal"))
    rows = [(row, (today - row["oldest"]).days) for row in page]
    return render(request, "disclosure/network/overdue.html", {"page": page, "rows": rows})
