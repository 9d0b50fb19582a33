"""All answers of a year as a file, for who oversees and for the own desks."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.disclosure import queries, rules
from selaras.disclosure.exports import assessments as export
from selaras.documents.types import TYPES
from selaras.people.pages.doors import only, visitor

FORMS = {"csv": export.as_csv, "xlsx": export.as_xlsx}


@only(rules.reads_maturity)
@require_safe
def answers_file(request: HttpRequest, year: int, form: str) -> HttpResponse:
    """`csv` or `xlsx`, of every questionnaire of the year that this person may read."""
    if form not in FORMS:
        raise Http404(_("Jawaban kuesioner tersedia sebagai CSV dan XLSX."))
    found = queries.assessments_visible_to(visitor(request)).filter(year=year)
    response = HttpResponse(FORMS[form](found, year), content_type=TYPES[f".{form}"])
    response["Content-Disposition"] = f'attachment; filename="kuesioner-{year}.{form}"'
    return response
