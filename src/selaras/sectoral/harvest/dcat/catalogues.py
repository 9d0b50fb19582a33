"""The catalogue in pages, each a graph of its own that names the next; and one dataset alone."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Page, Paginator
from rdflib import DCTERMS, FOAF, RDFS, SKOS, XSD, Graph, Literal, URIRef

from selaras.government.models import Region
from selaras.sectoral.harvest.addresses import whole
from selaras.sectoral.harvest.dcat import agents
from selaras.sectoral.harvest.dcat.datasets import add_dataset, add_versions
from selaras.sectoral.harvest.dcat.distributions import licence
from selaras.sectoral.harvest.dcat.vocabulary import DCAT, HYDRA, INDONESIAN, new_graph, typed, words
from selaras.sectoral.harvest.reading import Published, as_published, published
from selaras.sectoral.models import Dataset

ON_A_PAGE = 50


def catalogue_graph(number: int, address: str) -> Graph | None:
    """A page of the catalogue; None where there is no such page. `address`: of the document, without its page.

    Versions are left out: a harvester takes everything that is a dataset for one of its own.
    """
    pages = Paginator(published(), ON_A_PAGE)
    if not 1 <= number <= pages.num_pages:
        return None
    page = pages.page(number)
    graph, datasets = new_graph(), list(page)
    node = _catalogue(graph, datasets[0].agency.region if datasets else None)
    for dataset in datasets:
        graph.add((node, DCAT.dataset, add_dataset(graph, as_published(dataset))))
    _add_paging(graph, node, page, address)
    return graph


def dataset_graph(one: Published) -> Graph:
    """One dataset with all its versions."""
    graph = new_graph()
    add_dataset(graph, one)
    add_versions(graph, one)
    return graph


def _catalogue(graph: Graph, region: Region | None) -> URIRef:
    node = typed(graph, URIRef(f"{settings.DATA_BASE}/data/katalog#katalog"), DCAT.Catalog)
    told = {
        DCTERMS.title: words("Katalog data"),
        DCTERMS.description: words("Data sektoral yang telah diperiksa menurut standarnya dan dirilis walidata."),
        DCTERMS.publisher: agents.government(graph, region),
        DCTERMS.language: typed(graph, INDONESIAN, DCTERMS.LinguisticSystem),
        DCTERMS.license: licence(graph),
        DCAT.themeTaxonomy: _taxonomy(graph),
        DCAT.service: _service(graph, region),
        FOAF.homepage: typed(graph, URIRef(f"{settings.SITE}/"), FOAF.Document),
    }
    for predicate, value in told.items():
        graph.add((node, predicate, value))
    if region:
        graph.add((node, DCTERMS.spatial, agents.place(graph, region)))
    return node


def _taxonomy(graph: Graph) -> URIRef:
    """The vocabulary that the theme stands in: its address without the last part."""
    node = typed(graph, URIRef(settings.DATA_THEME.rpartition("/")[0]), SKOS.ConceptScheme)
    graph.add((node, DCTERMS.title, words("Tema data")))
    return node


def _service(graph: Graph, region: Region | None) -> URIRef:
    """The API in which the rows can be searched."""
    node = typed(graph, URIRef(f"{settings.SITE}/api/3/#layanan"), DCAT.DataService)
    described = URIRef(whole("ckan:openapi-json"))
    graph.add((node, DCTERMS.title, words("API katalog dan baris data")))
    graph.add((node, DCAT.endpointURL, typed(graph, URIRef(f"{settings.SITE}/api/3/"), RDFS.Resource)))
    graph.add((node, DCAT.endpointDescription, typed(graph, described, RDFS.Resource)))
    graph.add((node, DCTERMS.publisher, agents.government(graph, region)))
    return node


def _add_paging(graph: Graph, node: URIRef, page: Page[Dataset], address: str) -> None:
    pages = page.paginator
    view = typed(graph, URIRef(f"{address}?hal={page.number}"), HYDRA.PartialCollectionView)
    graph.add((node, HYDRA.view, view))
    graph.add((node, HYDRA.totalItems, Literal(pages.count, datatype=XSD.integer)))
    there = {
        HYDRA.first: 1,
        HYDRA.last: pages.num_pages,
        HYDRA.next: page.number + 1 if page.has_next() else 0,
        HYDRA.previous: page.number - 1 if page.has_previous() else 0,
    }
    for predicate, number in there.items():
        if number:
            graph.add((view, predicate, URIRef(f"{address}?hal={number}")))
