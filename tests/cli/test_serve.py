"""`selaras serve`: the site answers, and ends when it is told to, as the one that the guide for servers sets up."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from selaras.cli.serve import server_command
from tests.docs.pages import text_of
from tests.processes import environment, free_port, health, started


def test_a_process_is_ended_after_the_time_that_the_guide_names() -> None:
    line = next(
        line for line in text_of("docs/deploy.md").splitlines() if line.startswith("ExecStart=") and "--workers" in line
    )
    option = "--workers-kill-timeout"
    told, ours = shlex.split(line), server_command("127.0.0.1", 8000, 2)
    assert ours[ours.index(option) + 1] == told[told.index(option) + 1]


@pytest.mark.slow
def test_it_answers_and_ends_when_it_is_told(tmp_path: Path) -> None:
    port = free_port()
    words = [sys.executable, "-m", "selaras", "serve", "--port", str(port)]
    with started(words, environment(tmp_path), tmp_path) as site:
        assert health(port) == "sehat\n"
    assert site.returncode == 0
