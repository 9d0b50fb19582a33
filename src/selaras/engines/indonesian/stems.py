"""Indonesian stems by the confix-stripping stemmer of PySastrawi, remembered per word.

Place names must not pass through here unasked: a stemmer that does not know a name takes syllables off it. What this
module returns for a word that leads to no dictionary root is the word itself.

>>> stem("pengaspalan"), stem("perpipaan"), stem("kebumen")
('aspal', 'pipa', 'kebumen')

Reference: Nazief & Adriani (1996), Asian et al. (2007), "Stemming Indonesian", as implemented in PySastrawi.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

# Words whose stem by the book loses or mixes what officers mean.
_KEPT = {
    "ternak": "ternak",
    "peternakan": "ternak",
    "peternak": "ternak",
    "beternak": "ternak",
    "kewirausahaan": "wirausaha",
    "berwirausaha": "wirausaha",
    "wirausahawan": "wirausaha",
    "perkotaan": "kota",
    "perdesaan": "desa",
    "pedesaan": "desa",
    "perikanan": "ikan",
    "pengairan": "irigasi",
    "permukiman": "permukiman",
    "pemukiman": "permukiman",
    "perumahan": "perumahan",
    "lingkungan": "lingkungan",
    "kesehatan": "kesehatan",
    "pendidikan": "pendidikan",
    "pariwisata": "wisata",
    "kepariwisataan": "wisata",
    "pangan": "pangan",
    "pertanahan": "pertanahan",
    "pekarangan": "pekarangan",
    "karangan": "karang",
    "ambulans": "ambulan",
}


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The root of one word in lower case; the word itself where no rule of the language leads to a known root."""
    return _KEPT.get(word) or str(_stemmer().stem(word)) or word


@cache
def _stemmer() -> Any:
    return StemmerFactory().create_stemmer()
