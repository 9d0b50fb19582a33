"""What every test may use: the shared data where present, a PostgreSQL, and skips that can be forbidden."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from hypothesis import settings

from tests.cluster import Cluster, NoPostgres

SHARED = Path(os.environ.get("SELARAS_SHARED_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
settings.register_profile("selaras", deadline=None)  # no test asserts a time
settings.load_profile("selaras")
FORBID_SKIPS = os.environ.get("SELARAS_FORBID_SKIPS") == "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("shared_data") and not (SHARED / "INDEX.md").exists():
            item.add_marker(pytest.mark.skip(reason="the shared data set is not on this machine"))
    items.sort(key=_turn)  # the sort is stable


def _turn(item: pytest.Item) -> tuple[bool, float]:
    """Fast ones first; among the slow those of minutes before the rest, else one worker ends alone with one of them."""
    slow = item.get_closest_marker("slow")
    return slow is not None, -slow.kwargs.get("minutes", 0) if slow else 0


def pytest_collection_finish() -> None:
    """All that was loaded stays to the end: let no test wait while it is looked through for rings once more."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, None]:
    report = (yield).get_result()
    if FORBID_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipping is forbidden here: {report.longrepr}"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """No test pulls the plug on its own database: it need not wait for the disk at each commit.

    The processes that tests start and kill set their databases up themselves, as in an office.
    """
    options = django_settings.DATABASES["default"].get("OPTIONS", {})
    if "init_command" in options:  # SQLite; the PostgreSQL of the tests is started that way
        options["init_command"] += "PRAGMA synchronous=OFF;"


@pytest.fixture
def postgres() -> Iterator[Cluster]:
    """A PostgreSQL of this test's own, whatever database the run is about."""
    try:
        with Cluster.running() as cluster:
            yield cluster
    except NoPostgres as absent:
        pytest.skip(str(absent))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data that is kept outside the project."""
    return SHARED
