"""One dataset at the desk: its file sent, its versions, its standard set from a JSON file or from a sample table."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from selaras.engines.tabular import TabularError
from selaras.engines.tabular.standard import read_standard
from selaras.people.errors import NotAllowed
from selaras.people.pages.doors import only, visitor
from selaras.sectoral import rules
from selaras.sectoral.actions.checking import check_version
from selaras.sectoral.actions.drafting import begin_draft
from selaras.sectoral.actions.guarding import require_producer
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.actions.uploading import upload_version
from selaras.sectoral.errors import Incomplete, SectoralError
from selaras.sectoral.models import Dataset, Draft, Version
from selaras.sectoral.queries import datasets_at_desk_of, standard_in_force

MENDABLE = (SectoralError, TabularError)
_ON_A_PAGE = 20
_LARGEST_SAMPLE = 20 * 1024 * 1024


@only(rules.reads_desk)
@require_http_methods(["GET", "HEAD", "POST"])
def dataset_page(request: HttpRequest, code: str) -> HttpResponse:
    """Send a file, and see what became of those before it."""
    person = visitor(request)
    dataset = get_object_or_404(datasets_at_desk_of(person), code=code)
    wrong = ""
    if request.method == "POST":
        require_producer(dataset.agency, person)
        try:
            return redirect("data-version", _sent(request, dataset).pk)
        except NotAllowed:
            raise
        except MENDABLE as refused:
            wrong = str(refused)
    versions = dataset.versions.select_related("check_in_force", "received_by")
    context = {
        "dataset": dataset,
        "standard": standard_in_force(dataset),
        "page": Paginator(versions, _ON_A_PAGE).get_page(request.GET.get("hal")),
        "may_send": rules.produces(person, dataset),
        "wrong": wrong,
    }
    return render(request, "sectoral/dataset.html", context, status=422 if wrong else 200)


def _sent(request: HttpRequest, dataset: Dataset) -> Version:
    """Kept, and queued for its check unless it was checked before."""
    given = _given(request)
    version = upload_version(dataset, given.name or "", given, actor=visitor(request))  # type: ignore[arg-type]
    if version.state == Version.State.RECEIVED:
        check_version(version, actor=visitor(request))
    return version


def _given(request: HttpRequest) -> UploadedFile[Any]:
    given: UploadedFile[Any] | None = request.FILES.get("file")
    if given is None:
        raise Incomplete({"file": _("Pilih dahulu berkasnya.")})
    return given


@only(rules.works_with_data)
@require_http_methods(["GET", "HEAD", "POST"])
def standard_page(request: HttpRequest, code: str) -> HttpResponse:
    """What each column must be; set anew from a file."""
    dataset = get_object_or_404(datasets_at_desk_of(visitor(request)), code=code)
    wrong = ""
    if request.method == "POST":
        try:
            return _standard_sent(request, dataset)
        except NotAllowed:
            raise
        except MENDABLE as refused:
            wrong = str(refused)
    standard = standard_in_force(dataset)
    context = {
        "dataset": dataset,
        "standard": standard,
        "read": read_standard(standard.package) if standard else None,
        "draft": Draft.objects.filter(dataset=dataset).first(),
        "earlier": dataset.standards.order_by("-number")[:_ON_A_PAGE],
        "wrong": wrong,
    }
    return render(request, "sectoral/standard.html", context, status=422 if wrong else 200)


def _standard_sent(request: HttpRequest, dataset: Dataset) -> HttpResponse:
    """A written standard is put in force as it is; a table is asked about, column by column."""
    given = _given(request)
    if (given.size or 0) > _LARGEST_SAMPLE:
        raise Incomplete({"file": _("Contoh ini lebih besar dari 20 MB. Kirim sebagian barisnya saja.")})
    content = given.read()
    if content.lstrip()[:1] != b"{":
        begin_draft(dataset, content, given.name or "", actor=visitor(request))
        return redirect("data-question", dataset.code, 1)
    made = set_standard(dataset, content, request.POST.get("note", ""), actor=visitor(request))
    messages.success(request, _("Standar %(number)s berlaku.") % {"number": made.number})
    return redirect("data-standard", dataset.code)
