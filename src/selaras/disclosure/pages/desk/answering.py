"""Writing the answer to a request, or anew as the superior decided."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from selaras.disclosure import desk, rules
from selaras.disclosure.actions.answering import answer, answer_anew
from selaras.disclosure.actions.drafting import keep_draft
from selaras.disclosure.models import AnswerDraft, Request
from selaras.disclosure.pages.desk.answer_form import Writing, as_kept, from_kept, with_one_more_part
from selaras.disclosure.pages.desk.case import case_asked
from selaras.disclosure.pages.desk.queue import NOT_A_DESK
from selaras.disclosure.pages.desk.standing import Standing, standing_of
from selaras.disclosure.pages.doors import made_by
from selaras.disclosure.pages.publication.remarks import remarks_on
from selaras.people.pages.doors import only, visitor

_MORE, _READ, _SEND = "_tambah", "_baca", "_kirim"


@only(rules.keeps_lists, NOT_A_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def answer_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Every button keeps what was typed; only the last one sends it."""
    case = case_asked(request, pk)
    if not case.at_desk:
        raise PermissionDenied(_("Permohonan ini dijawab oleh meja layanan %(body)s.") % {"body": case.body.name})
    if not (case.state == Request.State.OPEN or case.anew):
        messages.error(request, _("Permohonan ini tidak menunggu jawaban."))
        return redirect("request-desk", case.pk)
    standing = standing_of(case, timezone.localdate())
    draft = AnswerDraft.objects.filter(request=case).first()
    data = request.POST if request.method == "POST" else from_kept(draft.content) if draft else None
    if data is not None and _MORE in data:
        data = with_one_more_part(data)
    writing = _writing(standing, data)
    if request.method == "POST":
        if _SEND in request.POST and writing.is_valid() and _was_sent(request, standing, writing):
            messages.success(request, _("Jawaban tersimpan. Pemohon membacanya lewat tautannya; catat penyerahannya."))
            return redirect("request-desk", case.pk)
        draft = keep_draft(case, as_kept(data or QueryDict()), actor=visitor(request))
    return render(request, "disclosure/desk/answer.html", _context(request, standing, writing, draft))


def _writing(standing: Standing, data: QueryDict | None) -> Writing:
    ready = [file for file in standing.own_files if file.released_at]
    tests = list(desk.usable_exemptions(standing.case.body, standing.today))
    return Writing(ready, tests, data, standing.case.subject)


def _was_sent(request: HttpRequest, standing: Standing, writing: Writing) -> bool:
    reply, actor = writing.reply(), visitor(request)
    if standing.case.anew and standing.objection:
        deed = partial(answer_anew, standing.objection, reply, actor=actor)
    else:
        deed = partial(answer, standing.case, reply, actor=actor)
    return made_by(writing.form, deed) is not None


def _context(request: HttpRequest, standing: Standing, writing: Writing, draft: AnswerDraft | None) -> dict[str, Any]:
    return {
        "case": standing.case,
        "stands": standing,
        "form": writing.form,
        "parts": writing.parts,
        "draft": draft,
        "waiting": [file for file in standing.own_files if not file.released_at],
        "remarks": remarks_on("", writing.words) if writing.words.strip() else None,
        "remarks_asked": _READ in request.POST,
        "pending": standing.case.body.exemptions.filter(approved_at=None, opened_on=None).count(),
    }
