"""Typed facts of the sample: villages, agencies, the catalogue in part, and kinds of proposals."""

from selaras.sample.facts.reading import (
    Activity,
    Agency,
    Crossing,
    District,
    Entry,
    Priority,
    Village,
    activities,
    agencies,
    catalogue,
    crosswalk,
    district_of,
    districts,
    priorities,
)

__all__ = [
    "Activity",
    "Agency",
    "Crossing",
    "District",
    "Entry",
    "Priority",
    "Village",
    "activities",
    "agencies",
    "catalogue",
    "crosswalk",
    "district_of",
    "districts",
    "priorities",
]
