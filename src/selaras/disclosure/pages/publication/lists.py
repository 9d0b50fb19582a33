"""A whole list by file: sent, looked at as it was read, and taken in."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from selaras.disclosure import rules
from selaras.disclosure.actions.importing import keep_list, preview, take_list
from selaras.disclosure.actions.keeping_uploads import drop_upload
from selaras.disclosure.imports import KIND
from selaras.disclosure.pages.publication.month import desk_named
from selaras.disclosure.pages.uploading import kept_file
from selaras.engines.tabular import KINDS
from selaras.intake.models import Upload
from selaras.people.pages.doors import only, visitor

_LABELS = {one.name: one.label for one in KINDS[KIND].fields}


@only(rules.keeps_lists)
@require_http_methods(["GET", "HEAD", "POST"])
def upload_page(request: HttpRequest, code: str) -> HttpResponse:
    body, wrong = desk_named(request, code), ""
    if request.method == "POST":
        kept, wrong = kept_file(request, partial(keep_list, body, actor=visitor(request)))
        if kept:
            return redirect("publication-upload-check", kept.pk)
    context = {"body": body, "wrong": wrong, "columns": _LABELS.values()}
    return render(request, "disclosure/publication/upload.html", context, status=422 if wrong else 200)


@only(rules.keeps_lists)
@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Every column with its meaning, every row with its remarks; nothing is saved before the button is pressed."""
    upload = get_object_or_404(Upload, pk=pk, account=visitor(request), kind=KIND)
    body = desk_named(request, upload.scope)
    if request.method == "POST":
        return _decided(request, upload, body)
    result, rows, taken = preview(body, upload)
    said = {(one.row.sheet, one.row.number): one for one in taken}
    context = {
        "body": body,
        "upload": upload,
        "columns": [(one.column, _LABELS.get(one.field or "", "")) for one in result.columns],
        "rows": [(row, said.get((row.sheet, row.number))) for row in rows],
        "taken": len(taken),
    }
    return render(request, "disclosure/publication/upload_check.html", context)


def _decided(request: HttpRequest, upload: Upload, body: Any) -> HttpResponse:
    if "drop" in request.POST:
        drop_upload(upload, actor=visitor(request))
        messages.success(request, _("Berkas itu tidak jadi dikirim."))
        return redirect("publication-month", body.code)
    batch = take_list(body, upload, actor=visitor(request))
    told = {"taken": batch.taken, "kept": batch.kept}
    messages.success(request, _("%(taken)s informasi masuk daftar; %(kept)s baris ditahan.") % told)
    return redirect("batch", batch.pk) if batch.kept else redirect("publication-month", body.code)
