"""What holds of the whole house: small files with names of their own, complete migrations, locks that pin by hash."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

import selaras.engines

ROOT = Path(__file__).parents[2]
MOST_LINES = 400
NAMES_OF_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc"}
# Spelt in parts, so that this file does not name them itself.
REGISTRIES = ["pypi" + ".org", "python" + "hosted.org", "registry." + "npmjs", "--index" + "-url", "--extra" + "-index"]
MACHINE_PATHS = re.compile(r"(?<![\w.:/])/(?:home|root|work|Users)/[a-z]")
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def kept_files() -> list[Path]:
    """Every file under version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def texts() -> list[tuple[Path, str]]:
    found = []
    for path in kept_files():
        content = path.read_bytes()
        if b"\0" not in content[:8000]:
            found.append((path.relative_to(ROOT), content.decode("utf-8", errors="replace")))
    return found


def test_no_file_names_a_registry_or_a_place_on_one_machine() -> None:
    named = [(str(path), word) for path, text in texts() for word in REGISTRIES if word in text]
    placed = [(str(path), found[0]) for path, text in texts() if (found := MACHINE_PATHS.search(text))]
    assert named == []
    assert placed == []


def test_source_files_are_short() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in kept_files()
        if path.suffix == ".py" and "migrations" not in path.parts
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


def test_every_module_has_a_name_of_its_own() -> None:
    nameless = [str(path.relative_to(ROOT)) for path in kept_files() if path.stem.lower() in NAMES_OF_NOTHING]
    assert nameless == []


@pytest.mark.django_db
def test_migrations_are_complete() -> None:
    said = StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1, stdout=said)
    except SystemExit:
        pytest.fail(said.getvalue())


def engine_modules() -> list[str]:
    return [found.name for found in pkgutil.walk_packages(selaras.engines.__path__, "selaras.engines.")]


@pytest.mark.parametrize("name", engine_modules())
def test_the_examples_of_an_engine_run(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0


def test_every_engine_has_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    folders = {path.name for path in (ROOT / "src/selaras/engines").iterdir() if (path / "__init__.py").exists()}
    shown = {
        name.split(".")[2]
        for name in engine_modules()
        if any(test.examples for test in finder.find(importlib.import_module(name)))
    }
    assert folders - shown == set()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_every_package_by_hash_and_names_no_address(lock: Path) -> None:
    text = lock.read_text()
    assert "://" not in text
    packages = re.split(r"(?<!\\)\n(?=\S)", text.strip())
    assert len(packages) > 10
    for package in packages:
        assert re.match(r"[a-z0-9_.\[\]-]+==\S+", package), package
        assert "--hash=sha256:" in package, package


def test_there_are_locks_for_running_and_for_developing() -> None:
    assert {"run.txt", "dev.txt"} <= {lock.name for lock in LOCKS}
