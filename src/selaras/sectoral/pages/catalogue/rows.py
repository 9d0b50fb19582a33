"""The rows of a version on pages of fifty: searched, sorted, each column narrowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, overload

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from selaras.engines.tabular.standard import read_standard
from selaras.sectoral import catalogue
from selaras.sectoral.errors import NotAsked, TableGone, TooLong
from selaras.sectoral.models import Version
from selaras.sectoral.pages.catalogue.asking import TableSearch
from selaras.sectoral.pages.catalogue.cells import heads_of, shown_rows
from selaras.sectoral.serving import Ask, ServedTable, open_table

_ON_A_PAGE = 50


class _Found(Sequence[Any]):
    """The rows that answer a question; only the page that is shown is read."""

    def __init__(self, table: ServedTable, ask: Ask) -> None:
        self._table, self._ask = table, ask
        self._many = table.count(ask)

    def __len__(self) -> int:
        return self._many

    @overload
    def __getitem__(self, asked: int) -> Any: ...
    @overload
    def __getitem__(self, asked: slice) -> Sequence[Any]: ...
    def __getitem__(self, asked: int | slice) -> Any:
        start, stop, _step = (asked if isinstance(asked, slice) else slice(asked, asked + 1)).indices(len(self))
        rows = self._table.rows(replace(self._ask, limit=stop - start, offset=start))
        return rows if isinstance(asked, slice) else rows[0]


@require_safe
def table_page(request: HttpRequest, code: str) -> HttpResponse:
    """Of the newest version, for who comes back for what is new."""
    version = catalogue.tables().filter(dataset__code=code).order_by("-number").first()
    if version is None:
        raise Http404
    return _page(request, version)


@require_safe
def version_table_page(request: HttpRequest, code: str, number: int) -> HttpResponse:
    return _page(request, get_object_or_404(catalogue.tables(), dataset__code=code, number=number))


def _page(request: HttpRequest, version: Version) -> HttpResponse:
    assert version.check_in_force  # noqa: S101 - only what was checked has a table
    standard = read_standard(version.check_in_force.standard.package)
    try:
        with open_table(version) as table:
            search, heads = TableSearch(request.GET, table.columns), heads_of(standard, table.columns)
            context = {"version": version, "dataset": version.dataset, "search": search}
            context["columns"] = list(zip(heads, search.columns, strict=True))
            context["heads"] = [(head, search.address_sorted_by(place)) for place, head in enumerate(heads, 1)]
            try:
                page = _shown(request, table, search)
            except (NotAsked, TooLong) as refused:
                answer = {**context, "wrong": str(refused)}
                return render(request, "sectoral/catalogue/table.html", answer, status=422)
    except TableGone as gone:
        raise Http404(str(gone)) from None
    context |= {"page": page, "rows": shown_rows(heads, page.object_list)}
    context["set_aside"] = catalogue.decisions_of(version).filter(superseded=True).count()
    return render(request, "sectoral/catalogue/table.html", context)


def _shown(request: HttpRequest, table: ServedTable, search: TableSearch) -> Page[Any]:
    page = Paginator(_Found(table, search.ask()), _ON_A_PAGE).get_page(request.GET.get("hal"))
    page.object_list = list(page.object_list)
    return page
