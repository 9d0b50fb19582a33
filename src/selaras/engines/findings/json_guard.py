"""Nesting and breadth of JSON, counted over its text before anything is parsed."""

from __future__ import annotations

import re

import numpy as np

from selaras.engines.findings.errors import Refused

DEEPEST = 60
"""Levels of brackets; SARIF and CycloneDX of honest tools stay under 25."""
MOST_MARKS = 1_000_000
"""Commas and brackets within one value: each costs up to about 100 bytes once it is parsed."""
_ESCAPED = re.compile(rb"\\.", re.DOTALL)
_OTHERS = bytes(code for code in range(256) if chr(code) not in '[]{},"')
_STEP = np.zeros(256, dtype=np.int8)
_STEP[[ord("["), ord("{")]] = 1
_STEP[[ord("]"), ord("}")]] = -1


class Guard:
    """Fed with the text in order; linear, and constant in memory.

    A value ends where the nesting is back to 1, which is where the elements of a top array end.
    """

    def __init__(self) -> None:
        self._depth = 0
        self._marks = 0
        self._quoted = 0
        self._kept = b""

    def feed(self, text: str) -> None:
        """Raise Refused as soon as the text so far is too deep or a value of it too broad."""
        content = self._kept + text.encode("utf-8", "replace")
        odd = (len(content) - len(content.rstrip(b"\\"))) % 2  # an escape that the next part ends
        self._kept = content[len(content) - odd :]
        bare = _ESCAPED.sub(b"", content[: len(content) - odd])
        self._count(np.frombuffer(bare.translate(None, _OTHERS), dtype=np.uint8))

    def _count(self, marks: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> None:
        quotes = marks == ord('"')
        quoted = (np.cumsum(quotes) + self._quoted) % 2 == 1
        self._quoted = (self._quoted + int(quotes.sum())) % 2
        outside = marks[~quoted & ~quotes]
        if not outside.size:
            return
        depths = np.cumsum(_STEP[outside], dtype=np.int64) + self._depth
        self._depth = int(depths[-1])
        if depths.max() > DEEPEST:
            raise too_deep()
        ends = np.flatnonzero(depths <= 1)
        reach = np.concatenate(([-self._marks], ends, [outside.size]))
        self._marks = int(reach[-1] - reach[-2])
        if np.diff(reach).max() > MOST_MARKS:
            raise Refused("Satu bagian JSON ini terlalu besar untuk dibaca dengan aman. Pecah laporannya per sasaran.")


def too_deep() -> Refused:
    return Refused(f"JSON ini bersarang lebih dari {DEEPEST} tingkat; laporan pemindai tidak pernah sedalam itu.")
