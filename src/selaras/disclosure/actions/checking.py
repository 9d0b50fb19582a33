"""The desk checks whether a request is complete: accepts it, or names what is missing; one not completed lapses."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import Actor
from selaras.disclosure.actions.clocking import running, start, stop
from selaras.disclosure.actions.ending import end
from selaras.disclosure.actions.guarding import held, require_desk
from selaras.disclosure.actions.remembering import remember
from selaras.disclosure.completeness import ASKED, missing_of
from selaras.disclosure.errors import NotNow
from selaras.disclosure.identity import identity_of
from selaras.disclosure.models import Clock, Request, Step
from selaras.people.models import Account

State = Request.State


def missing_now(request: Request) -> list[str]:
    """Keys of what the regulation asks for and the case does not hold."""
    papers = set(request.identity_documents.values_list("kind", flat=True))
    return missing_of(request, request.applicant, identity_of(request.applicant), papers, request.received_on)


@transaction.atomic
def ask_to_complete(request: Request, missing: Sequence[str], note: str = "", *, actor: Account) -> Request:
    """Name what is missing; the applicant has the days of the regulation to tell it. Raises NotNow, NotAllowed."""
    case = held(request, State.CHECKING)
    require_desk(case, actor)
    wanted = [key for key in ASKED if key in set(missing)]
    if not wanted:
        raise NotNow(_("Pilih apa yang masih kurang."))
    today = timezone.localdate()
    _check_once(case, complete=False)
    case.state, case.missing = State.INCOMPLETE, wanted
    case.save(update_fields=["state", "missing", "complete_at_first"])
    stop(case, Clock.Kind.CHECK, today)
    start(case, Clock.Kind.COMPLETE, today)
    remember(case, Step.Kind.ASKED, actor=actor, reason=note.strip(), missing=wanted)
    return case


@transaction.atomic
def accept(request: Request, *, actor: Account) -> Request:
    """It is complete: from here on the answer's clock runs. Raises NotNow, NotAllowed."""
    case = held(request, State.CHECKING)
    require_desk(case, actor)
    today = timezone.localdate()
    _check_once(case, complete=True)
    case.state, case.missing = State.OPEN, []
    case.save(update_fields=["state", "missing", "complete_at_first"])
    stop(case, Clock.Kind.CHECK, today)
    start(case, Clock.Kind.ANSWER, today)
    remember(case, Step.Kind.ACCEPTED, actor=actor)
    return case


def _check_once(case: Request, *, complete: bool) -> None:
    if case.complete_at_first is None:
        case.complete_at_first = complete


@transaction.atomic
def lapse(request: Request, *, actor: Actor) -> Request:
    """The days for completing are over. The regulation ends the case, no desk decides it. Raises NotNow before that."""
    case = held(request, State.INCOMPLETE)
    clock = running(case, Clock.Kind.COMPLETE)
    if clock.due_on is None or clock.due_on >= timezone.localdate():
        raise NotNow(_("Pemohon masih punya waktu untuk melengkapi."))
    stop(case, Clock.Kind.COMPLETE, timezone.localdate())
    end(case, State.LAPSED)
    remember(case, Step.Kind.LAPSED, actor=actor, missing=list(case.missing))
    return case
