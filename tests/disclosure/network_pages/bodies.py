"""Desks in each state for tests of the network; all names are invented."""

from __future__ import annotations

from datetime import date

from selaras.disclosure.actions.networking import describe_desk
from selaras.disclosure.models import Officer, PublicBody
from tests.disclosure.network import OTHER_VILLAGE, main_officer

DESK = {
    "address": "Jalan Raya 1, Seboro (contoh)",
    "hours": "Senin sampai Jumat 08.00–15.00",
    "decree": "Keputusan Kepala Desa 3/2019 (contoh)",
    "decree_date": date(2019, 5, 2),
}


def neighbour() -> PublicBody:
    return PublicBody.objects.get(region=OTHER_VILLAGE)


def formed(body: PublicBody) -> PublicBody:
    """A decree, a desk, a PPID and its superior."""
    describe_desk(body, DESK, actor=main_officer())
    for post, name in (("superior", "Kepala Desa (contoh)"), ("head", "Sekretaris Desa (contoh)")):
        Officer.objects.create(body=body, post=post, name=name, since=date(2019, 5, 2))
    body.refresh_from_db()
    return body
