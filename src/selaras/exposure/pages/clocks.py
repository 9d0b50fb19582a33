"""The reports that the law asks for of an incident, as pages and the printed report tell them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.exposure.models import Incident
from selaras.government.models import RegulationParameter

CONCERNS = {
    "critical": gettext_lazy("Mengenai infrastruktur informasi vital"),
    "high_risk": gettext_lazy("Berisiko tinggi atau lebih menurut tim tanggap insiden"),
    "personal_data": gettext_lazy("Data pribadi terbuka, hilang, atau berubah"),
}


@dataclass(frozen=True)
class Clock:
    """One report that the law asks for; `due` is none where it names no hours."""

    key: str
    term: str
    to: str
    hours: int
    basis: str
    confidence: str
    due: datetime | None
    reported: datetime | None
    receipt: str
    since_found: bool  # else since it became known that this report is asked for

    @property
    def overdue(self) -> bool:
        return self.reported is None and self.due is not None and self.due < timezone.now()

    @property
    def late(self) -> bool:
        return self.reported is not None and self.due is not None and self.due < self.reported


def clocks_of(incident: Incident) -> list[Clock]:
    words = dict(RegulationParameter.Confidence.choices)
    return [
        Clock(
            one["key"],
            one["term"],
            one["to"],
            one["hours"],
            one["legal_basis"],
            _(words[one["confidence"]]),
            datetime.fromisoformat(one["due"]) if one["due"] else None,
            datetime.fromisoformat(one["reported_at"]) if one["reported_at"] else None,
            one.get("receipt", ""),
            datetime.fromisoformat(one["from"]) == incident.found_at,
        )
        for one in incident.clocks
    ]


def first_due(clocks: Iterable[Clock]) -> Clock | None:
    """The one of what is not reported yet to be sent first: what has no hours comes after what has."""
    waiting = [clock for clock in clocks if not clock.reported]
    return min(waiting, key=lambda one: (one.due is None, one.due), default=None)
