"""A standard made by answering: one question a column on a page, then the rules between columns, then in force."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from selaras.engines.tabular.standard import Standard, read_standard
from selaras.people.pages.doors import attempt, done, only, visitor
from selaras.sectoral import rules
from selaras.sectoral.actions.drafting import (
    answer_column,
    confirm_rules,
    drop_draft,
    finish_draft,
    reopen_standard,
)
from selaras.sectoral.code_lists import known_systems
from selaras.sectoral.errors import Incomplete, NotNow
from selaras.sectoral.models import Dataset, Draft
from selaras.sectoral.pages.column_form import ColumnForm
from selaras.sectoral.pages.dataset import MENDABLE
from selaras.sectoral.queries import datasets_at_desk_of


@require_http_methods(["GET", "HEAD", "POST"])
@only(rules.works_with_data)
def column_page(request: HttpRequest, code: str, place: int) -> HttpResponse:
    """The question about one column; what is saved is kept on the server, and the next open one follows."""
    dataset, draft, described = _draft(request, code)
    if not 1 <= place <= len(described.fields):
        raise Http404(_("Standar ini tidak punya kolom ke-%(place)s.") % {"place": place})
    one = described.fields[place - 1]
    form = ColumnForm(draft, described, one, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = answer_column(dataset, one.name, form.answer, actor=visitor(request))
        except Incomplete as refused:
            for name, sentence in refused.fields.items():
                form.add_error(name if name in form.fields else None, sentence)
        except NotNow as refused:
            form.add_error(None, str(refused))
        else:
            return _to_next(code, kept, described)
    context = {
        "dataset": dataset,
        "form": form,
        "one": one,
        "place": place,
        "columns": _columns(draft, described),
        "examples": draft.evidence.get(one.name, {}).get("examples", []),
        "systems": known_systems(timezone.localdate()),
    }
    return render(request, "sectoral/question.html", context, status=422 if form.errors else 200)


def _draft(request: HttpRequest, code: str) -> tuple[Dataset, Draft, Standard]:
    dataset = get_object_or_404(datasets_at_desk_of(visitor(request)), code=code)
    draft = get_object_or_404(Draft, dataset=dataset)
    return dataset, draft, read_standard(draft.package)


def _columns(draft: Draft, described: Standard) -> list[tuple[int, str, bool]]:
    return [(place, one.label, one.name in draft.answered) for place, one in enumerate(described.fields, start=1)]


def _to_next(code: str, draft: Draft, described: Standard) -> HttpResponse:
    waiting = [place for place, _label, answered in _columns(draft, described) if not answered]
    return redirect("data-question", code, waiting[0]) if waiting else redirect("data-rules", code)


@require_http_methods(["GET", "HEAD", "POST"])
@only(rules.works_with_data)
def rules_page(request: HttpRequest, code: str) -> HttpResponse:
    """What must hold between columns, confirmed; then the standard is put in force."""
    dataset, draft, described = _draft(request, code)
    wrong = ""
    if request.method == "POST":
        try:
            wanted = [*request.POST.getlist("rule"), request.POST.get("own", "")]
            confirm_rules(dataset, wanted, actor=visitor(request))
            finish_draft(dataset, request.POST.get("why", ""), actor=visitor(request))
            return redirect("data-standard", code)
        except (Incomplete, NotNow) as refused:
            wrong = str(refused)
    context = {
        "dataset": dataset,
        "rules": _offered(draft, described),
        "columns": _columns(draft, described),
        "wrong": wrong,
        "own": request.POST.get("own", ""),
        "why": request.POST.get("why", ""),
    }
    return render(request, "sectoral/rules.html", context, status=422 if wrong else 200)


def _offered(draft: Draft, described: Standard) -> list[tuple[str, str, bool]]:
    """Expression, words, whether the sample proposed it; the rules that stand first."""
    standing = {rule.expression: rule.message for rule in described.rules}
    proposed = {one["expression"]: one["message"] for one in draft.proposed_rules}
    every = standing | {text: words for text, words in proposed.items() if text not in standing}
    return [(text, words or text, text in proposed) for text, words in every.items()]


@require_POST
@only(rules.works_with_data)
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Take the standard in force up again at one column, or drop what was answered so far."""
    dataset = get_object_or_404(datasets_at_desk_of(visitor(request)), code=code)
    who = visitor(request)
    if "drop" in request.POST:
        told = _("Rancangan standar dibuang.")
        return done(request, lambda: drop_draft(dataset, actor=who), told, "data-standard", code, mendable=MENDABLE)
    place = request.POST.get("column", "")
    told = _("Ubah kolomnya, lalu pakai standarnya di langkah terakhir.")
    if not place.isdecimal() or not attempt(
        request, lambda: reopen_standard(dataset, actor=who), told, mendable=MENDABLE
    ):
        return redirect("data-standard", code)
    return redirect("data-question", code, int(place))
