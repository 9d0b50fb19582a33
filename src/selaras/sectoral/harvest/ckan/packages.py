"""A dataset, its resources and its organization in the words of CKAN."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.conf import settings

from selaras.government.models import Agency
from selaras.sectoral.harvest import identifiers
from selaras.sectoral.harvest.addresses import Form, download_of, forms_of, page_of
from selaras.sectoral.harvest.describing import organization_name, tags_of
from selaras.sectoral.harvest.reading import MOST_VERSIONS, Published, out_since
from selaras.sectoral.models import Version

Json = dict[str, Any]


def package_of(one: Published) -> Json:
    dataset, newest, shown = one.dataset, one.newest, one.versions[0]
    resources = [resource for version in one.released[:MOST_VERSIONS] for resource in resources_of(version)]
    tags = tags_of(dataset)
    return {
        "id": identifiers.dataset_id(dataset.code),
        "name": dataset.code,
        "title": dataset.title,
        "notes": dataset.summary,
        "url": page_of(dataset.code),
        "type": "dataset",
        "state": "active" if newest else "deleted",
        "private": False,
        "isopen": True,
        "version": str((newest or shown).number),
        "author": dataset.agency.name,
        "maintainer": dataset.contact_unit,
        "maintainer_email": dataset.contact_email,
        "license_id": settings.DATA_LICENCE,
        "license_title": settings.DATA_LICENCE,
        "license_url": settings.DATA_LICENCE_URL,
        "metadata_created": moment(one.issued),
        "metadata_modified": moment(one.modified),
        "owner_org": identifiers.organization_id(dataset.agency),
        "organization": organization_of(dataset.agency),
        "num_resources": len(resources),
        "num_tags": len(tags),
        "resources": [{**resource, "position": place} for place, resource in enumerate(resources)],
        "tags": [{"name": tag, "display_name": tag, "state": "active"} for tag in tags],
        "groups": [],
        "extras": [{"key": key, "value": value} for key, value in _extras(one).items() if value],
    }


def _extras(one: Published) -> dict[str, str]:
    dataset, last = one.dataset, one.versions[0]
    gone = last if one.newest is None else None
    return {
        "frequency": dataset.frequency,
        "concept": dataset.concept,
        "definition": dataset.definition,
        "classification": dataset.classification,
        "measure": dataset.measure,
        "unit": dataset.unit,
        "region": dataset.agency.region_id,
        "withdrawn_at": moment(gone.withdrawn_at) if gone and gone.withdrawn_at else "",
        "withdrawn_why": gone.withdrawn_why if gone else "",
    }


def resources_of(version: Version) -> list[Json]:
    """One in each form; the rows of the first are also searched by `datastore_search`."""
    return [_resource(version, form, place) for place, form in enumerate(forms_of(version))]


def _resource(version: Version, form: Form, place: int) -> Json:
    code, number, since = version.dataset.code, version.number, moment(out_since(version))
    return {
        "id": identifiers.resource_id(code, number, form.key),
        "package_id": identifiers.dataset_id(code),
        "name": f"{version.dataset.title}, versi {number} ({form.name})",
        "description": "",
        "format": form.name,
        "mimetype": form.media,
        "url": download_of(code, number, form.key),
        "resource_type": "file",
        "state": "active",
        "created": since,
        "last_modified": since,
        "metadata_modified": since,
        "position": place,
        "datastore_active": form.key == "csv",
        "version": str(number),
        **_bytes(version, form),
    }


def _bytes(version: Version, form: Form) -> Json:
    """Only the Parquet file lies there as it goes out; the other forms are written anew for each reader."""
    check = version.check_in_force
    if form.key != "parquet" or check is None:
        return {"size": None, "hash": ""}
    return {"size": check.summary.get("bytes"), "hash": check.table_digest}


def organization_of(agency: Agency) -> Json:
    return {
        "id": identifiers.organization_id(agency),
        "name": organization_name(agency),
        "title": agency.name,
        "type": "organization",
        "state": "active",
        "is_organization": True,
        "approval_status": "approved",
    }


def moment(at: datetime) -> str:
    """As CKAN writes it: UTC without saying so."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
