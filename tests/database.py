"""Loaded before Django's settings: chooses the database of this run and gives it a home that is thrown away."""

from __future__ import annotations

import os
import shutil
import tempfile

import pytest

from tests.cluster import Cluster, NoPostgres, memory

_started: list[Cluster] = []
_homes: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=["sqlite", "postgresql"], default="sqlite", help="where the models live")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:
        return  # the controller has prepared the environment that this worker inherited
    _homes.append(tempfile.mkdtemp(prefix="selaras-test-"))
    os.environ["SELARAS_HOME"] = _homes[-1]
    os.environ.pop("SELARAS_DATABASE_URL", None)
    os.environ["SELARAS_TOTP"] = "offered"  # else whoever decides meets the code first; tests of it ask for it
    if early_config.known_args_namespace.database == "postgresql":
        try:
            _started.append(Cluster.start(within=memory()))
        except NoPostgres as absent:
            if os.environ.get("SELARAS_FORBID_SKIPS") == "1":
                raise pytest.UsageError(str(absent)) from None
            pytest.exit(f"Skipped on PostgreSQL: {absent}", returncode=0)
        os.environ["SELARAS_DATABASE_URL"] = _started[-1].url


def pytest_unconfigure() -> None:
    while _started:
        _started.pop().stop()
    while _homes:
        shutil.rmtree(_homes.pop(), ignore_errors=True)
