"""How soon after the period it tells of a version came out."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from selaras.engines.conflicts import Measure, timeliness
from selaras.government.queries import NoSuchParameter, parameter_value
from selaras.sectoral.models import Version


def timeliness_of(version: Version) -> Measure | None:
    """Counted to the first day on which the public saw it. None as long as it is not out, where nobody said to which
    day its data goes, and for a frequency for which no number of days is set.
    """
    if version.released_at is None or version.period_end is None:
        return None
    released = max(timezone.localdate(version.released_at), version.embargo_until or version.period_end)
    try:
        days = parameter_value("sectoral.timeliness", released).get(version.dataset.frequency)
    except NoSuchParameter:
        return None
    if days is None:
        return None
    return timeliness(version.period_end + timedelta(days=days["due"]), released, days["period"])
