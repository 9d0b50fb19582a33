"""The files of a case: taken in, looked through, decided about, and looked at as they go out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.releasing import add_file, original, release_file
from selaras.disclosure.models import WorkingFile
from selaras.disclosure.pages.desk.case import case_asked
from selaras.disclosure.pages.desk.queue import NOT_A_DESK
from selaras.disclosure.pages.doors import MENDABLE, attempt
from selaras.disclosure.pages.publication.data import released
from selaras.engines.redaction import Limits
from selaras.people.errors import NotAllowed
from selaras.people.pages.doors import only, visitor

LARGEST = Limits().bytes


def _files(request: HttpRequest) -> QuerySet[WorkingFile]:
    files = queries.files_visible_to(visitor(request)).select_related("request__body__helper")
    return files.filter(request__body__in=queries.desks_of(visitor(request)))


@require_POST
@only(rules.keeps_lists, NOT_A_DESK)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file in, and go on to what was found in it."""
    case = case_asked(request, pk)
    file = request.FILES.get("file")
    if file is None:
        messages.error(request, _("Pilih berkasnya dahulu."))
        return redirect("request-desk", case.pk)
    if (file.size or 0) > LARGEST:
        told = _("Berkas ini lebih besar dari %(most)s MB. Bagi menjadi beberapa berkas.")
        messages.error(request, told % {"most": LARGEST // 2**20})
        return redirect("request-desk", case.pk)
    try:
        kept = add_file(case, file.name or "berkas", file.read(), actor=visitor(request))
    except NotAllowed:
        raise
    except MENDABLE as refused:
        messages.error(request, str(refused))
        return redirect("request-desk", case.pk)
    return redirect("request-file", kept.pk)


@only(rules.keeps_lists, NOT_A_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """What was found, and a person's decision about each; decided again, the copy is made anew."""
    file = get_object_or_404(_files(request), pk=pk)
    keep, reason = file.kept, file.reason
    if request.method == "POST":
        keep, reason = request.POST.getlist("keep"), request.POST.get("reason", "")
        told = _("Salinan yang bersih siap diserahkan. Lihat sekali lagi sebelum dikirim.")
        if attempt(request, lambda: release_file(file, keep, reason, actor=visitor(request)), told):
            return redirect("request-file", file.pk)
    context = {"file": file, "case": file.request, "keep": keep, "reason": reason}
    return render(request, "disclosure/desk/file.html", context)


@only(rules.handles_requests, NOT_A_DESK)
@require_GET
def released_copy(request: HttpRequest, pk: int) -> Any:
    """The copy exactly as it goes out, for the desk and for its superior."""
    files = queries.files_visible_to(visitor(request)).filter(released_at__isnull=False)
    file = get_object_or_404(files, pk=pk)
    return released(file, file.public_name)


@only(rules.keeps_lists, NOT_A_DESK)
@require_GET
def original_file(request: HttpRequest, pk: int) -> HttpResponse:
    """As it lies at the desk, to keep; each time it is logged."""
    file = get_object_or_404(_files(request), pk=pk)
    response = HttpResponse(original(file, actor=visitor(request)), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, file.name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
