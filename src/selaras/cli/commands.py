"""The commands there are, and the application that they join."""

from __future__ import annotations

from importlib import import_module

import typer

# Each in the file of the package that follows it.
COMMANDS = {
    "forum": "forum",
    "import": "imports",
    "data": "data",
    "exposure": "exposure",
    "sample": "sample",
    "account": "account",
    "audit": "audit",
    "digest": "digest",
    "information": "information",
    "match": "match",
    "allocate": "allocate",
    "serve": "serve",
    "worker": "worker",
    "backup": "backup",
    "restore": "backup",
    "demo": "demo",
}
_NAMES = {"import": "imports"}  # where Python does not let a command have its own word as its name


def application(*words: str) -> typer.Typer:
    """The application with these commands, or with all: to load all takes longer than most of them run."""
    app = typer.Typer(
        name="selaras",
        help="Forum Perangkat Daerah: dari usulan sampai keputusan yang dapat dihitung ulang.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
    app.callback()(selaras)
    for word in words or COMMANDS:
        found = getattr(import_module(f"selaras.cli.{COMMANDS[word]}"), _NAMES.get(word, word))
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=word)
        else:
            app.command(word)(found)
    return app


def selaras() -> None:
    """Forum Perangkat Daerah: dari usulan sampai keputusan yang dapat dihitung ulang."""
