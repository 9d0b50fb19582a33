"""The role walk: every named address, read and written to, by everybody there is, at the own body and at another.

Who may come in where stands in tests/web/walks, room by room. Requests carry no data, so whoever is let in may be
told what is missing; what counts is who gets as far as that.
"""

from __future__ import annotations

import pytest

from selaras.people.models import Role
from tests.forum.decided import decided_forum
from tests.people.persons import person
from tests.web.addresses import addresses, names
from tests.web.role_walk import Visitor, Walker, account_of, let_in, visitors
from tests.web.walks import ROOMS, TABLE


def test_every_address_has_its_row_and_every_row_its_address() -> None:
    """An address without a row: add it to its room in tests/web/walks, in one line, with who may come in."""
    assert len(TABLE) == sum(len(room.WALK) for room in ROOMS), "two rooms speak of one address"
    assert (set(names()) - set(TABLE), set(TABLE) - set(names())) == (set(), set())


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("visitor", list(visitors()), ids=str)
def test_each_visitor_comes_in_where_the_table_says_and_nowhere_else(visitor: Visitor) -> None:
    forum = decided_forum()
    person("petugas-lain", Role.Kind.OBSERVER)  # whose account and role the addresses name
    walker, surprises = Walker(account_of(visitor, forum)), []
    for name, path in addresses(forum).items():
        for method, rule in zip(("GET", "POST"), TABLE.get(name, ()), strict=False):
            answer = walker.ask(method, path)
            if answer.status_code >= 500 or let_in(answer) is not rule(visitor):
                surprises.append(f"{method} {name}: {answer.status_code}, expected {'in' if rule(visitor) else 'out'}")
    assert surprises == []
