"""Whether a standard can be kept by any table at all: every name leads somewhere, every bound is of its type."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from selaras.engines.tabular.standard.bounds import bound
from selaras.engines.tabular.standard.errors import BadExpression, BadStandard
from selaras.engines.tabular.standard.language import compile_rule, parse
from selaras.engines.tabular.standard.model import NUMERIC, Standard, StandardField
from selaras.engines.tabular.standard.properties import CONSTRAINTS

_OF_TEXTS = ("minLength", "maxLength", "pattern")
_OF_ORDER = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")


def verify(standard: Standard) -> None:
    """Raise `BadStandard` with the first thing that cannot be kept."""
    names = [one.name for one in standard.fields]
    if twice := [name for name in names if names.count(name) > 1]:
        raise BadStandard(f"Kolom {twice[0]} dijelaskan dua kali. Hapus salah satunya.")
    for one in standard.fields:
        _verify_field(one, names)
    for key in (standard.primary_key, *standard.unique_keys, *(key.fields for key in standard.foreign_keys)):
        _known(key, names, "Kunci")
    for foreign in standard.foreign_keys:
        if not foreign.resource:
            _known(foreign.reference_fields, names, "Kunci acuan")
    _verify_rules(standard)


def _known(wanted: Sequence[str], names: Sequence[str], what: str) -> None:
    for name in wanted:
        if name not in names:
            raise BadStandard(f"{what} menyebut kolom {name} yang tidak ada. Kolomnya: {', '.join(names[:30])}.")


def _verify_field(one: StandardField, names: Sequence[str]) -> None:
    held = one.constraints
    _verify_sorts(one)
    for limit in (held.minimum, held.maximum, held.exclusive_minimum, held.exclusive_maximum, *(held.enum or ())):
        if limit is not None:
            bound(one, limit)
    if held.pattern is not None:
        try:
            pl.Series([""]).str.contains(whole(held.pattern))
        except pl.exceptions.ComputeError as wrong:
            raise BadStandard(
                f"Pada kolom {one.name}, pola “{held.pattern}” tidak dapat dipakai. Tulis pola tanpa rujukan balik "
                "atau pandangan ke depan, misalnya ^[0-9]{10}$."
            ) from wrong
    if one.decimal and one.decimal == one.group:
        raise BadStandard(f"Pada kolom {one.name}, tanda desimal dan tanda ribuan harus berbeda.")
    if one.code_system and one.code_system.names:
        _known((one.code_system.names,), names, "Sistem kode")


def _verify_sorts(one: StandardField) -> None:
    """Lengths and patterns are of texts, bounds of what has an order that a reader would expect."""
    for key, ours in CONSTRAINTS.items():
        asked = getattr(one.constraints, ours)
        if asked is None:
            continue
        if key in _OF_TEXTS and one.type not in ("string", "any", "yearmonth"):
            raise BadStandard(f"Pada kolom {one.name}, “{key}” hanya untuk teks. Hapus, atau ganti jenis kolomnya.")
        if key in _OF_ORDER and one.type not in (*NUMERIC, "date", "datetime"):
            raise BadStandard(
                f"Pada kolom {one.name}, “{key}” hanya untuk angka, tahun, tanggal atau waktu. "
                "Hapus, atau ganti jenis kolomnya."
            )


def whole(pattern: str) -> str:
    """A pattern that must fit the whole text, as Table Schema wants it."""
    return f"^(?:{pattern})$"


def _verify_rules(standard: Standard) -> None:
    types = {one.name: one.type for one in standard.fields}
    for rule in standard.rules:
        try:
            compile_rule(parse(rule.expression), types)
        except BadExpression as wrong:
            raise BadExpression(f"Aturan {rule.name}: {wrong}") from wrong
