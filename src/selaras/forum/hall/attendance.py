"""Who is there, by element, and who is still missing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from selaras.forum import queries, rules
from selaras.forum.models import Decision, Forum, Participant
from selaras.people.queries import Person

_LONGEST_NAME_PART = 24  # a token is longer


def participants_visible_to(person: Person) -> QuerySet[Participant]:
    """The names are for who runs the forum; a participant sees the own one by the link."""
    people = Participant.objects.filter(forum__in=queries.forums_visible_to(person))
    return people if rules.runs_forum(person) else people.none()


def digest_of(token: str) -> str:
    """What is kept of a personal link: nobody who reads the database can open it."""
    return hashlib.sha256(token.encode()).hexdigest()


def with_valid_link() -> QuerySet[Participant]:
    """Whose link opens: it ends on its day, and as soon as the decision of its forum is locked."""
    locked = Decision.objects.filter(forum=OuterRef("forum"), current=True, locked_at__isnull=False)
    people = Participant.objects.select_related("forum").filter(~Exists(locked))
    return people.exclude(link_ends_at__lt=timezone.now())


def holder_of(token: str) -> Participant | None:
    """The participant whose personal link carries this token, while the link is valid."""
    return with_valid_link().filter(token_digest=digest_of(token)).first() if token else None


@dataclass(frozen=True)
class Attendance:
    elements: Sequence[queries.Element]

    @property
    def total(self) -> int:
        return sum(element.total for element in self.elements)

    @property
    def present(self) -> int:
        return sum(element.present for element in self.elements)


def attendance(forum: Forum) -> Attendance:
    """One query."""
    return Attendance(queries.participants_by_element(forum))


def named(people: QuerySet[Participant], text: str) -> QuerySet[Participant]:
    """Those in whom every word of the text is found; or the one whose card was scanned into the field."""
    token = text.strip().rstrip("/").rpartition("/")[2]
    if len(token) > _LONGEST_NAME_PART and (scanned := people.filter(token_digest=digest_of(token))):
        return scanned
    for word in text.split()[:6]:
        told = Q(name__icontains=word) | Q(institution__icontains=word) | Q(element__icontains=word)
        people = people.filter(told | Q(number__iexact=word))
    return people
