"""The maturity of statistics at the desk: the index, what lifts it most, and the level of each indicator stated."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.engines.maturity import Branch, Node
from selaras.people.pages.doors import only, visitor
from selaras.sectoral import rules
from selaras.sectoral.actions.stating import open_years, state_level
from selaras.sectoral.errors import Incomplete, NotNow, Overtaken
from selaras.sectoral.exports.maturity import as_pdf, as_xlsx
from selaras.sectoral.exports.metadata import XLSX
from selaras.sectoral.maturity import Line, Sheet, sheet_of_year
from selaras.sectoral.maturity.wording import (
    deed_words,
    evidence_words,
    gap_words,
    index_words,
    lift_words,
    rule_words,
    steps_words,
    value_words,
)
from selaras.sectoral.models import Statement
from selaras.sectoral.pages.level_form import LevelForm
from selaras.sectoral.queries import statements_visible_to

NOT_YOURS = gettext_lazy("Kematangan seluruh daerah dibaca oleh walidata dan pengawas.")
_LISTED, _LACKING = 10, 20


def _told(line: Line) -> dict[str, Any]:
    """A line with its words."""
    evidence = line.evidence
    return {
        "line": line,
        "evidence": evidence_words(line),
        "rule": rule_words(evidence) if evidence else "",
        "deed": deed_words(line),
        "gap": gap_words(line),
        "lift": lift_words(line),
    }


@require_safe
@only(rules.reads_maturity, NOT_YOURS)
def maturity_page(request: HttpRequest) -> HttpResponse:
    """The index of a year, what lifts it most, and how it comes about."""
    sheet = _sheet(request)
    context = {
        "sheet": sheet,
        "years": open_years(),
        "headline": index_words(sheet),
        "to_do": [_told(one) for one in sheet.to_do()[:_LISTED]],
        "domains": [(domain.node, value_words(domain), _aspects(aspects)) for domain, aspects in sheet.branches()],
        "rules": steps_words(sheet.method),
        "stated": sum(one.stated is not None for one in sheet.lines),
        "unknown": sum(one.proposed is None for one in sheet.lines),
    }
    return render(request, "sectoral/maturity.html", context)


def _aspects(aspects: list[tuple[Branch, list[Line]]]) -> list[tuple[Node, str, list[dict[str, Any]]]]:
    return [(aspect.node, value_words(aspect), [_told(line) for line in lines]) for aspect, lines in aspects]


def _sheet(request: HttpRequest) -> Sheet:
    """Of the year that was asked for; the method and the evidence are those of today."""
    today = timezone.localdate()
    asked = request.GET.get("tahun", str(today.year))
    if asked not in map(str, open_years()):
        raise Http404(_("Tahun itu tidak ada. Pilih tahun ini atau tahun lalu."))
    return sheet_of_year(int(asked), today)


@require_http_methods(["GET", "HEAD", "POST"])
@only(rules.reads_maturity, NOT_YOURS)
def level_page(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator: what the system knows, the level that the office states, and what was stated before."""
    sheet = _sheet(request)
    line = sheet.line(code)
    if line is None:
        raise Http404(_("Indikator ini tidak ada. Pilih satu di halaman kematangan."))
    rows = list(statements_visible_to(visitor(request)).filter(year=sheet.year, indicator=code))
    if request.method == "POST":
        form = LevelForm(sheet, request.POST, request.FILES)
        if _was_stated(request, sheet, line, form):
            messages.success(request, _("Tingkat indikator %(code)s tersimpan.") % {"code": code})
            return redirect(f"{reverse('data-maturity')}?tahun={sheet.year}")
    else:
        form = LevelForm(sheet, initial=_first(line, rows[0] if rows else None))
    tally = line.evidence.tally if line.evidence else None
    context = {
        "sheet": sheet,
        "form": form,
        "told": _told(line),
        "lacking": tally.lacking[:_LACKING] if tally else (),
        "lacking_more": max(len(tally.lacking) - _LACKING, 0) if tally else 0,
        "rows": rows,
        "may_state": rules.states_levels(visitor(request)),
        "words": sheet.method.words,
    }
    return render(request, "sectoral/maturity_level.html", context, status=422 if form.errors else 200)


def _first(line: Line, last: Statement | None) -> dict[str, Any]:
    """What was stated; at first what the evidence proposes."""
    if last:
        return {"level": str(last.level), "note": last.note, "link": last.link, "submission": last.edition}
    return {"level": str(line.proposed or ""), "submission": 0}


def _was_stated(request: HttpRequest, sheet: Sheet, line: Line, form: LevelForm) -> bool:
    if not form.is_valid():
        return False
    try:
        state_level(sheet.year, line.code, form.claim, form.proof, over=form.over, actor=visitor(request))
    except Incomplete as refused:
        for name, sentence in refused.fields.items():
            form.add_error(name, sentence)
    except Overtaken as refused:
        form.overtaken(refused)
    except NotNow as refused:
        form.add_error(None, str(refused))
    return not form.errors


@require_safe
@only(rules.reads_maturity, NOT_YOURS)
def proof_file(request: HttpRequest, pk: int) -> HttpResponse:
    """A document that shows a level, as it was sent, to keep."""
    found = get_object_or_404(statements_visible_to(visitor(request)).exclude(file=""), pk=pk)
    with found.file.open("rb") as file:
        answer = HttpResponse(file.read(), content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, found.file_name)
    return answer


@require_safe
@only(rules.reads_maturity, NOT_YOURS)
def maturity_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The whole sheet of a year as a print or a workbook."""
    if kind not in ("pdf", "xlsx"):
        raise Http404(_("Bentuk berkas ini tidak ada. Pilih PDF atau XLSX."))
    sheet = _sheet(request)
    content, media = (as_pdf(sheet), "application/pdf") if kind == "pdf" else (as_xlsx(sheet), XLSX)
    answer = HttpResponse(content, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="kematangan-statistik-{sheet.year}.{kind}"'
    return answer
