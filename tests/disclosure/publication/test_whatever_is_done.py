"""In whatever order a desk confirms, updates, withdraws and undoes: nothing is lost, and undoing undoes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras.disclosure.actions.publishing import confirm_item, undo_edition, update_item, withdraw_item
from selaras.disclosure.errors import NotNow
from selaras.disclosure.models import Edition, Item
from selaras.disclosure.publication import month_end, months_later
from selaras.people.models import Account
from tests.disclosure.network import at_desk, network
from tests.disclosure.publication.items import BUDGET, an_item_of

pytestmark = pytest.mark.django_db
DEEDS = st.lists(st.sampled_from(["confirm", "update", "withdraw", "undo", "undo", "wait"]), max_size=10)
SHOWN = ("title", "summary", "withdrawn_on", "updated_on", "checked_on")


def do(deed: str, item: Item, at: int, actor: Account) -> None:
    if deed == "confirm":
        confirm_item(item, actor=actor)
    elif deed == "update":
        update_item(item, replace(BUDGET, title=f"APBDes {at}"), actor=actor)
    elif deed == "withdraw":
        withdraw_item(item, "Salah.", actor=actor)
    else:
        undo_edition(item.editions.latest("number"), actor=actor)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS)
def test_undoing_leads_back_whatever_was_done(today: Callable[[date], None], deeds: list[str]) -> None:
    with transaction.atomic():
        today(date(2020, 1, 14))
        body = network()
        item, day = an_item_of(body), date(2020, 1, 14)
        seen: dict[int, tuple[object, ...]] = {1: tuple(getattr(item, name) for name in SHOWN)}
        for at, deed in enumerate(deeds):
            if deed == "wait":
                today(day := day + timedelta(days=20))
                continue
            before = item.editions.latest("number").number
            try:
                do(deed, item, at, at_desk(body))
            except NotNow:
                assert item.editions.latest("number").number == before
                continue
            item.refresh_from_db()
            last = item.editions.latest("number")
            assert last.number - before in (0, 1)
            shown = tuple(getattr(item, name) for name in SHOWN)
            if last.number > before and last.kind == Edition.Kind.UNDONE and before > 1:
                assert shown == seen[before - 1]
            seen[last.number] = shown
        assert list(item.editions.order_by("number").values_list("number", flat=True)) == sorted(seen)
        assert Item.objects.count() == 1
        transaction.set_rollback(True)


@given(st.dates(date(2010, 1, 1), date(2090, 1, 1)), st.integers(1, 24))
def test_a_later_check_never_ends_earlier(day: date, months: int) -> None:
    then = months_later(day, months)
    assert then > day
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == day.day or then == month_end(then)
    assert months_later(day + timedelta(days=1), months) >= then
