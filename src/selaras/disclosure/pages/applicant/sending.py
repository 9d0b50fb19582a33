"""The last step of the form: what was told, what the desk would still ask for, and sending it."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from selaras.disclosure import queries
from selaras.disclosure.actions.knocking import knock
from selaras.disclosure.actions.saving_drafts import drop_draft, send_draft
from selaras.disclosure.completeness import ASKED
from selaras.disclosure.drafts import Sheet, lacking, sheet_of, slips_in
from selaras.disclosure.errors import Incomplete, TooMany
from selaras.disclosure.links import token_of
from selaras.disclosure.models import Draft, Request
from selaras.disclosure.pages.applicant.doors import by_draft
from selaras.disclosure.pages.applicant.stages import STAGES, STEPS, own_link, stage_of, told_in
from selaras.people.addresses import client_address


@by_draft
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """The draft's own link and its last step: what was told, what the desk would still ask for, and sending it."""
    sheet = sheet_of(draft)
    if sheet.sent:
        return redirect("my-receipt", token_of(Request.objects.get(submission=sheet.key)))
    if request.method != "POST":
        return _check_page(request, draft, sheet, token)
    if "buang" in request.POST:
        drop_draft(draft)
        messages.success(request, _("Draf sudah dihapus. Tidak ada yang terkirim."))
        return redirect("information")
    try:
        knock("request", client_address(request))
        made = send_draft(draft)
    except Incomplete as wrong:
        return _check_page(request, draft, sheet, token, wrong.fields, status=422)
    except TooMany as wait:
        return _check_page(request, draft, sheet, token, {"": str(wait)}, status=429)
    return redirect("my-receipt", token_of(made))


def _check_page(
    request: HttpRequest,
    draft: Draft,
    sheet: Sheet,
    token: str,
    wrong: Mapping[str, str] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    papers = list(draft.papers.defer("sealed"))
    missing = lacking(sheet, {one.kind for one in papers})
    context = {
        "body": get_object_or_404(queries.bodies(), code=sheet.body),
        "told": told_in(sheet),
        "papers": papers,
        "missing": [(ASKED[key], stage_of(key)) for key in missing],
        "wrong": [(sentence, stage_of(name)) for name, sentence in (wrong or slips_in(sheet)).items()],
        "token": token,
        "stages": STAGES,
        "at": STEPS,
        "of": STEPS,
        **own_link(token),
    }
    return render(request, "disclosure/applicant/check.html", context, status=status)
