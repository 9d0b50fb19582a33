"""A case as its applicant reads it by the own link: how far it is, until when, and where each date comes from."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from selaras.disclosure.completeness import ASKED
from selaras.disclosure.errors import NoSuchLink
from selaras.disclosure.links import request_behind
from selaras.disclosure.models import Clock, Request, WorkingFile
from selaras.disclosure.pages.publication.data import released
from selaras.engines.workdays import explained, from_json

State, Kind = Request.State, Clock.Kind
# The first sentence of the page, and which clock's day belongs to it.
_TOLD: dict[str, tuple[str | Promise, str]] = {
    State.CHECKING: (_("Permohonan Anda sedang diperiksa kelengkapannya."), Kind.CHECK),
    State.INCOMPLETE: (_("Permohonan Anda belum lengkap."), Kind.COMPLETE),
    State.OPEN: (_("Permohonan Anda sedang dijawab."), Kind.ANSWER),
    State.ANSWERED: (_("Permohonan Anda sudah dijawab."), Kind.OBJECT),
    State.LAPSED: (_("Permohonan Anda gugur karena tidak dilengkapi."), ""),
    State.WITHDRAWN: (_("Permohonan ini sudah Anda tarik."), ""),
    State.MOVED: (_("Permohonan Anda diteruskan ke badan yang menguasai informasinya."), ""),
}


@dataclass(frozen=True)
class Ticking:
    """A clock with the sentences that tell where its day comes from."""

    clock: Clock
    sentences: tuple[str, ...]


def case_behind(token: str) -> Request:
    """The case of a link; a link that opens none is answered as a page that does not exist."""
    try:
        return request_behind(token)
    except NoSuchLink as nothing:
        raise Http404(str(nothing)) from nothing


@never_cache
@require_safe
def my_request(request: HttpRequest, token: str) -> HttpResponse:
    """Everything that the applicant may know of the own case; nothing of it names the applicant."""
    case = case_behind(token)
    sentence, bound = _TOLD[case.state]
    clocks = [Ticking(clock, explained(from_json(clock.derivation))) for clock in case.clocks.all()]
    released_files = WorkingFile.objects.filter(released_at__isnull=False).defer("sealed")
    context = {
        "case": case,
        "token": token,
        "sentence": sentence,
        "bound": next((one.clock for one in reversed(clocks) if one.clock.kind == bound and one.clock.runs), None),
        "missing": [ASKED[key] for key in case.missing if case.state == State.INCOMPLETE],
        "clocks": clocks,
        "steps": case.steps.select_related("helping"),
        "answers": case.answers.prefetch_related("parts", Prefetch("files", released_files)),
        "objections": case.objections.select_related("dispute"),
        "moved": case.moved_to.select_related("body"),
    }
    return render(request, "disclosure/applicant/mine.html", context)


@never_cache
@require_safe
def my_file(_request: HttpRequest, token: str, pk: int) -> FileResponse:
    """A released copy that was answered with; what still lies at the desk is not there."""
    files = WorkingFile.objects.filter(answer__request=case_behind(token), released_at__isnull=False).defer("sealed")
    file = get_object_or_404(files, pk=pk)
    return released(file, file.name)
