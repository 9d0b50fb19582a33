"""The figures of a published survey as one table for programs: the whole, each element, desk and period."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selaras.documents.comma import comma_separated
from selaras.satisfaction.models import Result

_COLUMNS = ("bagian", "nama", "nilai", "batas_bawah", "batas_atas", "mutu", "jawaban", "layanan", "periode")


def as_csv(result: Result) -> bytes:
    survey = result.survey
    said = (survey.service.code, survey.name)
    return comma_separated(_COLUMNS, ([*row, *said] for row in _rows(result)))


def _rows(result: Result) -> Iterator[list[Any]]:
    figures, sure = result.figures, result.figures["interval"]
    yield ["indeks", "", result.index, sure["low"], sure["high"], result.band, figures["answers"]]
    for one in figures["elements"]:
        yield ["unsur", one["name"], one["value"], "", "", one["band"], one["answered"]]
    for one in figures["desks"]["standings"]:
        yield ["loket", one["name"], one["index"], one["low"], one["high"], one["band"], one["answers"]]
    for one in figures["trend"]:
        yield ["periode", one["name"], one["index"], one["low"], one["high"], "", ""]
