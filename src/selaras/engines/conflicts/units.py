"""Units of one dimension brought to one: jiwa and ribu jiwa, ha and km2, rupiah and juta."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from selaras.engines.conflicts.errors import UnknownUnit

_TIMES = {"puluh": 10, "ratus": 100, "ribu": 10**3, "ribuan": 10**3, "juta": 10**6, "jt": 10**6, "jutaan": 10**6}
_TIMES |= {"miliar": 10**9, "milyar": 10**9, "triliun": 10**12, "000": 10**3, "000000": 10**6}
# Dimension, then its words, each with how many of the dimension's own unit it is.
_WORDS: dict[str, dict[str, int]] = {
    "orang": dict.fromkeys(("orang", "jiwa", "org", "people", "penduduk", "pasien", "siswa"), 1),
    "rupiah": dict.fromkeys(("rupiah", "rp", "idr"), 1),
    "m2": {"m2": 1, "meter persegi": 1, "are": 100, "ha": 10_000, "hektar": 10_000, "hektare": 10_000}
    | {"km2": 1_000_000, "kilometer persegi": 1_000_000},
    "mm": {"mm": 1, "cm": 10, "m": 1000, "meter": 1000, "km": 1_000_000, "kilometer": 1_000_000},
    "gram": {"gram": 1, "kg": 1000, "kilogram": 1000, "kuintal": 100_000, "kwintal": 100_000, "kw": 100_000}
    | {"ton": 1_000_000},
    "liter": {"liter": 1, "ltr": 1, "m3": 1000},
    "wh": {"wh": 1, "kwh": 1000, "mwh": 1_000_000, "gwh": 1_000_000_000},
    "keluarga": dict.fromkeys(("keluarga", "kk", "kepala keluarga"), 1),
    "rumah tangga": dict.fromkeys(("rumah tangga", "ruta"), 1),
    "persen": dict.fromkeys(("persen", "%", "pct", "percent"), 1),
    "indeks": dict.fromkeys(("indeks", "poin", "skor", "point"), 1),
    "": {"": 1},
}
_MEANING = {word: (dimension, Fraction(many)) for dimension, words in _WORDS.items() for word, many in words.items()}
_MEANS = frozenset({"persen", "indeks"})
_MEASURED = frozenset({"", "rupiah", "mm", "m2", "gram", "liter", "wh"})


@dataclass(frozen=True, slots=True)
class Unit:
    """`factor`: how many of the dimension's own unit one of this unit is."""

    dimension: str
    factor: Fraction

    @property
    def adds_up(self) -> bool:
        """Whether parts in this unit sum to their whole; shares, indices and what is told per something do not."""
        return self.dimension not in _MEANS and "/" not in self.dimension

    @property
    def counts(self) -> bool:
        """Whether it counts single things, whose number wavers by its square root."""
        return not (
            "/" in self.dimension or self.dimension in _MEANS | {"", "rupiah", "mm", "m2", "gram", "liter", "wh"}
        )


@lru_cache(maxsize=4096)
def read_unit(text: str) -> Unit:
    """The dimension and factor of a unit as offices write it. Raises UnknownUnit where nothing is written but signs.

    A word that no dimension knows (ekor, paket) is a dimension of its own, compared only with itself.

    >>> read_unit("ribu jiwa").factor, read_unit("Km²").factor / read_unit("ha").factor
    (Fraction(1000, 1), Fraction(100, 1))
    >>> read_unit("juta Rupiah/kapita").dimension, read_unit("jiwa per km2").adds_up
    ('rupiah/kapita', False)
    """
    plain = re.sub(r"\bper\b", "/", text.casefold().translate(str.maketrans("²³", "23"))).replace(".", "")
    above, *below = (_one(part) for part in _parts(text, plain))
    for one in below:
        above = Unit(f"{above.dimension}/{one.dimension}", above.factor / one.factor)
    return above


def _parts(text: str, plain: str) -> Iterator[str]:
    for place, part in enumerate(plain.split("/")):
        bare = re.sub(r"[^\w% ]", " ", part)
        bare = " ".join(bare.split())
        if not bare and (place or text.strip()):
            raise UnknownUnit(f'Satuan "{text}" tidak terbaca. Tulis satuannya, misalnya jiwa, ha, atau juta rupiah.')
        yield bare


def _one(text: str) -> Unit:
    words, factor = text.split(), Fraction(1)
    while words and (words[0] in _TIMES) and (len(words) > 1 or words[0] not in _MEANING):
        factor *= _TIMES[words.pop(0)]
    if len(words) > 1 and words[-1] in _TIMES:
        factor *= _TIMES[words.pop()]
    rest = " ".join(words)
    dimension, many = _MEANING.get(rest, (rest, Fraction(1)))
    return Unit(dimension, factor * many)
