"""Everything that changes the state of a forum, in the order in which an office does it."""

from selaras.forum.actions.aligning import Aligned, align
from selaras.forum.actions.checking import check_plan
from selaras.forum.actions.deciding import decide
from selaras.forum.actions.opening import name_host, open_forum
from selaras.forum.actions.overriding import Wish, foresee, override, undo_override
from selaras.forum.actions.receiving import annotated, receive
from selaras.forum.actions.running import prepare, run, take_in
from selaras.forum.actions.writing import write

__all__ = [
    "Aligned",
    "Wish",
    "align",
    "annotated",
    "check_plan",
    "decide",
    "foresee",
    "name_host",
    "open_forum",
    "override",
    "prepare",
    "receive",
    "run",
    "take_in",
    "undo_override",
    "write",
]
