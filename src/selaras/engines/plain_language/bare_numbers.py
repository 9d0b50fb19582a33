"""Numbers that say nothing by themselves: a percentage of what, how many of what, a sum too large to picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selaras.engines.plain_language.model import Remark, Rule
from selaras.engines.plain_language.passages import Passage

_NUMBER = r"(?>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
_PERCENT = re.compile(rf"{_NUMBER}\s?(?:%|persen\b)", re.I)
_LARGE = re.compile(rf"(?:Rp\.?\s?)?{_NUMBER}\s?(?:miliar|milyar|triliun|trilyun)\b(?:\s+rupiah\b)?", re.I)
_REACHES = r"\b(?:mencapai|sebanyak|sebesar|sejumlah|menjadi|berjumlah|hingga)"
_ENDS = r"(?=[.;!?]|$|, |\b(?:dan|atau|pada)\b)"
_ALONE = re.compile(rf"{_REACHES}\s+({_NUMBER})\s*{_ENDS}", re.I)
_BASE = frozenset(
    (
        "dari", "daripada", "dibanding", "dibandingkan", "terhadap", "target", "semula", "sebelumnya", "setiap", "tiap",
        "per", "rata-rata", "naik", "turun",
    )
)  # fmt: skip


def bare_numbers(passage: Passage) -> Iterator[Remark]:
    """One remark a number, none where the sentence says what it is measured by. Costs no points: a number is short.

    O(length).
    """
    text = passage.text[passage.start : passage.end]
    based = any(word.lower in _BASE for word in passage.words)
    if not based:
        for found in _PERCENT.finditer(text):
            said = f'"{found[0]}" tidak menyebut dari apa. Tulis dasarnya, misalnya "45 dari 90 desa".'
            yield _remark(passage, found.span(), said)
        for found in _LARGE.finditer(text):
            said = f'"{found[0]}" sulit dibayangkan. Tambahkan pembandingnya, misalnya per desa atau dari tahun lalu.'
            yield _remark(passage, found.span(), said)
    for found in _ALONE.finditer(text):
        yield _remark(passage, found.span(1), f'"{found[1]}" tidak menyebut satuannya. Tulis apa yang dihitung.')


def _remark(passage: Passage, span: tuple[int, int], message: str) -> Remark:
    start, end = span
    return Remark(passage.number, passage.start + start, passage.start + end, Rule.BARE_NUMBER, message)
