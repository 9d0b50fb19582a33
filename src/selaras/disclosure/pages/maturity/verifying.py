"""The main PPID's work with the questionnaires: who has not sent, and looking through one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.verifying import (
    accept_rest,
    judge_answer,
    require_verifier,
    return_assessment,
    verify_assessment,
)
from selaras.disclosure.errors import DisclosureError, Incomplete
from selaras.disclosure.models import Assessment, PublicBody
from selaras.disclosure.pages.doors import done
from selaras.disclosure.pages.maturity.rows import State, rows_of, sheet_of
from selaras.disclosure.pages.reports.asked import FIRST_YEAR, this_year, year_asked
from selaras.people.errors import NotAllowed
from selaras.people.pages.doors import only, visitor

NOT_YOURS = gettext_lazy("Kuesioner seluruh jaringan dibaca oleh PPID Utama dan pengawas.")
PAGE = 50
NOT_BEGUN = "none"
WORDS = {
    State.SENT: gettext_lazy("menunggu verifikasi"),
    NOT_BEGUN: gettext_lazy("belum mulai"),
    State.DRAFT: gettext_lazy("sedang diisi"),
    State.VERIFIED: gettext_lazy("terverifikasi"),
}  # in the order in which they need work


@dataclass(frozen=True)
class Line:
    body: PublicBody
    assessment: Assessment | None

    @property
    def state(self) -> str:
        return self.assessment.state if self.assessment else NOT_BEGUN


@only(rules.oversees, NOT_YOURS)
@require_safe
def list_page(request: HttpRequest) -> HttpResponse:
    """Every body with how far its questionnaire of a year is; what waits for verification comes first."""
    year = year_asked(request, this_year())
    found = {one.body_id: one for one in queries.assessments_visible_to(visitor(request)).filter(year=year)}
    bodies = queries.bodies().exclude(kind=PublicBody.Kind.MAIN).order_by("name", "pk")
    lines = [Line(body, found.get(body.pk)) for body in bodies]
    many = {state: sum(line.state == state for line in lines) for state in WORDS}
    asked = request.GET.get("keadaan", "")
    chosen = [line for line in lines if line.state == asked] if asked in WORDS else lines
    order = list(WORDS)
    chosen.sort(key=lambda line: order.index(line.state))
    context = {
        "year": year,
        "years": range(this_year(), max(FIRST_YEAR, this_year() - 5), -1),
        "all": len(lines),
        "done": many[State.SENT] + many[State.VERIFIED],
        "tabs": [(state, word, many[state]) for state, word in WORDS.items()],
        "asked": asked if asked in WORDS else "",
        "page": Paginator(chosen, PAGE).get_page(request.GET.get("hal")),
        "words": WORDS,
    }
    return render(request, "disclosure/maturity/assessments.html", context)


@only(rules.oversees, NOT_YOURS)
@require_http_methods(["GET", "HEAD", "POST"])
def verify_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Every answer beside the system's, to accept or correct; then the visit, which closes it."""
    assessment = _asked(request, pk)
    refused: dict[str, Any] = {}
    if request.method == "POST":
        require_verifier(visitor(request))
        refused = _judged(request, assessment) if "pertanyaan" in request.POST else _closed(request, assessment)
        if not refused:
            return redirect(f"{request.path}#{request.POST.get('pertanyaan', 'hasil')}")
    sheet = sheet_of(assessment, assessment.body)
    context = {
        "assessment": assessment,
        "sheet": sheet,
        "indicators": rows_of(sheet),
        "unjudged": sum(not one.verified for one in sheet.answers.values()),
        "judges": rules.verifies_maturity(request.user) and assessment.state == State.SENT,
        "refused": refused,
    }
    return render(request, "disclosure/maturity/verify.html", context, status=422 if refused else 200)


def _asked(request: HttpRequest, pk: int) -> Assessment:
    return get_object_or_404(queries.assessments_visible_to(visitor(request)), pk=pk)


def _judged(request: HttpRequest, assessment: Assessment) -> dict[str, Any]:
    """What was typed and the sentence that says why it was refused; nothing where it was done."""
    told = {name: request.POST.get(name, "") for name in ("pertanyaan", "jawaban", "alasan")}
    answer = get_object_or_404(assessment.answers.select_related("assessment"), question=told["pertanyaan"])
    try:
        judge_answer(answer, told["jawaban"], told["alasan"], actor=visitor(request))
    except NotAllowed:
        raise
    except DisclosureError as wrong:
        return {**told, "sentence": str(wrong)}
    return {}


def _closed(request: HttpRequest, assessment: Assessment) -> dict[str, Any]:
    told = {name: request.POST.get(name, "") for name in ("visit", "note")}
    try:
        visit = Decimal(told["visit"].strip().replace(",", "."))
        verify_assessment(assessment, visit, told["note"], actor=visitor(request))
    except InvalidOperation:
        return {**told, "visit_sentence": _("Tulis nilai visitasi sebagai angka 0 sampai 100, misalnya 82,5.")}
    except Incomplete as wrong:
        return {**told, "visit_sentence": wrong.fields["visit"]}
    except NotAllowed:
        raise
    except DisclosureError as wrong:
        return {**told, "sentence": str(wrong)}
    return {}


@require_POST
@only(rules.oversees, NOT_YOURS)
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept every answer that nobody has judged yet."""
    assessment = _asked(request, pk)
    told = _("Semua jawaban yang belum dinilai diterima. Isi nilai visitasinya.")
    return done(request, lambda: accept_rest(assessment, actor=visitor(request)), told, "assessment-verify", pk)


@require_POST
@only(rules.oversees, NOT_YOURS)
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    assessment, why = _asked(request, pk), request.POST.get("alasan", "")
    told = _("Kuesioner dikembalikan. Badan itu memperbaiki dan mengirimnya lagi.")
    return done(
        request, lambda: return_assessment(assessment, why, actor=visitor(request)), told, "assessment-verify", pk
    )
