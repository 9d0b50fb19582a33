"""The read actions of the catalogue: what CKAN's clients ask, answered from what is out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from selaras.government.models import Agency
from selaras.sectoral.harvest.ckan import asking, finding
from selaras.sectoral.harvest.ckan.entries import entries
from selaras.sectoral.harvest.ckan.filters import test_of
from selaras.sectoral.harvest.ckan.packages import Json, organization_of, package_of, resources_of
from selaras.sectoral.harvest.ckan.searching import facets, having_words, ordered
from selaras.sectoral.harvest.describing import organization_name
from selaras.sectoral.harvest.reading import as_published, published

CKAN_VERSION = "2.10.4"  # whose answers these follow; clients choose their words by it


def package_list(asked: asking.Part) -> list[str]:
    """The names of all datasets, also of those that were withdrawn."""
    codes = published().prefetch_related(None).values_list("code", flat=True)
    return list(_part(codes, asked))


def package_show(asked: asking.ById) -> Json:
    """One dataset with its resources, by name or identifier; a withdrawn one says so by its state."""
    return package_of(finding.package_named(asked.id))


def package_search(asked: asking.Search) -> Json:
    """Datasets by words, filters and order, in parts; with how many share each value."""
    keeps = test_of(asked.fq)
    found = ordered([one for one in having_words(entries(), asked.q) if keeps(one)], asked.sort)
    shown = [one.code for one in found[asked.start : asked.start + asked.rows]]
    counted = facets(found, asked.facet_field, asked.facet_limit)
    return {
        "count": len(found),
        "sort": asked.sort,
        "results": _packages(shown),
        "facets": {field: {one["name"]: one["count"] for one in items} for field, items in counted.items()},
        "search_facets": {field: {"title": field, "items": items} for field, items in counted.items()},
    }


def resource_show(asked: asking.ById) -> Json:
    """One file of one version."""
    version, form = finding.resource_named(asked.id)
    return next(one for one in resources_of(version) if one["format"] == form.name)


def organization_list(asked: asking.Organizations) -> list[Any]:
    """The agencies of which data is out: their names, or all that is known of them."""
    found = list(_part(finding.organizations(), asked))
    if not asked.all_fields:
        return [organization_name(one) for one in found]
    counts = _counts()
    return [{**organization_of(one), "package_count": counts.get(organization_name(one), 0)} for one in found]


def organization_show(asked: asking.OrganizationShow) -> Json:
    """One agency, by name or identifier; with its datasets where they are asked for, at most a thousand."""
    agency = finding.organization_named(asked.id)
    told = {**organization_of(agency), "package_count": _counts().get(organization_name(agency), 0)}
    return {**told, "packages": _packages_of(agency)} if asked.include_datasets else told


def status_show(_asked: asking.Nothing) -> Json:
    """What this site is."""
    return {
        "site_title": "Selaras",
        "site_description": "Katalog data terbuka",
        "site_url": settings.SITE,
        "ckan_version": CKAN_VERSION,
        "locale_default": settings.LANGUAGE_CODE,
        "error_emails_to": None,
        "extensions": [],
    }


def site_read(_asked: asking.Nothing) -> bool:
    """That the site may be read."""
    return True


def _part(found: Any, asked: asking.Part) -> Any:
    return found[asked.offset : None if asked.limit is None else asked.offset + asked.limit]


def _packages(codes: Iterable[str]) -> list[Json]:
    """In the order of the codes given."""
    order = list(codes)
    told = {one.code: package_of(as_published(one)) for one in published(order)}
    return [told[code] for code in order if code in told]


def _packages_of(agency: Agency) -> list[Json]:
    return [package_of(as_published(one)) for one in published().filter(agency=agency)[:1000]]


def _counts() -> dict[str, int]:
    return {one["name"]: one["count"] for one in facets(entries(), ["organization"], -1)["organization"]}
