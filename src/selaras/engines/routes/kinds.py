"""The one register of how systems hang together: what each kind lets an intruder do, and how likely that is held to be.

The likelihoods are assumptions of this project, stated so that they can be disputed: no public count of intrusions
in regional governments gives them. Each has a range, and `sensitivity` tells what hangs on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from selaras.engines.routes.errors import InventoryError

Level = Literal["low", "usual", "high"]


class Direction(StrEnum):
    """Which way an intruder may go along a connection registered from `source` to `target`."""

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"
    JOINT = "joint"  # one event for all: who breaks out of one reaches the host, and all on it


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A chance between 0 and 1 with the range in which reasonable people would put it."""

    low: float
    usual: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.usual <= self.high <= 1:
            raise InventoryError(
                f"Peluang {self.low} – {self.usual} – {self.high} tidak berurutan antara 0 dan 1. "
                "Isi batas bawah, peluang biasa, lalu batas atas."
            )

    @classmethod
    def certain(cls) -> Likelihood:
        return cls(1.0, 1.0, 1.0)

    @classmethod
    def exactly(cls, chance: float) -> Likelihood:
        return cls(chance, chance, chance)

    def at(self, level: Level) -> float:
        return float(getattr(self, level))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of connection: `likelihood` that an intruder who holds one end gets to the other, within a year.

    `protection` names what lowers it; a protected connection keeps `left` of its likelihood.
    """

    key: str
    label: str
    direction: Direction
    likelihood: Likelihood
    protection: str
    left: float


KINDS = {
    kind.key: kind
    for kind in (
        Kind("network", "jangkauan jaringan", Direction.FORWARD, Likelihood(0.02, 0.10, 0.30), "segmentasi", 0.3),
        Kind("api", "API", Direction.FORWARD, Likelihood(0.03, 0.10, 0.25), "gerbang API dan hak terbatas", 0.3),
        Kind("database", "basis data bersama", Direction.BOTH, Likelihood(0.20, 0.50, 0.80), "akun terpisah", 0.3),
        Kind(
            "sign_in", "kepercayaan login", Direction.BACKWARD, Likelihood(0.30, 0.60, 0.90), "login dua langkah", 0.4
        ),
        Kind(
            "hosting", "peladen bersama", Direction.JOINT, Likelihood(0.15, 0.40, 0.70), "isolasi (kontainer/VM)", 0.3
        ),
        Kind("files", "pertukaran berkas", Direction.FORWARD, Likelihood(0.01, 0.05, 0.15), "pemindaian berkas", 0.4),
        Kind("vendor", "akses vendor", Direction.FORWARD, Likelihood(0.10, 0.25, 0.50), "akses sewaktu, tercatat", 0.3),
        Kind("credentials", "sandi tersimpan", Direction.FORWARD, Likelihood(0.40, 0.70, 0.95), "brankas sandi", 0.2),
    )
}


def kind_of(key: str) -> Kind:
    """The kind of that key; raises InventoryError naming those there are."""
    try:
        return KINDS[key]
    except KeyError:
        raise InventoryError(f"Jenis koneksi “{key}” tidak dikenal. Pilih salah satu: {', '.join(KINDS)}.") from None
