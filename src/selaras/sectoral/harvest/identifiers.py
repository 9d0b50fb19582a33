"""Identifiers that last: made from the site and the code, so that a restored backup and a new server give the same."""

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings

from selaras.government.models import Agency


def dataset_id(code: str) -> str:
    return _made(f"data/{code}")


def resource_id(code: str, number: int, form: str) -> str:
    """Of one version of a dataset in one form."""
    return _made(f"data/{code}/versi/{number}/{form}")


def organization_id(agency: Agency) -> str:
    return _made(f"organisasi/{agency.region_id}/{agency.code}")


def region_id(code: str) -> str:
    return _made(f"wilayah/{code}")


def _made(path: str) -> str:
    return str(uuid5(_namespace(), path))


def _namespace() -> UUID:
    return uuid5(NAMESPACE_URL, settings.DATA_BASE)
