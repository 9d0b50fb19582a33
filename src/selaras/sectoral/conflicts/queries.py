"""Everything that reads conflicts, measures and crosswalks."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from selaras.people.queries import Person
from selaras.sectoral import rules
from selaras.sectoral.conflicts.rules import own_agencies
from selaras.sectoral.models import Conflict, Crosswalk, Look, Measure, Side, Version, Word
from selaras.sectoral.queries import datasets_at_desk_of

State = Conflict.State


def conflicts_at_desk_of(person: Person) -> QuerySet[Conflict]:
    """With their discussion: of the agencies that they are about, and for who oversees, all."""
    found = Conflict.objects.select_related("owner", "decided_by")
    if rules.oversees(person):
        return found
    own = own_agencies(person)
    side = Side.objects.filter(conflict=OuterRef("pk"), agency__in=own)
    return found.filter(Q(owner__in=own) | Exists(side))


def conflicts_visible_to(person: Person) -> QuerySet[Conflict]:
    """What is settled between numbers that are out is for all: its decision and reason, not the discussion."""
    today = timezone.localdate()
    hidden = Side.objects.filter(conflict=OuterRef("pk")).exclude(
        Q(version__state=Version.State.RELEASED)
        & (Q(version__embargo_until=None) | Q(version__embargo_until__lte=today))
    )
    public = Q(state=State.SETTLED) & ~Exists(hidden)
    return Conflict.objects.select_related("owner", "decided_by").filter(
        Q(pk__in=conflicts_at_desk_of(person).values("pk")) | public
    )


def words_visible_to(person: Person) -> QuerySet[Word]:
    """What agencies wrote to each other is theirs and of who oversees."""
    found = Word.objects.filter(conflict__in=conflicts_at_desk_of(person))
    return found.select_related("by", "agency", "about")


def measures_visible_to(person: Person) -> QuerySet[Measure]:
    return Measure.objects.filter(dataset__in=datasets_at_desk_of(person)).select_related("dataset__agency")


def crosswalks_visible_to(person: Person) -> QuerySet[Crosswalk]:
    """For who works with data: they hold nothing of anybody."""
    found = Crosswalk.objects.select_related("batch", "imported_by")
    return found if rules.reads_desk(person) else found.none()


def latest_look() -> Look | None:
    return Look.objects.exclude(state=Look.State.PASSED_BY).first()
