"""Documents of the catalogue, read back by an RDF library, and the shapes that they must keep."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.test import Client
from rdflib import Graph

SHAPES = Path(__file__).parent / "shapes"
FORMATS = {"ttl": "turtle", "jsonld": "json-ld"}


def read(path: str) -> Graph:
    """The graph of a document, by its suffix."""
    answer = Client().get(path)
    assert answer.status_code == 200, path
    suffix = path.partition("?")[0].rpartition(".")[2]
    return Graph().parse(data=answer.content, format=FORMATS[suffix])


@cache
def official_shapes() -> Graph:
    """Those of DCAT-AP 3.0.0 as its editors publish them; where they come from: shapes/ORIGIN.md."""
    return Graph().parse(SHAPES / "dcat-ap-3.0.0-shacl.jsonld", format="json-ld")
