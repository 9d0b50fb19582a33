"""The words of DCAT-AP: name spaces, and the authority tables of the European Union that it prescribes."""

from __future__ import annotations

from rdflib import DCTERMS, FOAF, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef

from selaras.sectoral.models import Dataset

DCAT = Namespace("http://www.w3.org/ns/dcat#")  # version 3: that of rdflib is version 2
ADMS = Namespace("http://www.w3.org/ns/adms#")
HYDRA = Namespace("http://www.w3.org/ns/hydra/core#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
AUTHORITY = "http://publications.europa.eu/resource/authority"
INDONESIAN = URIRef(f"{AUTHORITY}/language/IND")
PUBLIC = URIRef(f"{AUTHORITY}/access-right/PUBLIC")
MEDIA_TYPES = "https://www.iana.org/assignments/media-types"

_FREQUENCIES = {
    Dataset.Frequency.DAILY: "DAILY",
    Dataset.Frequency.WEEKLY: "WEEKLY",
    Dataset.Frequency.MONTHLY: "MONTHLY",
    Dataset.Frequency.QUARTERLY: "QUARTERLY",
    Dataset.Frequency.FOUR_MONTHLY: "ANNUAL_3",
    Dataset.Frequency.HALF_YEARLY: "ANNUAL_2",
    Dataset.Frequency.YEARLY: "ANNUAL",
    Dataset.Frequency.LONGER: "OTHER",
}
_FILE_TYPES = {"csv": "CSV", "xlsx": "XLSX", "json": "JSON"}  # the table has no Parquet
_PREFIXES = {
    "adms": ADMS, "dcat": DCAT, "dct": DCTERMS, "foaf": FOAF, "hydra": HYDRA, "rdfs": RDFS, "skos": SKOS,
    "spdx": SPDX, "vcard": VCARD, "xsd": XSD,
}  # fmt: skip
CONTEXT = {prefix: str(space) for prefix, space in _PREFIXES.items()}


def frequency(key: str) -> URIRef:
    return URIRef(f"{AUTHORITY}/frequency/{_FREQUENCIES[Dataset.Frequency(key)]}")


def file_type(form: str) -> URIRef | None:
    return URIRef(f"{AUTHORITY}/file-type/{_FILE_TYPES[form]}") if form in _FILE_TYPES else None


def status(key: str) -> URIRef:
    """`COMPLETED` or `WITHDRAWN`."""
    return URIRef(f"{AUTHORITY}/dataset-status/{key}")


def words(text: str) -> Literal:
    return Literal(text, lang="id")


def new_graph() -> Graph:
    graph = Graph()
    for prefix, space in _PREFIXES.items():
        graph.bind(prefix, space)
    return graph


def typed(graph: Graph, node: URIRef, kind: URIRef) -> URIRef:
    """The node, of which the graph now says what it is: the shapes of DCAT-AP ask that of everything that is named."""
    graph.add((node, RDF.type, kind))
    return node


def concept(graph: Graph, node: URIRef, name: str) -> URIRef:
    """A term of a vocabulary, with how a person reads it."""
    graph.add((node, SKOS.prefLabel, words(name)))
    return typed(graph, node, SKOS.Concept)
