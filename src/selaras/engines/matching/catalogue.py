"""What is matched with what: the entries of a programme catalogue, confirmed matches, and the answer for one text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from selaras.engines.matching.errors import CatalogueError


@dataclass(frozen=True, slots=True)
class Entry:
    """A subactivity of the catalogue; `parents` are the names along its code: field of duty, programme, activity."""

    code: str
    name: str
    performance: str = ""
    indicator: str = ""
    unit: str = ""
    definition: str = ""
    parents: tuple[str, ...] = ()

    @property
    def field(self) -> str:
        """The code of its field of duty (bidang urusan): `1.03` of `1.03.10.2.01.0005`."""
        return field_of_code(self.code)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What people decided for a text: a full code, a field of duty by its code, or by its name (`Pertanian`)."""

    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the proposal, written out, and its share (0..1) in the decision for one candidate."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A catalogue entry that may be meant, how sure that is (0..1), and the words that decided, heaviest first."""

    code: str
    name: str
    confidence: float
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of duty that may be meant and how sure that is (0..1)."""

    code: str
    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Match:
    """The answer for one text: at most five candidates, the field of duty, its three best, and whether any fits.

    Where `fits` is False, `best` is empty: nothing in the catalogue is meant with enough confidence. `fields` then
    still tells which way the text leans, with its low confidence.
    """

    text: str
    best: tuple[Candidate, ...]
    field: Field
    fields: tuple[Field, ...]
    fits: bool


def field_of_code(code: str) -> str:
    """The first two parts of a code."""
    return ".".join(code.split(".")[:2])


def checked(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries in order of their codes; CatalogueError where there is none, or one code stands twice."""
    ordered = tuple(sorted(entries, key=lambda entry: entry.code))
    if not ordered:
        raise CatalogueError(
            "Katalog tidak berisi satu pun sub kegiatan. Periksa kolom kode dan nama sub kegiatan di berkasnya."
        )
    for one, other in pairwise(ordered):
        if one.code == other.code:
            raise CatalogueError(f"Kode {one.code} ada dua kali di katalog. Hapus salah satunya, lalu ulangi.")
    return ordered
