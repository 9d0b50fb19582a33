"""What changed in the catalogue: what came out, in which version, and what was withdrawn; the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from selaras.sectoral.harvest.addresses import version_page_of
from selaras.sectoral.harvest.reading import out_since, versions_out
from selaras.sectoral.models import Version

MOST = 50
Kind = Literal["released", "new_version", "withdrawn"]


@dataclass(frozen=True)
class News:
    kind: Kind
    version: Version
    at: datetime

    @property
    def title(self) -> str:
        told = {"title": self.version.dataset.title, "number": self.version.number}
        return {
            "released": _("Dirilis: %(title)s"),
            "new_version": _("Versi baru: %(title)s, versi %(number)s"),
            "withdrawn": _("Ditarik: %(title)s, versi %(number)s"),
        }[self.kind] % told

    @property
    def text(self) -> str:
        return self.version.withdrawn_why if self.kind == "withdrawn" else self.version.dataset.summary

    @property
    def link(self) -> str:
        return version_page_of(self.version.dataset.code, self.version.number)

    @property
    def key(self) -> str:
        """The same for good, whenever the feed is read."""
        return f"{self.link}#{'ditarik' if self.kind == 'withdrawn' else 'dirilis'}"


def news() -> list[News]:
    """At most `MOST`; three queries."""
    earlier = versions_out().filter(dataset=OuterRef("dataset"), number__lt=OuterRef("number")).order_by()
    seen = versions_out().annotate(follows=Exists(earlier))
    # Out since is the later of two moments, so the newest by it are among the newest by the one or by the other.
    found = {one.pk: one for order in ("released_at", "embargo_until") for one in _newest(seen, order)}
    told = [_came_out(one) for one in found.values()]
    told += [News("withdrawn", one, one.withdrawn_at) for one in _newest(seen, "withdrawn_at") if one.withdrawn_at]
    return _latest(told)


def _newest(seen: QuerySet[Version], order: str) -> QuerySet[Version]:
    return seen.exclude(**{order: None}).order_by(f"-{order}", "-pk")[:MOST]


def _came_out(version: Version) -> News:
    kind: Kind = "new_version" if version.follows else "released"  # type: ignore[attr-defined]
    return News(kind, version, out_since(version))


def _latest(told: Iterable[News]) -> list[News]:
    return sorted(told, key=lambda one: (one.at, one.version.pk, one.kind), reverse=True)[:MOST]
