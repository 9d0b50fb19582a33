"""The setting of the sample holds nothing that the forum does not read: an office copies it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selaras.forum.errors import FolderError
from selaras.forum.folder import Setting, open_folder
from selaras.sample import make_region

FILES = make_region(scale=0.001)
LINES = FILES["forum.toml"].decode().splitlines()
OTHERS = {'"': '"lain"', "t": "false", "2020-": "2020-02-12"}


def setting(folder: Path, lines: list[str]) -> Setting | FolderError:
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    (folder / "forum.toml").write_text("\n".join(lines), encoding="utf-8")
    try:
        return open_folder(folder).setting
    except FolderError as wrong:
        return wrong


@pytest.mark.parametrize("place", [at for at, line in enumerate(LINES) if " = " in line and not line.startswith("#")])
def test_another_value_makes_another_setting(tmp_path: Path, place: int) -> None:
    key, value = LINES[place].split(" = ", 1)
    other = next((other for start, other in OTHERS.items() if value.startswith(start)), "7")
    changed = [*LINES[:place], f"{key} = {other}", *LINES[place + 1 :]]
    assert re.fullmatch(r"\w+", key)
    assert setting(tmp_path, changed) != setting(tmp_path, LINES), f"{key} is read by nobody"
