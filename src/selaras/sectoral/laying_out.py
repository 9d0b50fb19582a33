"""A file opened as people said that it is laid out; what they have not said yet is proposed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from selaras.engines.conflicts import UnknownUnit, read_unit
from selaras.engines.tabular import TablePlace, UnknownHeader, UnknownSheet, signature_of, text_of
from selaras.engines.tabular.mapping import SAMPLE
from selaras.engines.tabular.standard import Fit, Source, Standard, TableSource, fit_header, open_source, propose_fit
from selaras.engines.tabular.units import unit_of
from selaras.sectoral.models import Layout, Version

_SHOWN = 3
_LONGEST = 60


@dataclass(frozen=True)
class LaidOut:
    """A source with its columns told apart. `layout`: the decision of a person that was used, if any."""

    source: Source
    fit: Fit
    layout: Layout | None

    @property
    def table_source(self) -> TableSource | None:
        return self.source if isinstance(self.source, TableSource) else None

    def summary(self, standard: Standard) -> dict[str, Any]:
        """What a page needs to let a person decide, in plain JSON."""
        table = self.table_source.table if self.table_source else None
        return {
            "signature": signature_of(self.source.header),
            "layout": self.layout.pk if self.layout else None,
            "sheet": table.facts.sheet if table and table.facts.kind != "csv" else "",
            "header_rows": list(table.facts.header_rows) if table else [1],
            "sheets": self._sheets(),
            "proposed": self._proposed(standard),
        }

    def _sheets(self) -> list[dict[str, Any]]:
        tables = self.table_source.sheets if self.table_source else ()
        return [
            {"name": one.facts.sheet, "rows": len(one.rows)}
            for one in tables
            if len(tables) > 1 and not one.facts.hidden
        ]

    def _proposed(self, standard: Standard) -> list[dict[str, Any]]:
        """A line a column: its field as it stands or as proposed, why, and what its first cells hold."""
        samples = [self._cells(place) for place in range(len(self.source.header))]
        proposal = propose_fit(self.source.header, samples, standard)
        held = {place: name for name, place in self.fit.places.items()}
        free = {match.field for match in proposal.columns} - set(held.values())
        return [
            {
                "column": match.column,
                "field": held.get(match.index)
                or (match.field if match.field in free and not self.layout else "")
                or "",
                "reason": "" if match.index in held else match.reason,
                "cells": [text_of(cell)[:_LONGEST] for cell in islice(filter(text_of, samples[match.index]), _SHOWN)],
            }
            for match in proposal.columns
        ]

    def _cells(self, place: int) -> list[Any]:
        if self.table_source:
            return list(islice(self.table_source.table.column(place), SAMPLE))
        return self.source.sample(place)[:SAMPLE]


def open_laid_out(stream: BinaryIO, version: Version, standard: Standard) -> LaidOut:
    """What was said of this very file counts first, then what was decided for a file with the same column names.

    Raises `TabularError` where the file cannot be read as a table.
    """
    layouts = list(version.dataset.layouts.all())
    own = TablePlace(version.sheet, version.header_row)
    remembered = {TablePlace(one.sheet, one.header_row) for one in layouts} - {TablePlace()}
    source = open_source(stream, version.name, place=own)
    if own == TablePlace() and isinstance(source, TableSource):  # what streams is too large to be opened again
        source = _where_it_was(stream, version, remembered, layouts) or source
    signature = signature_of(source.header)
    layout = next((one for one in layouts if one.signature == signature), None)
    fit = fit_header(source.header, standard, layout.columns if layout else None)
    return LaidOut(source, replace(fit, faults=(*fit.faults, *_unit_faults(source.header, standard, fit))), layout)


def _unit_faults(header: Sequence[str], standard: Standard, fit: Fit) -> Iterator[str]:
    """A column whose own name tells another size of unit than the standard: hectares are no square kilometres."""
    for name, place in fit.places.items():
        told, wanted = unit_of(header[place]), standard.named(name).unit
        if told and wanted and _differ_in_size(told, wanted):
            yield _(
                "Kolom %(column)s bersatuan %(told)s, sedangkan standar meminta %(wanted)s. "
                "Ubah angkanya dan nama kolomnya."
            ) % {"column": header[place], "told": told, "wanted": wanted}


def _differ_in_size(told: str, wanted: str) -> bool:
    try:
        ours, theirs = read_unit(told), read_unit(wanted)
    except UnknownUnit:
        return False
    return ours.dimension == theirs.dimension and ours.factor != theirs.factor


def _where_it_was(stream: BinaryIO, version: Version, places: set[TablePlace], layouts: list[Layout]) -> Source | None:
    """The table at a place that a person named for an earlier file, where the same column names stand there again."""
    known = {(TablePlace(one.sheet, one.header_row), one.signature) for one in layouts}
    for place in sorted(places, key=lambda one: (one.sheet, one.header_row)):
        try:
            source = open_source(stream, version.name, place=place)
        except (UnknownSheet, UnknownHeader):
            continue
        if (place, signature_of(source.header)) in known:
            return source
    return None
