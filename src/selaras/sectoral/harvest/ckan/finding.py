"""One dataset, resource or organization by the name or the identifier that CKAN's actions are asked with."""

from __future__ import annotations

from django.db.models import QuerySet

from selaras.government.models import Agency
from selaras.sectoral import queries
from selaras.sectoral.harvest.addresses import FORMS, Form
from selaras.sectoral.harvest.ckan.errors import NotFound
from selaras.sectoral.harvest.describing import organization_name
from selaras.sectoral.harvest.identifiers import dataset_id, organization_id, resource_id
from selaras.sectoral.harvest.reading import ANYBODY, Published, published_as, tables_out
from selaras.sectoral.models import Version


def package_named(text: str) -> Published:
    """Raises NotFound."""
    found = published_as(text)
    if found is None:
        codes = queries.datasets_visible_to(ANYBODY).values_list("code", flat=True)
        named = next((code for code in codes if dataset_id(code) == text.lower()), None)
        found = published_as(named) if named else None
    if found is None:
        raise NotFound("Not found: Data ini tidak ada, atau belum dirilis. Daftarnya ada di package_list.")
    return found


def resource_named(text: str) -> tuple[Version, Form]:
    """Which version in which form. An identifier tells neither, so all are made until one fits: linear in the versions
    that are out. Raises NotFound.
    """
    wanted = text.lower()
    for pk, code, number in tables_out().values_list("pk", "dataset__code", "number"):
        for form in FORMS:
            if resource_id(code, number, form.key) == wanted:
                return tables_out().get(pk=pk), form
    raise NotFound("Not found: Berkas ini tidak ada, atau sudah ditarik. Lihat resources pada package_show.")


def organizations() -> QuerySet[Agency]:
    """The agencies of which a dataset is out."""
    out = queries.datasets_visible_to(ANYBODY).values("agency")
    return Agency.objects.filter(pk__in=out).order_by("region", "code")


def organization_named(text: str) -> Agency:
    """Raises NotFound."""
    for one in organizations():
        if text.lower() in (organization_name(one), organization_id(one)):
            return one
    raise NotFound("Not found: Perangkat daerah ini tidak ada dalam katalog. Daftarnya ada di organization_list.")
