"""Signal class of labelled villages from a public list of masts, beside always saying the commonest class."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from bench import case, shared_data
from selaras.engines.propagation import Judged, Land, cross_validated, hata_loss

EIRP_DBM, MAST_M, MHZ = 55.0, 42.0, 900.0  # assumed alike for all: the list names neither power nor height
KM_PER_DEGREE = 111.2
# The source has no legend; this order is a guess that an office must confirm: 1 the strongest, 3 none.
GUESSED = {"1": 2, "2": 1, "3": 0}
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Labelled:
    spots: Numbers
    stated: npt.NDArray[np.int64]
    seat_km: Numbers
    people: Numbers


def labelled(folder: Path) -> Labelled:
    """The villages of a neighbouring regency's census, with the class guessed from its code."""
    with (folder / "reach" / "cilacap_desa_sinyal.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return Labelled(
        np.array([(float(row["lat"]), float(row["lng"])) for row in rows]),
        np.array([GUESSED[row["sinyal_kode"]] for row in rows]),
        np.array([float(row["jarak_ke_kecamatan_km"] or "nan") for row in rows]),
        np.array([float(row["penduduk_sp2020"] or "nan") for row in rows]),
    )


def nearest_km(spots: Numbers, masts: Numbers) -> Numbers:
    """Straight distance to the nearest mast; flat geometry errs by less than 1 % over 100 km here."""
    scale = np.array([KM_PER_DEGREE, KM_PER_DEGREE * np.cos(np.radians(spots[:, 0].mean()))])
    found: Numbers = cKDTree(masts * scale).query(spots * scale)[0]
    return found


def levels(folder: Path, spots: Numbers) -> Numbers:
    """The level of the nearest listed mast in dBm: with masts alike, the nearest is the strongest."""
    with (folder / "reach" / "opencellid_510_central_java.csv").open(encoding="utf-8") as file:
        masts = np.array([(float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)])
    loss = hata_loss(np.minimum(nearest_km(spots, masts), 100.0), mhz=MHZ, mast=MAST_M, land=Land.OPEN)
    found: Numbers = EIRP_DBM - loss
    return found


def _show(name: str, judged: Judged) -> None:
    print(f"{name:44} {judged.accuracy:6.1%}   always the commonest class {judged.commonest:.1%}")
    print("   stated (rows: none, weak, strong) x told " + " | ".join(str(row.tolist()) for row in judged.confusion))


@case("signal", asks="accuracy and confusion beside always the commonest class, ten-fold cross-validated")
def signal() -> None:
    folder = shared_data()
    if folder is None:
        print("the labelled villages are not on this machine")
        return
    known = labelled(folder)
    print(
        f"{len(known.stated)} villages; classes none, weak, strong: {np.bincount(known.stated, minlength=3).tolist()}"
    )
    _show("Okumura–Hata on the public list of masts", cross_validated(levels(folder, known.spots), known.stated))
    _show("distance to the district seat alone", cross_validated(-known.seat_km, known.stated))
    _show("people of the village alone", cross_validated(known.people, known.stated))
