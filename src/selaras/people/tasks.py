"""A task that waits for somebody, as every room tells of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Task:
    """One thing to do: what, how many, on which page (an address' name), until when."""

    sentence: str
    count: int
    page: str
    stage: str = ""
    until: date | None = None


def nearest_first(tasks: Iterable[Task]) -> list[Task]:
    """By deadline; those without one last."""
    return sorted(tasks, key=lambda task: (task.until or date.max, task.page))
