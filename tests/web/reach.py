"""One of each thing about signal that an address may name. Invented."""

from __future__ import annotations

from datetime import date

from selaras.forum.models import Forum
from selaras.government.models import Region
from selaras.outreach.models import Source
from selaras.outreach.reach.actions.importing import Told, take_villages
from selaras.people.models import Role
from tests.people.persons import someone
from tests.web.role_walk import anybody, nobody, only

_KEEPERS = only(Role.Kind.PLANNER, Role.Kind.DATA_STEWARD)
WALK = {  # who may read each address, who may post to it
    "signal": (anybody, nobody),
    "signal-desk": (_KEEPERS, nobody),
    "signal-district": (anybody, nobody),
    "signal-explain": (nobody, _KEEPERS),
    "signal-import": (_KEEPERS, _KEEPERS),
    "signal-next": (_KEEPERS, nobody),
    "signal-propose": (nobody, _KEEPERS),
    "signal-report": (anybody, anybody),
    "signal-speed": (anybody, nobody),
    "signal-thanks": (anybody, nobody),
    "signal-source": (_KEEPERS, nobody),
}


def a_signal_source(forum: Forum) -> Source:
    """A list with a code that nobody explained and with a row that was kept back."""
    if found := Source.objects.filter(batch__isnull=False).first():
        return found
    district = Region.objects.filter(parent=forum.cycle.region_id, children__isnull=False).earliest("pk")
    content = f"Kode;Sinyal kode;Penduduk\n{district.children.earliest('pk').pk};3;900\n33.99.99.2001;1;5\n"
    told = Told("Pendataan desa (contoh)", Source.Way.CENSUS, date(2020, 1, 1), stated=3)
    batch = take_villages(told, "desa.csv", content.encode(), actor=someone(Role.Kind.DATA_STEWARD))
    return Source.objects.get(batch=batch)
