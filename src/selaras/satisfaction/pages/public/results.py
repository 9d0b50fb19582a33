"""A published survey: index, elements, how sure it is, desks, trend; as a page, a report and a workbook."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.documents.types import TYPES
from selaras.satisfaction import queries
from selaras.satisfaction.exports.report import as_pdf
from selaras.satisfaction.exports.table import as_csv
from selaras.satisfaction.exports.workbook import as_xlsx
from selaras.satisfaction.following import followed
from selaras.satisfaction.models import Result
from selaras.satisfaction.showing import shown

_FORMS = {"pdf": as_pdf, "xlsx": as_xlsx, "csv": as_csv}


def _result(request: HttpRequest, key: str) -> Result:
    return get_object_or_404(queries.results_visible_to(request.user), survey__key=key)


@require_safe
def results_page(request: HttpRequest, key: str) -> HttpResponse:
    result = _result(request, key)
    told = {"survey": result.survey, "service": result.survey.service, "followed": followed(result)}
    context = {"result": result, **told, **shown(result.figures)}
    return render(request, "satisfaction/results.html", context)


@require_safe
def results_file(request: HttpRequest, key: str, form: str) -> HttpResponse:
    if form not in _FORMS:
        raise Http404(_("Hasil survei tersedia sebagai PDF, XLSX, dan CSV."))
    result = _result(request, key)
    response = HttpResponse(_FORMS[form](result), content_type=TYPES[f".{form}"])
    name = f"skm-{result.survey.service.code}-{result.survey.opens_on:%Y-%m-%d}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
