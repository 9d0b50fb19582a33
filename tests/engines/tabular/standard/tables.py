"""Small tables for the tests of the standard."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from selaras.engines.tabular.standard import CodeList, Report, check_table, open_source, read_standard


def checked(
    schema: Mapping[str, Any],
    text: str | bytes,
    references: Mapping[str, pl.DataFrame] | None = None,
    code_lists: Sequence[CodeList] = (),
) -> Report:
    """A CSV, as a person would send it, against a schema."""
    content = text.encode() if isinstance(text, str) else text
    return check_table(read_standard(schema), open_source(io.BytesIO(content), "tabel.csv"), references, code_lists)


def faults(report: Report) -> list[tuple[int, str, str]]:
    """Row, column and rule of every fault, in order."""
    return [(fault.row, fault.column, fault.rule) for fault in report.listed()]


def messages(report: Report) -> list[str]:
    """The sentences, in order."""
    return [fault.message for fault in report.listed()]
