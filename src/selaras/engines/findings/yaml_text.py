"""YAML of a model: small, shallow, plain values only, its aliases counted as often as they are used."""

from __future__ import annotations

from typing import Any

import yaml

from selaras.engines.findings.errors import Damaged, FindingsError, Refused
from selaras.engines.findings.source import Source

LONGEST = 2 * 1024 * 1024
DEEPEST = 30
MOST_NODES = 200_000
"""Values with every alias written out: aliases of aliases are how a small YAML grows without bound."""


def read_yaml(source: Source) -> Any:
    """The one document of a model; Refused above the bounds, Damaged where it is no YAML."""
    text = source.text(LONGEST)
    try:
        _guard(text)
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except FindingsError:
        raise
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        mark = getattr(problem, "problem_mark", None)
        where = f" pada baris {mark.line + 1}" if mark else ""
        raise Damaged(f"YAML rusak atau terpotong{where}. Perbaiki modelnya, lalu kirim lagi.") from None


def _guard(text: str) -> None:
    sizes: dict[str, int] = {}
    open_nodes: list[tuple[str | None, int]] = []  # the anchor of each, and how large what stood before it is
    size = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        size += _own_size(event, sizes)
        if isinstance(event, yaml.CollectionStartEvent):
            open_nodes.append((event.anchor, size - 1))
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = open_nodes.pop()
            if anchor:
                sizes[anchor] = size - before
        elif isinstance(event, yaml.ScalarEvent) and event.anchor:
            sizes[event.anchor] = 1
        if len(open_nodes) > DEEPEST or size > MOST_NODES:
            raise Refused("YAML ini lebih dalam atau lebih besar daripada model mana pun. Tidak dibaca.")


def _own_size(event: yaml.Event, sizes: dict[str, int]) -> int:
    if isinstance(event, yaml.AliasEvent):
        return sizes.get(event.anchor or "", MOST_NODES + 1)  # an alias within what it names has no end
    return int(isinstance(event, yaml.NodeEvent))
