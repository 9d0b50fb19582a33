"""Where to put the next sites: Selaras beside PySAL's spopt on the same instance, and on instances beyond it."""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import subprocess
import sys

import numpy as np
import numpy.typing as npt

from bench import case, peak_mb, shared_data, spent
from selaras.engines.coverage import Problem, choose_sites, within

LARGER = ((5_000, 5_000, 8.0, 20, 0.0015), (5_000, 5_000, 8.0, 20, 0.0), (80_000, 2_000, 6.0, 30, 0.025))
Spots = npt.NDArray[np.float64]


def instance(places: int, sites: int, kilometres: float, *, side: float = 100.0) -> Problem:
    """Invented places thrown at random on a square of `side` km, people lognormal; the first places are the sites."""
    draw = np.random.default_rng(1)
    degrees = side / 111.2
    spots = np.column_stack((-7 - draw.random(places) * degrees, 109 + draw.random(places) * degrees))
    return Problem(np.round(draw.lognormal(7, 0.8, places)), within(spots[:sites], spots, kilometres))


def villages() -> Problem | None:
    """The villages of the sample region, each worth one, each a site that reaches 4 km."""
    folder = shared_data()
    if folder is None:
        return None
    with (folder / "reach" / "kebumen_desa_33.05_titik.csv").open(encoding="utf-8") as file:
        spots = [(float(row["lat"]), float(row["lng"])) for row in csv.DictReader(file)]
    return Problem(np.ones(len(spots)), within(spots, spots, 4.0))


def peer(problem: Problem, sites: int) -> tuple[float, int]:
    """spopt's MCLP on a dense matrix, solved by HiGHS through PuLP: CPU seconds and people reached."""
    command = [sys.executable, "-m", "bench.coverage_peer", str(sites)]
    dense = {"people": np.asarray(problem.people).tolist(), "reach": problem.reach.T.toarray().astype(int).tolist()}
    told = subprocess.run(command, input=json.dumps(dense), check=True, capture_output=True, text=True, env=os.environ)
    answer = json.loads(told.stdout.splitlines()[-1])
    return answer["cpu"], answer["people"]


def _show(name: str, problem: Problem, sites: int, gap: float = 0.0) -> tuple[float, int]:
    with spent() as took:
        answer = choose_sites(problem, sites, gap=gap)
    state = "proven optimum" if answer.proven else f"proven gap {answer.gap:.2%}"
    print(f"{name:34} {took.cpu:7.2f} CPU s   {answer.newly:,} reached   {state}", flush=True)
    return took.cpu, answer.newly


@case(
    "coverage",
    asks="460 x 460, k = 10: spopt >= 10 times; 5,000 x 5,000, k = 20: gap <= 0.15 % in 1 s, optimum in 30 s; "
    "80,000 x 2,000, k = 30: gap <= 2.5 % in 5 s; real villages exact in 10 s",
)
def coverage() -> None:
    small = instance(460, 460, 6.0, side=50.0)
    ours, reached = _show("460 x 460, 6 km, 10 sites", small, 10)
    if importlib.util.find_spec("spopt") is None:
        print("spopt is not installed here")
    else:
        theirs, people = peer(small, 10)
        print(f"{'  spopt':34} {theirs:7.2f} CPU s   {people:,} reached   {theirs / ours:.0f} times ours")
        assert people == reached
    for places, sites, kilometres, count, gap in LARGER:
        _show(
            f"{places:,} x {sites:,}, {kilometres:g} km, {count} sites", instance(places, sites, kilometres), count, gap
        )
    real = villages()
    if real is not None:
        _show("real villages, 4 km, 20 sites", real, 20)
    print(f"peak {peak_mb():.0f} MB")
