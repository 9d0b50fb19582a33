"""The inventory by file: the workbook to fill in, what became of each row, and the copy with remarks."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from selaras.documents.types import TYPES
from selaras.engines.tabular import TabularError
from selaras.exposure import rules
from selaras.exposure.actions.importing import MOST_BYTES, annotated_inventory, take_inventory
from selaras.exposure.actions.looking import look_at
from selaras.exposure.errors import NotNow
from selaras.exposure.exports import inventory_file
from selaras.exposure.queries import batches_visible_to
from selaras.intake.models import Batch, Row
from selaras.people.pages.doors import only, visitor

_ON_A_PAGE = 50


@only(rules.reads_desk)
@require_safe
def template_file(request: HttpRequest) -> HttpResponse:
    """What is registered, to fill in further; for who has nothing yet, the empty columns."""
    look_at("file", actor=visitor(request))
    return _workbook(inventory_file(visitor(request)), "daftar-sistem.xlsx")


@only(rules.keeps_inventory)
@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: HttpRequest) -> HttpResponse:
    person, wrong = visitor(request), ""
    look_at("files", actor=person)
    if request.method == "POST":
        try:
            return redirect("exposure-batch", _taken(request).pk)
        except (NotNow, TabularError) as refused:
            wrong = str(refused)
    context = {"wrong": wrong, "batches": batches_visible_to(person)[:10]}
    return render(request, "exposure/import.html", context, status=422 if wrong else 200)


def _taken(request: HttpRequest) -> Batch:
    given: UploadedFile[Any] | None = request.FILES.get("file")
    if given is None:
        raise NotNow(_("Pilih dahulu berkasnya."))
    return take_inventory(given.name or "", given.read(MOST_BYTES + 1), actor=visitor(request))


@only(rules.keeps_inventory)
@require_safe
def batch_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What was taken, and each row that was kept with its reasons."""
    batch = get_object_or_404(batches_visible_to(visitor(request)), pk=pk)
    look_at("file", str(pk), actor=visitor(request))
    rows = batch.rows.filter(outcome=Row.Outcome.KEPT)
    page = Paginator(rows, _ON_A_PAGE).get_page(request.GET.get("hal"))
    return render(request, "exposure/batch.html", {"batch": batch, "page": page})


@only(rules.keeps_inventory)
@require_safe
def batch_file(request: HttpRequest, pk: int) -> HttpResponse:
    batch = get_object_or_404(batches_visible_to(visitor(request)), pk=pk)
    look_at("file", str(pk), actor=visitor(request))
    return _workbook(annotated_inventory(batch), f"{PurePosixPath(batch.name).stem}-diperiksa.xlsx")


def _workbook(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=TYPES[".xlsx"])
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer
