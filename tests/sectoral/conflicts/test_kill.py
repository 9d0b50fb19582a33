"""`kill -9` while conflicts are looked for: each search is written down whole or not at all, and done again it ends
the same.
"""

from __future__ import annotations

import contextlib
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.forum.test_kill import check_chain
from tests.own_database import own_database
from tests.sectoral.conflicts.deeds import APART
from tests.sectoral.test_kill import Office

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow(minutes=1)]
KILLS = 8


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[list[Office]]:
    """One that is left in peace, and one that is not."""
    made = []
    with contextlib.ExitStack() as left_behind:
        for name in ("damai", "terganggu"):
            home = tmp_path / name
            home.mkdir()
            url = left_behind.enter_context(own_database(f"conflicts_{name}"))
            made.append(Office(home, url, "tests.sectoral.conflicts.deeds"))
            made[-1].finish("prepare")
        yield made


def ids(office: Office, query: str) -> set[int]:
    with office.opened() as database:
        return {row[0] for row in database.execute(query).fetchall()}


def check_whole(office: Office, said: list[dict[str, Any]]) -> None:
    """What stands is what the log tells of whole searches: no conflict more, none without its sides and its history."""
    with office.opened() as database:
        check_chain(database)
        told = database.execute(
            "SELECT subject, detail FROM audit_entry WHERE action = 'sectoral.conflicts_looked_for' ORDER BY id"
        ).fetchall()
        sides = dict(database.execute("SELECT conflict_id, count(*) FROM sectoral_side GROUP BY 1").fetchall())
    done: set[int] = set()
    standing: set[int] = set()
    gone: set[int] = set()
    for subject, detail in told:
        found = json.loads(detail) if isinstance(detail, str) else detail
        done.add(int(subject))
        standing |= set(found["new"])
        gone = (gone - set(found["reopened"])) | set(found["gone"])
    assert ids(office, "SELECT id FROM sectoral_look WHERE state = 'done'") == done
    assert ids(office, "SELECT id FROM sectoral_conflict") == standing
    assert ids(office, "SELECT id FROM sectoral_conflict WHERE state = 'vanished'") == gone
    assert ids(office, "SELECT DISTINCT conflict_id FROM sectoral_word WHERE kind = 'found'") == standing
    assert sides == dict.fromkeys(standing, 2)
    assert {one["look"] for one in said} <= done, "what was said to be done is done"


def stands(office: Office) -> list[tuple[str, str, str]]:
    with office.opened() as database:
        found = database.execute("SELECT region, state, gap FROM sectoral_conflict ORDER BY region").fetchall()
    return [tuple(row) for row in found]


def test_killed_at_any_moment_nothing_is_half_found_and_done_again_it_comes_to_the_same(
    offices: list[Office],
) -> None:
    peaceful, disturbed = offices
    start = time.monotonic()
    peaceful.finish("play")
    lasts = time.monotonic() - start
    check_whole(peaceful, [])
    chance = random.Random(20200211)
    said: list[dict[str, Any]] = []
    killed = 0
    for _ in range(KILLS):
        was_running, heard = disturbed.played_until(chance.uniform(0.01, 0.7) * lasts)
        killed += was_running
        said += heard
        check_whole(disturbed, said)
    said += [one for one in disturbed.finish("play") if one["deed"] != "ready"]
    check_whole(disturbed, said)
    assert stands(disturbed) == stands(peaceful)
    assert [state for _region, state, _gap in stands(peaceful)].count("open") == APART[-1]
    assert killed, "every run ended before it could be killed"
    print(f"killed {killed} of {KILLS} runs that last {lasts:.1f} s")
