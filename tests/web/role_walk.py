"""What the role walk is made of: who visits, and how an answer counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse

from selaras.forum.models import Forum
from selaras.government.models import Agency, Region
from selaras.people import rules
from selaras.people.models import Account, Role
from tests.people.persons import person, session_of

Kind = Role.Kind
ANONYMOUS, NO_ROLE = "anonymous", "no role"


@dataclass(frozen=True)
class Visitor:
    """Somebody with one role (or none), at the body that the things of the walk belong to, or at another one."""

    kind: str
    own: bool = True

    def __str__(self) -> str:
        return self.kind if self.own else f"{self.kind} elsewhere"


def visitors() -> Iterator[Visitor]:
    yield Visitor(ANONYMOUS)
    yield Visitor(NO_ROLE)
    for kind in Kind:
        yield Visitor(kind)
        if rules.WHOLE not in rules.bodies_of(kind):
            yield Visitor(kind, own=False)


Rule = Callable[[Visitor], bool]


def anybody(_visitor: Visitor) -> bool:
    return True


def nobody(_visitor: Visitor) -> bool:
    """The address does not take this method, or opens only with a key that no role gives."""
    return False


def staff(visitor: Visitor) -> bool:
    """Whoever holds a role."""
    return visitor.kind not in {ANONYMOUS, NO_ROLE}


def only(*kinds: str) -> Rule:
    """These roles, at whichever body."""
    return lambda visitor: visitor.kind in kinds


def at_home(*kinds: str) -> Rule:
    """These roles, and of those that are held at a body only the holder at the body that the thing belongs to."""
    return lambda visitor: visitor.kind in kinds and visitor.own


def account_of(visitor: Visitor, forum: Forum) -> Account | None:
    if visitor.kind == ANONYMOUS:
        return None
    if visitor.kind == NO_ROLE:
        return person("pengunjung")
    return person("pengunjung", visitor.kind, **body(visitor, forum))


def everybody(forum: Forum, *, password: str | None = None) -> Account:
    """Somebody who holds every role, at the bodies of the first proposal, and so may open every page."""
    account = person("semua", password=password)
    for kind in Kind:
        Role.objects.create(account=account, kind=kind, **body(Visitor(kind), forum))
    return account


def body(visitor: Visitor, forum: Forum) -> dict[str, Any]:
    """The body of the first proposal, or another of its sort."""
    first = forum.proposals.earliest("pk")
    level = rules.bodies_of(visitor.kind)[0]
    if level == rules.WHOLE:
        return {}
    if level == rules.AGENCY:
        return {"agency": _place(Agency.objects.all(), first.handler_id or first.agency_id, visitor.own)}
    if level == rules.DISTRICT:
        return {"region": _place(Region.objects.filter(level=level), first.district_id, visitor.own)}
    villages = Region.objects.filter(level=level)
    if not visitor.own:
        villages = villages.exclude(parent=first.district_id)
    return {"region": _place(villages, first.village_id, visitor.own)}


def _place(places: QuerySet[Any], home: object, own: bool) -> Any:
    return places.get(pk=home) if own else places.exclude(pk=home).earliest("pk")


class Walker:
    """Asks for addresses as one visitor; nothing that a request writes stays, so that each finds the same office."""

    def __init__(self, account: Account | None) -> None:
        self._key = session_of(account) if account else None

    def ask(self, method: str, path: str) -> Any:
        client = Client(raise_request_exception=False)
        if self._key:
            client.cookies[settings.SESSION_COOKIE_NAME] = self._key
        with transaction.atomic():
            response = client.get(path) if method == "GET" else client.post(path)
            transaction.set_rollback(True)
        return response


def let_in(response: Any) -> bool:
    """Whether the answer is the page or the deed, or asks to fill in what is missing; not a door that stays closed."""
    if response.status_code in {301, 302, 303}:
        return not response.headers["Location"].startswith(reverse("sign-in"))
    return response.status_code not in {401, 403, 404, 405}
