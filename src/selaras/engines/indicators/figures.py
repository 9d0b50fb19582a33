"""Read one figure as an Indonesian office writes it."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from selaras.engines.indicators.model import Figure

_GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GROUPED_ENGLISH = re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d+")
_FIGURE = re.compile(r"(?P<figure>-?\d[\d.,]*)\s*(?P<unit>[^\d\W].*|%|‰)?", re.DOTALL)


def read(figure: Figure) -> Decimal | None:
    """The number, its unit beside it ignored; None for nothing, a range or words. O(length).

    >>> [read(f) for f in ("90,38 %", "1.250 orang", "12.5", 7, "80-90", "seluruh", None)]
    [Decimal('90.38'), Decimal('1250'), Decimal('12.5'), Decimal('7'), None, None, None]
    """
    if isinstance(figure, int | Decimal):
        value = Decimal(figure)
        return value if value.is_finite() else None
    found = _FIGURE.fullmatch((figure or "").strip())
    if found is None or re.search(r"\d", found["unit"] or ""):
        return None
    text = found["figure"].rstrip(".,")
    if _GROUPED.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _GROUPED_ENGLISH.fullmatch(text):
        text = text.replace(",", "")
    else:
        text = text.replace(",", ".")
    try:
        return Decimal(text)
    except InvalidOperation:  # two decimal points: not a figure
        return None
