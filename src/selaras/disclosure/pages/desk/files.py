"""The files of a case: taken in, looked through, decided about, and looked at as they go out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.releasing import original
from selaras.disclosure.actions.working_on_files import have_released, look_again, open_work, take_file_in
from selaras.disclosure.models import FileWork, WorkingFile
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
        kept = take_file_in(case, file.name or "berkas", file.read(), actor=visitor(request))
    except NotAllowed:
        raise
    except MENDABLE as refused:
        messages.error(request, str(refused))
        return redirect("request-desk", case.pk)
    return redirect("request-file", kept.pk)


@only(rules.keeps_lists, NOT_A_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """What was found, and a person's decision about each; decided again, the copy is made anew.

    While a large file is worked on it is a page that waits.
    """
    file = get_object_or_404(_files(request), pk=pk)
    if request.method != "POST" and (work := open_work(file) or _asked_for(request, file)):
        return _waiting(request, file, work)
    if request.method == "POST" and "again" in request.POST:
        attempt(request, lambda: look_again(file, actor=visitor(request)), _("Berkas diperiksa lagi."))
        return redirect("request-file", file.pk)
    keep, reason = file.kept, file.reason
    if request.method == "POST":
        keep, reason = request.POST.getlist("keep"), request.POST.get("reason", "")
        told = _("Keputusan Anda tersimpan. Lihat salinannya sekali lagi sebelum dikirim.")
        if attempt(request, lambda: have_released(file, keep, reason, actor=visitor(request)), told):
            return redirect("request-file", file.pk)
    last = None if file.released_at else FileWork.objects.filter(file=file).last()
    failed = last if last and last.state == FileWork.State.FAILED else None
    context = {"file": file, "case": file.request, "keep": keep, "reason": reason, "failed": failed}
    return render(request, "disclosure/desk/file.html", context)


def _asked_for(request: HttpRequest, file: WorkingFile) -> FileWork | None:
    """A page that waits asks for its part once more when the work is over."""
    return FileWork.objects.filter(file=file).last() if "bagian" in request.GET else None


def _waiting(request: HttpRequest, file: WorkingFile, work: FileWork) -> HttpResponse:
    ahead = FileWork.objects.filter(state__in=FileWork.OPEN, pk__lt=work.pk).count()
    steps = (FileWork.State.WAITING, FileWork.State.RUNNING, FileWork.State.DONE)
    context = {
        "file": file,
        "case": file.request,
        "work": work,
        "ahead": ahead,
        "step": steps.index(work.state) + 1 if work.state in steps else 0,
        "steps": len(steps),
        "seconds": int((timezone.now() - work.asked_at).total_seconds()),
    }
    part = "_part" if "bagian" in request.GET else ""
    return render(request, f"disclosure/desk/file_work{part}.html", context)


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
