"""What the law says, as it comes with the program: one file of regulation parameters a room."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any


def parameters() -> list[dict[str, Any]]:
    """The rows of every file, each with the fields of a regulation parameter."""
    folder = resources.files(__name__).joinpath("parameters")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".json")), key=lambda file: file.name)
    return [row for file in files for row in json.loads(file.read_text(encoding="utf-8"))]
