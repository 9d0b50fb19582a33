"""Every document of the catalogue keeps the shapes that the editors of DCAT-AP 3.0.0 publish: no violation at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pyshacl import validate
from rdflib import DCTERMS, RDF, SH, Graph, Literal, URIRef

from selaras.sectoral.harvest.dcat.vocabulary import DCAT
from selaras.sectoral.models import Dataset
from tests.sectoral.harvest.dcat.graphs import official_shapes, read
from tests.sectoral.harvest.shelf import CODE, GONE, shelf
from tests.sectoral.room import agency

pytestmark = pytest.mark.django_db


@pytest.fixture
def dataset(db: None) -> Dataset:
    made = shelf()
    made.contact_email = "data@contoh.test"
    made.save()
    region = agency().region
    region.latitude, region.longitude = Decimal("-7.67"), Decimal("109.65")
    region.save()
    return made


def violations(graph: Graph) -> list[str]:
    """Each with the shape that it breaks: node, path, and what the shape says."""
    _keeps, report, _text = validate(graph, shacl_graph=official_shapes(), inference="none")
    assert isinstance(report, Graph)
    parts = (SH.focusNode, SH.resultPath, SH.sourceConstraintComponent, SH.sourceShape)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return sorted(" ".join(str(report.value(one, part)) for part in parts) for one in results)


@pytest.mark.parametrize("path", ["/data/katalog.ttl", f"/data/{CODE}.ttl", f"/data/{GONE}.ttl"])
def test_every_document_keeps_every_shape(dataset: Dataset, path: str) -> None:
    assert violations(read(path)) == []


def test_an_empty_catalogue_keeps_them_too() -> None:
    assert violations(read("/data/katalog.ttl")) == []


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (DCTERMS.title, None),
        (DCTERMS.description, None),
        (DCTERMS.publisher, Literal("Dinas")),
        (DCTERMS.issued, URIRef("http://contoh.test/kemarin")),
        (DCTERMS.accrualPeriodicity, URIRef("http://contoh.test/kadang")),
        (DCAT.version, Literal("lain")),
    ],
)
def test_the_shapes_do_look_at_a_dataset(dataset: Dataset, predicate: URIRef, value: Literal | URIRef | None) -> None:
    """Broken in one place each, the same document does not keep them."""
    graph = read("/data/katalog.ttl")
    broken = next(graph.subjects(DCAT.version, Literal("2")))
    if value is None:
        graph.remove((broken, predicate, None))
    else:
        graph.add((broken, predicate, value))
    assert any(str(predicate) in one for one in violations(graph))
