"""Proposals by file from a person: kept while they look at its columns, then taken in for their own villages alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.forum import rules
from selaras.forum.actions.receiving import receive
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.models import Forum, Recommendation
from selaras.forum.places import DistrictPlaces, places_for
from selaras.forum.uploads import inspect
from selaras.government.models import Region
from selaras.intake.models import Batch, Upload
from selaras.intake.rows import Incoming, still_taken
from selaras.people.models import Account

KIND = "proposals"
Level = Recommendation.Level
_PARTS_OF_A_WORD = ("recommendation", "recommended_volume", "recommended_cost", "recommendation_reason")
MOST_ROWS = 10_000
_KEPT_FOR = timedelta(days=7)


def sender_of(places: Sequence[DistrictPlaces], actor: Account) -> str:
    """Whose files these are: numbers of rows are unique there. A person's own body, never a name that they type."""
    if rules.runs_forum(actor):
        return "Bappeda"
    one = places[0] if places else None
    if one is None:
        return ""
    region = one.district if one.whole else one.villages[0]
    word = "Kecamatan" if region.level == Region.Level.DISTRICT else region.kind.capitalize() or "Desa"
    return f"{word} {region.name} ({region.pk})"


def keep_upload(forum: Forum, name: str, content: bytes, *, actor: Account) -> Upload:
    """Keep a file until its columns were looked at; files forgotten for a week go.

    Raises NotAllowed, BadUpload, Locked.
    """
    places = _places(actor, forum)
    inspect(name, content)  # before the transaction, for a packed file takes a while
    sender = sender_of(places, actor)
    with transaction.atomic():
        require_open(forum)
        Upload.objects.filter(uploaded_at__lt=timezone.now() - _KEPT_FOR).delete()
        return Upload.objects.create(
            kind=KIND, scope=forum.slug, sender=sender, name=name[-255:], content=content, account=actor
        )


def take_upload(forum: Forum, upload: Upload, mapping: Mapping[str, str], *, actor: Account) -> Batch:
    """Take a kept file in, its columns as the person said. Raises NotAllowed, NotReady, Locked, TabularError.

    Reading takes a while, so it is left to `receive` to open the transaction. Where the power fails between the two
    steps the file waits still, and taking it again changes nothing.
    """
    places = _places(actor, forum)
    if upload.account_id != actor.pk or upload.scope != forum.slug:
        raise NotAllowed(_("Berkas ini diunggah orang lain."))

    def admit(rows: Sequence[Incoming]) -> None:
        if not rows:
            raise NotReady(_("Berkas ini belum berisi usulan. Isi dahulu, lalu unggah lagi."))
        if len(rows) > MOST_ROWS:
            raise NotReady(_("Berkas ini lebih dari 10.000 baris. Pecah menjadi beberapa berkas, lalu kirim lagi."))
        if not rules.runs_forum(actor):
            keep_to(rows, places)
            keep_voice(rows, of_district=any(one.whole for one in places))

    batch = receive(
        forum, KIND, upload.name, bytes(upload.content), sender=upload.sender, actor=actor, mapping=mapping, admit=admit
    )
    upload.delete()
    return batch


def drop_upload(upload: Upload, *, actor: Account) -> None:
    """Forget a kept file; nothing of it was taken in. Raises NotAllowed."""
    if upload.account_id != actor.pk:
        raise NotAllowed(_("Berkas ini diunggah orang lain."))
    upload.delete()


def _places(actor: Account, forum: Forum) -> list[DistrictPlaces]:
    if not rules.may_propose(actor):
        raise NotAllowed(_("Akun Anda tidak berhak mengirim usulan."))
    places = places_for(actor, forum)
    if not places:
        raise NotAllowed(_("Akun ini belum diberi desa atau kecamatan. Hubungi administrator."))
    return places


def keep_to(rows: Iterable[Incoming], places: Sequence[DistrictPlaces]) -> None:
    """Keep back every row that is not of these places; a row that names none is of the only place there is."""
    villages = {village.pk: village for one in places for village in one.villages}
    districts = {one.district.pk for one in places if one.whole}
    by_name: dict[str, list[str]] = {}
    for code, village in villages.items():
        by_name.setdefault(village.name.casefold(), []).append(code)
    for row in still_taken(rows):
        found = _place_of(row, villages, districts, by_name)
        if not found:
            row.keep(_not_yours(row))
            continue
        here = {"village_code": found} if found in villages else {}
        row.values = {**row.values, **here, "district_code": found.rpartition(".")[0] if here else found}


def _place_of(
    row: Incoming, villages: Mapping[str, Region], districts: set[str], by_name: Mapping[str, list[str]]
) -> str:
    """The code of the row's own village or district among those; empty where it is of another place, or unclear."""
    village, district = row.text("village_code"), row.text("district_code")
    if village:
        return village if village in villages else ""
    if name := row.text("village").casefold():
        named = by_name.get(name, [])
        return named[0] if len(named) == 1 else ""
    if district:
        return district if district in districts else ""
    if districts:
        return next(iter(districts)) if len(districts) == 1 else ""
    return next(iter(villages)) if len(villages) == 1 else ""


def keep_voice(rows: Iterable[Incoming], *, of_district: bool) -> None:
    """Leave out what a sender cannot say: the word of a level above, and a door through which they do not come."""
    own = {Level.VILLAGE, Level.DISTRICT} if of_district else {Level.VILLAGE}
    others = {f"{part}_{level}" for level in Level if level not in own for part in _PARTS_OF_A_WORD}
    for row in still_taken(rows):
        said = others & row.values.keys()
        doors = {"source": "district" if of_district else "village"} if row.text("source") not in ("", *own) else {}
        if said:
            row.notes.append("Rekomendasi tingkat lain tidak diambil dari berkas ini; tingkat itu mengisinya sendiri.")
        if doors:
            row.notes.append("Sumber usulan disesuaikan dengan akun pengirim.")
        row.values = {name: value for name, value in row.values.items() if name not in said} | doors


def _not_yours(row: Incoming) -> str:
    named = row.text("village") or row.text("village_code") or row.text("district") or row.text("district_code")
    if not named:
        return "Desanya belum diisi. Isi kolom desa, karena akun Anda memegang lebih dari satu desa."
    return f"“{named[:60]}” bukan desa atau kecamatan akun Anda, atau ejaannya berbeda. Periksa kolom desa."
