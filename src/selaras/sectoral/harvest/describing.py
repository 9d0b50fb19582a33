"""Words about a dataset that more than one form of description tells: its tags, and its licence."""

from __future__ import annotations

import re

from selaras.government.models import Agency
from selaras.sectoral.models import Dataset

_NOT_IN_A_TAG = re.compile(r"[^\w .-]+")  # CKAN refuses a tag with any other sign
_SHORTEST, _LONGEST = 2, 100


def tags_of(dataset: Dataset) -> list[str]:
    """Its concept, classification, measure and unit, spelled as tags may be."""
    words = (dataset.concept, dataset.classification, dataset.measure, dataset.unit)
    tags = (" ".join(_NOT_IN_A_TAG.sub(" ", word).lower().split())[:_LONGEST].strip() for word in words)
    return list(dict.fromkeys(tag for tag in tags if len(tag) >= _SHORTEST))


def organization_name(agency: Agency) -> str:
    """The agency's code with that of its region, as an address may hold it."""
    return re.sub(r"[^a-z0-9]+", "-", f"{agency.region_id}-{agency.code}".lower()).strip("-")
