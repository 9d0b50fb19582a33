"""What the description and the standard of a dataset already say, as the first answers of a metadata form.

The answers are Indonesian whatever the language of the page: they are kept and printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from selaras.engines.tabular.standard import Standard, StandardField, read_standard
from selaras.sectoral import models
from selaras.sectoral.models import Dataset, Metadata

Form = Metadata.Form
_FREQUENCIES = {
    frequency: str(at) for at, frequency in enumerate(Dataset.Frequency.values, 1)
}  # as question 4.2 has it
_NAME = re.compile(r"\w+")
_TYPES = {
    "string": "teks",
    "integer": "bilangan bulat",
    "number": "bilangan",
    "boolean": "ya atau tidak",
    "date": "tanggal",
    "datetime": "tanggal dan jam",
    "year": "tahun",
    "yearmonth": "bulan",
}


def proposed_answers(dataset: Dataset, standard: models.Standard | None, form: str, subject: str) -> dict[str, Any]:
    """Only what is known: the person who fills in the form reads it, mends it and adds the rest."""
    if form == Form.ACTIVITY:
        return _said(_activity(dataset))
    if form == Form.INDICATOR:
        return _said(_indicator(dataset, subject))
    read = read_standard(standard.package) if standard else None
    found = next((one for one in read.fields if one.name == subject), None) if read else None
    return _said(_variable(found, read)) if found and read else {}


def _said(told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if value not in ("", None)}


def _activity(dataset: Dataset) -> dict[str, Any]:
    return {
        "title": dataset.title,
        "agency": dataset.agency.name,
        "email": dataset.contact_email,
        "unit": dataset.contact_unit,
        "purpose": dataset.summary,
        "repeated": "2",
        "frequency": _FREQUENCIES[dataset.frequency],
        "coverage": dataset.agency.region.name,
    }


def _indicator(dataset: Dataset, subject: str) -> dict[str, Any]:
    """Of the figure that the dataset is about; of another indicator nothing is known but where it comes from."""
    told = {"activity": dataset.title}
    if subject.casefold() in ("", dataset.concept.casefold()):
        names = ("concept", "definition", "classification", "measure", "unit")
        told |= {name: getattr(dataset, name) for name in names}
    return told


def _variable(one: StandardField, standard: Standard) -> dict[str, Any]:
    system = one.code_system
    return {
        "alias": one.title if one.title != one.name else "",
        "concept": one.concept or standard.concept,
        "definition": one.definition or one.description,
        "type": _TYPES.get(one.type, ""),
        "measure": one.measure,
        "unit": one.unit,
        "classification": one.classification or (str(system) if system else ""),
        "validation": "; ".join(_rules(one, standard)),
    }


def _rules(one: StandardField, standard: Standard) -> list[str]:
    """What the check asks of the column, in words."""
    bounds = one.constraints
    found = []
    if bounds.required or one.name in standard.primary_key:
        found.append("wajib diisi")
    if bounds.unique or standard.primary_key == (one.name,):
        found.append("tidak berulang")
    if bounds.minimum is not None:
        found.append(f"paling kecil {bounds.minimum}")
    if bounds.maximum is not None:
        found.append(f"paling besar {bounds.maximum}")
    if bounds.enum:
        found.append("salah satu dari: " + ", ".join(map(str, bounds.enum)))
    found += [rule.message or rule.expression for rule in standard.rules if one.name in _NAME.findall(rule.expression)]
    return found
