"""Which datasets `package_search` finds, in which order, and how many share each value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from selaras.sectoral.harvest.ckan.entries import Entry
from selaras.sectoral.harvest.ckan.errors import Invalid

_ORDERS: dict[str, Callable[[Entry], Any]] = {
    "name": lambda entry: entry.code,
    "title": lambda entry: entry.title.casefold(),
    "title_string": lambda entry: entry.title.casefold(),
    "id": lambda entry: entry.values["id"],
    "metadata_modified": lambda entry: entry.modified,
    "score": lambda _entry: 0,  # what is found fits: every word stands in it
}
FACETS = ("organization", "tags", "frequency", "res_format", "state")


def having_words(found: Iterable[Entry], q: str) -> list[Entry]:
    """Those in which every word stands; all where there is none or `*:*`."""
    words = [] if q.strip() == "*:*" else q.casefold().split()
    return [entry for entry in found if all(word in entry.words for word in words)]


def ordered(found: list[Entry], sort: str) -> list[Entry]:
    """By `metadata_modified desc`, or several such parts with commas; what is equal stays by code. Raises Invalid."""
    for part in reversed(sort.split(",")):
        name, _space, direction = part.strip().partition(" ")
        if name not in _ORDERS or direction.strip() not in ("", "asc", "desc"):
            known = ", ".join(_ORDERS)
            raise Invalid({"sort": f"Urutan ini tidak dikenal. Pakai {known}, dengan asc atau desc."})
        found = sorted(found, key=_ORDERS[name], reverse=direction.strip() == "desc")
    return found


def facets(found: list[Entry], fields: Iterable[str], limit: int) -> dict[str, list[dict[str, Any]]]:
    """Of each field its values with how many datasets share it, the most first. Raises Invalid."""
    told = {}
    for field in fields:
        if field not in FACETS:
            raise Invalid({"facet.field": f"Yang dapat dihitung: {', '.join(FACETS)}."})
        counts = Counter(value for entry in found for value in entry.values[field])
        names = {key: name for entry in found for key, name in entry.names.items()}
        most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        told[field] = [
            {"name": value, "display_name": names.get(value, value), "count": count}
            for value, count in (most if limit < 0 else most[:limit])
        ]
    return told
