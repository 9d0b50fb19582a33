"""The addresses of the network of public bodies that not everybody reads, for tests/web/addresses.py."""

from __future__ import annotations

STAFF_ONLY = frozenset(
    {
        "desk-describe",
        "desk-kept",
        "desk-own",
        "desks-template",
        "desks-upload",
        "desks-upload-check",
        "helped-villages",
        "officer-end",
        "officer-new",
        "overdue-bodies",
        "training-new",
    }
)
POST_ONLY = frozenset({"desk-helper"})
FILES = frozenset({"desks-template"})
