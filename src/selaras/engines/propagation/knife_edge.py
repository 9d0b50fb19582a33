"""What a hill in the way costs: the worst edge of each terrain profile."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from selaras.engines.propagation.errors import BeyondModel

Numbers = npt.NDArray[np.float64]

_EARTH_M = 6_371_000.0 * 4 / 3  # the radius over which a ray looks straight in an average atmosphere


def edge_loss(nu: npt.ArrayLike) -> Numbers:
    """The loss in dB over one knife edge with the Fresnel–Kirchhoff parameter `nu`; 0 at −0.78 and below.

    Recommendation ITU-R P.526-15, equation (31): within 0.3 dB of the Fresnel integral.

    >>> edge_loss([-1, 0, 1, 2.4]).round(1).tolist()
    [0.0, 6.0, 13.9, 20.5]
    """
    given = np.asarray(nu, dtype=np.float64)
    shifted = np.maximum(given, -0.78) - 0.1
    loss = 6.9 + 20 * np.log10(np.sqrt(shifted**2 + 1) + shifted)
    return np.where(given > -0.78, np.maximum(loss, 0.0), 0.0)


def terrain_loss(
    profiles: npt.ArrayLike, kilometres: npt.ArrayLike, *, mhz: float, mast: float, phone: float = 1.5
) -> Numbers:
    """The loss in dB over the worst edge of each profile, the earth's curve included.

    `profiles`: paths × points, heights above sea level in metres at equal steps, the mast's ground first and the
    phone's last; `kilometres` their lengths. One edge only (Recommendation ITU-R P.526-15, 4.1): several ridges in a
    row cost more than this says. O(paths · points). Raises BeyondModel where a profile has fewer than three points, a
    length that is not above zero, or a height that is no number.

    >>> terrain_loss([[0, 53, 0]], [2], mhz=900, mast=28, phone=1.5).round(1).tolist()
    [25.3]
    """
    heights = np.atleast_2d(np.asarray(profiles, dtype=np.float64))
    length = np.asarray(kilometres, dtype=np.float64) * 1_000
    points = heights.shape[1]
    if points < 3 or length.shape != heights.shape[:1] or not (length > 0).all() or not np.isfinite(heights).all():
        raise BeyondModel("Tiap irisan medan perlu paling sedikit tiga ketinggian dan panjang lebih dari 0 km.")
    part = np.linspace(0, 1, points)[1:-1]
    near = part * length[:, None]
    rest = length[:, None] - near
    ray = (heights[:, :1] + mast) * (1 - part) + (heights[:, -1:] + phone) * part
    above = heights[:, 1:-1] + near * rest / (2 * _EARTH_M) - ray
    wave = 299.792458 / mhz
    nu = above * np.sqrt(2 * length[:, None] / (wave * near * rest))
    return edge_loss(nu.max(axis=1))
