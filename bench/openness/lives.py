"""One request from its first day to today, as the actions would have led it: state, clocks, steps, answer, objection.

Nothing is saved here; `keeping` does that in bulk.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from bench.openness import words
from bench.openness.counted import Counted, Still
from selaras.disclosure.models import (
    Answer,
    Clock,
    Dispute,
    Exemption,
    Letter,
    LetterKind,
    Objection,
    Part,
    Pause,
    Request,
    Step,
)

Kind, State, Deed = Clock.Kind, Request.State, Step.Kind
DONE = 3  # hours after midnight UTC: ten in the morning in Kebumen


def moment(day: date) -> datetime:
    return datetime.combine(day, time(DONE), tzinfo=UTC)


@dataclass
class Life:
    """A request with all that belongs to it, unsaved."""

    request: Request
    clocks: list[Clock] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    answer: Answer | None = None
    parts: list[Part] = field(default_factory=list)
    objection: Objection | None = None
    dispute: Dispute | None = None
    moves: bool = False  # goes on at another body


@dataclass
class Living:
    """Leads requests of one desk's kind; what would come after `today` does not happen."""

    draw: Random
    counted: Counted
    today: date
    exemptions: dict[int, Exemption]  # by body: one approved test each

    def lead(self, life: Life, since: date | None = None) -> Life:
        """From the day it came in; one that was passed on goes on as accepted `since` that day."""
        accepted = since or self._checked(life, life.request.received_on)
        if accepted and life.request.state == State.OPEN:
            self._answered(life, accepted)
        return life

    def _later(self, day: date, days: int) -> date:
        return self.counted.calendar.add(day, days)

    def _happens(self, day: date) -> bool:
        return day <= self.today

    def _start(self, life: Life, kind: str, on: date, extension: int = 0, still: Still | None = None) -> Clock:
        why = words.EXTENDED if extension else ""
        term = self.counted.term(kind, on, why, still)
        clock = Clock(
            kind=kind, round=1 + sum(one.kind == kind for one in life.clocks), starts_on=on, due_on=term.due,
            days=term.days, legal_basis=term.basis, extension_days=extension, extension_reason=why,
            calendar=self.counted.version, derivation=term.derivation,
            state=Clock.State.RUNNING if term.due else Clock.State.PAUSED,
        )  # fmt: skip
        life.clocks.append(clock)
        return clock

    def _paused(self, life: Life, accepted: date) -> Clock:
        """The answer's clock with a pause of five working days, which may not be over yet."""
        begins, ends = self._later(accepted, 2), self._later(accepted, 7)
        still = (begins, ends if self._happens(ends) else None)
        clock = self._start(life, Kind.ANSWER, accepted, still=still)
        life.pauses.append(Pause(clock=clock, begins_on=begins, ends_on=still[1], reason=words.PAUSED))
        self._step(life, Deed.PAUSED, begins, reason=words.PAUSED)
        if still[1]:
            self._step(life, Deed.RESUMED, still[1])
        return clock

    def _stop(self, clock: Clock, on: date) -> None:
        clock.state = Clock.State.LATE if clock.due_on and on > clock.due_on else Clock.State.MET
        clock.done_on = on

    def _step(self, life: Life, kind: str, on: date, actor: str = "Petugas (contoh)", **told: Any) -> None:
        reason = told.pop("reason", "")
        life.steps.append(Step(kind=kind, at=moment(on), actor_name=actor, reason=reason, detail=told))

    def _letter(self, life: Life, kind: str, on: date) -> None:
        number, digest = f"{kind[:3].upper()}/{life.request.number}", "0" * 64
        life.letters.append(
            Letter(
                kind=kind, about=f"{kind}:1", number=number, wording_digest=digest, content_digest=digest,
                pdf=f"letters/{on.year}/{kind}.pdf", pdf_digest=digest, docx=f"letters/{on.year}/{kind}.docx",
                docx_digest=digest, dated_on=on, made_at=moment(on), made_by_name="Petugas (contoh)",
            )
        )  # fmt: skip

    def _end(self, life: Life, state: str, on: date) -> None:
        life.request.state, life.request.ended_at = state, moment(on)
        for clock in life.clocks:
            if clock.runs:
                clock.state, clock.done_on = Clock.State.ENDED, on

    def _checked(self, life: Life, received: date) -> date | None:
        """Received and checked; the day on which it was found complete, if that came."""
        self._step(life, Deed.RECEIVED, received, "pemohon", channel=life.request.channel)
        self._letter(life, LetterKind.RECEIPT, received)
        check = self._start(life, Kind.CHECK, received)
        day = self._later(received, self.draw.choice((1, 1, 2, 2, 3, 3, 5)))
        if not self._happens(day):
            return None
        self._stop(check, day)
        life.request.complete_at_first = self.draw.random() < 0.78
        if not life.request.complete_at_first:
            return self._completed(life, day)
        return self._accept(life, day)

    def _completed(self, life: Life, asked: date) -> date | None:
        self._step(life, Deed.ASKED, asked, missing=["identity"])
        self._letter(life, LetterKind.INCOMPLETE, asked)
        life.request.state, life.request.missing = State.INCOMPLETE, ["identity"]
        clock = self._start(life, Kind.COMPLETE, asked)
        if self.draw.random() < 0.3:
            day = self._later(asked, 4)
            if self._happens(day):
                self._stop(clock, day)
                self._end(life, State.LAPSED, day)
                self._step(life, Deed.LAPSED, day, "sistem", missing=["identity"])
            return None
        told, day = self._later(asked, 2), self._later(asked, 4)
        if not self._happens(told):
            return None
        self._stop(clock, told)
        self._step(life, Deed.COMPLETED, told, "pemohon", told=["identity"])
        life.request.state, check = State.CHECKING, self._start(life, Kind.CHECK, told)
        if not self._happens(day):
            return None
        self._stop(check, day)
        return self._accept(life, day)

    def _accept(self, life: Life, day: date) -> date | None:
        life.request.state, life.request.missing = State.OPEN, []
        self._step(life, Deed.ACCEPTED, day)
        fate = self.draw.random()
        if fate < 0.02:
            self._start(life, Kind.ANSWER, day)
            self._end(life, State.WITHDRAWN, day)
            self._step(life, Deed.WITHDRAWN, day, "pemohon")
            return None
        if fate < 0.05 and life.request.moved_from_id is None:
            self._start(life, Kind.ANSWER, day)
            self._end(life, State.MOVED, day)
            self._step(life, Deed.MOVED, day, reason=words.MOVED, to=[])
            life.moves = True
            return day
        return day

    def _answered(self, life: Life, accepted: date) -> None:
        way, neglected = self.draw.random(), self.draw.random() < 0.02
        clock, first, last = self._answer_clock(life, accepted, way)
        usual = self.draw.randint(first, last)
        day = self._later(accepted, usual if self.draw.random() > 0.08 else usual + 12)
        if neglected or clock.due_on is None or not self._happens(day):
            return
        self._stop(clock, day)
        life.request.state = State.ANSWERED
        self._write_answer(life, day)
        if life.answer and life.answer.outcome != Answer.Outcome.GRANTED and self.draw.random() < 0.2:
            self._objected(life, self._start(life, Kind.OBJECT, day), self._later(day, self.draw.randint(2, 25)))
        else:
            self._start(life, Kind.OBJECT, day)

    def _answer_clock(self, life: Life, accepted: date, way: float) -> tuple[Clock, int, int]:
        """Extended, paused, or as most are; with the working days between which its answer comes."""
        asked = self._later(accepted, 8)
        if way < 0.12 and self._happens(asked):
            self._step(life, Deed.EXTENDED, asked, reason=words.EXTENDED, days=7)
            self._letter(life, LetterKind.EXTENSION, asked)
            return self._start(life, Kind.ANSWER, accepted, 7), 11, 17
        if way > 0.985 and self._happens(self._later(accepted, 2)):
            return self._paused(life, accepted), 8, 15
        return self._start(life, Kind.ANSWER, accepted), 2, 10

    def _write_answer(self, life: Life, day: date) -> None:
        outcome = self.draw.choices(Answer.Outcome.values, (62, 16, 12, 10))[0]
        text = {"refused": words.REFUSED, "not_held": words.NOT_HELD}.get(outcome, words.GIVEN)
        given = moment(day + timedelta(days=1))
        delivered = given if self._happens(given.date()) else None
        life.answer = Answer(
            outcome=outcome, text=text, made_at=moment(day), delivered_at=delivered,
            delivered_how="lewat situs" if delivered else "",
        )  # fmt: skip
        if outcome == "granted" and self.draw.random() < 0.06:
            life.answer.published_as, life.answer.published_at = life.request.subject[:200], moment(day)
        life.parts = list(self._parts(life.request, outcome))
        self._step(life, Deed.ANSWERED, day, outcome=outcome, parts=len(life.parts), files=0)
        self._letter(life, LetterKind.REFUSAL if outcome == "refused" else LetterKind.ANSWER, day)
        if delivered:
            self._step(life, Deed.DELIVERED, given.date(), how="lewat situs")

    def _parts(self, request: Request, outcome: str) -> Iterable[Part]:
        fates = {
            "granted": ["given"],
            "partly": ["given", "withheld"],
            "refused": ["withheld"],
            "not_held": ["not_held"],
        }
        for position, fate in enumerate(fates[outcome], 1):
            part = Part(position=position, text=request.subject[:400], fate=fate)
            if fate == Part.Fate.WITHHELD:
                part.exemption = self.exemptions[request.body_id]
                part.article, part.reason = part.exemption.article, words.WHY_WITHHELD
            elif fate == Part.Fate.NOT_HELD:
                part.reason = words.WHY_NOT_HELD
            yield part

    def _objected(self, life: Life, right: Clock, day: date) -> None:
        if not self._happens(day):
            return
        self._stop(right, day)
        life.objection = Objection(
            number=f"K-{life.request.number}", submission=self.counted.uuid(self.draw), grounds="d",
            text=words.OBJECTION, received_on=day, received_at=moment(day),
        )  # fmt: skip
        self._step(life, Deed.OBJECTED, day, "pemohon", grounds="d")
        self._letter(life, LetterKind.OBJECTION, day)
        superior, decided = self._start(life, Kind.SUPERIOR, day), self._later(day, self.draw.randint(5, 32))
        if not self._happens(decided):
            return
        self._stop(superior, decided)
        life.objection.decision = Objection.Decision.REJECTED
        life.objection.decision_text, life.objection.decided_at = words.DECISION, moment(decided)
        self._step(life, Deed.OBJECTION_ANSWERED, decided, "Atasan PPID (contoh)", decision="rejected")
        self._letter(life, LetterKind.SUPERIOR, decided)
        self._disputed(life, self._start(life, Kind.DISPUTE, decided), self._later(decided, 7))

    def _disputed(self, life: Life, right: Clock, day: date) -> None:
        if self.draw.random() > 0.15 or not self._happens(day):
            return
        self._stop(right, day)
        settle, over = self._start(life, Kind.SETTLE, day), self._later(day, 60)
        life.dispute = Dispute(number=f"SI-{life.request.number}", filed_on=day)
        self._step(life, Deed.DISPUTED, day, "pemohon")
        if self._happens(over):
            self._stop(settle, over)
            life.dispute.stage, life.dispute.closed_on = Dispute.Stage.CLOSED, over
            life.dispute.outcome = Dispute.Outcome.AGREED
            self._step(life, Deed.DISPUTE_CLOSED, over, outcome="agreed")
