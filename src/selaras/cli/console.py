"""What the commands print with: words to a person, a bar for what takes long, a clear end for what fails."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

# What is printed holds names from files: brackets and colons in them are letters, never marks of a style.
out = Console(markup=False, highlight=False, emoji=False)
err = Console(stderr=True, markup=False, highlight=False, emoji=False)
BAD_INPUT = 2


def fail(sentence: str, *, as_json: bool = False) -> NoReturn:
    """Say what is wrong and what to do, then end with the exit code of bad input."""
    if as_json:
        print_json({"error": sentence})
    else:
        err.print(sentence, style="bold red")
    raise typer.Exit(BAD_INPUT)


def print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


@contextmanager
def progress() -> Iterator[Progress]:
    """A progress display on a terminal; nothing where the output goes to a file."""
    columns = (
        TextColumn("{task.description:<34}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=err, disable=not err.is_terminal) as bar:
        yield bar
