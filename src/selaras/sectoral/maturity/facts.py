"""What the system holds about datasets and who keeps them, read once for all indicators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from selaras.engines.tabular.standard import Standard, read_standard
from selaras.government.models import Agency
from selaras.people.models import Role
from selaras.sectoral import models
from selaras.sectoral.models import Conflict, Dataset, Metadata, Quality, Version

State = Version.State
Form = Metadata.Form


@dataclass(frozen=True)
class Sent:
    """A version as far as evidence asks. `qualities`: dimension to its share, of the check in force."""

    standard: int | None
    state: str
    released_on: date | None
    hidden: bool  # under embargo today
    passed: bool
    qualities: Mapping[str, float]

    @property
    def is_released(self) -> bool:
        return self.state == State.RELEASED


@dataclass(frozen=True)
class Kept:
    """A dataset with its versions, the newest first, and its metadata: answers by form and subject."""

    code: str
    title: str
    agency: int
    period: int  # days until the next release is awaited
    package: Mapping[str, Any] | None
    metadata: Mapping[tuple[str, str], Mapping[str, Any]]
    versions: tuple[Sent, ...]

    @cached_property
    def standard(self) -> Standard | None:
        return read_standard(self.package) if self.package else None

    @property
    def activity(self) -> Mapping[str, Any] | None:
        return self.metadata.get((Form.ACTIVITY, ""))

    @property
    def columns(self) -> list[str]:
        return [one.name for one in self.standard.fields] if self.standard else []

    @property
    def described_columns(self) -> list[str]:
        return [name for name in self.columns if (Form.VARIABLE, name) in self.metadata]

    @cached_property
    def released(self) -> list[Sent]:
        return [one for one in self.versions if one.is_released]

    @property
    def newest(self) -> Sent | None:
        return self.versions[0] if self.versions else None

    def in_time(self) -> list[bool]:
        """Of each release after the first whether it came within the period after the one before, oldest first."""
        days = sorted(one.released_on for one in self.released if one.released_on)
        return [later - earlier <= timedelta(self.period) for earlier, later in pairwise(days)]

    def is_fresh(self, today: date) -> bool:
        days = [one.released_on for one in self.released if one.released_on]
        return bool(days) and today - max(days) <= timedelta(self.period)


@dataclass(frozen=True)
class Facts:
    """`producing`: the agencies where somebody sends data; `agencies`: how many there are.
    `due`: of each conflict that was decided, or whose deadline has passed, whether it was decided in time; without one
    to which no calendar gives a deadline.
    """

    today: date
    datasets: tuple[Kept, ...]
    agencies: int
    producing: frozenset[int] = field(default_factory=frozenset)
    due: tuple[bool, ...] = ()


def gather(periods: Mapping[str, int], today: date) -> Facts:
    """Seven queries, whatever there is. Linear in datasets, versions and forms."""
    versions, metadata = _versions(today), _metadata()
    package = models.Standard.objects.filter(dataset=OuterRef("pk")).order_by("-number")
    rows = Dataset.objects.order_by("title", "pk").annotate(package=Subquery(package.values("package")[:1]))
    kept = tuple(
        Kept(
            one.code,
            one.title,
            one.agency_id,
            periods[one.frequency],
            one.package,
            metadata.get(one.pk, {}),
            tuple(versions.get(one.pk, ())),
        )
        for one in rows
    )
    senders = Role.objects.in_force().filter(kind=Role.Kind.DATA_PRODUCER, agency__isnull=False)
    producing = frozenset(senders.values_list("agency_id", flat=True))
    return Facts(today, kept, Agency.objects.count(), producing, tuple(_due(today)))


def _due(today: date) -> Iterator[bool]:
    for one in Conflict.objects.exclude(state=Conflict.State.VANISHED).filter(due_on__isnull=False):
        if one.decided_at and one.due_on:
            yield timezone.localdate(one.decided_at) <= one.due_on
        elif one.is_overdue(today):
            yield False


def _versions(today: date) -> dict[int, list[Sent]]:
    qualities = _qualities()
    found: dict[int, list[Sent]] = defaultdict(list)
    for one in Version.objects.select_related("check_in_force").order_by("dataset", "-number"):
        check = one.check_in_force
        on = timezone.localtime(one.released_at).date() if one.released_at else None
        if on and one.embargo_until:
            on = max(on, one.embargo_until)
        standard, passed = (check.standard_id, check.passed) if check else (None, False)
        measured = qualities.get(check.pk, {}) if check else {}
        found[one.dataset_id].append(Sent(standard, one.state, on, one.is_under_embargo(today), passed, measured))
    return found


def _qualities() -> dict[int, dict[str, float]]:
    found: dict[int, dict[str, float]] = defaultdict(dict)
    rows: Iterable[tuple[int, str, int, int]] = Quality.objects.values_list("check_made", "dimension", "good", "of")
    for check, dimension, good, of in rows:
        found[check][dimension] = good / of
    return found


def _metadata() -> dict[int, dict[tuple[str, str], dict[str, Any]]]:
    """The newest edition of each form."""
    found: dict[int, dict[tuple[str, str], dict[str, Any]]] = defaultdict(dict)
    for one in Metadata.objects.order_by("edition").only("dataset_id", "form", "subject", "answers"):
        found[one.dataset_id][one.form, one.subject] = one.answers
    return found
