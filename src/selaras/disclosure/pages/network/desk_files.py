"""All desks by file: a table to fill in, sent, looked at as it was read, and taken in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.importing_desks import keep_desks, preview_desks, take_kept_desks
from selaras.disclosure.actions.keeping_uploads import drop_upload
from selaras.disclosure.desk_file import KIND
from selaras.disclosure.models import Officer, PublicBody
from selaras.disclosure.pages.uploading import kept_file
from selaras.engines.tabular import KINDS
from selaras.engines.tabular.streams import Cells, csv_lines
from selaras.intake.models import Upload
from selaras.people.pages.doors import only, visitor

ONLY_MAIN = gettext_lazy("Data semua meja diisi dari berkas oleh PPID Utama.")
_LABELS = {one.name: one.label for one in KINDS[KIND].fields}
Post = Officer.Post


@only(rules.keeps_network, ONLY_MAIN)
@require_safe
def template_file(_request: HttpRequest) -> HttpResponse:
    """Every body with what is known of it, to fill in; sent back as it is, it changes nothing."""
    response = HttpResponse(csv_lines(_LABELS.values(), _rows()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="meja-layanan.csv"'
    return response


def _rows() -> Iterator[Cells]:
    held: dict[tuple[int, str], list[str]] = defaultdict(list)
    for one in queries.officers_in_post(timezone.localdate()).filter(until=None):
        held[one.body_id, one.post].append(one.name)
    for body in queries.bodies().select_related("region__parent"):
        yield (
            body.code, body.name, _district(body), body.decree, body.decree_date, body.address, body.hours, body.phone,
            body.email, *("; ".join(held[body.pk, post]) for post in (Post.SUPERIOR, Post.HEAD, Post.DESK)),
        )  # fmt: skip


def _district(body: PublicBody) -> str:
    within = body.kind in {PublicBody.Kind.VILLAGE, PublicBody.Kind.URBAN_VILLAGE}
    return body.region.parent.name if within and body.region and body.region.parent else ""


@only(rules.keeps_network, ONLY_MAIN)
@require_http_methods(["GET", "HEAD", "POST"])
def upload_page(request: HttpRequest) -> HttpResponse:
    wrong = ""
    if request.method == "POST":
        kept, wrong = kept_file(request, partial(keep_desks, actor=visitor(request)))
        if kept:
            return redirect("desks-upload-check", kept.pk)
    context = {"wrong": wrong, "columns": _LABELS.values()}
    return render(request, "disclosure/network/upload.html", context, status=422 if wrong else 200)


@only(rules.keeps_network, ONLY_MAIN)
@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Every column with its meaning, every row with its remarks; nothing is saved before the button is pressed."""
    upload = get_object_or_404(Upload, pk=pk, account=visitor(request), kind=KIND)
    if request.method == "POST":
        return _decided(request, upload)
    result, rows, taken = preview_desks(upload.name, bytes(upload.content))
    meant = {(one.row.sheet, one.row.number): one for one in taken}
    context = {
        "upload": upload,
        "columns": [(one.column, _LABELS.get(one.field or "", "")) for one in result.columns],
        "rows": [(row, meant.get((row.sheet, row.number))) for row in rows],
        "taken": len(taken),
    }
    return render(request, "disclosure/network/upload_check.html", context)


def _decided(request: HttpRequest, upload: Upload) -> HttpResponse:
    if "drop" in request.POST:
        drop_upload(upload, actor=visitor(request))
        messages.success(request, _("Berkas itu tidak jadi dikirim."))
        return redirect("desks-upload")
    batch = take_kept_desks(upload, actor=visitor(request))
    told = {"taken": batch.taken, "kept": batch.kept}
    messages.success(request, _("%(taken)s meja diisi; %(kept)s baris ditahan.") % told)
    return redirect("batch", batch.pk) if batch.kept else redirect("desks-upload")
