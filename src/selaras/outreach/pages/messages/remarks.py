"""What would make a message easier to read, shown to its writer before it goes out."""

from __future__ import annotations

from selaras.engines.plain_language import Advice, advice_on
from selaras.outreach.models import Message


def remarks_on(title: str, text: str, language: str) -> Advice | None:
    """Title and text as one; none where the language is not the one that can be measured. What is quoted of a hoax is
    left out: nobody mends it.
    """
    if language != Message.Language.INDONESIAN:
        return None
    return advice_on(f"{title.strip()}\n\n{text.strip()}")
