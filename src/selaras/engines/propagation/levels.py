"""From losses to what a villager sees: the level at the phone and its class."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
import numpy.typing as npt

from selaras.engines.propagation.errors import BeyondModel


class SignalClass(IntEnum):
    BLANK = 0
    CONSTRAINED = 1
    COVERED = 2


def classes(levels: npt.ArrayLike, *, covered: float, constrained: float) -> npt.NDArray[np.int64]:
    """The class of each level in dBm, as numbers of `SignalClass`: from `covered` up, from `constrained` up, below.

    Where no site is known give no level: a site missing from a public list is no blank spot.
    Raises BeyondModel where the limits are the wrong way round.

    >>> [SignalClass(each).name for each in classes([-80, -105, -125], covered=-95, constrained=-110)]
    ['COVERED', 'CONSTRAINED', 'BLANK']
    """
    if covered < constrained:
        raise BeyondModel("Batas tercakup harus sama atau lebih kuat daripada batas terkendala.")
    given = np.asarray(levels, dtype=np.float64)
    if np.isnan(given).any():
        raise BeyondModel("Ada kuat sinyal yang kosong. Tandai desa itu belum diketahui, jangan dihitung.")
    return (given >= constrained).astype(np.int64) + (given >= covered)


def best_level(losses: npt.ArrayLike, powers: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """The strongest level in dBm at each place: `losses` sites × places in dB, `powers` EIRP per site in dBm.

    >>> best_level([[100, 140], [130, 120]], [55, 58]).tolist()
    [-45.0, -62.0]
    """
    table = np.asarray(losses, dtype=np.float64)
    if table.ndim != 2 or not table.shape[0] or table.shape[:1] != np.shape(powers):
        raise BeyondModel("Isi daya pancar untuk tiap menara, dan paling sedikit satu menara.")
    strongest: npt.NDArray[np.float64] = (np.asarray(powers, dtype=np.float64)[:, None] - table).max(axis=0)
    return strongest
