"""The datasets that are out, each with its versions that are out, as every machine face tells them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from selaras.sectoral import queries
from selaras.sectoral.models import Dataset, Version

ANYBODY = AnonymousUser()
State = Version.State
MOST_VERSIONS = 50  # told with a dataset, the newest; a table that comes daily has thousands


@dataclass(frozen=True)
class Published:
    """A dataset and its versions that are out, the newest first; at least one."""

    dataset: Dataset
    versions: tuple[Version, ...]

    @property
    def released(self) -> tuple[Version, ...]:
        """Whose rows may be had."""
        return tuple(one for one in self.versions if one.state == State.RELEASED)

    @property
    def newest(self) -> Version | None:
        """None where all was withdrawn. `Dataset.state` also counts what is under embargo, so it is not asked here."""
        return next(iter(self.released), None)

    @property
    def issued(self) -> datetime:
        return min(map(out_since, self.versions))

    @property
    def modified(self) -> datetime:
        """When the public last saw something change."""
        return last_change(self.dataset.described_at, self.versions)


def out_since(version: Version) -> datetime:
    """The moment from which the public sees a version: its release, or the first minute of the day its embargo ends."""
    assert version.released_at is not None  # noqa: S101 - a constraint holds it for what is out
    return max(version.released_at, _start_of(version.embargo_until) or version.released_at)


def last_change(described_at: datetime, versions: Iterable[Version]) -> datetime:
    moments = [described_at]
    for one in versions:
        moments += [out_since(one), *([one.withdrawn_at] if one.withdrawn_at else [])]
    return max(moments)


def published(codes: Collection[str] | None = None) -> QuerySet[Dataset]:
    """The datasets that are out, in the order of their codes; two queries with their versions and standards."""
    found = queries.datasets_visible_to(ANYBODY).select_related("agency__region").order_by("code")
    found = found if codes is None else found.filter(code__in=codes)
    return found.prefetch_related(Prefetch("versions", versions_out(), to_attr="versions_out"))


def as_published(dataset: Dataset) -> Published:
    """Of a dataset that `published` gave."""
    return Published(dataset, tuple(dataset.versions_out))  # type: ignore[attr-defined]


def published_as(code: str) -> Published | None:
    return next(map(as_published, published([code])), None)


def versions_out() -> QuerySet[Version]:
    found = queries.versions_visible_to(ANYBODY).select_related("check_in_force__standard")
    return found.order_by("-number")


def tables_out() -> QuerySet[Version]:
    """The versions whose rows everybody may have."""
    return queries.tables_visible_to(ANYBODY).select_related("check_in_force__standard")


def _start_of(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time())) if day else None
