"""How far a case is, as its desk reads it: read in a constant number of queries, told in the first sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from selaras.disclosure.completeness import missing_of
from selaras.disclosure.gathering import made
from selaras.disclosure.identity import Identity, identity_of
from selaras.disclosure.models import (
    Answer,
    Clock,
    Dispute,
    Hearing,
    IdentityDocument,
    Objection,
    Part,
    Request,
    Step,
    WorkingFile,
)
from selaras.disclosure.pages.ticking import Ticking

State, Kind = Request.State, Clock.Kind
_OVER = frozenset({State.ANSWERED, State.LAPSED, State.WITHDRAWN, State.MOVED})


@dataclass(frozen=True)
class Standing:
    """One case of `desk.whole_cases_for` with all that its page tells."""

    case: Any  # a Request with what the person is to it: at_desk, own_desk, judge, anew
    today: date
    clocks: Sequence[Ticking]
    steps: Sequence[Step]
    papers: Sequence[IdentityDocument]
    files: Sequence[WorkingFile] = field(default=())
    parts: Sequence[Part] = field(default=())  # of every answer; none is without
    objections: Sequence[Objection] = field(default=())
    hearings: Sequence[Hearing] = field(default=())
    moved_to: Sequence[Request] = field(default=())

    @cached_property
    def who(self) -> Identity:
        return identity_of(self.case.applicant)

    @cached_property
    def missing(self) -> list[str]:
        """What the regulation asks for and was not told; asked only while the case is checked."""
        if self.case.state != State.CHECKING:
            return []
        kinds = {paper.kind for paper in self.papers}
        return missing_of(self.case, self.case.applicant, self.who, kinds, self.case.received_on)

    @property
    def is_over(self) -> bool:
        return self.case.state in _OVER

    def ticking(self, kind: str) -> Ticking | None:
        """The clock of that kind that still runs."""
        return next((one for one in self.clocks if one.clock.kind == kind and one.clock.runs), None)

    @property
    def answer_clock(self) -> Clock | None:
        found = self.ticking(Kind.ANSWER)
        return found.clock if found else None

    @property
    def objection(self) -> Objection | None:
        """The one that there may be."""
        return self.objections[-1] if self.objections else None

    @property
    def dispute(self) -> Dispute | None:
        return getattr(self.objection, "dispute", None) if self.objection else None

    @property
    def given(self) -> list[tuple[Answer, list[Part], list[WorkingFile]]]:
        """Each answer with its parts and the files that went out with it."""
        by_answer = ((key, list(parts)) for key, parts in groupby(self.parts, key=lambda part: part.answer_id))
        return [
            (parts[0].answer, parts, [file for file in self.files if file.answer_id == key]) for key, parts in by_answer
        ]

    @property
    def own_files(self) -> list[WorkingFile]:
        """What still lies at the desk."""
        return [file for file in self.files if not file.answer_id]

    @property
    def last_answer(self) -> Answer | None:
        return self.parts[-1].answer if self.parts else None

    @cached_property
    def bound(self) -> Ticking | None:
        """The term of which the first sentence tells."""
        order = [Kind.CHECK, Kind.COMPLETE, Kind.SUPERIOR, Kind.ANSWER, Kind.SETTLE, Kind.DISPUTE, Kind.OBJECT]
        if self.case.state == State.OPEN and not self.case.judge:
            order.insert(0, Kind.ANSWER)
        return next(filter(None, map(self.ticking, order)), None)

    @property
    def sentence(self) -> str:
        """The answer of the page."""
        if self.case.state == State.OPEN:
            return self._open()
        if self.case.state == State.ANSWERED:
            return self._answered()
        return {
            State.CHECKING: _("Periksa apakah permohonan ini lengkap."),
            State.INCOMPLETE: _("Permohonan ini menunggu dilengkapi pemohon."),
            State.LAPSED: _("Permohonan ini gugur karena tidak dilengkapi."),
            State.WITHDRAWN: _("Permohonan ini ditarik pemohonnya."),
            State.MOVED: _("Permohonan ini diteruskan ke badan lain."),
        }[self.case.state]

    def _open(self) -> str:
        clock = self.answer_clock
        if self.objection and not self.objection.decided_at:
            return _("Permohonan ini belum dijawab, dan pemohon mengajukan keberatan.")
        if clock and clock.due_on is None:
            return _("Permohonan ini harus dijawab; waktunya dihentikan sementara.")
        if clock and clock.due_on and clock.due_on < self.today:
            return _("Jawaban atas permohonan ini terlambat.")
        return _("Permohonan ini harus dijawab.")

    def _answered(self) -> str:
        if self.dispute and self.dispute.stage != Dispute.Stage.CLOSED:
            return _("Permohonan ini disengketakan di Komisi Informasi.")
        if self.objection and not self.objection.decided_at:
            return _("Keberatan atas jawaban ini menunggu putusan atasan PPID.")
        if self.case.anew:
            return _("Keberatan dikabulkan: permohonan ini harus dijawab ulang.")
        if self.dispute:
            return _("Sengketa atas permohonan ini sudah selesai.")
        if self.last_answer and not self.last_answer.delivered_at:
            return _("Permohonan ini sudah dijawab; jawabannya belum diserahkan.")
        return _("Permohonan ini sudah dijawab dan diserahkan.")


def standing_of(case: Any, today: date) -> Standing:
    """Of one case of `desk.whole_cases_for`: at most four queries more, whatever lies in it."""
    open_or_answered = case.state in {State.OPEN, State.ANSWERED}
    argued = getattr(case, "argued", None) if open_or_answered else None
    return Standing(
        case,
        today,
        clocks=[Ticking(clock, today) for clock in case.clocks.all()],
        steps=list(case.steps.select_related("helping")),
        papers=made(IdentityDocument, case.gathered_papers) if case.at_desk else [],
        files=list(case.files.defer("sealed")) if open_or_answered else [],
        parts=_parts(case) if case.state == State.ANSWERED else [],
        objections=[argued] if argued else [],
        hearings=sorted(made(Hearing, case.gathered_hearings), key=lambda hearing: hearing.held_at),
        moved_to=list(case.moved_to.select_related("body")) if case.state == State.MOVED else [],
    )


def _parts(case: Request) -> list[Part]:
    return list(Part.objects.filter(answer__request=case).select_related("answer"))
