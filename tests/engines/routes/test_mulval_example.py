"""The three hosts of MulVAL, read from its own input file, give the route that its authors published.

Differences of the models: MulVAL is a logic of privileges without likelihoods. Its `hacl` is taken as network reach
where the host it leads to runs a service with a known flaw, the rest of `hacl` opens nothing. A file system mounted
from the file server lets what lies there run on the workstation: an exchange of files, against the mount.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selaras.engines.routes import Connection, Foothold, Graph, System, best_routes, fewest_to_secure, opened_by

pytestmark = pytest.mark.shared_data


@pytest.fixture
def three_hosts(shared_data: Path) -> Graph:
    text = re.sub(r"/\*.*?\*/", "", (shared_data / "exposure/mulval/3host_input.P").read_text(), flags=re.DOTALL)
    facts = [(name, [part.strip() for part in args.split(",")]) for name, args in re.findall(r"(\w+)\((.*)\)\.", text)]
    hosts = ("internet", "webServer", "fileServer", "workStation")
    flawed = {args[0] for name, args in facts if name == "vulExists"}
    goal = next(args[0].removeprefix("execCode(") for name, args in facts if name == "attackGoal")
    ways = [
        Connection(source, target, "network")
        for name, args in facts
        if name == "hacl"
        for source, to in [args[:2]]
        if source in hosts
        for target in (hosts if to == "_" else (to,))
        if target in flawed and target != source
    ]
    ways += [Connection(args[2], args[0], "files") for name, args in facts if name == "nfsMounted"]
    held = [Foothold(args[0]) for name, args in facts if name == "attackerLocated"]
    return Graph(tuple(System(key, worth=float(key == goal)) for key in hosts), tuple(ways), (), tuple(held))


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
