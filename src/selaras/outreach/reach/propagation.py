"""The model of propagation over masts and villages: levels in dBm, the class they make, how far it can be trusted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from selaras.engines.propagation import (
    BeyondModel,
    Land,
    SignalClass,
    Terrain,
    best_level,
    classes,
    cross_validated,
    hata_loss,
    terrain_loss,
)
from selaras.outreach.models import Signal, Site
from selaras.outreach.reach.queries import Known

Numbers = npt.NDArray[np.float64]
KM_PER_DEGREE, FARTHEST_KM = 111.2, 100.0
_HILLS_KM = 40.0  # beyond it a phone hears nothing of a mast, hill or no hill
_PAIRS_AT_ONCE = 10_000
FEWEST = 30  # villages known otherwise, below which a share of them says little
# `python -m bench signal`: 130 villages of a neighbouring regency, a public list of masts, ten-fold cross-validated.
TRIED = {"places": 130, "accuracy": 54.6, "commonest": 56.9}  # percent
_CLASSES = {
    SignalClass.BLANK: Signal.BLANK,
    SignalClass.CONSTRAINED: Signal.CONSTRAINED,
    SignalClass.COVERED: Signal.COVERED,
}
_NUMBERS = {signal: int(number) for number, signal in _CLASSES.items()}


@dataclass(frozen=True)
class Masts:
    """Those of one power (EIRP, dBm), height (m) and frequency (MHz). `spots`: latitude and longitude, a row each."""

    power: float
    height: float
    mhz: float
    spots: Numbers


def masts_of(sites: Iterable[Site], assumed: dict[str, float]) -> tuple[list[Masts], int]:
    """Alike masts together, with what is `assumed` where the list is silent; and how many the formula does not fit."""
    found = defaultdict[tuple[float, float, float], list[tuple[float, float]]](list)
    for site in sites:
        told = ("power", site.power), ("height", site.height), ("frequency", site.frequency)
        power, height, mhz = (float(assumed[key] if value is None else value) for key, value in told)
        found[power, height, mhz].append((float(site.latitude), float(site.longitude)))
    fitting = {key: spots for key, spots in found.items() if _fits(key[1], key[2])}
    skipped = sum(map(len, found.values())) - sum(map(len, fitting.values()))
    return [Masts(*key, np.array(spots)) for key, spots in fitting.items()], skipped


def levels_at(points: Sequence[tuple[float, float]], masts: Sequence[Masts], terrain: Terrain | None = None) -> Numbers:
    """The strongest at each point over land with houses; minus infinity where no mast stands within 100 km.

    With `terrain` the worst hill on the way is added; a way that leaves its map counts as flat.
    """
    here = np.array(points, dtype=np.float64).reshape(-1, 2)
    strongest: Numbers = np.max([_strongest(here, each, terrain) for each in masts], axis=0)
    return strongest


def signals_of(levels: Numbers, limits: dict[str, float], *, complete: bool) -> list[Signal]:
    """The class of each level. A list that may lack masts proves only what is covered: the rest stays not known."""
    told = classes(levels, covered=limits["covered"], constrained=limits["constrained"])
    found = [_CLASSES[SignalClass(int(each))] for each in told]
    return [one if complete or one == Signal.COVERED else Signal.NOT_KNOWN for one in found]


def tried_on(known: Sequence[Known], levels: Numbers) -> dict[str, Any]:
    """Percent of villages told right by the levels, and by always saying the commonest class; empty for too few."""
    stated = [(level, _NUMBERS[one.signal]) for one, level in zip(known, levels, strict=True) if _is_stated(one)]
    if len(stated) < FEWEST:
        return {}
    judged = cross_validated([level for level, _class in stated], [each for _level, each in stated])
    right, common = (round(share * 100, 1) for share in (judged.accuracy, judged.commonest))
    return {"places": len(stated), "accuracy": right, "commonest": common}


def _is_stated(one: Known) -> bool:
    return one.signal != Signal.NOT_KNOWN and not one.by_model


def _fits(height: float, mhz: float) -> bool:
    try:
        hata_loss(1.0, mhz=mhz, mast=height, land=Land.SUBURBAN)
    except BeyondModel:
        return False
    return True


def _strongest(here: Numbers, masts: Masts, terrain: Terrain | None) -> Numbers:
    narrow = np.cos(np.radians(here[:, 0].mean()))
    apart = (masts.spots[:, None, :] - here[None, :, :]) * KM_PER_DEGREE * (1.0, narrow)
    far = np.hypot(apart[..., 0], apart[..., 1])
    loss = hata_loss(np.minimum(far, FARTHEST_KM), mhz=masts.mhz, mast=masts.height, land=Land.SUBURBAN)
    if terrain is not None:
        loss += _hills(terrain, masts, here, far)
    return best_level(np.where(far <= FARTHEST_KM, loss, np.inf), np.full(len(masts.spots), masts.power))


def _hills(terrain: Terrain, masts: Masts, here: Numbers, far: Numbers) -> Numbers:
    """Masts × points in dB; nothing where the way leaves the map or is shorter than its cells."""
    lost = np.zeros(far.shape)
    near = np.argwhere((far <= _HILLS_KM) & (far > terrain.cell * KM_PER_DEGREE))
    for pairs in np.array_split(near, len(near) // _PAIRS_AT_ONCE + 1):
        of, at = pairs.T
        profiles = terrain.profiles(masts.spots[of], here[at])
        known = np.isfinite(profiles).all(axis=1)
        if known.any():
            of, at = of[known], at[known]
            lost[of, at] = terrain_loss(profiles[known], far[of, at], mhz=masts.mhz, mast=masts.height)
    return lost
