"""A hall that votes at once against the site in two processes, one killed in the middle: nothing lost, nothing double.

The same run as `bench voting`, with fewer people; there the times are measured too.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.hall.voting import Hall, run
from tests.own_database import own_database

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.mark.parametrize("secret", [False, True], ids=["named", "secret"])
def test_no_acknowledged_answer_is_lost_and_none_is_double(tmp_path: Path, secret: bool) -> None:
    with own_database("hall") as database:
        found = run(Hall(12, 30, pace=0.4, secret=secret, kill_after=6), tmp_path, database)
    assert found["killed"]
    assert found["exceptions"] == []
    assert (found["finished"], found["voted"], found["acknowledged"]) == (12, 12, 12 * 30)
    assert (found["lost"], found["double"]) == (0, 0)
