"""Bookmarks of a PDF that do more than lead to a page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pikepdf

from selaras.engines.redaction.findings import Trace
from selaras.engines.redaction.pdf.marks import action_trace, actions

BOOKMARK = "penanda (bookmark)"


def bookmark_traces(pdf: pikepdf.Pdf) -> Iterator[Trace]:
    """What a bookmark does besides leading to a page."""
    for item in _bookmarks(pdf.Root.get("/Outlines")):
        for action in actions(item):
            trace = action_trace(action, BOOKMARK)
            if trace is not None:
                trace.mend = partial(_forget_action, item)
                yield trace


def _forget_action(item: pikepdf.Object) -> None:
    if "/A" in item:
        del item["/A"]


def _bookmarks(root: object) -> Iterator[pikepdf.Object]:
    waiting, known = [root], set[tuple[int, int]]()
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Dictionary) and (one.objgen == (0, 0) or one.objgen not in known):
            known.add(one.objgen)
            yield one
            waiting += [one.get("/First"), one.get("/Next")]
