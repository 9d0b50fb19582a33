"""What a sheet carries beside its cells: headers, rules of entry and colour, filters, scenarios, data of programs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from selaras.engines.redaction.findings import Kind, Mending, Trace
from selaras.engines.redaction.ooxml.office import remove, text_traces
from selaras.engines.redaction.ooxml.package import Element
from selaras.engines.redaction.personal import personal
from selaras.engines.redaction.xlsx.book import Book, Sheet, s

_MOST_TOLD = 12
_OWN = "customProperty"


def side_traces(book: Book, sheet: Sheet) -> Iterator[Trace]:
    """Headers, footers, rules of entry and of colour, filters, scenarios and own data of a sheet."""
    yield from _scenarios(sheet)
    yield from _own_data(book, sheet)
    yield from _conditions(book, sheet)
    for group in sheet.root.iter(s("headerFooter")):
        for element in group:
            yield from text_traces([element], f"{sheet.place} kepala atau kaki halaman")
    for rule in sheet.root.iter(s("dataValidation")):
        for text in [*rule.itertext(), *rule.attrib.values()]:
            for one in personal(text):
                yield Trace(one.kind, f"{sheet.place} aturan isian", one.text, mend=partial(remove, rule))
    for link in sheet.root.iter(s("hyperlink")):
        for key in ("display", "tooltip", "location"):
            for one in personal(link.get(key) or ""):
                mend = partial(link.attrib.pop, key, None)
                yield Trace(one.kind, f"{sheet.place} {link.get('ref')}", one.text, Mending.MASKED, mend)


def _scenarios(sheet: Sheet) -> Iterator[Trace]:
    for group in list(sheet.root.iterchildren(s("scenarios"))):
        told = [value for one in group.iter(etree.Element) for value in one.attrib.values()]
        yield Trace(
            Kind.HIDDEN_DATA, f"{sheet.place} skenario", "; ".join(told[:_MOST_TOLD]), mend=partial(remove, group)
        )


def _own_data(book: Book, sheet: Sheet) -> Iterator[Trace]:
    """Data that a program kept with the sheet for itself."""
    for link in book.package.links(sheet.part):
        if link.type.rsplit("/", 1)[-1] == _OWN and link.target in book.package:
            yield Trace(
                Kind.HIDDEN_DATA, f"{sheet.place} data program", link.target, mend=partial(_forget_own, book, sheet)
            )


def _forget_own(book: Book, sheet: Sheet) -> None:
    for link in book.package.links(sheet.part):
        if link.type.rsplit("/", 1)[-1] == _OWN:
            book.package.unlink(link)
    for element in list(sheet.root.iterchildren(s("customProperties"))):
        remove(element)


def _conditions(book: Book, sheet: Sheet) -> Iterator[Trace]:
    """Persons in the formulas that colour cells, and in what a filter looks for."""
    for rule in sheet.root.iter(s("cfRule")):
        for one in personal(" ".join(rule.itertext())):
            yield Trace(one.kind, f"{sheet.place} aturan warna", one.text, mend=partial(_remove_rule, rule))
    roots = [sheet.root, *(book.package.tree(part) for part in book.package.linked(sheet.part, "table"))]
    for column in (one for root in roots for one in root.iter(s("filterColumn"))):
        for value in (value for one in column.iter(etree.Element) for value in one.attrib.values()):
            for one in personal(value):
                yield Trace(one.kind, f"{sheet.place} saringan", one.text, mend=partial(remove, column))


def _remove_rule(rule: Element) -> None:
    """A list of rules without rules is no valid part."""
    group = rule.getparent()
    remove(rule)
    if group is not None and not len(group):
        remove(group)
