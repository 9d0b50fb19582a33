"""A proposal which column of a file is which field of its standard, for a person to confirm."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.engines.tabular.mapping import Field, Mapping, match_columns
from selaras.engines.tabular.standard.model import FieldType, Standard, StandardField
from selaras.engines.tabular.table import Cell

_KINDS: dict[FieldType, str] = {
    "integer": "number", "number": "number", "year": "year", "date": "date", "boolean": "boolean",
}  # fmt: skip


def propose_fit(header: Sequence[str], samples: Sequence[Sequence[Cell]], standard: Standard) -> Mapping:
    """By names and by what the cells hold, as `propose_mapping` does it for the lists of the house.

    `samples`: some cells of each column. Columns × fields comparisons.

    >>> from selaras.engines.tabular.standard import read_standard
    >>> standard = read_standard({"fields": [{"name": "laki", "title": "Laki-laki", "type": "integer"}]})
    >>> propose_fit(["Penduduk (jiwa) / Laki-laki"], [["10"]], standard).as_dict()
    {'Penduduk (jiwa) / Laki-laki': 'laki'}
    """
    return match_columns(header, samples, [_field(one) for one in standard.fields])


def _field(one: StandardField) -> Field:
    kind = "code" if one.code_system else _KINDS.get(one.type, "text")
    return Field(one.name, one.label, kind, tuple(text for text in (one.measure, one.concept) if text), required=True)
