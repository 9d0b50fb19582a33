"""Searches for conflicts between tables that change, as a process of its own that a test may kill.

`python -m tests.sectoral.conflicts.deeds prepare` makes the room; `… play` sends each state of the second agency's
table, searches after each, and says each search that is done as one line of JSON.
"""

from __future__ import annotations

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "selaras.settings")
ROWS, APART = 400, (200, 120, 160)


def say(deed: str, look: int = 0) -> None:
    print(json.dumps({"deed": deed, "look": look}), flush=True)


def rows(apart: int) -> list[str]:
    """The first so many rows say one more than the other agency does."""
    return [f"wilayah {place},2024,{place + 1000 + (place < apart)}" for place in range(ROWS)]


def play() -> None:
    from tests.sectoral.conflicts.two_agencies import HEALTH, dataset, looked, sent

    say("ready")
    for apart in APART:
        sent(dataset(HEALTH), *rows(apart))
        say("looked", looked().pk)


def prepare() -> None:
    from selaras.backup.shaping import bring_up
    from tests.sectoral.conflicts.two_agencies import REGISTRY, dataset, sent, steward

    bring_up()
    sent(dataset(REGISTRY), *rows(0))
    steward()


if __name__ == "__main__":
    django.setup()
    prepare() if sys.argv[1] == "prepare" else play()
