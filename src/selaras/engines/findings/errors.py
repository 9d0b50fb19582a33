"""Why a file cannot be taken, in words for the person who sent it.

FindingsError
├── UnknownFormat   no report of a tool that is known here
├── Damaged         cut off, or not well-formed
└── Refused         shaped to harm, or larger than can be read safely
"""

from __future__ import annotations


class FindingsError(ValueError):
    """The file gives no report; the message says what to do next (in Indonesian)."""


class UnknownFormat(FindingsError):
    """Nothing in the content tells of a scanner or a model that is known."""


class Damaged(FindingsError):
    """The content breaks off or breaks its own format; nothing of it is taken."""


class Refused(FindingsError):
    """Entities of its own, too deep, too large: what an honest tool does not write."""
