"""The time that a table is about."""

from __future__ import annotations

from rdflib import DCTERMS, XSD, Graph, Literal, URIRef

from selaras.sectoral.harvest.dcat.vocabulary import DCAT, typed
from selaras.sectoral.models import Version

_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}  # by how long the text is


def add_period(graph: Graph, node: URIRef, version: Version) -> None:
    """From the first to the last value of the column that tells the time, where the table has one."""
    check = version.check_in_force
    period = check.summary.get("period") if check else None
    if not period:
        return
    first, last = (str(text) for text in period)
    span = typed(graph, URIRef(f"{node}-masa"), DCTERMS.PeriodOfTime)
    graph.add((node, DCTERMS.temporal, span))
    graph.add((span, DCAT.startDate, Literal(first, datatype=_TYPES[len(first)])))
    graph.add((span, DCAT.endDate, Literal(last, datatype=_TYPES[len(last)])))
