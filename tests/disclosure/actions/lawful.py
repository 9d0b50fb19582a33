"""Whether the law lets a deed happen on a case as it stands: another way than the guards of the actions."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from selaras.disclosure.models import Clock, Dispute, Request
from tests.disclosure.actions.deeds import Choice
from tests.disclosure.actions.expected import Expected, Holidays

_ON_THE_WAY = {"filed": {"mediation", "adjudication"}, "mediation": {"adjudication"}, "adjudication": {"court"}}
_STAGES = ["mediation", "adjudication", "court", "filed"]  # as `deeds` draws them
_OVER = {"answered", "lapsed", "withdrawn", "moved"}


class Law:
    """Read a case before a deed; `lets` tells whether the deed must happen, and else it must be refused."""

    def __init__(self, case: Request, choice: Choice, holidays: Holidays) -> None:
        self.case, self.choice, self.holidays = case, choice, holidays
        self.state, self.today = case.state, timezone.localdate()
        self.clocks = {clock.kind: clock for clock in case.clocks.order_by("round") if clock.runs}
        self.objection = case.objections.first()
        self.dispute = Dispute.objects.filter(objection__request=case).first()

    def lets(self, name: str) -> bool:
        return bool(getattr(self, f"_{name}")())

    def _due(self, kind: str) -> date | None:
        clock = self.clocks.get(kind)
        return clock.due_on if clock else None

    def _is_over(self, kind: str, on: date) -> bool:
        due = self._due(kind)
        return due is not None and due < on

    def _last_day_from(self, kind: str, event: date) -> date:
        """Of a right that arises because nobody did something in time."""
        due = Expected(kind, 1, event, self.holidays).due
        assert due is not None
        return due

    def _ask(self) -> bool:
        return self.state == "checking" and self.choice.number % 3 != 2

    def _accept(self) -> bool:
        return self.state == "checking"

    def _complete(self) -> bool:
        return self.state == "incomplete"

    def _withdraw(self) -> bool:
        return self.state in {"checking", "incomplete", "open"} and self.objection is None

    def _lapse(self) -> bool:
        return self.state == "incomplete" and self._is_over("complete", self.today)

    def _extend(self) -> bool:
        told = self.choice.number % 2 == 0
        return told and self._answer_waits() and self.clocks["answer"].extension_days == 0

    def _pause(self) -> bool:
        return self._answer_waits() and self.clocks["answer"].state == Clock.State.RUNNING

    def _answer_waits(self) -> bool:
        return self.state == "open" and not self._is_over("answer", self.today)

    def _resume(self) -> bool:
        return self.state == "open" and self.clocks["answer"].state == Clock.State.PAUSED

    def _move(self) -> bool:
        return self.state in {"checking", "open"} and self.objection is None

    def _answer(self) -> bool:
        return self.state == "open" and self._is_founded()

    def _answer_elsewhere(self) -> bool:
        return False

    def _is_founded(self) -> bool:
        """`deeds` withholds a part without a consequence test in one of four."""
        return self.choice.number % 4 != 3

    def _deliver(self) -> bool:
        last = self.case.answers.last()
        return self.state == "answered" and last is not None and last.delivered_at is None

    def _object(self) -> bool:
        if self.objection or self.choice.number % 3 == 2:
            return False
        if self.state == "answered":
            return not self._is_over("object", self.today)
        due = self._due("answer")
        return self.state == "open" and due is not None and due < self.today <= self._last_day_from("object", due)

    def _decide_objection(self) -> bool:
        return self.objection is not None and self.objection.decided_at is None

    def _answer_anew(self) -> bool:
        return self.state == "answered" and self._waits_for_another_answer() and self._is_founded()

    def _waits_for_another_answer(self) -> bool:
        one = self.objection
        if one is None or one.decided_at is None or one.decision == "rejected":
            return False
        return not any(given.made_at > one.decided_at for given in self.case.answers.all())

    def _file_dispute(self) -> bool:
        if self.dispute or self.objection is None:
            return False
        on = self.choice.day
        if self.objection.decided_at:
            right = self.clocks["dispute"]
            return right.starts_on <= on and not self._is_over("dispute", on)
        due = self._due("superior")
        return due is not None and due < on <= self._last_day_from("dispute", due)

    def _move_dispute(self) -> bool:
        return self.dispute is not None and self.choice.of(_STAGES) in _ON_THE_WAY.get(self.dispute.stage, ())

    def _set_hearing(self) -> bool:
        return self.dispute is not None and self.dispute.stage != "closed"

    def _close_dispute(self) -> bool:
        return self._set_hearing() and self.dispute.filed_on <= self.choice.day  # type: ignore[union-attr]

    def _erase(self) -> bool:
        """Only where nobody can ask for anything any more, in any case that came of the same request."""
        if self.state not in _OVER or self.case.applicant.erased_at:
            return False
        first = _first_of(self.case)
        kin = [one for one in Request.objects.filter(applicant__erased_at=None) if _first_of(one) == first]
        return all(Law(one, self.choice, self.holidays)._is_settled() for one in kin)

    def _is_settled(self) -> bool:
        nobody_waits = all(self._is_over(kind, self.today) for kind in self.clocks)
        settled = self.objection is None or self.objection.decided_at is not None
        settled = settled and (self.dispute is None or self.dispute.stage == "closed")
        return self.state in _OVER and nobody_waits and settled and not self._waits_for_another_answer()


def _first_of(case: Request) -> Request:
    return _first_of(case.moved_from) if case.moved_from else case
