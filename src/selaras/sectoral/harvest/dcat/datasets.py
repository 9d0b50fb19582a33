"""One dataset as DCAT-AP tells it, and its versions."""

from __future__ import annotations

from django.conf import settings
from rdflib import DCTERMS, FOAF, Graph, Literal, URIRef

from selaras.sectoral.harvest.addresses import page_of, version_page_of
from selaras.sectoral.harvest.dcat import agents
from selaras.sectoral.harvest.dcat.distributions import add_distributions
from selaras.sectoral.harvest.dcat.periods import add_period
from selaras.sectoral.harvest.dcat.vocabulary import (
    ADMS,
    DCAT,
    INDONESIAN,
    PUBLIC,
    concept,
    frequency,
    status,
    typed,
    words,
)
from selaras.sectoral.harvest.describing import tags_of
from selaras.sectoral.harvest.identifiers import dataset_id
from selaras.sectoral.harvest.reading import MOST_VERSIONS, Published, out_since
from selaras.sectoral.models import Dataset, Version


def node_of(code: str) -> URIRef:
    """What names the dataset: it stays when the site moves, as `SELARAS_DATA_BASE` does."""
    return URIRef(f"{settings.DATA_BASE}/data/{code}#himpunan")


def version_node(code: str, number: int) -> URIRef:
    return URIRef(f"{settings.DATA_BASE}/data/{code}/versi/{number}#versi")


def add_dataset(graph: Graph, one: Published) -> URIRef:
    """The dataset with the files of its newest version; a withdrawn one with its status, its reason and no files."""
    dataset, newest = one.dataset, one.newest
    node = node_of(dataset.code)
    _describe(graph, node, dataset, page_of(dataset.code))
    graph.add((node, DCTERMS.identifier, Literal(dataset_id(dataset.code))))
    graph.add((node, DCTERMS.issued, Literal(one.issued)))
    graph.add((node, DCTERMS.modified, Literal(one.modified)))
    _add_version(graph, node, newest or one.versions[0])
    return node


def add_versions(graph: Graph, one: Published) -> None:
    """Each of the newest versions as a dataset of its own, each naming the one before it."""
    code, node = one.dataset.code, node_of(one.dataset.code)
    told = one.versions[:MOST_VERSIONS]
    for place, version in enumerate(told):
        edition = version_node(code, version.number)
        _describe(graph, edition, one.dataset, version_page_of(code, version.number))
        graph.add((edition, DCTERMS.identifier, Literal(f"{dataset_id(code)}/{version.number}")))
        graph.add((edition, DCTERMS.issued, Literal(out_since(version))))
        graph.add((edition, DCTERMS.modified, Literal(version.withdrawn_at or out_since(version))))
        graph.add((edition, DCAT.isVersionOf, node))
        graph.add((node, DCAT.hasVersion, edition))
        for earlier in told[place + 1 : place + 2]:
            graph.add((edition, DCAT.previousVersion, version_node(code, earlier.number)))
        _add_version(graph, edition, version)


def _describe(graph: Graph, node: URIRef, dataset: Dataset, page: str) -> None:
    typed(graph, node, DCAT.Dataset)
    theme = concept(graph, URIRef(settings.DATA_THEME), settings.DATA_THEME_NAME)
    told = {
        DCTERMS.title: words(dataset.title),
        DCTERMS.description: words(f"{dataset.summary}\n\n{dataset.definition}"),
        DCTERMS.publisher: agents.publisher(graph, dataset.agency),
        DCTERMS.creator: agents.publisher(graph, dataset.agency),
        DCAT.contactPoint: agents.contact(graph, URIRef(f"{node_of(dataset.code)}-kontak"), dataset),
        DCAT.theme: theme,
        DCTERMS.accrualPeriodicity: typed(graph, frequency(dataset.frequency), DCTERMS.Frequency),
        DCTERMS.spatial: agents.place(graph, dataset.agency.region),
        DCTERMS.language: typed(graph, INDONESIAN, DCTERMS.LinguisticSystem),
        DCTERMS.accessRights: typed(graph, PUBLIC, DCTERMS.RightsStatement),
        DCAT.landingPage: typed(graph, URIRef(page), FOAF.Document),
    }
    for predicate, value in told.items():
        graph.add((node, predicate, value))
    for tag in tags_of(dataset):
        graph.add((node, DCAT.keyword, words(tag)))


def _add_version(graph: Graph, node: URIRef, version: Version) -> None:
    """Of a withdrawn version that it was, and why; of a released one its files and the time that it is about."""
    live = version.state == Version.State.RELEASED
    key, name = ("COMPLETED", "lengkap") if live else ("WITHDRAWN", "ditarik")
    graph.add((node, DCAT.version, Literal(str(version.number))))
    graph.add((node, ADMS.status, concept(graph, status(key), name)))
    if live:
        add_distributions(graph, node, version)
        add_period(graph, node, version)
    else:
        graph.add((node, ADMS.versionNotes, words(version.withdrawn_why)))
