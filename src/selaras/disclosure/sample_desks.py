"""A few invented desks for whoever looks at the program first, some whole, some begun; each name says so."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from selaras.disclosure.actions.appointing import Appointment, appoint_officer, note_training
from selaras.disclosure.actions.networking import describe_desk, let_help
from selaras.disclosure.actions.publishing import Said, publish_item
from selaras.disclosure.models import PublicBody
from selaras.disclosure.publication import duty_of
from selaras.people.models import Account

Kind = PublicBody.Kind
_HEADS = ("Ratna Dewi (contoh)", "Slamet Riyadi (contoh)", "Endang Lestari (contoh)", "Tri Wibowo (contoh)")
_SUPERIORS = ("Sugeng Santoso (contoh)", "Nur Hidayah (contoh)", "Mulyono (contoh)", "Dwi Astuti (contoh)")
_PUBLISHED = 4  # required items that the example's village has


def describe_examples(village: PublicBody, *, desk: Account, actor: Account) -> int:
    """The main PPID, the village's district, the village and its neighbours; returns how many. Made once.

    `desk` works at the village and publishes there; `actor` fills in the rest.
    """
    today = timezone.localdate()
    district = PublicBody.objects.get(kind=Kind.DISTRICT, region=village.region.parent_id)  # type: ignore[union-attr]
    if village.decree:
        return 0
    near = PublicBody.objects.filter(region__parent=district.region_id).exclude(pk=village.pk).order_by("code")
    whole = [PublicBody.objects.get(kind=Kind.MAIN), district, village, *near[::3]]
    for at, body in enumerate(whole):
        _whole(body, at, today, actor)
    begun = list(near[1::3])
    for at, body in enumerate(begun):
        _decreed(body, at, today, actor)
    let_help(village, district, actor=desk)
    for one in duty_of(village.kind, today).items[:_PUBLISHED]:
        told = Said(one.category, f"{one.title} (contoh)", one.about, unit="Sekretariat desa")
        publish_item(village, told, one.key, actor=desk)
    return len(whole) + len(begun)


def _decreed(body: PublicBody, at: int, today: date, actor: Account) -> None:
    """A decree alone: the desk is begun."""
    decreed = today - timedelta(days=400 + at)
    told = {"decree": f"Keputusan {at + 1}/{decreed.year} tentang PPID (contoh)", "decree_date": decreed}
    describe_desk(body, told, actor=actor)


def _whole(body: PublicBody, at: int, today: date, actor: Account) -> None:
    _decreed(body, at, today, actor)
    address = f"Jalan Raya {at + 1}, {body.name} (contoh)"
    describe_desk(body, {"address": address, "hours": "Senin sampai Jumat 08.00–15.00"}, actor=actor)
    since = today - timedelta(days=390)
    held = [Appointment("head", _HEADS[at % len(_HEADS)], "Sekretaris", since)]
    if body.superior_id == body.pk:
        held.append(Appointment("superior", _SUPERIORS[at % len(_SUPERIORS)], "Pimpinan", since))
    for one in held:
        appoint_officer(body, one, actor=actor)
    trained = today - timedelta(days=90)
    note_training(body, "Bimbingan teknis pelayanan informasi (contoh)", trained, 1 + at % 3, actor=actor)
