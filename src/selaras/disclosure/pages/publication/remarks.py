"""What would make an item of the list easier to read, as it is shown beside the field."""

from __future__ import annotations

from selaras.engines.plain_language import Advice, advice_on


def remarks_on(title: str, summary: str) -> Advice:
    """Title and summary as one text, the way the item's own index is counted."""
    return advice_on(f"{title.strip()}\n\n{summary.strip()}")
