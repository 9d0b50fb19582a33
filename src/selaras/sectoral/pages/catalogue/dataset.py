"""One dataset, or one version of it: what it says, its chart, how good it is, where to take it, how it changed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from selaras.engines.tabular.standard import read_standard
from selaras.sectoral import catalogue
from selaras.sectoral.errors import SectoralError
from selaras.sectoral.models import Dataset, Version
from selaras.sectoral.pages.catalogue.cells import heads_of, shown_rows
from selaras.sectoral.pages.catalogue.decided import decided
from selaras.sectoral.pages.catalogue.downloads import downloads_of
from selaras.sectoral.pages.catalogue.figures import figure_of
from selaras.sectoral.pages.catalogue.metadata import forms_filled_in
from selaras.sectoral.serving import Ask, open_table

_PREVIEW, _ON_A_PAGE = 5, 20


@require_safe
def dataset_page(request: HttpRequest, code: str) -> HttpResponse:
    """The newest table; of a dataset whose tables were all withdrawn, why."""
    dataset = get_object_or_404(catalogue.datasets(), code=code)
    newest = catalogue.tables().filter(dataset=dataset).order_by("-number").first()
    return _page(request, dataset, newest or _versions(dataset)[0])


@require_safe
def version_page(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One version under its address that stays."""
    dataset = get_object_or_404(catalogue.datasets(), code=code)
    version = get_object_or_404(_versions(dataset).select_related("check_in_force__standard"), number=number)
    return _page(request, dataset, version)


def _versions(dataset: Dataset) -> QuerySet[Version]:
    return catalogue.versions().filter(dataset=dataset).order_by("-number")


def _page(request: HttpRequest, dataset: Dataset, version: Version) -> HttpResponse:
    page = Paginator(_versions(dataset), _ON_A_PAGE).get_page(request.GET.get("hal"))
    changes = catalogue.changes_of(list(page))
    context = {
        "dataset": dataset,
        "version": version,
        "out_on": catalogue.out_on(version),
        "page": page,
        "history": [(one, catalogue.out_on(one), changes.get(one.pk)) for one in page],
        "stays_at": request.build_absolute_uri(reverse("catalogue-version", args=[dataset.code, version.number])),
        "licence": settings.DATA_LICENCE,
        "forms": forms_filled_in(dataset),
    }
    if version.state == Version.State.RELEASED:
        decisions = decided(request, version, _PREVIEW)
        context |= decisions | _told(version, decisions["set_aside"])
    return render(request, "sectoral/catalogue/dataset.html", context)


def _told(version: Version, set_aside: set[tuple[int, str]]) -> dict[str, Any]:
    """What is read out of the table itself; where the storage has it no more, or it takes too long, that."""
    assert version.check_in_force  # noqa: S101 - only what was checked is released
    standard = read_standard(version.check_in_force.standard.package)
    told = {"standard": standard, "qualities": list(version.check_in_force.qualities.all())}
    try:
        with open_table(version) as table:
            heads = heads_of(standard, table.columns)
            rows = shown_rows(heads, table.rows(Ask(limit=_PREVIEW)))
            preview = [
                [(head, words, (place, head.column.name) in set_aside) for head, words in row]
                for place, row in enumerate(rows, 1)
            ]
            figure = figure_of(table, standard, version)
        return told | {"heads": heads, "preview": preview, "figure": figure, "downloads": downloads_of(version)}
    except SectoralError as refused:
        return told | {"gone": str(refused)}
