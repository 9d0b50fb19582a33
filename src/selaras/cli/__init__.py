"""The command line: one typer application, a module a group of commands."""

from selaras.cli.start import main

__all__ = ["main"]
