"""Every command shown in the documentation runs as shown, one page after the other from its first line to its last.

A page is followed in an empty folder, beside a sample region of a twentieth of its size under the name that the pages
use. What is shown of files that the page itself gives must come out sign for sign; of all else the words must, while
numbers may differ. The sign `…` stands for output left out.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from selaras.sample import make_region
from tests.docs.pages import PAGES, Step, blocks_of, steps_of, text_of

EXAMPLE = "examples/kebumen-2021"
_CODE = re.compile(r"\b(?:[0-9A-F]{4}-){2}[0-9A-F]{4}\b|\b[0-9a-f]{64}\b")
_NUMBER = re.compile(r"\S*\d\S*")
_SCALE = re.compile(r"\b(?:ribu|juta|miliar|triliun)\b")
_OPEN = "\N{INVISIBLE SEPARATOR}"
_QUOTED = re.compile(r"^<!-- dari: (\S+) -->\n\|.*\n\|.*\n((?:\|.*\n)+)", re.M)
_REASON = re.compile(r"^> \*\*Belum didanai.*\n(?:> .*\n)*", re.M)

WITH_COMMANDS = [page for page in PAGES if any(block.language == "console" for block in blocks_of(page))]


@pytest.fixture(scope="module")
def sample() -> dict[str, bytes]:
    return make_region(scale=0.05)


@pytest.fixture
def folder(tmp_path: Path, sample: dict[str, bytes]) -> Path:
    """An empty folder but for the sample region."""
    example = tmp_path / EXAMPLE
    example.mkdir(parents=True)
    for name, content in sample.items():
        (example / name).write_bytes(content)
    return tmp_path


def pattern(shown: str, *, exact: bool) -> str:
    """What is shown as a regular expression for the output, both with single spaces between words."""
    words = " ".join(shown.split())
    words = _CODE.sub(_OPEN, words)
    if not exact:
        words = _SCALE.sub(_OPEN, _NUMBER.sub(_OPEN, words))
    return re.escape(words).replace(re.escape(_OPEN), r"\S+")


def parts(shown: tuple[str, ...]) -> list[str]:
    """What stands between the ellipses."""
    return [part.strip() for part in "\n".join(shown).split("…") if part.strip()]


def run(step: Step, folder: Path) -> subprocess.CompletedProcess[str]:
    program, *arguments = shlex.split(step.command)
    assert program == "selaras", f"a console block runs selaras alone, not: {step.command}"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("SELARAS_")}
    return subprocess.run(
        [sys.executable, "-m", "selaras", *arguments],
        cwd=folder,
        env={**environment, "SELARAS_HOME": str(folder / "var"), "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize("document", WITH_COMMANDS)
def test_the_commands_of_a_page_run_as_shown(document: str, folder: Path) -> None:
    given: list[str] = []
    for block in blocks_of(document):
        if block.file:
            target = folder / block.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, encoding="utf-8")
            given.append(block.file)
        if block.language != "console":
            continue
        for step in steps_of(block):
            done = run(step, folder)
            assert done.returncode == 0, f"{step.command}\n{done.stdout}\n{done.stderr}"
            output, at = " ".join((done.stdout + done.stderr).split()), 0
            exact = any(name in step.command for name in given)
            for part in parts(step.shown):
                found = re.compile(pattern(part, exact=exact)).search(output, at)
                assert found, f"{step.command}\nshown: {part}\n   is: {output[at : at + 2000]}"
                at = found.end()
    for file, rows in _QUOTED.findall(text_of(document)):
        written = (folder / file).read_text(encoding="utf-8")
        for cell in re.findall(r"[^|\n]*[^|\s][^|\n]*", rows):
            assert cell.strip() in written, f"{file} does not say: {cell}"


@pytest.mark.parametrize("document", PAGES)
def test_a_reason_that_is_quoted_is_one_that_the_first_hour_obtains(document: str) -> None:
    obtained = text_of("docs/id/memulai.md")
    for quote in _REASON.findall(text_of(document)):
        assert " ".join(re.sub(r"^> |\*\*", "", quote, flags=re.M).split()) in obtained
