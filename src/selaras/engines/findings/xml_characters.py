"""Characters that XML forbids, which tools write nevertheless: copied from banners, in full or as references."""

from __future__ import annotations

import re
from collections.abc import Iterator

_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")
_LONGEST_REFERENCE = len("&#x10ffff;")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]+")


def without_unfit(texts: Iterator[str]) -> Iterator[str]:
    """The same text without forbidden characters and references to such, wherever its parts end."""
    left = ""
    for text in texts:
        whole = left + text
        begun = whole.rfind("&", max(0, len(whole) - _LONGEST_REFERENCE))
        end = len(whole) if begun < 0 or ";" in whole[begun:] else begun
        left = whole[end:]
        yield _REFERENCE.sub(_fit, _UNFIT.sub("", whole[:end]))
    yield _UNFIT.sub("", left)


def _fit(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else int(found[2])
    fits = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code <= 0x10FFFF
    return found[0] if fits else ""
