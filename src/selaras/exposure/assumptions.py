"""How likely an intruder begins at a system that others run: assumptions, stated so that they can be disputed.

Beside `engines.routes.KINDS`, which has those of connections. No public count of intrusions gives them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from selaras.engines.routes import KINDS, Likelihood
from selaras.exposure.models import System

NEIGHBOUR = "neighbour"
FOOTHOLDS = {
    System.Foothold.VILLAGE: Likelihood(0.05, 0.20, 0.50),
    System.Foothold.VENDOR: Likelihood(0.02, 0.10, 0.30),
    System.Foothold.OTHER: Likelihood(0.02, 0.10, 0.30),
    NEIGHBOUR: Likelihood(0.05, 0.15, 0.40),
}
FOOTHOLD_WORDS = {
    System.Foothold.VILLAGE: _("Sistem desa dikuasai penyusup"),
    System.Foothold.VENDOR: _("Sistem vendor dikuasai penyusup"),
    System.Foothold.OTHER: _("Titik masuk lain dikuasai penyusup"),
    NEIGHBOUR: _("Sistem tetangga dikuasai penyusup"),
}

WEAKNESSES = {
    "critical": Likelihood(0.05, 0.20, 0.50),
    "high": Likelihood(0.02, 0.10, 0.30),
    "medium": Likelihood(0.01, 0.03, 0.10),
}
USED = Likelihood(0.20, 0.50, 0.80)  # known to be used (KEV)
MONTHS = 12  # EPSS tells the chance of 30 days; at most, it is the same in each month of the year
WEAKNESS_WORDS = {
    "critical": _("Temuan kritis pada sistem tujuan dipakai penyusup"),
    "high": _("Temuan tinggi pada sistem tujuan dipakai penyusup"),
    "medium": _("Temuan sedang pada sistem tujuan dipakai penyusup"),
}


@dataclass(frozen=True)
class Assumption:
    """One row of the table that a page shows; `left`: what remains of the likelihood once it is protected."""

    word: Any
    likelihood: Likelihood
    protection: str = ""
    left: float | None = None


def assumptions() -> list[Assumption]:
    """Every assumption that the routes rest on, as they stand in the registers."""
    found = [Assumption(kind.label, kind.likelihood, kind.protection, kind.left) for kind in KINDS.values()]
    found += [Assumption(word, FOOTHOLDS[key]) for key, word in FOOTHOLD_WORDS.items()]
    found += [Assumption(word, WEAKNESSES[key]) for key, word in WEAKNESS_WORDS.items()]
    return [*found, Assumption(_("Temuan yang nyata dipakai penyerang (KEV)"), USED)]
