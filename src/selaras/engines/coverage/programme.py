"""A siting as a mixed-integer programme for HiGHS, built sparse, its answer added up again in whole people."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from scipy.sparse import csr_array, eye_array, hstack, vstack

from selaras.engines.coverage.errors import OutOfReach
from selaras.engines.coverage.problem import Numbers, Truths
from selaras.engines.coverage.reducing import Reduced
from selaras.engines.coverage.swapping import times, value
from selaras.engines.solver import solver


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The best choice found (None: none) and a bound on all; both in people newly reached."""

    chosen: Truths | None
    value: float
    bound: float


@dataclass(frozen=True, slots=True, eq=False)
class Floors:
    """Each row of `people` (districts × places) must add up to `least` over the places reached."""

    people: csr_array
    least: Numbers

    def kept(self, reached: Truths) -> bool:
        return bool((self.people @ reached.astype(np.float64) >= self.least).all())


def solved(
    reduced: Reduced,
    budget: float,
    *,
    start: Truths | None = None,
    floors: Floors | None = None,
    gap: float = 0.0,
    seconds: float,
    seed: int,
) -> Found:
    """The optimum, or what is known of it at a relative `gap` or after `seconds` of the solver.

    Raises OutOfReach where `floors` cannot be kept.
    """
    sites = len(reduced.costs)
    if not sites:
        return _nothing(floors)
    rows, most = _rows(reduced, budget, floors)
    weights = np.concatenate((np.zeros(sites), reduced.worth))
    found = solver(seed=seed)
    for name, setting in (("time_limit", max(seconds, 0.0)), ("mip_rel_gap", gap), ("mip_abs_gap", 1 - 1e-6)):
        found.setOptionValue(name, setting)
    found.passModel(model(weights, sites, rows, most))
    if start is not None:
        known = np.flatnonzero(start).astype(np.int32)
        found.setSolution(len(known), known, np.ones(len(known)))
    found.run()
    return _read_off(found, reduced, budget, floors)


def _nothing(floors: Floors | None) -> Found:
    if floors is not None and (floors.least > 0).any():
        raise OutOfReach("Tidak ada lokasi yang dapat dipilih.")
    return Found(np.zeros(0, dtype=np.bool_), 0.0, 0.0)


def _rows(reduced: Reduced, budget: float, floors: Floors | None) -> tuple[csr_array, Numbers]:
    sites, places = reduced.reach.shape
    reached = hstack((-reduced.reach.T, eye_array(places)))  # a place counts only where a chosen site reaches it
    money = hstack((csr_array(reduced.costs[None, :]), csr_array((1, places))))
    rows, most = [reached, money], [np.zeros(places), np.array([budget])]
    if floors is not None:
        rows.append(hstack((csr_array((len(floors.least), sites)), -floors.people)))
        most.append(-floors.least)
    return vstack(rows).tocsr(), np.concatenate(most)


def _read_off(found: Any, reduced: Reduced, budget: float, floors: Floors | None) -> Found:
    """What HiGHS says, counted again: it keeps a row to within its tolerance only."""
    if found.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        raise OutOfReach(
            "Bagian yang diminta untuk tiap kecamatan tidak tercapai. Turunkan bagiannya atau tambah dana."
        )
    info = found.getInfo()
    bound = float(info.mip_dual_bound)
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Found(None, -math.inf, bound)
    chosen = np.array(found.getSolution().col_value)[: len(reduced.costs)] > 0.5
    if reduced.costs[chosen].sum() > budget or not (floors is None or floors.kept(times(reduced, chosen) > 0)):
        return Found(None, -math.inf, bound)
    return Found(chosen, value(reduced, chosen), bound)


def model(weights: Numbers, sites: int, rows: Any, most: Numbers) -> Any:
    """Maximise `weights` under `rows` ≤ `most`; the first `sites` columns are whole, all lie between 0 and 1."""
    made = highspy.HighsLp()
    made.num_col_, made.num_row_ = len(weights), len(most)
    made.sense_ = highspy.ObjSense.kMaximize
    made.col_cost_, made.col_lower_, made.col_upper_ = weights, np.zeros(len(weights)), np.ones(len(weights))
    made.row_lower_, made.row_upper_ = np.full(len(most), -math.inf), most
    made.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    made.a_matrix_.start_ = rows.indptr.astype(np.int32)
    made.a_matrix_.index_ = rows.indices.astype(np.int32)
    made.a_matrix_.value_ = rows.data
    whole = [highspy.HighsVarType.kInteger] * sites
    made.integrality_ = whole + [highspy.HighsVarType.kContinuous] * (len(weights) - sites)
    return made
