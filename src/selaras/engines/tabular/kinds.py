"""All kinds of lists that an office sends, by name."""

from __future__ import annotations

from selaras.engines.tabular.errors import UnknownKind
from selaras.engines.tabular.kind import Kind
from selaras.engines.tabular.kinds_holidays import HOLIDAYS
from selaras.engines.tabular.kinds_network import DESKS
from selaras.engines.tabular.kinds_planning import (
    AGENCIES,
    CATALOGUE,
    CEILINGS,
    CROSSWALK,
    MAP,
    PRIORITIES,
    REGIONS,
    STRATEGIC_TARGETS,
    WORK_PLAN,
)
from selaras.engines.tabular.kinds_proposals import PROPOSALS
from selaras.engines.tabular.kinds_publication import PUBLICATION
from selaras.engines.tabular.kinds_session import BALLOTS, CONFLICTS, PARTICIPANTS, SCORES
from selaras.engines.tabular.kinds_signal import SIGNAL_SITES, SIGNAL_VILLAGES
from selaras.engines.tabular.kinds_systems import CONNECTIONS, SYSTEMS

_ALL = (
    PROPOSALS,
    REGIONS,
    MAP,
    AGENCIES,
    CATALOGUE,
    CROSSWALK,
    CEILINGS,
    PRIORITIES,
    WORK_PLAN,
    STRATEGIC_TARGETS,
    PARTICIPANTS,
    SCORES,
    BALLOTS,
    CONFLICTS,
    PUBLICATION,
    DESKS,
    HOLIDAYS,
    SYSTEMS,
    CONNECTIONS,
    SIGNAL_VILLAGES,
    SIGNAL_SITES,
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}


def kind_named(name: str) -> Kind:
    """The kind of list of that name; raises `UnknownKind` with the known ones.

    >>> kind_named("proposals").label
    'usulan'
    """
    if name not in KINDS:
        raise UnknownKind(f"Jenis daftar “{name}” tidak dikenal. Pilih salah satu: {', '.join(KINDS)}.")
    return KINDS[name]
