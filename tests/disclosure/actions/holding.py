"""What holds of every case at every moment, whatever was done with it."""

from __future__ import annotations

from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model
from hypothesis.stateful import invariant

from selaras.audit.models import Entry
from selaras.audit.queries import head
from selaras.disclosure.desk import GRANTING
from selaras.disclosure.identity import identity_of
from selaras.disclosure.models import (
    Answer,
    Applicant,
    Arrival,
    Clock,
    Dispute,
    Hearing,
    IdentityDocument,
    Mail,
    Objection,
    Part,
    Pause,
    Request,
    Step,
)
from tests.disclosure.actions.expected import Clocks, Expected, Holidays

TABLES: tuple[type[Model], ...] = (
    Request, Applicant, IdentityDocument, Step, Clock, Pause, Answer, Part, Objection, Dispute, Hearing, Arrival, Mail,
)  # fmt: skip
ROWS = [str(table._base_manager.order_by().query) for table in TABLES]  # compiled once
KINDS = [f"disclosure.{kind}" for kind in Step.Kind.values]


def everything() -> list[Any]:
    """All rows of all cases, and the head of the log."""
    found: list[Any] = [head()]
    with connection.cursor() as cursor:
        for query in ROWS:
            cursor.execute(query)
            found.append(sorted(cursor.fetchall(), key=itemgetter(0)))  # by their key
    return found


class Holding:
    """The invariants of the state machine. `submitted` are the cases as they came in, `holidays` each calendar's."""

    submitted: dict[UUID, Request]
    holidays: dict[int, Holidays]
    told_by: dict[UUID, str]  # the name under which each case came in
    counted: tuple[int, ...] = (0,) * len(TABLES)

    @property
    def newest(self) -> Holidays:
        return self.holidays[max(self.holidays)]

    @invariant()
    def nothing_is_lost(self) -> None:
        cases = {case.pk: case for case in Request.objects.all()}
        roots = {case.submission for case in cases.values() if case.moved_from_id is None}
        assert roots == set(self.submitted)
        parents = {case.moved_from_id for case in cases.values() if case.moved_from_id}
        assert parents == {pk for pk, case in cases.items() if case.state == Request.State.MOVED}
        for case in cases.values():
            assert bool(case.ended_at) == (case.state in {"lapsed", "withdrawn", "moved"})
            assert case.missing == [] or case.state not in {"open", "answered"}

    @invariant()
    def nothing_is_deleted(self) -> None:
        now = tuple(table._base_manager.count() for table in TABLES)
        assert all(before <= after for before, after in zip(self.counted, now, strict=True))
        self.counted = now

    @invariant()
    def every_step_is_in_the_log(self) -> None:
        told = sorted(Entry.objects.filter(action__in=KINDS).values_list("subject", "action"))
        steps = Step.objects.values_list("request__number", "kind")
        assert told == sorted((number, f"disclosure.{kind}") for number, kind in steps)

    @invariant()
    def who_asks_and_the_papers_go_with_the_case(self) -> None:
        """However often it is completed or moved on; erased, they are gone from that case alone."""
        papers: dict[int, list[IdentityDocument]] = {}
        for paper in IdentityDocument.objects.all():
            papers.setdefault(paper.request_id, []).append(paper)
        for case in Request.objects.select_related("applicant", "moved_from__applicant").order_by("pk"):
            before = case.moved_from or self.submitted[case.submission]
            mine = papers.get(case.pk, [])
            assert len(mine) >= len(papers.get(before.pk, []))
            assert all((paper.sealed is None) == (case.applicant.erased_at is not None) for paper in mine)
            told = self.told_by[case.submission] if case.moved_from is None else self.told_by[before.submission]
            self.told_by[case.submission] = told
            if not case.applicant.erased_at:
                assert identity_of(case.applicant).name == told

    @invariant()
    def whether_it_was_complete_at_first_is_told_once(self) -> None:
        for case in Request.objects.select_related("moved_from").prefetch_related("steps").order_by("pk"):
            before = case.moved_from.complete_at_first if case.moved_from else None
            checks = [step.kind for step in case.steps.all() if step.kind in {"asked", "accepted"}]
            first = checks[0] == "accepted" if checks else None
            assert case.complete_at_first == (first if before is None else before), case.number

    @invariant()
    def nobody_is_answered_twice(self) -> None:
        for case in Request.objects.prefetch_related("answers__objection"):
            first = [one for one in case.answers.all() if one.objection_id is None]
            assert len(first) == (case.state == Request.State.ANSWERED)
            for one in case.answers.all():
                assert one.objection is None or one.objection.decision in GRANTING
            granted = [one.objection_id for one in case.answers.all() if one.objection_id]
            assert len(granted) == len(set(granted)) <= case.objections.count() <= 1

    @invariant()
    def numbers_have_no_holes(self) -> None:
        counted: dict[tuple[int, int], list[int]] = {}
        for body, year, sequence in Request.objects.order_by("sequence").values_list("body", "year", "sequence"):
            counted.setdefault((body, year), []).append(sequence)
        for numbers in counted.values():
            assert numbers == list(range(1, len(numbers) + 1))

    @invariant()
    def every_clock_is_as_counted_by_hand(self) -> None:
        for case in Request.objects.select_related("moved_from").prefetch_related("clocks__calendar"):
            clocks = list(case.clocks.all())
            version = {(clock.kind, clock.round): clock.calendar.version for clock in clocks}
            expected = Clocks(case, lambda kind, round_, of=version: self.holidays[of.get((kind, round_), 1)])
            told = [(one.kind, one.round, one.starts_on, one.due_on, one.state, one.done_on) for one in clocks]
            assert sorted(told) == expected.rows(), case.number
            for clock in clocks:
                self._is_true(clock, expected)

    def _is_true(self, clock: Clock, expected: Clocks) -> None:
        assert clock.derivation["due"] == (clock.due_on.isoformat() if clock.due_on else None)
        if clock.due_on:
            assert clock.due_on.weekday() < 5
            assert clock.due_on not in self.holidays[clock.calendar.version]
        if clock.runs:
            newly = _newly(clock, expected, self.newest)
            assert (clock.due_on, clock.derivation["left"]) == (newly.due, newly.left)


def _newly(clock: Clock, expected: Clocks, holidays: Holidays) -> Expected:
    """An open clock in the newest calendar, whichever counted it last."""
    found = next(one for one in expected.found if (one.kind, one.round) == (clock.kind, clock.round))
    found.holidays = holidays
    return found
