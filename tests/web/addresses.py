"""Every address of the site, filled in from one decided forum."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from selaras.forum.models import Forum
from selaras.intake.models import Batch

STAFF_ONLY = frozenset({"desk", "batch", "annotated-file"})
POST_ONLY = frozenset({"sign-out", "set-language"})

# Where an address holds a part of its own: how to fill it.
_PARTS: dict[str, Callable[[Forum], object]] = {
    "proposal": lambda forum: forum.proposals.earliest("pk").pk,
    "proposal-by-number": lambda forum: forum.proposals.earliest("pk").number,
    "document": lambda forum: forum.decisions.get().documents.earliest("pk").pk,
    "verification": lambda forum: forum.decisions.get().verification_code,
    "annotated-file": lambda forum: Batch.objects.get(scope=forum.slug).pk,
    "batch": lambda forum: Batch.objects.get(scope=forum.slug).pk,
}


def names() -> list[str]:
    """The name of every address; one without a name could escape the tests that walk them."""
    found: list[str] = []
    waiting: list[URLPattern | URLResolver] = list(get_resolver().url_patterns)
    while waiting:
        one = waiting.pop()
        if isinstance(one, URLResolver):
            waiting.extend(one.url_patterns)
        else:
            assert one.name, f"{one.pattern} has no name"
            found.append(one.name)
    return sorted(found)


def addresses(forum: Forum | None) -> dict[str, str]:
    """Name to path; without a forum only those that need no part of one."""
    return {
        name: reverse(name, args=[_PARTS[name](forum)] if name in _PARTS and forum else [])
        for name in names()
        if forum or name not in _PARTS
    }


def pages(forum: Forum) -> dict[str, str]:
    """The addresses that a person reads in a browser."""
    files = {"annotated-file", "document", "proposal-file", "robots", "health", "proposal-by-number"}
    return {name: path for name, path in addresses(forum).items() if name not in files | POST_ONLY}
