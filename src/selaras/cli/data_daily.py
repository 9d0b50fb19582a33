"""`selaras data daily`: what the day brings by itself in the room of sectoral data."""

from __future__ import annotations

from selaras.cli.console import out
from selaras.cli.office import open_office


def daily() -> None:
    """Pekerjaan satu hari: batas selisih angka menurut kalender terbaru, dan yang lewat batas dicatat."""
    actor = open_office()
    from selaras.sectoral.actions.reminding_of_conflicts import remind_of_conflicts

    told = remind_of_conflicts(actor=actor)
    out.print(f"{told.moved} batas waktu bergeser, {told.overdue} selisih lewat batas.")
    if told.looked:
        out.print("Pencarian selisih yang terhenti dimulai lagi.")
