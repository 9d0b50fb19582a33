"""Paper forms in one file: the template, the file sent, what became of its rows, and the copy with remarks."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from selaras.audit.actions import record
from selaras.documents.types import TYPES
from selaras.engines.tabular import TabularError
from selaras.intake.annotating import annotated
from selaras.intake.models import Batch, Row
from selaras.people.pages.doors import only, visitor
from selaras.satisfaction import imports, rules
from selaras.satisfaction.actions.importing import scope_of, take_papers
from selaras.satisfaction.errors import NotNow
from selaras.satisfaction.models import Survey
from selaras.satisfaction.queries import surveys_at_desk_of

_ROWS = 50


def _survey(request: HttpRequest, key: str) -> Survey:
    return get_object_or_404(surveys_at_desk_of(visitor(request)), key=key)


def _files_of(survey: Survey) -> QuerySet[Batch]:
    return Batch.objects.filter(kind=imports.KIND, scope=scope_of(survey)).order_by("-pk")


@only(rules.types_in)
@require_http_methods(["GET", "HEAD", "POST"])
def papers_file_page(request: HttpRequest, key: str) -> HttpResponse:
    """With `berkas`, what became of that file."""
    survey, wrong = _survey(request, key), ""
    if request.method == "POST":
        try:
            return redirect(f"{reverse('survey-papers-file', args=[key])}?berkas={_taken(request, survey).pk}")
        except (NotNow, TabularError) as refused:
            wrong = str(refused)
    files = [(one, *_counted(one)) for one in _files_of(survey).defer("content")]
    asked = request.GET.get("berkas", "")
    batch, fresh, known = next((told for told in files if str(told[0].pk) == asked), (None, 0, 0))
    kept = batch.rows.filter(outcome=Row.Outcome.KEPT) if batch else Row.objects.none()
    context = {
        "survey": survey,
        "service": survey.service,
        "files": files,
        "batch": batch,
        "fresh": fresh,
        "known": known,
        "page": Paginator(kept, _ROWS).get_page(request.GET.get("hal")),
        "wrong": wrong,
    }
    return render(request, "satisfaction/desk/papers_file.html", context, status=422 if wrong else 200)


def _counted(batch: Batch) -> tuple[int, int]:
    """Forms that this file added, and forms in it that were kept before."""
    known = int(batch.facts.get("known", 0))
    return batch.taken - known, known


def _taken(request: HttpRequest, survey: Survey) -> Batch:
    given = request.FILES.get("file")
    if given is None:
        raise NotNow(_("Pilih dahulu berkasnya."))
    return take_papers(survey, given.name or "", given.read(imports.MOST_BYTES + 1), actor=visitor(request))


@only(rules.types_in)
@require_safe
def template(request: HttpRequest, key: str) -> HttpResponse:
    survey = _survey(request, key)
    return _workbook(imports.template(survey), f"formulir-{survey.service.code}.xlsx")


@only(rules.types_in)
@require_safe
def copy(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Nothing in it is masked, so the log tells who took it."""
    survey = _survey(request, key)
    batch = get_object_or_404(_files_of(survey), pk=pk)
    content = annotated(batch, imports.kind_of(survey))
    record("satisfaction.copy_taken", actor=visitor(request), subject=survey.key, detail={"file": batch.pk})
    return _workbook(content, f"{PurePosixPath(batch.name).stem}-diperiksa.xlsx")


def _workbook(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=TYPES[".xlsx"])
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response
