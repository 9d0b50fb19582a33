"""The register of indicators as one table for programs: a row an indicator and year."""

from __future__ import annotations

from selaras.documents.comma import comma_separated
from selaras.evidence.queries import indicators_visible_to, standings
from selaras.people.queries import Person

_COLUMNS = (
    "kode", "indikator", "satuan", "tahun", "target", "dasar", "nilai", "diukur_sampai", "cara", "tercapai",
)  # fmt: skip
_WORDS = {True: "ya", False: "tidak", None: ""}


def as_csv(person: Person) -> bytes:
    rows = []
    for one in standings(indicators_visible_to(person)):
        indicator, target, value = one.indicator, one.target, one.value
        told = [target.value, target.basis] if target else ["", ""]
        told += [value.value, value.measured_on, value.method] if value else ["", "", ""]
        rows.append([indicator.code, indicator.name, indicator.unit, one.year, *told, _WORDS[one.is_reached]])
    return comma_separated(_COLUMNS, rows)
