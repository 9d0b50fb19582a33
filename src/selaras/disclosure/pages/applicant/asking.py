"""Asking in steps, without an account: what, how, who, papers, check and send. Each step is kept as a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from selaras.disclosure import queries
from selaras.disclosure.actions.knocking import knock
from selaras.disclosure.actions.saving_drafts import add_draft_paper, drop_draft_paper, open_draft, save_draft
from selaras.disclosure.drafts import Sheet, sheet_of, slips_in
from selaras.disclosure.errors import TooMany
from selaras.disclosure.models import Draft, PublicBody
from selaras.disclosure.pages.applicant.doors import by_draft
from selaras.disclosure.pages.applicant.forms import FirstForm, PapersForm, StepForm
from selaras.disclosure.pages.applicant.landing import hints_for
from selaras.disclosure.pages.applicant.stages import STAGES, STEPS, Stage, own_link, papers_of
from selaras.people.addresses import client_address

_READ_WRITE = ["GET", "HEAD", "POST"]


@dataclass(frozen=True)
class Asking:
    """A step with its form at one body; `draft` and its `token` once something was kept."""

    body: PublicBody
    stage: Stage
    form: StepForm
    token: str = ""
    draft: Draft | None = None


@never_cache
@require_http_methods(_READ_WRITE)
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """The first step; what is sent begins a draft, which has a link of its own."""
    body = get_object_or_404(queries.bodies(), code=code)
    form = FirstForm(request.POST or None)
    asking = Asking(body, STAGES[0], form)
    if request.method != "POST":
        return _page(request, asking)
    if not form.is_valid():
        return _refused(request, asking)
    try:
        knock("draft", client_address(request))
    except TooMany as wait:
        form.add_error(None, str(wait))
        return _refused(request, asking, status=429)
    token = open_draft(body, form.cleaned_data["submission"], form.typed)
    return _onwards(request, token, STAGES[0])


@by_draft
@require_http_methods(_READ_WRITE)
def step(request: HttpRequest, draft: Draft, token: str, slug: str) -> HttpResponse:
    """One step of a draft. Whatever is typed is kept; what cannot be right is told beside its field."""
    stage = next((one for one in STAGES if one.slug == slug), None)
    if stage is None:
        raise Http404(_("Langkah itu tidak ada."))
    sheet = sheet_of(draft)
    if sheet.sent:
        return redirect("ask-check", token)
    body = get_object_or_404(queries.bodies(), code=sheet.body)
    if request.method != "POST":
        looks = "lihat" in request.GET
        first = _form(stage, sheet, initial=sheet.fields)
        return _page(request, Asking(body, stage, first, token, draft), looks=looks)
    if dropped := request.POST.get("buang", ""):
        drop_draft_paper(draft, dropped)
        return redirect("ask-step", token, slug)
    form = _form(stage, sheet, request.POST, request.FILES)
    return _saved(request, Asking(body, stage, form, token, draft), draft)


def _form(stage: Stage, sheet: Sheet, *args: Any, **kwargs: Any) -> StepForm:
    if stage.form is PapersForm:
        return PapersForm(papers_of(sheet), *args, **kwargs)
    return stage.form(*args, **kwargs)


def _saved(request: HttpRequest, asking: Asking, draft: Draft) -> HttpResponse:
    form = asking.form
    form.is_valid()
    sheet = save_draft(draft, form.typed)
    if isinstance(form, PapersForm):
        for kind in form.fields:
            if paper := form.cleaned_data.get(kind):
                add_draft_paper(draft, paper)
    form.tell({name: told for name, told in slips_in(sheet).items() if name in form.fields and name not in form.errors})
    if form.errors:
        return _refused(request, asking)
    return _onwards(request, asking.token, asking.stage)


def _onwards(request: HttpRequest, token: str, stage: Stage) -> HttpResponse:
    """To the next step; without a script, first to what is published already where that was asked for."""
    if "lihat" in request.POST:
        to = reverse("ask-step", args=[token, stage.slug]) + "?lihat=1#terbit"
    else:
        after = STAGES[STAGES.index(stage) + 1 :]
        to = reverse("ask-step", args=[token, after[0].slug]) if after else reverse("ask-check", args=[token])
    return JsonResponse({"next": to}) if _by_script(request) else redirect(to)


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


def _refused(request: HttpRequest, asking: Asking, *, status: int = 422) -> HttpResponse:
    if _by_script(request):
        return JsonResponse({"errors": asking.form.errors}, status=status)
    return _page(request, asking, status=status)


def _page(request: HttpRequest, asking: Asking, *, status: int = 200, looks: bool = False) -> HttpResponse:
    body, stage, form, token, draft = asking.body, asking.stage, asking.form, asking.token, asking.draft
    at = STAGES.index(stage)
    context = {
        "body": body,
        "form": form,
        "stage": stage,
        "stages": STAGES,
        "at": at + 1,
        "of": STEPS,
        "before": STAGES[at - 1] if at else None,
        "token": token,
        "keep": f"{draft.pk[:16]}-{stage.slug}" if draft else body.code,
        "papers": list(draft.papers.defer("sealed")) if draft and stage.form is PapersForm else [],
        "looks": looks,
        "hits": hints_for(str(form["subject"].value() or ""), body) if looks and "subject" in form.fields else [],
        **own_link(token),
    }
    return render(request, "disclosure/applicant/step.html", context, status=status)
