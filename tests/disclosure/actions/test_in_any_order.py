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
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from selaras.audit.queries import verify
from selaras.disclosure.actions.receiving_mail import take_in
from selaras.disclosure.actions.recounting import recount
from selaras.disclosure.actions.requesting import By, Wanted, submit, take_down
from selaras.disclosure.actions.sweeping import sweep
from selaras.disclosure.errors import DisclosureError
from selaras.disclosure.identity import Identity, identity_of
from selaras.disclosure.models import Clock, PublicBody, Request
from selaras.disclosure.papers import Paper
from selaras.government.models import Calendar, Holiday
from selaras.people.actions.accounts import system_account
from tests.disclosure.actions.deeds import EVERY, FITTING, REPEATED, Choice, deed, pieces_of
from tests.disclosure.actions.expected import Holidays
from tests.disclosure.actions.holding import Holding, everything
from tests.disclosure.actions.lawful import Law
from tests.disclosure.mail.letters import mail
from tests.disclosure.network import HOLIDAYS, PICTURE, SITI, WANTED, at_desk, network, superior_of

pytestmark = pytest.mark.django_db
FIRST = date(2020, 3, 2)
OVER = ("lapsed", "withdrawn", "moved")
# One number for a whole walk: drawn one by one the choices come out alike too often, and no case gets far.
seeds = st.integers(0, 2**64)
BY = By(SITI, papers=(Paper("identity", "image/jpeg", PICTURE),))
BY_HALF = By(Identity("Budi (contoh)"))


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


