"""Free text as the public may read it."""

from __future__ import annotations

from functools import lru_cache

from selaras.engines.privacy import mask


@lru_cache(maxsize=20_000)
def masked(text: str) -> str:
    """The text without numbers and names of private persons; remembered, since lists and files ask again."""
    return mask(text)
