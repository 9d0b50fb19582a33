"""Characters that XML forbids, which tools write nevertheless: copied from banners, in full or as references."""

from __future__ import annotations

import re
from collections.abc import Iterator

_REFERENCE = re.compile(
    r"&#(?:x0{0,5}(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[dD][89a-fA-F][0-9a-fA-F]{2}|[fF]{3}[eEfF])"
    r"|0{0,5}(?:[0-8]|1[124-9]|2[0-9]|3[01]|5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]|6553[45]));"
)
"""A reference to one of: 0 to 31 without tab and line ends, the halves of pairs, FFFE, FFFF."""
_LONGEST_REFERENCE = len("&#x00000ffff;")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]+")


def without_unfit(texts: Iterator[str]) -> Iterator[str]:
    """The same text without forbidden characters and references to such, wherever its parts end."""
    left = ""
    for text in texts:
        whole = left + text
        begun = whole.rfind("&", max(0, len(whole) - _LONGEST_REFERENCE))
        end = len(whole) if begun < 0 or ";" in whole[begun:] else begun
        left = whole[end:]
        yield _REFERENCE.sub("", _UNFIT.sub("", whole[:end]))
    yield _UNFIT.sub("", left)
