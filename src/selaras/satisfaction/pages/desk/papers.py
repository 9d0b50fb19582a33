"""Paper forms typed in, a handful at a time; a row left empty is no form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from selaras.people.pages.doors import only, visitor
from selaras.people.pages.onwards import onwards
from selaras.satisfaction import rules
from selaras.satisfaction.actions.typing_in import type_in_paper
from selaras.satisfaction.errors import Incomplete, NotNow
from selaras.satisfaction.filled import Filled
from selaras.satisfaction.models import Answer, Survey
from selaras.satisfaction.pages.forms import filled_in, selects_of
from selaras.satisfaction.queries import surveys_at_desk_of
from selaras.satisfaction.scheme import scheme_on

ROWS = 5


@only(rules.types_in)
@require_http_methods(["GET", "HEAD", "POST"])
def papers_page(request: HttpRequest, key: str) -> HttpResponse:
    survey = get_object_or_404(surveys_at_desk_of(visitor(request)), key=key)
    wrong = dict[str, str]()
    if request.method == "POST":
        rows = _rows(request.POST)
        told = {"channel": request.POST.get("channel", Answer.Channel.PAPER), "actor": visitor(request)}
        try:
            kept = type_in_paper(survey, _batch(request), rows, **told)  # type: ignore[arg-type]
        except Incomplete as lacks:
            wrong = lacks.fields
        except NotNow as refused:
            wrong = {"marks": str(refused)}
        else:
            messages.success(request, _told(kept, len(rows) - kept))
            return onwards(request, "survey-papers", key)
    elements = scheme_on(survey.opens_on).elements
    context = {
        "survey": survey,
        "service": survey.service,
        "rows": [_shown(at, survey, elements, request.POST, wrong) for at in range(ROWS)],
        "desks": list(survey.service.desks.all()),
        "channel": request.POST.get("channel", ""),
        "batch": _batch(request),
        "wrong": {name: sentence for name, sentence in wrong.items() if "." not in name},
        "any_wrong": bool(wrong),
    }
    return render(request, "satisfaction/desk/papers.html", context, status=422 if wrong else 200)


def _rows(typed: Mapping[str, str]) -> dict[int, Filled]:
    """The rows in which anything stands, by their place on the page."""
    rows = {at: filled_in(typed, before=f"{at}-") for at in range(ROWS)}
    return {at: one for at, one in rows.items() if _says_something(one)}


def _says_something(said: Filled) -> bool:
    marked = any(mark is not None for mark in said.marks.values())
    return marked or bool(said.comment.strip()) or any(said.profile.values())


def _told(kept: int, known: int) -> str:
    """How many forms were kept now, and how many of the page were kept before."""
    if not kept:
        return _("Formulir ini sudah tersimpan sebelumnya.")
    text = ngettext("%(n)s formulir tersimpan.", "%(n)s formulir tersimpan.", kept) % {"n": kept}
    return f"{text} {_('%(n)s sudah tersimpan sebelumnya.') % {'n': known}}" if known else text


def _shown(
    at: int, survey: Survey, elements: Any, typed: Mapping[str, str], wrong: Mapping[str, str]
) -> dict[str, Any]:
    row = {name.removeprefix(f"{at}-"): value for name, value in typed.items() if name.startswith(f"{at}-")}
    slips = {name.removeprefix(f"{at}."): told for name, told in wrong.items() if name.startswith(f"{at}.")}
    marks = [(one.key, _(one.name), row.get(f"u-{one.key}", ""), slips.get(one.key, "")) for one in elements]
    told = {"comment": row.get("comment", ""), "desk": row.get("desk", ""), "wrong": list(slips.values())}
    return {"at": at, "number": at + 1, "marks": marks, "selects": selects_of(survey, row, slips), **told}


def _batch(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("submission", ""))
    except ValueError:
        return uuid4()
