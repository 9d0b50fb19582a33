"""What is given to a siting: people at places, sites that reach them, and what one may spend."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from selaras.engines.coverage.errors import InvalidMaterial

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]

_MOST = 2**50  # sums of people and rupiah stay exact in floats


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """`people`: whole numbers, one per place. `reach`: a sparse matrix sites × places, whatever is not 0 reaches.

    `costs`: whole rupiah per site; None counts sites instead. `reached`: places that are reached already and bring
    nothing more. `districts`: a number from 0 per place; only a fair share asks for them.
    """

    people: npt.ArrayLike
    reach: csr_array
    costs: npt.ArrayLike | None = None
    reached: npt.ArrayLike | None = None
    districts: npt.ArrayLike | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """A problem read and checked: `worth` of a place is its people, 0 where it is reached already."""

    people: Numbers
    worth: Numbers
    reach: csr_array
    costs: Numbers
    reached: Truths
    districts: Places


def read(problem: Problem) -> Material:
    """The problem in one form. Raises InvalidMaterial naming what does not fit."""
    reach = csr_array(problem.reach, dtype=np.float64, copy=True)
    reach.sum_duplicates()
    reach.eliminate_zeros()
    reach.data[:] = 1.0
    sites, places = reach.shape
    people = _whole(problem.people, places, "Jumlah penduduk")
    costs = np.ones(sites) if problem.costs is None else _whole(problem.costs, sites, "Biaya lokasi")
    reached = np.zeros(places, dtype=np.bool_)
    if problem.reached is not None:
        reached = np.asarray(problem.reached).astype(np.bool_)
        _same_length(reached, places, "Tanda sudah terjangkau")
    districts = np.zeros(places, dtype=np.int64)
    if problem.districts is not None:
        districts = _whole(problem.districts, places, "Nomor kecamatan").astype(np.int64)
    return Material(people, np.where(reached, 0.0, people), reach, costs, reached, districts)


def _whole(given: npt.ArrayLike, length: int, name: str) -> Numbers:
    numbers = np.asarray(given, dtype=np.float64)
    _same_length(numbers, length, name)
    if not np.isfinite(numbers).all() or (numbers < 0).any() or (numbers != np.floor(numbers)).any():
        raise InvalidMaterial(
            f"{name} harus bilangan bulat, 0 atau lebih. Periksa angka yang kosong, minus, atau pecahan."
        )
    if numbers.sum() > _MOST:
        raise InvalidMaterial(f"{name} terlalu besar untuk dijumlahkan. Periksa angka yang salah ketik.")
    return numbers


def _same_length(given: npt.NDArray[np.generic], length: int, name: str) -> None:
    if given.shape != (length,):
        raise InvalidMaterial(f"{name} harus satu angka untuk tiap baris: ada {given.size}, seharusnya {length}.")
