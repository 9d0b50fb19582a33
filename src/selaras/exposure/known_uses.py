"""How likely a weakness is to be used, by the latest edition of each public list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import F

from selaras.exposure.models import KnownList, KnownUse

_AT_ONCE = 500


def current_lists() -> list[KnownList]:
    """Of each kind the edition of the latest day; of one day, and without any, the one sent last."""
    found: dict[str, KnownList] = {}
    for one in KnownList.objects.order_by(F("made_at").asc(nulls_first=True), "pk"):
        found[one.kind] = one
    return list(found.values())


def chances(cves: Iterable[str]) -> dict[str, float]:
    """Number of the weakness to the chance of its use within 30 days; 1 for what is used already."""
    wanted, editions = sorted(set(cves)), [one.pk for one in current_lists()]
    found: dict[str, float] = {}
    if not editions:
        return found
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        for cve, chance in KnownUse.objects.filter(edition__in=editions, cve__in=some).values_list("cve", "chance"):
            found[cve] = max(chance, found.get(cve, 0.0))
    return found


def likeliest(cves: Iterable[str], likely: Mapping[str, float]) -> float | None:
    """The chance of the finding that bears these numbers; none where no list knows any of them."""
    return max((likely[cve] for cve in cves if cve in likely), default=None)
