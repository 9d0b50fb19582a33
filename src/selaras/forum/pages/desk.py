"""The files that came in to the forum: what was taken, what could not be taken and why."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from selaras.audit import actions as audit_log
from selaras.documents.types import TYPES
from selaras.engines.tabular import KINDS
from selaras.forum import queries
from selaras.forum.actions import annotated
from selaras.forum.pages.story import sent_cells
from selaras.people.pages.doors import only, visitor
from selaras.people.queries import has_role

PAGE = 50


@only(has_role)
@require_safe
def files(request: HttpRequest) -> HttpResponse:
    """Every file that came in, newest first."""
    batches = Paginator(queries.batches_visible_to(request.user), PAGE).get_page(request.GET.get("hal"))
    rows = [(batch, KINDS[batch.kind].label if batch.kind in KINDS else batch.kind) for batch in batches]
    return render(request, "forum/files.html", {"page": batches, "rows": rows})


@only(has_role)
@require_safe
def annotated_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file with what became of each row beside it, for its sender.

    Nothing in it is masked, so the log tells who took it.
    """
    batch = get_object_or_404(queries.batches_visible_to(request.user), pk=pk)
    content = annotated(batch)
    audit_log.record("forum.copy_taken", actor=visitor(request), subject=batch.name[:120], detail={"batch": batch.pk})
    response = HttpResponse(content, content_type=TYPES[".xlsx"])
    name = f"{PurePosixPath(batch.name).stem}-diperiksa.xlsx"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


@only(has_role)
@require_safe
def batch_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One file: its counts, and each row that was kept with its reasons."""
    batch = get_object_or_404(queries.batches_visible_to(request.user), pk=pk)
    page = Paginator(queries.kept_rows(batch), PAGE).get_page(request.GET.get("hal"))
    rows = [(row, sent_cells(row.raw)) for row in page]
    return render(request, "forum/batch.html", {"batch": batch, "page": page, "rows": rows})
