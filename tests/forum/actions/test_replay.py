"""A decision can be computed again from its file alone; whatever was changed in it shows."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from selaras import __version__
from selaras.forum import deciding
from selaras.forum.actions import decide
from selaras.forum.errors import ReplayMismatch
from selaras.forum.replay import FORMAT, replay
from tests.forum.random_inputs import decision_inputs
from tests.forum.small_forum import actor, ready

Json = dict[str, Any]


@pytest.fixture
def document(db: None) -> Json:
    decision = decide(ready(), actor=actor())
    found: Json = json.loads(zlib.decompress(bytes(decision.document)))
    return found | {"digest": decision.digest}


def test_the_stored_decision_computes_to_itself(document: Json) -> None:
    digest = document.pop("digest")
    assert replay(document) == digest == deciding.digest(document)


@settings(max_examples=30, deadline=None)
@given(inputs=decision_inputs())
def test_any_decision_computes_to_itself(inputs: Json) -> None:
    made = {"format": FORMAT, "version": __version__, "inputs": inputs, "result": deciding.decide(inputs)}
    read = json.loads(deciding.canonical(made))
    assert replay(read) == deciding.digest(made)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every number, text and truth value in a document."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*path, key))
    elif value is not None:
        yield path


def changed_at(document: Json, path: tuple[Any, ...]) -> Json:
    copied = copy.deepcopy(document)
    holder: Any = copied
    for key in path[:-1]:
        holder = holder[key]
    old = holder[path[-1]]
    holder[path[-1]] = (not old) if isinstance(old, bool) else f"{old}x" if isinstance(old, str) else old + 1
    return copied


def test_any_change_of_the_result_shows(document: Json) -> None:
    del document["digest"]
    every = [("result", *path) for path in places(document["result"])]
    for path in random.Random(7).sample(every, 40):
        with pytest.raises(ReplayMismatch, match="tidak sama dengan isi berkas"):
            replay(changed_at(document, path))


def test_any_change_of_the_inputs_shows_in_the_digest_and_what_bears_on_it_in_the_result(document: Json) -> None:
    digest = document.pop("digest")
    for path in places(document["inputs"]):
        changed = changed_at(document, ("inputs", *path))
        assert deciding.digest(changed) != digest
        if path[0] == "ceilings" and path[-1] == "amount":
            with pytest.raises(ReplayMismatch):
                replay(changed)


@pytest.mark.parametrize("wrong", [[], {}, {"format": "selaras.decision/9"}, "teks", None])
def test_a_file_of_another_kind_is_told_apart(wrong: Any) -> None:
    with pytest.raises(ReplayMismatch, match=r"bukan decision\.json"):
        replay(wrong)


@pytest.mark.parametrize("part", ["inputs", "result"])
def test_a_file_that_lacks_a_part_is_told_so(document: Json, part: str) -> None:
    del document[part]
    with pytest.raises(ReplayMismatch, match="tidak lengkap"):
        replay(document)


def test_inputs_that_no_decision_can_be_made_from_are_told_so(document: Json) -> None:
    del document["inputs"]["criteria"]
    with pytest.raises(ReplayMismatch, match="tidak lengkap"):
        replay(document)


NO_DJANGO = """
import json, sys
sys.modules["sqlite3"] = sys.modules["psycopg"] = None
from selaras.forum.replay import replay
print(replay(json.load(open(sys.argv[1], encoding="utf-8"))))
assert not any(name == "django.db" or name.startswith("selaras.") and name.endswith(".models") for name in sys.modules)
"""


def test_no_database_is_needed(document: Json, tmp_path: Path) -> None:
    digest = document.pop("digest")
    (tmp_path / "decision.json").write_bytes(deciding.canonical(document))
    ran = subprocess.run(
        [sys.executable, "-c", NO_DJANGO, str(tmp_path / "decision.json")], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout.split()[-1]) == (0, digest), ran.stderr
