"""The desk of the register: a target set, a problem raised and settled."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from selaras.engines.tabular import read_number
from selaras.evidence import rules
from selaras.evidence.actions.keeping import raise_problem, reopen_problem, set_target, settle_problem
from selaras.evidence.errors import EvidenceError, Incomplete
from selaras.evidence.queries import indicators_visible_to, problems_visible_to
from selaras.people.pages.doors import done, only, visitor


@only(rules.keeps_register)
@require_http_methods(["GET", "HEAD", "POST"])
def target_page(request: HttpRequest, code: str) -> HttpResponse:
    indicator, wrong = get_object_or_404(indicators_visible_to(request.user), code=code), dict[str, str]()
    told = request.POST
    if request.method == "POST":
        year, value = _year(told.get("year", "")), _value(told.get("value", ""))
        try:
            set_target(indicator, year, value, told.get("basis", ""), actor=visitor(request))
            return redirect("indicator", code)
        except Incomplete as lacks:
            wrong = lacks.fields
    context = {"indicator": indicator, "wrong": wrong, "typed": told}
    return render(request, "evidence/target.html", context, status=422 if wrong else 200)


def _year(text: str) -> int | None:
    told = text.strip()
    return int(told) if told.isascii() and told.isdecimal() and len(told) == 4 else None


def _value(text: str) -> Decimal | None:
    """As people write it here, `1.090,38`; None where it is no number."""
    value = read_number(text).value
    return value if isinstance(value, Decimal) else None


def _form_key(text: str) -> UUID:
    """Of the page that was sent, or a new one where it says none."""
    try:
        return UUID(text)
    except ValueError:
        return uuid4()


@only(rules.keeps_register)
@require_http_methods(["GET", "HEAD", "POST"])
def problem_page(request: HttpRequest) -> HttpResponse:
    wrong, told = dict[str, str](), request.POST
    indicators = indicators_visible_to(request.user)
    submission = _form_key(told.get("submission", ""))
    chosen = told.get("indicator", "") or request.GET.get("indikator", "")
    if request.method == "POST":
        indicator = indicators.filter(code=chosen).first()
        try:
            title, evidence = told.get("title", ""), told.get("evidence", "")
            raise_problem(title, evidence, indicator, submission=submission, actor=visitor(request))
            return redirect("indicators")
        except Incomplete as lacks:
            wrong = lacks.fields
    context = {"indicators": indicators, "chosen": chosen, "wrong": wrong, "typed": told, "submission": submission}
    return render(request, "evidence/problem.html", context, status=422 if wrong else 200)


@require_POST
@only(rules.keeps_register)
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    problem, how = get_object_or_404(problems_visible_to(request.user), pk=pk), request.POST.get("how", "")
    return done(
        request,
        lambda: settle_problem(problem, how, actor=visitor(request)),
        _("Masalah ini dicatat selesai."),
        "indicators",
        mendable=(EvidenceError,),
    )


@require_POST
@only(rules.keeps_register)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    problem = get_object_or_404(problems_visible_to(request.user), pk=pk)
    told = _("Masalah ini terbuka lagi.")
    deed = partial(reopen_problem, problem, actor=visitor(request))
    return done(request, deed, told, "indicators", mendable=(EvidenceError,))
