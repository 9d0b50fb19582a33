"""The pages of the documentation, and the fenced blocks on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = tuple(sorted(path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))))
_FENCE = re.compile(r"^```(\w*)[ \t]*(\S*)[ \t]*\n(.*?)^```[ \t]*$", re.M | re.S)
_PROMPT = "$ "


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the file that it gives the content of (else empty), its text."""

    language: str
    file: str
    text: str


@dataclass(frozen=True)
class Step:
    """One command as a reader types it, and the output that the page shows of it."""

    command: str
    shown: tuple[str, ...]


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks_of(page: str) -> tuple[Block, ...]:
    return tuple(Block(*found) for found in _FENCE.findall(text_of(page)))


def steps_of(block: Block) -> Iterator[Step]:
    """The commands of a console block, each with the lines below it."""
    command, shown = "", []
    for line in block.text.splitlines():
        if line.startswith(_PROMPT):
            if command:
                yield Step(command, tuple(shown))
            command, shown = line.removeprefix(_PROMPT), []
        else:
            shown.append(line)
    if command:
        yield Step(command, tuple(shown))
