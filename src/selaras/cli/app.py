"""The application with every command."""

from __future__ import annotations

from selaras.cli.commands import application

app = application()
