"""The yearly service report: what an office writes in it, and the file."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.reporting import tell_in_report
from selaras.disclosure.exports import service_report as export
from selaras.disclosure.exports.figure_words import summary
from selaras.disclosure.models import PublicBody, ReportText
from selaras.disclosure.pages.doors import attempt
from selaras.disclosure.pages.reports.asked import FIRST_YEAR, desk_asked, this_year, year_asked
from selaras.disclosure.statistics import figures
from selaras.documents.types import TYPES
from selaras.government.queries import parameter_value
from selaras.people.pages.doors import only, visitor

NOT_YOURS = gettext_lazy("Laporan layanan disusun oleh PPID dan dibaca oleh PPID Utama dan pengawas.")
FORMS = {"pdf": export.as_pdf, "docx": export.as_docx}


@only(rules.reads_reports, NOT_YOURS)
@require_http_methods(["GET", "POST"])
def service_report(request: HttpRequest) -> HttpResponse:
    """Write the sections of a year's report; the figures are counted."""
    body, desks = _body(request)
    year = year_asked(request, this_year() - 1)
    typed = {}
    if request.method == "POST":
        typed = {section: request.POST.get(section, "") for section in ReportText.Section.values}
        told = _("Tulisan disimpan. Unduh laporannya untuk melihat hasilnya.")
        if attempt(request, lambda: tell_in_report(body, year, typed, actor=visitor(request)), told):
            return redirect(f"{reverse('service-report')}?badan={body.code if body else ''}&tahun={year}")
    context = {
        "body": body,
        "desks": desks,
        "year": year,
        "years": range(this_year(), FIRST_YEAR - 1, -1),
        "months": parameter_value("disclosure.service_report", timezone.localdate()),
        "summary": summary(figures(year, timezone.localdate(), body)),
        "sections": _sections(body, year, typed),
        "writes": _writes(request.user, body),
        "for_all": rules.oversees(request.user),
    }
    return render(request, "disclosure/reports/service_report.html", context)


def _sections(body: PublicBody | None, year: int, typed: dict[str, str]) -> list[tuple[str, str, str]]:
    kept = dict(ReportText.objects.filter(body=body, year=year).values_list("section", "text"))
    return [(one.value, one.label, typed.get(one.value, kept.get(one.value, ""))) for one in ReportText.Section]


def _writes(person: Any, body: PublicBody | None) -> bool:
    return rules.works_at(person, body) if body else rules.keeps_network(person)


def _body(request: HttpRequest) -> tuple[PublicBody | None, list[PublicBody]]:
    """Who oversees reads of the whole network first; others of the first of their bodies."""
    whole, desks = rules.oversees(request.user), list(queries.bodies_reporting_to(request.user))
    body = desk_asked(request, desks)
    if body is None and not whole:
        if not desks:
            raise PermissionDenied(str(NOT_YOURS))
        body = desks[0]
    return body, desks


@only(rules.reads_reports, NOT_YOURS)
@require_safe
def report_file(request: HttpRequest, year: int, form: str) -> HttpResponse:
    """The report as it stands today."""
    body, _desks = _body(request)
    if form not in FORMS or not FIRST_YEAR <= year <= this_year():
        raise Http404(_("Laporan tersedia sebagai PDF dan DOCX, sejak tahun 2010."))
    content = FORMS[form](export.report(year, timezone.localdate(), body))
    response = HttpResponse(content, content_type=TYPES[f".{form}"])
    name = f"laporan-layanan-informasi-{body.code if body else 'jaringan'}-{year}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
