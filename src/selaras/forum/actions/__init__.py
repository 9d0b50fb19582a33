"""Everything that changes the state of a forum, in the order in which an office does it."""

from selaras.forum.actions.aligning import Aligned, align
from selaras.forum.actions.checking import check_plan
from selaras.forum.actions.deciding import decide
from selaras.forum.actions.opening import name_host, open_forum
from selaras.forum.actions.receiving import annotated, receive
from selaras.forum.actions.running import prepare, run, take_in
from selaras.forum.actions.writing import write

__all__ = [
    "Aligned",
    "align",
    "annotated",
    "check_plan",
    "decide",
    "name_host",
    "open_forum",
    "prepare",
    "receive",
    "run",
    "take_in",
    "write",
]
