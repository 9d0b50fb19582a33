"""Text that no spreadsheet will run."""

from __future__ import annotations

from selaras.engines.tabular.vocabulary import is_value

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def neutral(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula; numbers and dashes stay.

    >>> neutral("=HYPERLINK(1)"), neutral("-7,71"), neutral("- lampu jalan"), neutral("Jalan")
    ("'=HYPERLINK(1)", '-7,71', "'- lampu jalan", 'Jalan')
    """
    if not text.startswith(_STARTS) or is_value(text) or not text.strip("-–+= "):
        return text
    return f"'{text}"
