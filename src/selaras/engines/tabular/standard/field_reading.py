"""One field from its JSON form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast, get_args

from selaras.engines.tabular.standard.errors import BadStandard
from selaras.engines.tabular.standard.model import CodeSystem, Constraints, FieldType, Scalar, Severity, StandardField
from selaras.engines.tabular.standard.properties import CONSTRAINTS, FIELD_OWN, FIELD_TEXTS

Json = Mapping[str, Any]
_LENGTHS = ("minLength", "maxLength")
_YES_OR_NO = ("required", "unique")
_LONGEST_PATTERN = 500


def read_field(found: Any, place: int) -> StandardField:
    """A field; `place` counts from 1 and names it where it has no name of its own. Raises `BadStandard`."""
    where = f"kolom ke-{place}"
    if not isinstance(found, dict) or not text(found, "name", where):
        raise BadStandard(f"Pada {where}, “name” belum ada.")
    where = f"kolom {found['name']}"
    missing = found.get("missingValues")
    return StandardField(
        found["name"],
        _type(found, where),
        format=text(found, "format", where) or "default",
        constraints=_constraints(found.get("constraints", {}), where),
        missing_values=None if missing is None else texts(missing, "missingValues", where),
        decimal=_sign(found, "decimalChar", where),
        group=_sign(found, "groupChar", where),
        bare_number=bool(found.get("bareNumber", True)),
        true_values=texts(found.get("trueValues", ["true", "True", "TRUE", "1"]), "trueValues", where),
        false_values=texts(found.get("falseValues", ["false", "False", "FALSE", "0"]), "falseValues", where),
        code_system=_code_system(found.get("sdi:codeSystem"), where),
        severity=severity(found, where, "sdi:severity"),
        others={key: value for key, value in found.items() if key not in FIELD_OWN},
        **{ours: text(found, key, where) for key, ours in FIELD_TEXTS.items()},
    )


def text(found: Json, key: str, where: str) -> str:
    """A property that must be a text; ``""`` where it is absent."""
    value = found.get(key, "")
    if not isinstance(value, str):
        raise BadStandard(f"Pada {where}, “{key}” harus berupa teks.")
    return value


def severity(found: Json, where: str, key: str = "severity") -> Severity:
    """How grave a fault is; an error where nothing is said."""
    said = found.get(key, "error")
    if said not in get_args(Severity):
        raise BadStandard(f"Pada {where}, “{key}” harus error atau warning.")
    return cast(Severity, said)


def _type(found: Json, where: str) -> FieldType:
    said = found.get("type", "string")
    if said not in get_args(FieldType):
        known = ", ".join(get_args(FieldType))
        raise BadStandard(f"Pada {where}, jenis “{said}” belum dapat diperiksa. Pilih salah satu: {known}.")
    return cast(FieldType, said)


def _sign(found: Json, key: str, where: str) -> str | None:
    said = found.get(key)
    if said is None or (isinstance(said, str) and said in {".", ",", " ", "'", ""}):
        return said
    raise BadStandard(f"Pada {where}, “{key}” harus titik, koma, spasi atau petik.")


def texts(found: Any, key: str, where: str) -> tuple[str, ...]:
    """A property that must be a list of texts; a missing value may be an object with a label (version 2)."""
    plain = (
        [each.get("value") if isinstance(each, dict) else each for each in found] if isinstance(found, list) else [0]
    )
    if not all(isinstance(each, str) for each in plain):
        raise BadStandard(f"Pada {where}, “{key}” harus berupa daftar teks.")
    return tuple(map(str, plain))


def _code_system(found: Any, where: str) -> CodeSystem | None:
    if found is None:
        return None
    if not isinstance(found, dict) or not text(found, "name", where) or not text(found, "version", where):
        raise BadStandard(f"Pada {where}, “sdi:codeSystem” harus memuat “name” dan “version”.")
    return CodeSystem(found["name"], found["version"], text(found, "names", where))


def _constraints(found: Any, where: str) -> Constraints:
    if not isinstance(found, dict):
        raise BadStandard(f"Pada {where}, “constraints” harus berupa objek.")
    if unknown := [key for key in found if key not in CONSTRAINTS]:
        raise BadStandard(f"Pada {where}, syarat “{unknown[0]}” tidak dikenal. Yang dikenal: {', '.join(CONSTRAINTS)}.")
    return Constraints(**{CONSTRAINTS[key]: _constraint(key, value, where) for key, value in found.items()})


def _constraint(key: str, value: Any, where: str) -> Any:
    if key in _YES_OR_NO and not isinstance(value, bool):
        raise BadStandard(f"Pada {where}, “{key}” harus true atau false.")
    if key in _LENGTHS and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
        raise BadStandard(f"Pada {where}, “{key}” harus bilangan bulat nol atau lebih.")
    if key == "pattern" and (not isinstance(value, str) or len(value) > _LONGEST_PATTERN):
        raise BadStandard(f"Pada {where}, “pattern” harus teks paling banyak {_LONGEST_PATTERN} huruf.")
    if key == "enum":
        if not isinstance(value, list) or not value or not all(isinstance(each, Scalar) for each in value):
            raise BadStandard(f"Pada {where}, “enum” harus berupa daftar nilai yang tidak kosong.")
        return tuple(value)
    return value
