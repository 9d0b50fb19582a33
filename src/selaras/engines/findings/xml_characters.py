"""What XML forbids and tools write nevertheless: characters copied from banners, a name without a declaration."""

from __future__ import annotations

import re
from collections.abc import Iterator

_REFERENCE = re.compile(
    r"&#(?:x0{0,5}(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[dD][89a-fA-F][0-9a-fA-F]{2}|[fF]{3}[eEfF])"
    r"|0{0,5}(?:[0-8]|1[124-9]|2[0-9]|3[01]|5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]|6553[45]));"
)
"""A reference to one of: 0 to 31 without tab and line ends, the halves of pairs, FFFE, FFFF."""
_UNDECLARED = re.compile(r' xsi:nil="(?:true|false)"')
"""Wapiti marks so that nobody signed in, and never declares `xsi`."""
_LONGEST = len(' xsi:nil="false"')
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]+")


def without_unfit(texts: Iterator[str]) -> Iterator[str]:
    """The same text without forbidden characters, references to such, and undeclared marks, wherever its parts end."""
    left = ""
    for text in texts:
        whole = left + text
        window = max(0, len(whole) - _LONGEST)
        begun = max(whole.rfind("&", window), whole.rfind(" ", window))
        left = whole[begun:] if begun >= 0 else ""
        yield _fit(whole[: len(whole) - len(left)])
    yield _fit(left)


def _fit(text: str) -> str:
    return _UNDECLARED.sub("", _REFERENCE.sub("", _UNFIT.sub("", text)))
