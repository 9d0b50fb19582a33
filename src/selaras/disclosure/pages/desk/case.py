"""The page of one case at its desk, each deed on it, and the papers that prove who asks."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from selaras.disclosure import desk, queries, rules
from selaras.disclosure.actions.looking import look_at
from selaras.disclosure.completeness import ASKED
from selaras.disclosure.errors import DisclosureError
from selaras.disclosure.models import Request
from selaras.disclosure.pages.desk.deed_forms import DeedForm
from selaras.disclosure.pages.desk.deeds import DEEDS, Deed, deeds_for
from selaras.disclosure.pages.desk.queue import NOT_A_DESK
from selaras.disclosure.pages.desk.standing import Standing, standing_of
from selaras.disclosure.pages.doors import made_by
from selaras.people.errors import NotAllowed
from selaras.people.pages.doors import only, visitor

State = Request.State
# Nothing in an identity paper may run, load or be kept, whatever it holds.
SANDBOX = "sandbox; default-src 'none'; img-src 'self'; style-src 'none'; frame-ancestors 'none'"


def case_asked(request: HttpRequest, pk: int) -> Any:
    """The case, if it is this person's to see, with what the person is to it."""
    return get_object_or_404(desk.whole_cases_for(visitor(request)), pk=pk)


@only(rules.handles_requests, NOT_A_DESK)
@require_safe
def case_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the case stands and what may be done; a constant number of queries."""
    case = case_asked(request, pk)
    standing = standing_of(case, timezone.localdate())
    deeds = deeds_for(standing)
    context = {
        "case": case,
        "stands": standing,  # `standing` is the forum in every page
        "main": [deed for deed in deeds if _leads(deed, standing)],
        "others": [deed for deed in deeds if not _leads(deed, standing)],
        "missing": [ASKED[key] for key in standing.missing],
        "awaited": [ASKED[key] for key in case.missing],
        "may_answer": case.at_desk and (case.state == State.OPEN or case.anew),
        "may_move": case.at_desk and case.state in {State.CHECKING, State.OPEN} and not standing.objections,
        "may_add_files": case.at_desk and (case.state == State.OPEN or case.anew),
        "grounds": _grounds(standing),
    }
    return render(request, "disclosure/desk/case.html", context)


def _leads(deed: Deed, standing: Standing) -> bool:
    """What the state waits for; of a request that lacks something, that it is completed."""
    if deed.slug in {"terima", "lengkapi"}:
        return (deed.slug == "lengkapi") is bool(standing.missing)
    return deed.main


def _grounds(standing: Standing) -> list[str]:
    """On what an objection that is to be decided rests, in the words of the regulation of its day."""
    objection = standing.objection
    if objection is None or objection.decided_at or standing.dispute:
        return []
    known = standing.case.grounds or {}
    return [known[letter] for letter in objection.grounds if letter in known]


@only(rules.handles_requests, NOT_A_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def deed_page(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """What a deed asks, and the deed; refused, it says why and keeps what was typed."""
    deed = DEEDS.get(slug)
    case = case_asked(request, pk)
    if deed is None:
        raise Http404(_("Langkah itu tidak ada."))
    standing = standing_of(case, timezone.localdate())
    if request.method != "POST":
        if not deed.fits(standing):
            messages.error(request, _("Langkah itu tidak dapat dilakukan sekarang."))
            return redirect("request-desk", case.pk)
        return _asking(request, standing, deed, deed.form(standing))
    form = deed.form(standing, request.POST, request.FILES)
    if form.is_valid() and _was_done(request, standing, deed, form):
        return redirect("request-desk", case.pk)
    if not deed.asks:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
        return redirect("request-desk", case.pk)
    return _asking(request, standing, deed, form)


def _asking(request: HttpRequest, standing: Standing, deed: Deed, form: DeedForm) -> HttpResponse:
    context = {"case": standing.case, "stands": standing, "deed": deed, "form": form}
    return render(request, "disclosure/desk/deed.html", context, status=422 if form.errors else 200)


def _was_done(request: HttpRequest, standing: Standing, deed: Deed, form: DeedForm) -> bool:
    if made_by(form, lambda: deed.do(standing, form.cleaned_data, visitor(request))) is None:
        return False
    messages.success(request, str(deed.told))
    return True


@only(rules.keeps_lists, NOT_A_DESK)
@require_GET
def identity_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper as it was brought; each look is in the log. A picture is shown, a PDF is given to keep."""
    papers = queries.identity_documents_visible_to(visitor(request)).select_related("request__body")
    paper = get_object_or_404(papers, pk=pk)
    try:
        content = look_at(paper, actor=visitor(request))
    except NotAllowed:
        raise
    except DisclosureError as gone:
        raise Http404(str(gone)) from gone
    response = HttpResponse(content, content_type=paper.media_type)
    shown = "inline" if paper.media_type.startswith("image/") else "attachment"
    suffix = paper.media_type.rpartition("/")[2]
    response["Content-Disposition"] = f'{shown}; filename="{paper.kind}-{paper.pk}.{suffix}"'
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    return response
