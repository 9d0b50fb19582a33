"""The three hosts of MulVAL, read from its own input file, give the route that its authors published."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.engines.findings import read_report
from selaras.engines.findings.graph import graph_of
from selaras.engines.routes import Graph, best_routes, fewest_to_secure, opened_by

pytestmark = pytest.mark.shared_data


@pytest.fixture
def three_hosts(shared_data: Path) -> Graph:
    model = read_report((shared_data / "exposure/mulval/3host_input.P").read_bytes()).model
    assert model
    return graph_of(model)


def test_the_published_route_is_the_only_one(three_hosts) -> None:
    (route,) = best_routes(three_hosts, "workStation")
    assert route.sentence().startswith(
        "Dari internet ke workStation dalam 3 langkah lewat webServer dan fileServer; peluangnya"
    )


def test_one_host_stands_between(three_hosts) -> None:
    assert fewest_to_secure(three_hosts) in (("webServer",), ("fileServer",), ("workStation",))


def test_the_web_server_opens_the_rest(three_hosts) -> None:
    opened = opened_by(three_hosts, "webServer").shares
    assert opened["fileServer"].chance > opened["workStation"].chance > 0 == opened["internet"].chance
