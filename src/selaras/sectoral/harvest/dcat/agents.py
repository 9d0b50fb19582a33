"""Who publishes, whom to ask, and the place that data is about."""

from __future__ import annotations

from rdflib import DCTERMS, FOAF, RDF, RDFS, Graph, Literal, Namespace, URIRef

from selaras.government.models import Agency, Region
from selaras.sectoral.harvest.dcat.vocabulary import DCAT, VCARD, typed, words
from selaras.sectoral.harvest.identifiers import organization_id, region_id
from selaras.sectoral.models import Dataset

_GEO = Namespace("http://www.opengis.net/ont/geosparql#")


def publisher(graph: Graph, agency: Agency) -> URIRef:
    return _agent(graph, organization_id(agency), agency.name)


def government(graph: Graph, region: Region | None) -> URIRef:
    """Who publishes the catalogue itself: the government of the region."""
    if region is None:
        return _agent(graph, region_id(""), "Pemerintah daerah")
    return _agent(graph, region_id(region.code), f"Pemerintah {region.name}")


def _agent(graph: Graph, key: str, name: str) -> URIRef:
    node = typed(graph, URIRef(f"urn:uuid:{key}"), FOAF.Agent)
    graph.add((node, FOAF.name, words(name)))
    return node


def contact(graph: Graph, node: URIRef, dataset: Dataset) -> URIRef:
    """The section that answers; never a person."""
    graph.add((node, RDF.type, VCARD.Kind))
    graph.add((node, RDF.type, VCARD.Organization))
    graph.add((node, VCARD.fn, words(f"{dataset.contact_unit}, {dataset.agency.name}")))
    if dataset.contact_email:
        graph.add((node, VCARD.hasEmail, URIRef(f"mailto:{dataset.contact_email}")))
    return node


def place(graph: Graph, region: Region) -> URIRef:
    """By its code of the Ministry of Home Affairs; with its middle, where that is known."""
    node = typed(graph, URIRef(f"urn:uuid:{region_id('lokasi/' + region.code)}"), DCTERMS.Location)
    graph.add((node, DCTERMS.identifier, Literal(region.code)))
    graph.add((node, RDFS.label, words(region.name)))
    if region.latitude is not None and region.longitude is not None:
        middle = f"POINT({region.longitude} {region.latitude})"
        graph.add((node, DCAT.centroid, Literal(middle, datatype=_GEO.wktLiteral)))
    return node
