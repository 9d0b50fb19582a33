"""The figures for everybody: by year and by body, as a picture with its table, and as a file."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.disclosure.exports.figure_words import percent
from selaras.disclosure.exports.method import DISPUTES, METHOD, OBJECTIONS, OUTCOMES, PARTS, REASONS
from selaras.disclosure.exports.statistics_file import as_csv
from selaras.disclosure.models import PublicBody
from selaras.disclosure.pages.reports.asked import year_asked
from selaras.disclosure.statistics import FEW, Fates, Figures, figures, years
from selaras.documents.types import TYPES

PER_PAGE = 50


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """The figures of a year, of the whole network or of one body."""
    known = years()
    year, body = year_asked(request, known[0] if known else timezone.localdate().year), _body(request)
    told = figures(year, timezone.localdate(), body)
    context = {
        "told": told,
        "body": body,
        "years": known,
        "parts": [(name, word, getattr(told.fates, name)) for name, word in PARTS.items()],
        "share_complete": percent(told.share_complete),
        "share_in_time": percent(told.share_in_time),
        "few": told.pace.answered < FEW,
        "tables": _tables(told),
        "method": METHOD,
        "page": None if body else Paginator(_by_body(told), PER_PAGE).get_page(request.GET.get("hal")),
    }
    return render(request, "disclosure/reports/statistics.html", context)


def _body(request: HttpRequest) -> PublicBody | None:
    code = request.GET.get("badan", "")
    return get_object_or_404(PublicBody, code=code) if code else None


def _tables(told: Figures) -> list[tuple[str, list[tuple[object, int]]]]:
    reasons = {**{article: article for article in told.articles}, **REASONS}
    return [
        (_("Putusan"), [(word, told.outcomes.get(name, 0)) for name, word in OUTCOMES.items()]),
        (
            _("Alasan tidak memberikan, per bagian"),
            [(word, {**told.articles, **told.reasons}.get(name, 0)) for name, word in reasons.items()],
        ),
        (_("Keberatan"), [(word, told.objections.get(name, 0)) for name, word in OBJECTIONS.items()]),
        (_("Sengketa informasi"), [(word, told.disputes.get(name, 0)) for name, word in DISPUTES.items()]),
    ]


def _by_body(told: Figures) -> list[tuple[PublicBody, Fates, int]]:
    """Those that received anything; with how many stand neither answered nor overdue."""
    found = told.by_body
    bodies = PublicBody.objects.filter(pk__in=found).order_by("code")
    return [
        (body, fates, fates.received - fates.answered - fates.overdue) for body in bodies for fates in [found[body.pk]]
    ]


@require_safe
def statistics_file(request: HttpRequest) -> HttpResponse:
    """Per body the counts of a year, as CSV."""
    known = years()
    if not known:
        raise Http404(_("Belum ada permohonan yang dapat dihitung."))
    year = year_asked(request, known[0])
    response = HttpResponse(as_csv(year, timezone.localdate()), content_type=TYPES[".csv"])
    response["Content-Disposition"] = f'attachment; filename="statistik-informasi-{year}.csv"'
    return response
