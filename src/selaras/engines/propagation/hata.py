"""Median path loss without terrain: Hata's formulas of Okumura's measurements, and what carried them further."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
import numpy.typing as npt

from selaras.engines.propagation.errors import BeyondModel

Numbers = npt.NDArray[np.float64]

_NEAREST = 0.02  # km; nearer than this the formulas are held at their value here
_HATA_MHZ, _COST_MHZ = 1_500.0, 2_000.0


class Land(StrEnum):
    URBAN = "urban"
    SUBURBAN = "suburban"
    OPEN = "open"


def hata_loss(
    kilometres: npt.ArrayLike, *, mhz: float, mast: float, phone: float = 1.5, land: Land = Land.OPEN
) -> Numbers:
    """The median loss in dB between isotropic antennas at heights `mast` and `phone` (metres above ground).

    150 to 1,500 MHz: Hata (IEEE Transactions on Vehicular Technology 29, 1980), small or medium town; to 2,000 MHz:
    COST 231 (final report, 1999, chapter 4.4.1); to 3,000 MHz: its slope of 10 dB per decade (ERC Report 68, 2002).
    Beyond 20 km, to 100 km: the exponent of Recommendation ITU-R P.529-3. Measured for 1 to 20 km: nearer than 1 km
    it is a guess, and it is never below the loss of free space.
    Raises BeyondModel outside 150..3,000 MHz, masts of 10..200 m, phones of 1..10 m, 100 km.

    >>> hata_loss([1, 5, 20], mhz=900, mast=30, land=Land.URBAN).round(1).tolist()
    [126.4, 151.0, 172.2]
    """
    if not (150 <= mhz <= 3_000 and 10 <= mast <= 200 and 1 <= phone <= 10):
        raise BeyondModel("Rumus berlaku untuk 150–3.000 MHz, menara 10–200 m, dan ponsel 1–10 m di atas tanah.")
    far = np.asarray(kilometres, dtype=np.float64)
    if not ((far >= 0) & (far <= 100)).all():
        raise BeyondModel("Rumus berlaku sampai 100 km dari menara. Periksa koordinat menara dan desa.")
    far = np.maximum(far, _NEAREST)
    slope = (44.9 - 6.55 * np.log10(mast)) * np.log10(far)
    loss = _at_one_kilometre(mhz, mast, phone) + slope * _beyond_twenty(far, mhz, mast) - _relief(mhz, land)
    least: Numbers = np.maximum(loss, free_space_loss(far, mhz=mhz))
    return least


def free_space_loss(kilometres: npt.ArrayLike, *, mhz: float) -> Numbers:
    """The loss in dB with nothing in the way (Recommendation ITU-R P.525-4).

    >>> free_space_loss(1, mhz=900).round(2).item()
    91.53
    """
    far = np.asarray(kilometres, dtype=np.float64)
    loss: Numbers = 32.45 + 20 * np.log10(mhz) + 20 * np.log10(far)
    return loss


def _at_one_kilometre(mhz: float, mast: float, phone: float) -> float:
    height_gain = (1.1 * np.log10(mhz) - 0.7) * phone - (1.56 * np.log10(mhz) - 0.8)
    if mhz <= _HATA_MHZ:
        base = 69.55 + 26.16 * np.log10(mhz)
    else:
        base = 46.3 + 33.9 * np.log10(min(mhz, _COST_MHZ)) + 10 * np.log10(max(mhz / _COST_MHZ, 1.0))
    return float(base - 13.82 * np.log10(mast) - height_gain)


def _beyond_twenty(far: Numbers, mhz: float, mast: float) -> Numbers:
    height = mast / np.sqrt(1 + 7e-6 * mast**2)
    over = np.log10(np.maximum(0.05 * far, 1.0))
    exponent = 1 + (0.14 + 1.87e-4 * mhz + 1.07e-3 * height) * over**0.8
    logarithm = np.log10(np.maximum(far, 10.0))  # the exponent is 1 up to 20 km, so that nothing changes nearer by
    bent: Numbers = logarithm ** (exponent - 1)
    return bent


def _relief(mhz: float, land: Land) -> float:
    """By how much less is lost where fewer houses stand."""
    if land is Land.SUBURBAN:
        return float(2 * np.log10(mhz / 28) ** 2 + 5.4)
    if land is Land.OPEN:
        return float(4.78 * np.log10(mhz) ** 2 - 18.33 * np.log10(mhz) + 40.94)
    return 0.0
