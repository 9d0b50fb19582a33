"""How far a case is, as its applicant reads it: read in a constant number of queries, told in the first sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.disclosure.actions.answering import unfulfilled
from selaras.disclosure.completeness import ASKED, Asked
from selaras.disclosure.desk import GRANTING
from selaras.disclosure.links import token_of
from selaras.disclosure.models import Answer, Clock, Dispute, Hearing, Objection, Request, Step, WorkingFile
from selaras.disclosure.pages.ticking import Ticking

State, Kind = Request.State, Clock.Kind
Word = str | Promise
_PLAIN: dict[str, tuple[Word, str]] = {
    State.CHECKING: (_("Permohonan Anda sedang diperiksa kelengkapannya."), Kind.CHECK),
    State.INCOMPLETE: (_("Permohonan Anda belum lengkap."), Kind.COMPLETE),
    State.OPEN: (_("Permohonan Anda sedang dijawab."), Kind.ANSWER),
    State.ANSWERED: (_("Permohonan Anda sudah dijawab."), Kind.OBJECT),
    State.LAPSED: (_("Permohonan Anda gugur karena tidak dilengkapi."), ""),
    State.WITHDRAWN: (_("Permohonan ini sudah Anda tarik."), ""),
    State.MOVED: (_("Permohonan Anda diteruskan ke badan yang menguasai informasinya."), ""),
}
_STAGES: dict[str, Word] = {
    Dispute.Stage.FILED: _("Sengketa Anda sudah terdaftar di Komisi Informasi."),
    Dispute.Stage.MEDIATION: _("Sengketa Anda sedang dimediasi di Komisi Informasi."),
    Dispute.Stage.ADJUDICATION: _("Sengketa Anda sedang disidangkan di Komisi Informasi."),
    Dispute.Stage.COURT: _("Sengketa Anda sedang diperiksa pengadilan."),
    Dispute.Stage.CLOSED: _("Sengketa Anda sudah selesai."),
}


@dataclass(frozen=True)
class Told:
    """One step of the case with what its sentence leaves open."""

    step: Step

    @property
    def missing(self) -> list[Asked]:
        return [ASKED[key] for key in self.step.detail.get("missing", []) if key in ASKED]

    @property
    def numbers(self) -> list[str]:
        """Of the cases in which it goes on."""
        return list(self.step.detail.get("to", []))


@dataclass(frozen=True)
class Elsewhere:
    """The case at another body, in which this one goes on; the applicant has its link too."""

    case: Request

    @property
    def token(self) -> str:
        return token_of(self.case)


@dataclass(frozen=True)
class Mine:
    """One case with all that its page tells."""

    case: Request
    today: date
    clocks: Sequence[Ticking]
    steps: Sequence[Told]
    answers: Sequence[Answer] = field(default=())
    objection: Objection | None = None
    hearings: Sequence[Hearing] = field(default=())
    elsewhere: Sequence[Elsewhere] = field(default=())

    @property
    def dispute(self) -> Dispute | None:
        return getattr(self.objection, "dispute", None)

    @cached_property
    def anew(self) -> bool:
        """Whether the body must answer once more, as the superior decided."""
        decided = self.objection if self.objection and self.objection.decision in GRANTING else None
        return decided is not None and self.dispute is None and unfulfilled(decided)

    def ticking(self, kind: str) -> Ticking | None:
        """The newest clock of that kind that still runs."""
        return next((one for one in reversed(self.clocks) if one.clock.kind == kind and one.clock.runs), None)

    @property
    def answer_is_late(self) -> bool:
        answer = self.ticking(Kind.ANSWER)
        return self.case.state == State.OPEN and answer is not None and answer.late

    @property
    def _now(self) -> tuple[Word, str]:
        """The first sentence of the page, and which clock's day belongs to it."""
        if self.dispute:
            closed = self.dispute.stage == Dispute.Stage.CLOSED
            return _STAGES[self.dispute.stage], Kind.COURT if closed else Kind.SETTLE
        if self.objection:
            return self._objected(self.objection)
        if self.answer_is_late:
            return _("Jawaban atas permohonan Anda terlambat."), Kind.ANSWER
        return _PLAIN[self.case.state]

    def _objected(self, objection: Objection) -> tuple[Word, str]:
        if not objection.decided_at:
            late = self.ticking(Kind.SUPERIOR)
            if late and late.late:
                return _("Tanggapan atasan PPID atas keberatan Anda terlambat."), Kind.SUPERIOR
            return _("Keberatan Anda sedang dijawab atasan PPID."), Kind.SUPERIOR
        if self.anew:
            return _("Keberatan Anda dikabulkan; permohonan Anda akan dijawab ulang."), Kind.DISPUTE
        return _("Keberatan Anda sudah dijawab atasan PPID."), Kind.DISPUTE

    @property
    def sentence(self) -> Word:
        return self._now[0]

    @property
    def bound(self) -> Ticking | None:
        kind = self._now[1]
        return self.ticking(kind) if kind else None

    @property
    def missing(self) -> list[Asked]:
        return [ASKED[key] for key in self.case.missing] if self.case.state == State.INCOMPLETE else []

    @property
    def extension(self) -> Clock | None:
        """The answer's clock, where it was extended."""
        return next((one.clock for one in self.clocks if one.clock.extension_days), None)

    @property
    def may_withdraw(self) -> bool:
        return self.case.state in {State.CHECKING, State.INCOMPLETE, State.OPEN} and self.objection is None

    @property
    def may_object(self) -> bool:
        """As `actions.objecting` allows it."""
        if self.objection or self.case.state not in {State.OPEN, State.ANSWERED}:
            return False
        right = self.ticking(Kind.OBJECT)
        return self.answer_is_late or (right is not None and not right.late)

    @property
    def may_dispute(self) -> bool:
        """Whether the way to the commission is open: after the superior's answer, or once that is late."""
        if self.objection is None or self.dispute:
            return False
        late, right = self.ticking(Kind.SUPERIOR), self.ticking(Kind.DISPUTE)
        return (late is not None and late.late) or (right is not None and not right.late)


def standing_of(case: Request) -> Mine:
    """At most nine queries, whatever lies in the case."""
    today = timezone.localdate()
    argued = case.state in {State.OPEN, State.ANSWERED}
    objection = case.objections.select_related("dispute").last() if argued else None
    dispute = getattr(objection, "dispute", None)
    moved = case.moved_to.select_related("body") if case.state == State.MOVED else ()
    return Mine(
        case,
        today,
        clocks=[Ticking(clock, today) for clock in case.clocks.all()],
        steps=[Told(step) for step in case.steps.select_related("helping")],
        answers=_answers(case) if case.state == State.ANSWERED else (),
        objection=objection,
        hearings=list(Hearing.objects.filter(dispute=dispute)) if dispute else (),
        elsewhere=[Elsewhere(one) for one in moved],
    )


def _answers(case: Request) -> list[Answer]:
    files = WorkingFile.objects.filter(released_at__isnull=False).defer("sealed")
    return list(case.answers.prefetch_related("parts", Prefetch("files", files)))
