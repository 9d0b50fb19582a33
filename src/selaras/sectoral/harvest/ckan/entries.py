"""What a search looks at: every dataset that is out, lightly."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from selaras.sectoral import queries
from selaras.sectoral.harvest.addresses import FORMS
from selaras.sectoral.harvest.describing import organization_name, tags_of
from selaras.sectoral.harvest.identifiers import dataset_id
from selaras.sectoral.harvest.reading import ANYBODY, last_change
from selaras.sectoral.models import Dataset, Version

_LOOKED_AT = ("state", "released_at", "embargo_until", "withdrawn_at", "dataset_id")


@dataclass(frozen=True)
class Entry:
    code: str
    title: str
    modified: datetime
    words: str  # in which `q` is looked for, casefolded
    values: dict[str, tuple[str, ...]]  # field to what it holds, for `fq` and facets
    names: dict[str, str]  # a value to how a person reads it, where that differs


def entries() -> list[Entry]:
    """Every dataset that is out, in the order of the codes; two queries. Linear in datasets and versions."""
    versions: dict[int, list[Version]] = defaultdict(list)
    for one in queries.versions_visible_to(ANYBODY).select_related(None).only(*_LOOKED_AT):
        versions[one.dataset_id].append(one)
    datasets = queries.datasets_visible_to(ANYBODY).order_by("code")
    return [_entry(dataset, versions[dataset.pk]) for dataset in datasets if versions[dataset.pk]]


def _entry(dataset: Dataset, versions: list[Version]) -> Entry:
    live = any(one.state == Version.State.RELEASED for one in versions)
    organization, tags = organization_name(dataset.agency), tags_of(dataset)
    told = (dataset.title, dataset.summary, dataset.definition, dataset.agency.name, dataset.code, *tags)
    values: dict[str, tuple[str, ...]] = {
        "id": (dataset_id(dataset.code),),
        "name": (dataset.code,),
        "organization": (organization,),
        "tags": tuple(tags),
        "frequency": (dataset.frequency,),
        "res_format": tuple(form.name for form in FORMS) if live else (),
        "state": ("active" if live else "deleted",),
    }
    names = {organization: dataset.agency.name, dataset.frequency: dataset.get_frequency_display()}
    modified = last_change(dataset.described_at, versions)
    return Entry(dataset.code, dataset.title, modified, " ".join(told).casefold(), values, names)
