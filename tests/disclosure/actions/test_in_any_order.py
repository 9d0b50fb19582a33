"""In no order of deeds, retries and days is a request lost, answered twice, or a clock wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import count
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from selaras.audit.queries import head, verify
from selaras.disclosure.actions.recounting import recount
from selaras.disclosure.actions.requesting import By, Wanted, submit, take_down
from selaras.disclosure.actions.sweeping import sweep
from selaras.disclosure.desk import GRANTING
from selaras.disclosure.errors import DisclosureError
from selaras.disclosure.identity import Identity
from selaras.disclosure.models import (
    Answer,
    Applicant,
    Clock,
    Dispute,
    Hearing,
    Objection,
    Part,
    Pause,
    PublicBody,
    Request,
    Step,
)
from selaras.government.models import Calendar, Holiday
from selaras.people.actions.accounts import system_account
from tests.disclosure.actions.deeds import EVERY, FITTING, REPEATED, Choice, deed
from tests.disclosure.actions.expected import Clocks, Holidays
from tests.disclosure.network import HOLIDAYS, SITI, WANTED, at_desk, network, superior_of

pytestmark = pytest.mark.django_db
FIRST = date(2020, 3, 2)
OVER = ("lapsed", "withdrawn", "moved")
TABLES: tuple[type[Model], ...] = (Request, Applicant, Step, Clock, Pause, Answer, Part, Objection, Dispute, Hearing)
ROWS = [str(table._base_manager.order_by().query) for table in TABLES]  # compiled once
# One number for a whole walk: drawn one by one the choices come out alike too often, and no case gets far.
seeds = st.integers(0, 2**64)


def drawn(walk: Random) -> Choice:
    return Choice(walk.randrange(720), walk.choice([0, 0, 0, 0, 1, 4, 30]), UUID(int=walk.getrandbits(128)))


class Nothing(Exception):
    """Ends an example without keeping anything of it."""


@contextmanager
def forgotten() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
            raise Nothing
    except Nothing:
        pass


class AnyOrder(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.kept = forgotten()
        self.kept.__enter__()
        self.patch = pytest.MonkeyPatch()
        self.ticks = count()
        self.day = FIRST
        self.patch.setattr(timezone, "now", self.now)
        self.submitted: dict[UUID, Request] = {}
        self.holidays: dict[int, Holidays] = {1: frozenset(day for day, _ in HOLIDAYS)}
        self.recounted = 1

    def teardown(self) -> None:
        try:
            assert verify().intact
        finally:
            self.patch.undo()
            self.kept.__exit__(None, None, None)

    def now(self) -> datetime:
        return datetime.combine(self.day, time(2), tzinfo=UTC) + timedelta(milliseconds=next(self.ticks))

    @initialize(seed=seeds)
    def cases_are_on_their_way(self, seed: int) -> None:
        """Left to the rules alone an example stays short, and hardly a case gets as far as a dispute."""
        self.bodies = list(PublicBody.objects.exclude(kind=PublicBody.Kind.MAIN).order_by("pk"))
        for whole in (True, True, False):
            self.somebody_asks(seed, whole)
        self.work_goes_on(seed)

    def walk(self, seed: int) -> Random:
        """Another one at every step, for the same numbers are drawn again and again."""
        return Random(f"{seed} {len(self.submitted)} {next(self.ticks)}")

    def attempt(self, deed: Callable[[], Any], *, again: bool = False) -> Any:
        """Do it; what is refused has changed nothing, and what was done is done once."""
        before = everything()
        try:
            done = deed()
        except DisclosureError:
            assert everything() == before
            return None
        if again:
            before = everything()
            with suppress(DisclosureError):
                assert deed() == done
            assert everything() == before
        return done

    @rule(seed=seeds, whole=st.booleans())
    def somebody_asks(self, seed: int, whole: bool) -> None:
        walk = self.walk(seed)
        body, key = walk.choice(self.bodies), drawn(walk).key
        wanted, by = (WANTED, By(SITI)) if whole else (Wanted("APBDes"), By(Identity("Budi (contoh)")))
        made = self.attempt(lambda: submit(body, key, wanted, by), again=True)
        assert made.state == Request.State.CHECKING
        self.submitted[key] = made

    @rule(seed=seeds)
    def the_desk_takes_it_down(self, seed: int) -> None:
        walk = self.walk(seed)
        body, choice = walk.choice(self.bodies), drawn(walk)
        take = partial(take_down, body, choice.key, WANTED, By(SITI), channel="paper", actor=at_desk(body))
        self.submitted[choice.key] = self.attempt(partial(take, on=choice.day), again=True)

    @precondition(lambda self: self.submitted)
    @rule(seed=seeds)
    def it_is_sent_again_much_later(self, seed: int) -> None:
        walk = self.walk(seed)
        key, known = walk.choice(list(self.submitted.items()))
        before = everything()
        assert submit(known.body, key, WANTED, By(SITI)) == known
        assert everything() == before

    @precondition(lambda self: self.submitted)
    @rule(seed=seeds)
    def work_goes_on(self, seed: int) -> None:
        """What fits the state of a case is done, and days pass."""
        walk = self.walk(seed)
        for _ in range(walk.randrange(20, 60)):
            cases = list(Request.objects.exclude(state__in=OVER).order_by("pk")) or list(Request.objects.all())
            case = walk.choice(cases)
            self.deed_on(case, walk.choice(FITTING[case.state]), drawn(walk), again=walk.random() < 0.3)
            self.day += timedelta(days=walk.choice([0] * 12 + [1, 1, 2, 2, 5, 16, 45]))

    @precondition(lambda self: self.submitted)
    @rule(seed=seeds)
    def anything_is_tried(self, seed: int) -> None:
        walk = self.walk(seed)
        for _ in range(walk.randrange(1, 8)):
            case = walk.choice(list(Request.objects.order_by("pk")))
            self.deed_on(case, walk.choice(EVERY), drawn(walk), again=False)

    def deed_on(self, case: Request, name: str, choice: Choice, again: bool) -> None:
        try:
            ready = deed(name, case, choice)
        except DisclosureError:  # nothing there to do it on
            return
        done = self.attempt(ready, again=again and name not in REPEATED)
        if name == "answer_elsewhere":
            assert done is None

    @rule()
    def the_day_is_swept(self) -> None:
        self.attempt(lambda: sweep(actor=system_account()), again=False)
        before = everything()
        assert sweep(actor=system_account()).lapsed == 0
        assert everything() == before
        for clock in Clock.objects.filter(kind="complete", state="running", request__state="incomplete"):
            assert clock.due_on >= self.day

    @rule(ahead=st.integers(-20, 60), gone=st.booleans())
    def a_holiday_changes(self, ahead: int, gone: bool) -> None:
        last = max(self.holidays)
        days, day = set(self.holidays[last]), self.day + timedelta(days=ahead)
        if gone and days:
            days.remove(max(days))
        else:
            days.add(day)
        self.holidays[last + 1] = frozenset(days)
        calendar = Calendar.objects.create(region_id="33.05", version=last + 1)
        Holiday.objects.bulk_create(
            Holiday(calendar=calendar, date=one, name="Libur", kind="local") for one in self.holidays[last + 1]
        )
        recount(calendar, actor=system_account())
        before = everything()
        assert recount(calendar, actor=system_account()) == 0
        assert everything() == before

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
                if clock.due_on:
                    assert clock.due_on.weekday() < 5
                    assert clock.due_on not in self.holidays[clock.calendar.version]
                if clock.runs:
                    assert clock.due_on == counted_newly(clock, expected, self.holidays[max(self.holidays)])


def counted_newly(clock: Clock, expected: Clocks, holidays: Holidays) -> date | None:
    """When an open clock ends in the newest calendar, whichever counted it last."""
    found = next(one for one in expected.found if (one.kind, one.round) == (clock.kind, clock.round))
    found.holidays = holidays
    return found.due


def everything() -> list[Any]:
    """All rows of all cases, and the head of the log."""
    found: list[Any] = [head()]
    with connection.cursor() as cursor:
        for query in ROWS:
            cursor.execute(query)
            found.append(sorted(map(repr, cursor.fetchall())))
    return found


def test_whatever_is_done_in_whatever_order() -> None:
    network()
    for body in PublicBody.objects.exclude(kind=PublicBody.Kind.MAIN):
        at_desk(body), superior_of(body)
    run_state_machine_as_test(
        AnyOrder,
        settings=settings(
            max_examples=25, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
