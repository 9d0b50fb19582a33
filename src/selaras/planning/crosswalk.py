"""Codes of an older catalogue on their way into the one in force."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selaras.intake.rows import Incoming, still_taken
from selaras.planning.models import Catalogue, CatalogueEntry, Crosswalk

_CODE = re.compile(r"[0-9X]+(?:\.[0-9X]+)+")


def translate(rows: Iterable[Incoming], field: str, catalogue: Catalogue | None) -> None:
    """Replace each code in a field of the rows that the catalogue lacks and its crosswalk from older ones knows.

    A code with one successor is replaced, which is noted on the row; one that was split or dropped keeps the row back
    with the choices. A code that neither knows stays; so does every code while the catalogue is empty. Two queries.
    """
    successors = _Successors.within(catalogue)
    for row in still_taken(rows) if successors.names else ():
        told = row.joined(field)
        current = {code: successors.settle(row, code) for code in _CODE.findall(told)}
        if any(code != new for code, new in current.items()):
            row.values = {**row.values, field: _renewed(told, current)}


def renewed_codes(catalogue: Catalogue) -> dict[tuple[int, str], str]:
    """(older catalogue, its code) to the one code that it became; those that were split or dropped are left out."""
    became: dict[tuple[int, str], set[str]] = defaultdict(set)
    for old, old_code, new_code in Crosswalk.objects.filter(new=catalogue).values_list("old", "old_code", "new_code"):
        became[old, old_code].add(new_code)
    return {key: next(iter(codes)) for key, codes in became.items() if len(codes) == 1 and codes != {""}}


def _renewed(text: str, current: Mapping[str, str]) -> str:
    return _CODE.sub(lambda found: current[found[0]], text)


@dataclass(frozen=True)
class _Successors:
    """The names in a catalogue by code, and what codes of older catalogues became in it ("" where dropped)."""

    names: Mapping[str, str]
    became: Mapping[str, set[str]]

    @classmethod
    def within(cls, catalogue: Catalogue | None) -> _Successors:
        became = defaultdict(set)
        for old_code, new_code in Crosswalk.objects.filter(new=catalogue).values_list("old_code", "new_code"):
            became[old_code].add(new_code)
        names = CatalogueEntry.objects.filter(catalogue=catalogue).values_list("code", "name")
        return cls(dict(names), dict(became))

    def settle(self, row: Incoming, code: str) -> str:
        if code in self.names or code not in self.became:
            return code
        choices = sorted(filter(None, self.became[code]))
        named = "; ".join(f"“{choice}” ({self.names.get(choice, 'tidak ada dalam katalog')})" for choice in choices)
        if not choices:
            row.keep(f"Kode lama “{code}” sudah dihapus dari katalog tanpa pengganti. Pilih kode yang berlaku.")
        elif len(choices) > 1:
            row.keep(f"Kode lama “{code}” dipecah menjadi {len(choices)} kode. Pilih salah satu: {named}.")
        else:
            row.notes.append(f"Kode lama “{code}” dibaca sebagai {named} menurut padanan katalog.")
            return choices[0]
        return code
