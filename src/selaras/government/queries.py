"""Reading the standing facts of a regional government."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from selaras.government.models import RegulationParameter


class NoSuchParameter(LookupError):
    """No regulation parameter of that name is in force on that day."""


def parameter(key: str, on: date) -> RegulationParameter:
    """The parameter `key` as it is in force on the day `on`."""
    found = (
        RegulationParameter.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), key=key, valid_from__lte=on)
        .order_by("-valid_from")
        .first()
    )
    if found is None:
        raise NoSuchParameter(f"Parameter regulasi “{key}” belum ada untuk tanggal {on:%d-%m-%Y}.")
    return found


def parameter_value(key: str, on: date) -> Any:
    return parameter(key, on).value
