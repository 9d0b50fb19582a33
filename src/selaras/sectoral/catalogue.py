"""What everybody finds in the catalogue: the same for each reader, whoever is signed in."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from selaras.sectoral.conflicts.queries import conflicts_visible_to
from selaras.sectoral.models import Change, Dataset, Metadata, Side, Version
from selaras.sectoral.queries import datasets_visible_to, metadata_visible_to, tables_visible_to, versions_visible_to

_EVERYBODY = AnonymousUser()
_MOST_WORDS = 8
_SEARCHED = ("title", "summary", "concept", "definition", "agency__name", "code")


def datasets() -> QuerySet[Dataset]:
    """Each with its newest table (`newest`, `rows`) and since when it is out; None where all were withdrawn."""
    newest = tables_visible_to(_EVERYBODY).filter(dataset=OuterRef("pk")).order_by("-number")
    return (
        datasets_visible_to(_EVERYBODY)
        .annotate(
            newest=Subquery(newest.values("number")[:1]),
            rows=Subquery(newest.values("check_in_force__rows")[:1]),
            released_at=Subquery(newest.values("released_at")[:1]),
            embargo_until=Subquery(newest.values("embargo_until")[:1]),
        )
        .order_by("title", "pk")
    )


def versions() -> QuerySet[Version]:
    """What is out, and what was withdrawn since."""
    return versions_visible_to(_EVERYBODY)


def tables() -> QuerySet[Version]:
    """The versions whose rows everybody may read."""
    return tables_visible_to(_EVERYBODY).select_related("check_in_force__standard")


def metadata() -> QuerySet[Metadata]:
    """The forms that hold, of each dataset that is out."""
    return metadata_visible_to(_EVERYBODY)


def holding(found: QuerySet[Dataset], words: str) -> QuerySet[Dataset]:
    """The datasets that say every word in their title, summary, concept, definition, agency or code."""
    for word in words.split()[:_MOST_WORDS]:
        found = found.filter(Q(*((f"{name}__icontains", word) for name in _SEARCHED), _connector=Q.OR))
    return found


def out_on(one: Version | Dataset) -> date | None:
    """The first day on which everybody could see a version, or the newest table of a dataset; None where none is."""
    released_at: datetime | None = getattr(one, "released_at", None)
    embargo_until: date | None = getattr(one, "embargo_until", None)
    if released_at is None:
        return None
    released = timezone.localdate(released_at)
    return max(released, embargo_until) if embargo_until else released


def changes_of(found: list[Version]) -> dict[int, Change]:
    """What changed in each of the versions, by its key; only beside a version that everybody sees. One query."""
    seen = versions().values("pk")
    shown = Change.objects.filter(
        Q(base=None) | Q(base__in=seen), check_made__in=[one.check_in_force_id for one in found]
    )
    by_check = {one.check_made_id: one for one in shown.select_related("base")}
    return {one.pk: by_check[one.check_in_force_id] for one in found if one.check_in_force_id in by_check}


def decisions_of(version: Version) -> QuerySet[Side]:
    """Its numbers over which sides differed until it was decided, those first in whose place another one holds.

    A decision of which one side is not out yet is not told at all.
    """
    found = Side.objects.filter(version=version, role__in=Side.CONTESTED)
    found = found.filter(conflict__in=conflicts_visible_to(_EVERYBODY).order_by())
    return found.select_related("conflict").order_by("-superseded", "row", "column", "pk")
