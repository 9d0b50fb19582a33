"""What a model's routes say of themselves, where no shared file is needed."""

from __future__ import annotations

from selaras.engines.findings import Inventory
from selaras.engines.findings.graph import told_routes
from selaras.engines.findings.model import MappedSystem


def test_a_core_that_is_itself_a_way_in_is_told_and_not_called_safe() -> None:
    (told,) = told_routes(Inventory((MappedSystem("simpeg", "SIMPEG", core=True, foothold=True),)))
    assert told.startswith("SIMPEG sendiri titik masuk")


def test_a_core_that_nothing_leads_to_has_no_sentence() -> None:
    apart = (MappedSystem("simpeg", "SIMPEG", core=True), MappedSystem("situs", "Situs desa", foothold=True))
    assert told_routes(Inventory(apart)) == ()