class AnyOrder(Holding, RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.kept = forgotten()
        self.kept.__enter__()
        self.patch = pytest.MonkeyPatch()
        self.ticks = count()
        self.day = FIRST
        self.patch.setattr(timezone, "now", self.now)
        self.submitted: dict[UUID, Request] = {}
        self.told_by: dict[UUID, str] = {}
        self.seen: list[Any] | None = None  # all rows as they stand, where nothing was done since
        self.holidays: dict[int, Holidays] = {1: frozenset(day for day, _ in HOLIDAYS)}

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
        before = self.seen or everything()
        try:
            done = deed()
        except DisclosureError:
            self.seen = everything()
            assert self.seen == before
            return None
        self.seen = None
        if again:
            before = everything()
            with suppress(DisclosureError):
                assert deed() == done
            self.seen = everything()
            assert self.seen == before
        return done

    def came_in(self, case: Request, name: str) -> None:
        self.submitted[case.submission], self.told_by[case.submission] = case, name

    @rule(seed=seeds, whole=st.booleans())
    def somebody_asks(self, seed: int, whole: bool) -> None:
        walk = self.walk(seed)
        body, key = walk.choice(self.bodies), drawn(walk).key
        wanted, by = (WANTED, BY) if whole else (Wanted("APBDes"), BY_HALF)
        made = self.attempt(lambda: submit(body, key, wanted, by), again=True)
        assert (made.state, made.submission) == (Request.State.CHECKING, key)
        self.came_in(made, by.identity.name)

    @rule(seed=seeds)
    def the_desk_takes_it_down(self, seed: int) -> None:
        walk = self.walk(seed)
        body, choice = walk.choice(self.bodies), drawn(walk)
        take = partial(take_down, body, choice.key, WANTED, BY, channel="paper", actor=at_desk(body))
        self.came_in(self.attempt(partial(take, on=choice.day), again=True), SITI.name)

    @rule(seed=seeds)
    def a_mail_asks(self, seed: int) -> None:
        walk = self.walk(seed)
        key = drawn(walk).key.hex
        raw = mail(key=key, sender=f'"Siti (contoh)" <{key}@contoh.example>')
        arrival = self.attempt(partial(take_in, raw, walk.choice(self.bodies)), again=True)
        assert arrival.fate == "opened"
        self.came_in(arrival.request, SITI.name)

    @precondition(lambda self: self.submitted)
    @rule(seed=seeds)
    def the_applicant_writes_back(self, seed: int) -> None:
        """By mail: it is filed with its case, and completes the case that waits for it."""
        walk = self.walk(seed)
        case = walk.choice(list(Request.objects.order_by("pk")))
        address = "" if case.applicant.erased_at else identity_of(case.applicant).email
        sender = address or "lain@contoh.example"
        raw = mail("Untuk penelitian.", key=drawn(walk).key.hex, subject=f"Re: {case.number}", sender=sender)
        arrival = self.attempt(partial(take_in, raw, case.body), again=True)
        if arrival.fate == "too_many":
            return
        before, now = case.state, Request.objects.get(pk=case.pk).state
        assert arrival.fate == "filed"
        assert now == ("checking" if before == "incomplete" and address else before)

    @precondition(lambda self: self.submitted)
    @rule(seed=seeds)
    def it_is_sent_again_much_later(self, seed: int) -> None:
        walk = self.walk(seed)
        key, known = walk.choice(list(self.submitted.items()))
        before = everything()
        assert submit(known.body, key, WANTED, BY) == known
        assert everything() == before

    @precondition(lambda self: self.submitted)
    @rule(seed=seeds)
    def work_goes_on(self, seed: int) -> None:
        """What fits the state of a case is done, and days pass."""
        walk = self.walk(seed)
        for _ in range(walk.randrange(20, 60)):
            cases = list(Request.objects.exclude(state__in=OVER).order_by("pk")) or list(Request.objects.all())
            case = walk.choice(cases)
            if walk.random() < 0.35:
                self.day = self.edge_of(case, walk)
            self.deed_on(case, walk.choice(FITTING[case.state]), drawn(walk), again=walk.random() < 0.3)
            self.day += timedelta(days=walk.choice([0] * 14 + [1, 1, 2, 2, 5, 45]))

    def edge_of(self, case: Request, walk: Random) -> date:
        """The last day of a clock of the case, or the day after, where guards and clocks differ by one."""
        ends = case.clocks.filter(state="running", due_on__gte=self.day).values_list("due_on", flat=True)
        return walk.choice([self.day, *(end + timedelta(days=late) for end in ends for late in (0, 1))])

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
        lawful = Law(case, choice, self.newest).lets(name)
        done = self.attempt(ready, again=again and name not in REPEATED)
        assert (done is not None) == lawful, f"{name}: {case.number}"
        if name == "move" and done:
            asked = {(piece.body, piece.subject) for piece in pieces_of(case, choice)}
            assert {(one.body, one.subject) for one in done} == asked

    @rule()
    def the_day_is_swept(self) -> None:
        late = Clock.objects.filter(kind="complete", state="running", due_on__lt=self.day, request__state="incomplete")
        expected = set(late.values_list("request", flat=True))
        before = set(Request.objects.filter(state="lapsed").values_list("pk", flat=True))
        self.attempt(lambda: sweep(actor=system_account()), again=False)
        assert set(Request.objects.filter(state="lapsed").values_list("pk", flat=True)) == before | expected
        known = everything()
        assert sweep(actor=system_account()).lapsed == 0
        assert everything() == known

    @rule(seed=seeds)
    def a_holiday_changes(self, seed: int) -> None:
        walk = self.walk(seed)
        last, days = max(self.holidays), set(self.newest)
        if days and walk.random() < 0.4:
            days.remove(walk.choice(sorted(days)))
        else:
            days.add(self.some_day(walk))
        self.holidays[last + 1] = frozenset(days)
        calendar = Calendar.objects.create(region_id="33.05", version=last + 1)
        Holiday.objects.bulk_create(
            Holiday(calendar=calendar, date=one, name="Libur", kind="local") for one in self.newest
        )
        recount(calendar, actor=system_account())
        self.seen = None
        before = everything()
        assert recount(calendar, actor=system_account()) == 0
        assert everything() == before

    def some_day(self, walk: Random) -> date:
        """Often the last day of an open clock, where a holiday moves most."""
        open_clocks = Clock.objects.filter(state="running", due_on__isnull=False)
        last_days = sorted(set(open_clocks.values_list("due_on", flat=True)))
        near = self.day + timedelta(days=walk.randrange(-20, 60))
        return walk.choice([near, *last_days[-1:], *(walk.sample(last_days, 1) if last_days else [])])


def test_whatever_is_done_in_whatever_order() -> None:
    network()
    for body in PublicBody.objects.exclude(kind=PublicBody.Kind.MAIN):
        at_desk(body), superior_of(body)
    run_state_machine_as_test(
        AnyOrder,
        settings=settings(
            max_examples=30, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
