"""Which column of a table is which field, and what the header lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selaras.engines.tabular.standard.model import Standard
from selaras.engines.tabular.vocabulary import plain_name


@dataclass(frozen=True, slots=True)
class Fit:
    """`places`: field name to the place of its column, in the standard's order; `faults`: sentences on the header.

    `chosen`: whether a person decided on the columns, who may also have set some aside.
    """

    places: Mapping[str, int]
    faults: tuple[str, ...] = ()
    chosen: bool = False


def fit_header(header: Sequence[str], standard: Standard, chosen: Mapping[str, str] | None = None) -> Fit:
    """The columns by their names, or as a person `chosen` them: column to field, ``""`` for one set aside.

    A column that the choice does not name is found by its name, as without a choice. Expected linear in the columns.

    >>> from selaras.engines.tabular.standard import read_standard
    >>> standard = read_standard({"fields": [{"name": "laki", "type": "integer"}]})
    >>> fit_header(["L (jiwa)", "Ket."], standard).faults
    ('Kolom laki tidak ada. Tambahkan kolom itu, atau samakan namanya.', 'Kolom L (jiwa) tidak ada di standar. \
Hapus kolom itu, atau samakan namanya.', 'Kolom Ket. tidak ada di standar. Hapus kolom itu, atau samakan namanya.')
    >>> fit_header(["L (jiwa)", "Ket."], standard, {"L (jiwa)": "laki", "Ket.": ""})
    Fit(places={'laki': 0}, faults=(), chosen=True)
    """
    if chosen is None:
        places = places_of(header, standard)
        return Fit(places, header_faults(header, standard, places))
    said = {place: chosen[name] for place, name in enumerate(header) if name in chosen}
    taken = {field: place for place, field in said.items() if field}
    rest = [("" if place in said else name) for place, name in enumerate(header)]
    by_name = {field: place for field, place in places_of(rest, standard).items() if field not in taken}
    every = by_name | taken
    places = {one.name: every[one.name] for one in standard.fields if one.name in every}
    aside = frozenset(place for place, field in said.items() if not field)
    return Fit(places, header_faults(header, standard, places, aside, ordered=False), chosen=True)


def places_of(header: Sequence[str], standard: Standard) -> dict[str, int]:
    """Field name to the place of its column: by its very name first, then by name or title spelt a little otherwise."""
    found: dict[str, int] = {}
    for one in standard.fields:
        if one.name in header:
            found[one.name] = header.index(one.name)
    free = [(plain_name(name), place) for place, name in enumerate(header) if place not in found.values()]
    for one in standard.fields:
        keys = {plain_name(one.name), plain_name(one.title)} - {""}
        place = next((place for name, place in free if name in keys and place not in found.values()), None)
        if one.name not in found and place is not None:
            found[one.name] = place
    return {one.name: found[one.name] for one in standard.fields if one.name in found}


def header_faults(
    header: Sequence[str],
    standard: Standard,
    places: Mapping[str, int],
    aside: frozenset[int] = frozenset(),
    *,
    ordered: bool = True,
) -> tuple[str, ...]:
    """Sentences on columns that lack, that are too many or that stand in another order, as far as these count.

    `aside`: the places of columns that a person set aside; they are not too many. `ordered`: whether the order counts.
    """
    match, found = standard.fields_match, []
    if match in ("exact", "equal", "subset"):
        found += [
            f"Kolom {one.label} tidak ada. Tambahkan kolom itu, atau samakan namanya."
            for one in standard.fields
            if one.name not in places
        ]
    if match in ("exact", "equal", "superset"):
        held = {*places.values(), *aside}
        extra = [name for place, name in enumerate(header) if place not in held]
        found += [f"Kolom {name} tidak ada di standar. Hapus kolom itu, atau samakan namanya." for name in extra]
    if match == "partial" and not places:
        found.append("Tidak satu pun kolom di berkas ini ada di standar. Periksa baris nama kolomnya.")
    order = list(places.values())
    if ordered and match == "exact" and not found and order != sorted(order):
        wanted = ", ".join(one.label for one in standard.fields[:30])
        found.append(f"Urutan kolom berbeda dari standar. Susun menjadi: {wanted}.")
    return tuple(found)
