"""One of each thing about signal that an address may name. Invented."""

from __future__ import annotations

from datetime import date

from selaras.forum.models import Forum
from selaras.government.models import Region
from selaras.outreach.models import Reckoning, Source
from selaras.outreach.reach.actions.importing import VILLAGES, Told, take_sites, take_villages
from selaras.outreach.reach.actions.reckoning import reckon_signal
from selaras.people.models import Role
from tests.people.persons import someone


def a_signal_source(forum: Forum) -> Source:
    """A list with a code that nobody explained and with a row that was kept back."""
    if found := Source.objects.filter(batch__kind=VILLAGES).first():
        return found
    district = Region.objects.filter(parent=forum.cycle.region_id, children__isnull=False).earliest("pk")
    content = f"Kode;Sinyal kode;Penduduk\n{district.children.earliest('pk').pk};3;900\n33.99.99.2001;1;5\n"
    told = Told("Pendataan desa (contoh)", Source.Way.CENSUS, date(2020, 1, 1), stated=3)
    batch = take_villages(told, "desa.csv", content.encode(), actor=someone(Role.Kind.DATA_STEWARD))
    return Source.objects.get(batch=batch)


def a_reckoning(_forum: Forum) -> Reckoning:
    """The model, asked for from a list of one mast."""
    if found := Reckoning.objects.first():
        return found
    keeper = someone(Role.Kind.DATA_STEWARD)
    told = Told("Daftar menara (contoh)", Source.Way.CENSUS, date(2020, 1, 1))
    batch = take_sites(told, "menara.csv", b"Nomor;Lat;Lon\nA1;-7.6;109.6\n", actor=keeper)
    return reckon_signal(Source.objects.get(batch=batch), complete=False, actor=keeper)
