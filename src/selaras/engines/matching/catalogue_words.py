"""The words of a text that can decide: stems of subject words, without numbers, filling words, places and persons."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from scipy.sparse import csr_matrix

from selaras.engines.indonesian.places import subject_words
from selaras.engines.indonesian.stems import stem

_FILLING = frozenset(
    word
    for line in (
        "dan yang untuk di ke dari pada dengan dalam oleh atau serta bagi para agar supaya karena adalah akan",
        "sudah belum tidak masih ada adanya juga lebih sangat kurang perlu dapat bisa",
        "sebagai antar atas bawah tersebut ini itu per",
        "guna secara melalui terhadap antara hingga sampai sepanjang sekitar depan belakang sebelah menuju kepada lain",
        "meter persegi kubik unit paket buah titik lokasi nomor volume rupiah juta ribu kilometer tahun bulan hari se",
        "usulan mohon permohonan kabupaten kota wilayah kewenangan dst",
    )
    for word in line.split()
)

Terms = tuple[tuple[str, str], ...]


def terms(text: str) -> Terms:
    """The deciding words of a text in order, each as (stem, word as it is written out), every stem once."""
    found: dict[str, str] = {}
    for word in subject_words(text):
        root = _root(word)
        if root and root not in found:
            found[root] = word
    return tuple(found.items())


@lru_cache(maxsize=1 << 16)
def _root(word: str) -> str:
    if word in _FILLING or len(word) < 2:
        return ""
    root = stem(word)
    return "" if root in _FILLING else root


class Vocabulary:
    """Stems with their column numbers, in the order in which they were met."""

    def __init__(self) -> None:
        self.columns: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.columns)

    def learn(self, stems: Iterable[str]) -> list[int]:
        return [self.columns.setdefault(word, len(self.columns)) for word in stems]

    def presence(self, texts: Iterable[Terms]) -> csr_matrix:
        """Which known stems are in which text: texts × stems, ones. Stems nobody taught are left out."""
        indices: list[int] = []
        starts = [0]
        columns = self.columns
        for text in texts:
            indices.extend(sorted(columns[root] for root, _ in text if root in columns))
            starts.append(len(indices))
        ones = np.ones(len(indices), dtype=np.float32)
        shape = (len(starts) - 1, len(columns))
        return csr_matrix((ones, np.array(indices, dtype=np.int32), np.array(starts, dtype=np.int32)), shape=shape)
