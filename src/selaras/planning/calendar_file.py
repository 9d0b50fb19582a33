"""The calendar of a cycle as an iCalendar file."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings

from selaras.documents import calendar
from selaras.planning.models import Stage


def calendar_file(name: str, stages: Iterable[Stage], *, site: str) -> bytes:
    """All-day entries, one a stage."""
    entries = (
        calendar.Entry(
            key=f"stage-{stage.pk}",
            name=stage.name,
            first=stage.opens_on,
            last=stage.closes_on,
            told="\n".join(filter(None, (stage.task, stage.legal_basis))),
        )
        for stage in stages
    )
    return calendar.calendar_file(name, "Kalender perencanaan", entries, site=site, zone=settings.TIME_ZONE)
