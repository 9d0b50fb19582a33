"""Which column of a table is which field, and what the header lacks."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.engines.tabular.standard.model import Standard
from selaras.engines.tabular.vocabulary import plain_name


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


def header_faults(header: Sequence[str], standard: Standard, places: dict[str, int]) -> tuple[str, ...]:
    """Sentences on columns that lack, that are too many or that stand in another order, as far as these count."""
    match, found = standard.fields_match, []
    if match in ("exact", "equal", "subset"):
        found += [
            f"Kolom {one.label} tidak ada. Tambahkan kolom itu, atau samakan namanya."
            for one in standard.fields
            if one.name not in places
        ]
    if match in ("exact", "equal", "superset"):
        extra = [name for place, name in enumerate(header) if place not in places.values()]
        found += [f"Kolom {name} tidak ada di standar. Hapus kolom itu, atau samakan namanya." for name in extra]
    if match == "partial" and not places:
        found.append("Tidak satu pun kolom di berkas ini ada di standar. Periksa baris nama kolomnya.")
    order = list(places.values())
    if match == "exact" and not found and order != sorted(order):
        wanted = ", ".join(one.label for one in standard.fields[:30])
        found.append(f"Urutan kolom berbeda dari standar. Susun menjadi: {wanted}.")
    return tuple(found)
