"""The Method of Equal Shares beside pabutools, on real elections: the same projects, and in what time."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench import case, peak_mb, shared_data, spent
from selaras.engines.allocation.equal_shares import equal_shares
from selaras.engines.allocation.pabulib import Election, read_pabulib

MEASURES = ("cost", "cardinality")
LARGEST = "Poland_Lodz_2022.pb"
ENOUGH_VOTERS, TIMES = 1_000, 5
PEER_SECONDS = int(os.environ.get("SELARAS_BENCH_PEER_SECONDS", "2"))  # CPU, for one outcome with add1; 120 takes hours

# The peer runs in a process of its own, which the system ends once its CPU time is up.
_PEER = """
import json, resource, sys, time
from pabutools.election import Cardinality_Sat, Cost_Sat, parse_pabulib
from pabutools.rules import method_of_equal_shares
instance, profile = parse_pabulib(sys.argv[1])
for name, measure in (("cost", Cost_Sat), ("cardinality", Cardinality_Sat)):
    if name in sys.argv[3:]:
        start = time.process_time()
        step = int(sys.argv[2]) or None
        if step:
            resource.setrlimit(resource.RLIMIT_CPU, (int(start) + PEER_SECONDS, resource.RLIM_INFINITY))
        chosen = method_of_equal_shares(instance, profile, sat_class=measure, voter_budget_increment=step)
        print(json.dumps([name, [each.name for each in chosen], time.process_time() - start]), flush=True)
"""


def _peer(file: Path, step: int, measures: tuple[str, ...] = MEASURES) -> dict[str, tuple[list[str], float]]:
    """What pabutools chooses by each measure and its CPU seconds, the rule alone; nothing where its time ran out."""
    program = _PEER.replace("PEER_SECONDS", str(PEER_SECONDS))
    command = [sys.executable, "-c", program, str(file), str(step), *measures]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False).stdout
    return {name: (chosen, cpu) for name, chosen, cpu in map(json.loads, told.splitlines())}


def _approvals() -> list[tuple[Path, Election]]:
    folder = shared_data()
    if folder is None:
        print("The shared data set is not on this machine.")
        return []
    files = ((file, read_pabulib(file.read_bytes())) for file in sorted((folder / "pabulib").glob("*.pb")))
    return [(file, election) for file, election in files if election.vote_type == "approval"]


def _ours(election: Election, measure: Any, completion: Any) -> tuple[tuple[str, ...], float]:
    """What is chosen, and the CPU seconds of the rule from the profile on: the median of some runs."""
    profile, seconds = election.profile(), []
    for _ in range(TIMES if completion == "none" else 1):
        with spent() as rule:
            result = equal_shares(profile, election.budget, satisfaction=measure, completion=completion)
        seconds.append(rule.cpu)
    return result.selected, statistics.median(seconds)


def _compare(step: int, completion: str) -> None:
    files, same, differ, unfinished = _approvals(), 0, [], 0
    ratios: list[float] = []
    for at, (file, election) in enumerate(files, start=1):
        peer = _peer(file, step, MEASURES if not step else MEASURES[:1])
        if step:  # each measure has its own time limit
            peer |= _peer(file, step, MEASURES[1:])
        unfinished += len(MEASURES) - len(peer)
        for measure, (chosen, cpu) in peer.items():
            selected, seconds = _ours(election, measure, completion)
            if set(selected) == set(chosen):
                same += 1
            else:
                differ.append(f"{file.name} {measure}")
            if len(election.votes) >= ENOUGH_VOTERS:
                ratios.append(cpu / seconds)
        if at % 10 == 0 or at == len(files):
            print(
                f"  {at} of {len(files)} files: {same} equal, {len(differ)} different, {unfinished} unfinished",
                flush=True,
            )
    print(f"{same} of {same + len(differ)} outcomes equal set for set ({', '.join(MEASURES)})")
    print(f"different: {', '.join(differ) or 'none'}")
    if step:
        print(f"{unfinished} outcomes the peer did not finish in {PEER_SECONDS} CPU s (SELARAS_BENCH_PEER_SECONDS)")
    if ratios:
        low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
        print(
            f"{len(ratios)} outcomes with {ENOUGH_VOTERS:,} voters or more: pabutools takes {middle:.0f} times our CPU"
        )
        print(f"time in the median ({low:.0f} to {high:.0f}); the rule alone, from the profile on, median of our runs")


@case(
    "equal_shares", asks="equal to pabutools on every approval file; 200 times faster in the median over 1,000 voters"
)
def rule_alone() -> None:
    _compare(0, "none")


@case("equal_shares_add1", asks="160 projects, 90,494 voters with add1: rule at most 0.6 CPU s, with reading at most 2")
def largest_with_add1() -> None:
    folder = shared_data()
    if folder is None:
        print("The shared data set is not on this machine.")
        return
    content = (folder / "pabulib" / LARGEST).read_bytes()
    for measure in MEASURES:
        with spent() as reading:
            election = read_pabulib(content)
            profile = election.profile()
        with spent() as rule:
            result = equal_shares(profile, election.budget, satisfaction=measure, completion="add1")  # type: ignore[arg-type]
        with spent() as reasons:
            explained = len(result.rounds) + len(result.unfunded)
        print(
            f"{measure}: reading {reading.cpu:.2f} s, rule {rule.cpu:.2f} s ({result.steps} endowments, "
            f"{len(result.selected)} projects), {explained} reasons {reasons.cpu:.2f} s; peak {peak_mb():.0f} MB"
        )


@case("equal_shares_add1_equal", asks="equal to pabutools with add1 on every approval file it finishes in 120 s")
def every_file_with_add1() -> None:
    _compare(1, "add1")
