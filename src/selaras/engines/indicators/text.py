"""When two texts say the same."""

from __future__ import annotations

import re

_APART = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """Lower case, single spaces. O(length)."""
    return _SPACE.sub(" ", text).strip().lower()


def bare(text: str) -> str:
    """Only its words, so that case, punctuation and spacing do not part two equal texts. O(length).

    >>> bare("Jumlah  Dokumen/Laporan.") == bare("jumlah dokumen laporan")
    True
    """
    return _APART.sub(" ", text).strip().lower()
