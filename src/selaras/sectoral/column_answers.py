"""What a person answers about one column, and the field of the standard that it makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from django.utils.translation import gettext as _

from selaras.engines.tabular import read_number
from selaras.engines.tabular.standard import CodeSystem, Constraints, StandardField
from selaras.engines.tabular.standard.model import FieldType, Scalar

What = Literal["text", "code", "integer", "number", "date", "year", "boolean"]
_TYPES: dict[str, FieldType] = {
    "text": "string", "code": "string", "integer": "integer", "number": "number", "date": "date", "year": "year",
    "boolean": "boolean",
}  # fmt: skip
_FORMS: dict[str, tuple[str | None, str | None]] = {"": (None, None), "id": (",", "."), "en": (".", ",")}
_ORDERED = ("integer", "number", "date", "year")
_YES, _NO = ("ya", "Ya", "YA", "true", "1"), ("tidak", "Tidak", "TIDAK", "false", "0")


@dataclass(frozen=True)
class ColumnAnswer:
    """`numbers`: id (1.234,5), en (1,234.5) or "" for as each file shows it. `system`: system@version of a code."""

    what: str
    title: str = ""
    unit: str = ""
    numbers: str = ""
    required: bool = False
    key: bool = False
    system: str = ""
    names: str = ""
    smallest: str = ""
    largest: str = ""
    choices: tuple[str, ...] = ()
    concept: str = ""
    definition: str = ""
    warns: bool = False


def answer_of(one: StandardField, key: bool) -> ColumnAnswer:
    """The answer that makes this field, for who changes one column of a standard in force."""
    held, system = one.constraints, one.code_system
    what = next((what for what, kind in _TYPES.items() if kind == one.type), "text")
    forms = {form: key for key, form in _FORMS.items()}
    return ColumnAnswer(
        "code" if system else what,
        one.title,
        one.unit,
        forms.get((one.decimal, one.group), ""),
        held.required,
        key,
        f"{system.name}@{system.version}" if system else "",
        system.names if system else "",
        _shown(held.minimum),
        _shown(held.maximum),
        tuple(map(str, held.enum or ())),
        one.concept,
        one.definition,
        one.severity == "warning",
    )


def _shown(bound: Scalar | None) -> str:
    return "" if bound is None else str(bound).replace(".", ",") if isinstance(bound, float) else str(bound)


def field_of(one: StandardField, said: ColumnAnswer) -> tuple[StandardField, dict[str, str]]:
    """The field with the answer in it, and for each part that does not fit its sentence.

    What the questions do not ask about (patterns, lengths, properties of others) stays as it was.
    """
    wrong: dict[str, str] = {}
    if said.what not in _TYPES:
        wrong["what"] = _("Pilih jenis isinya.")
    kind = _TYPES.get(said.what, "string")
    system = _system(said, wrong) if said.what == "code" else None
    decimal, group = _FORMS.get(said.numbers, (None, None)) if kind in ("integer", "number") else (None, None)
    held = _constraints(one.constraints, said, kind, wrong)
    made = replace(
        one,
        type=kind,
        format=one.format if one.type == kind else "any" if kind == "date" else "default",
        title=said.title,
        unit=said.unit,
        decimal=decimal,
        group=group,
        constraints=held,
        code_system=system,
        concept=said.concept,
        definition=said.definition,
        severity="warning" if said.warns else "error",
    )
    return (replace(made, true_values=_YES, false_values=_NO) if kind == "boolean" else made), wrong


def _system(said: ColumnAnswer, wrong: dict[str, str]) -> CodeSystem | None:
    name, _at, version = said.system.strip().partition("@")
    if not name or not version:
        wrong["system"] = _("Kode tanpa sistem dan versi dapat berarti dua hal. Pilih, atau tulis misalnya bps@2020.")
        return None
    return CodeSystem(name, version, said.names)


def _constraints(held: Constraints, said: ColumnAnswer, kind: FieldType, wrong: dict[str, str]) -> Constraints:
    text = kind == "string"
    low, high = _bound(said, "smallest", kind, wrong), _bound(said, "largest", kind, wrong)
    if low is not None and high is not None and type(low) is type(high) and cast(Any, low) > high:
        wrong["largest"] = _("Yang terbesar lebih kecil daripada yang terkecil. Betulkan salah satu.")
    return replace(
        held,
        required=said.required,
        minimum=low,
        maximum=high,
        enum=said.choices or None,
        pattern=held.pattern if text else None,
        min_length=held.min_length if text else None,
        max_length=held.max_length if text else None,
    )


def _bound(said: ColumnAnswer, part: str, kind: FieldType, wrong: dict[str, str]) -> Scalar | None:
    written = getattr(said, part).strip()
    if not written:
        return None
    if kind not in _ORDERED:
        wrong[part] = _("Batas hanya untuk bilangan, tahun, dan tanggal. Kosongkan.")
        return None
    if kind in ("date", "year"):
        return str(written)
    number = read_number(written).value
    if number is None:
        wrong[part] = _("Tulis satu bilangan saja, misalnya 0 atau 1.500,5.")
        return None
    return int(cast(Any, number)) if kind == "integer" else float(cast(Any, number))
