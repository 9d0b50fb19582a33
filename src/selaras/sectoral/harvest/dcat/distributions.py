"""A version of a table in each of the forms in which it can be had."""

from __future__ import annotations

from django.conf import settings
from rdflib import DCTERMS, FOAF, RDFS, XSD, Graph, Literal, URIRef

from selaras.sectoral.harvest.addresses import Form, download_of, forms_of, version_page_of, whole
from selaras.sectoral.harvest.dcat.vocabulary import DCAT, MEDIA_TYPES, SPDX, file_type, typed, words
from selaras.sectoral.harvest.identifiers import resource_id
from selaras.sectoral.harvest.reading import out_since
from selaras.sectoral.models import Version


def add_distributions(graph: Graph, holder: URIRef, version: Version) -> None:
    for form in forms_of(version):
        graph.add((holder, DCAT.distribution, _distribution(graph, version, form)))


def _distribution(graph: Graph, version: Version, form: Form) -> URIRef:
    code, number, since = version.dataset.code, version.number, Literal(out_since(version))
    node = typed(graph, URIRef(f"urn:uuid:{resource_id(code, number, form.key)}"), DCAT.Distribution)
    page, file = URIRef(version_page_of(code, number)), URIRef(download_of(code, number, form.key))
    graph.add((node, DCTERMS.title, words(f"{version.dataset.title}, versi {number} ({form.name})")))
    graph.add((node, DCAT.accessURL, typed(graph, page, RDFS.Resource)))
    graph.add((node, DCAT.downloadURL, typed(graph, file, RDFS.Resource)))
    media = typed(graph, URIRef(f"{MEDIA_TYPES}/{form.media}"), DCTERMS.MediaType)
    graph.add((node, DCAT.mediaType, media))
    if kind := file_type(form.key):
        graph.add((node, DCTERMS["format"], typed(graph, kind, DCTERMS.MediaTypeOrExtent)))
    graph.add((node, DCTERMS.license, licence(graph)))
    graph.add((node, DCTERMS.issued, since))
    graph.add((node, DCTERMS.modified, since))
    if form.key == "csv":
        described = URIRef(whole("data-csvw", code, number))
        graph.add((node, FOAF.page, typed(graph, described, FOAF.Document)))
    if form.key == "parquet":
        _add_bytes(graph, node, version)
    return node


def _add_bytes(graph: Graph, node: URIRef, version: Version) -> None:
    """Only the Parquet file lies there as it goes out; the other forms are written when somebody takes them."""
    check = version.check_in_force
    assert check is not None  # noqa: S101 - what is out was checked
    if size := check.summary.get("bytes"):
        graph.add((node, DCAT.byteSize, Literal(size, datatype=XSD.nonNegativeInteger)))
    checksum = typed(graph, URIRef(f"{node}:sha256"), SPDX.Checksum)
    algorithm = typed(graph, SPDX.checksumAlgorithm_sha256, SPDX.ChecksumAlgorithm)
    graph.add((node, SPDX.checksum, checksum))
    graph.add((checksum, SPDX.algorithm, algorithm))
    graph.add((checksum, SPDX.checksumValue, Literal(check.table_digest, datatype=XSD.hexBinary, normalize=False)))


def licence(graph: Graph) -> URIRef:
    node = typed(graph, URIRef(settings.DATA_LICENCE_URL), DCTERMS.LicenseDocument)
    graph.add((node, DCTERMS.title, Literal(settings.DATA_LICENCE)))
    return node
