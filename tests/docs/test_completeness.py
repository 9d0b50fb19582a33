"""Nothing that an office can set, send or call goes without a word in the documentation."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer.main
from typer.core import TyperGroup

from selaras.cli.app import app
from selaras.engines.tabular import KINDS
from selaras.forum import folder
from tests.docs.kinds_table import MARKER, sections
from tests.docs.pages import PAGES, ROOT, text_of

FILES = "docs/id/berkas.md"
VARIABLES = sorted(set(re.findall(r'"(SELARAS_\w+)"', (ROOT / "src/selaras/settings.py").read_text(encoding="utf-8"))))
SETTING_KEYS = sorted(
    {
        key
        for reader in (folder._setting, folder._criteria, folder._criterion)
        for key in re.findall(r'"([a-z_]+)"', inspect.getsource(reader))
    }
)


def commands(command: Any, name: str) -> Iterator[str]:
    """The full name of every command that does something."""
    if isinstance(command, TyperGroup):
        for key, inner in command.commands.items():
            yield from commands(inner, f"{name} {key}")
    else:
        yield name


@pytest.mark.parametrize("variable", VARIABLES)
def test_every_setting_is_explained_to_who_operates_a_server(variable: str) -> None:
    assert f"| `{variable}` |" in text_of("docs/operate.md")


def test_settings_that_are_gone_are_no_longer_explained() -> None:
    explained = {name for page in PAGES for name in re.findall(r"\bSELARAS_[A-Z_]+\b", text_of(page))}
    elsewhere = {"SELARAS_FORBID_SKIPS", "SELARAS_SHARED_DATA"}  # read by the tests
    assert explained <= {*VARIABLES, *elsewhere}


@pytest.mark.parametrize("command", list(commands(typer.main.get_command(app), "selaras")))
def test_every_command_is_shown_somewhere(command: str) -> None:
    assert any(re.search(rf"{re.escape(command)}(?![\w-])", text_of(page)) for page in PAGES)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_is_explained_as_it_is_read(kind: str) -> None:
    """Rewrite the tables with `python -m tests.docs.kinds_table` after a change of the kinds."""
    assert sections(text_of(FILES))[kind] == sections(text_of(FILES), fresh=True)[kind]


def test_every_kind_of_file_has_its_place_on_the_page() -> None:
    assert sorted(MARKER.findall(text_of(FILES))) == sorted(KINDS)


@pytest.mark.parametrize(("start", "kind"), folder.KINDS)
def test_the_name_of_a_file_is_told_beside_its_kind(start: str, kind: str) -> None:
    heading = text_of(FILES).split(f"<!-- kolom: {kind} -->")[0].rpartition("\n## ")[2].splitlines()[0]
    assert f"`{start}" in heading


@pytest.mark.parametrize("key", SETTING_KEYS)
def test_every_key_of_the_setting_is_explained(key: str) -> None:
    assert re.search(rf"`\[*{key}\]*`", text_of(FILES))
