"""Proposing by form: a proposal is made, corrected, withdrawn; each once, however often the form is sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from selaras.forum import rules
from selaras.forum.actions.remembering import remember
from selaras.forum.amounts import too_large
from selaras.forum.errors import Incomplete, NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.history import difference, values_of
from selaras.forum.imports import digest_of
from selaras.forum.models import Event, Forum, Photo, Proposal
from selaras.forum.photos import MOST_PHOTOS, Picture
from selaras.government.models import Agency, Region
from selaras.people.models import Account

FORM = "Formulir Selaras"  # the sender of every proposal that came by form


@dataclass(frozen=True)
class Content:
    """What a form says. `place` is a village, or a district for what concerns several villages."""

    title: str
    place: Region
    source: str
    problem: str = ""
    rt: str = ""
    rw: str = ""
    address: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    volume: Decimal | None = None
    unit: str = ""
    cost: int | None = None
    agency: Agency | None = None

    def columns(self) -> dict[str, Any]:
        """The same as columns of the proposal; the district is always the village's own."""
        village = self.place if self.place.level == Region.Level.VILLAGE else None
        district = self.place.parent if village else self.place
        told = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "place"}
        return {**told, "village": village, "district": district}


@transaction.atomic
def propose(
    forum: Forum, content: Content, *, submission: UUID, photos: Sequence[Picture] = (), actor: Account
) -> Proposal:
    """Make a proposal. A submission that was made before gives the proposal it made. Raises NotAllowed, Incomplete,
    Locked."""
    require_open(forum)
    if known := Proposal.objects.filter(submission=submission).select_related("forum").first():
        if not rules.may_change(actor, known):
            raise NotAllowed(_("Kiriman ini sudah dipakai usulan lain. Buka formulir baru."))
        return known
    _guard(content, forum, actor)
    number = next_number(forum, content.place)
    proposal = Proposal(
        forum=forum, sender=FORM, number=number, own_number=number, submission=submission, **content.columns()
    )
    proposal.digest = digest_of(proposal)
    proposal.save()
    added = _add_photos(proposal, photos)
    after = values_of(proposal, content.columns()) | ({"photos": added} if added else {})
    remember(proposal, Event.Kind.PROPOSED, actor=actor, after=after)
    return proposal


@transaction.atomic
def correct(
    proposal: Proposal,
    content: Content,
    *,
    reason: str,
    seen: int | None,
    photos: Sequence[Picture] = (),
    actor: Account,
) -> Event | None:
    """Change what a proposal says; its former values stay in the event. None where nothing differs.

    `seen`: the last event of the proposal when the form was opened, so that nobody overwrites what they did not see.
    Raises NotAllowed, NotReady, Incomplete, Locked.
    """
    require_open(proposal.forum)
    proposal = _standing(proposal, actor)
    _guard(content, proposal.forum, actor)
    if last_event(proposal) != seen:
        raise NotReady(_("Usulan ini diubah orang lain sesudah Anda membukanya. Muat ulang, lalu ubah lagi."))
    if not reason.strip():
        raise Incomplete({"reason": _("Tulis alasan perubahan, supaya orang lain mengerti.")})
    columns = content.columns()
    before = values_of(proposal, columns)
    for name, value in columns.items():
        setattr(proposal, name, value)
    deed = difference(proposal, before, values_of(proposal, columns))
    proposal.save(update_fields=[*columns])
    added = _add_photos(proposal, photos)
    if deed is None and not added:
        return None
    after = dict(deed.after if deed else {}) | ({"photos": added} if added else {})
    return remember(
        proposal, Event.Kind.CORRECTED, actor=actor, before=deed.before if deed else {}, after=after, reason=reason
    )


@transaction.atomic
def withdraw(proposal: Proposal, *, reason: str, actor: Account) -> Event:
    """Take a proposal out of the forum; it stays to be read. Raises NotAllowed, NotReady, Incomplete, Locked."""
    require_open(proposal.forum)
    proposal = _standing(proposal, actor)
    if not reason.strip():
        raise Incomplete({"reason": _("Tulis alasan usulan ini ditarik. Alasan itu dibaca warga.")})
    proposal.ending = Proposal.Ending.WITHDRAWN
    proposal.save(update_fields=["ending"])
    after = {"ending": str(proposal.ending)}
    return remember(proposal, Event.Kind.WITHDRAWN, actor=actor, before={"ending": ""}, after=after, reason=reason)


def last_event(proposal: Proposal) -> int | None:
    """The key of the newest event of a proposal."""
    return Event.objects.filter(proposal=proposal).order_by("-pk").values_list("pk", flat=True).first()


def _standing(proposal: Proposal, actor: Account) -> Proposal:
    """The proposal as it is now, held until the transaction ends, where this person may change it."""
    now = Proposal.objects.select_for_update().get(pk=proposal.pk)
    now.forum = proposal.forum
    if not rules.may_change(actor, now):
        raise NotAllowed(_("Akun Anda tidak berhak mengubah usulan ini."))
    if now.ending:
        raise NotReady(
            _("Usulan ini sudah %(ending)s, jadi tidak dapat diubah.") % {"ending": _(now.get_ending_display())}
        )
    return now


def _guard(content: Content, forum: Forum, actor: Account) -> None:
    columns = content.columns()
    village, district = columns["village"], columns["district"]
    if district is None or district.level != Region.Level.DISTRICT or district.parent_id != forum.cycle.region_id:
        raise Incomplete({"place": _("Pilih desa, kelurahan, atau kecamatan di daerah ini.")})
    if not rules.may_propose_for(actor, village.pk if village else None, district.pk):
        raise NotAllowed(_("Akun Anda tidak berhak mengusulkan untuk %(place)s.") % {"place": content.place.name})
    if wrong := _faults(content, forum):
        raise Incomplete(wrong)


def _faults(content: Content, forum: Forum) -> dict[str, str]:
    checks: tuple[tuple[str, bool, str], ...] = (
        ("title", not content.title.strip(), _("Tulis apa yang diusulkan, misalnya “Pembangunan talud RT 02”.")),
        ("volume", content.volume is None or content.volume <= 0, _("Isi volume lebih dari nol, misalnya 400.")),
        ("unit", not content.unit.strip(), _("Isi satuan, misalnya meter, unit, atau paket.")),
        ("cost", content.cost is not None and content.cost <= 0, _("Biaya harus lebih dari nol, atau kosong.")),
        ("source", content.source not in Proposal.Source.values, _("Pilih asal usulan.")),
        (
            "agency",
            content.agency is not None and content.agency.region_id != forum.cycle.region_id,
            _("Pilih perangkat daerah di daerah ini."),
        ),
        ("latitude", (content.latitude is None) != (content.longitude is None), _("Pilih titik di peta sekali lagi.")),
        (
            "latitude",
            abs(content.latitude or Decimal()) > 90 or abs(content.longitude or Decimal()) > 180,
            _("Titik ini di luar bumi. Pilih titik di peta sekali lagi."),
        ),
    )
    found = {field: sentence for field, wrong, sentence in [*checks, *_too_long(content)] if wrong}
    return found | too_large(content.volume, content.cost)


def _too_long(content: Content) -> Iterator[tuple[str, bool, str]]:
    for name in ("title", "rt", "rw", "address", "unit"):
        most = Proposal._meta.get_field(name).max_length or 0  # type: ignore[union-attr]
        yield name, len(getattr(content, name)) > most, _("Paling banyak %(most)s huruf. Persingkat.") % {"most": most}


def next_number(forum: Forum, place: Region) -> str:
    """The next free number of a place, `33.05.01.2003/7`; the forum's row is held, so nobody takes it meanwhile."""
    taken = set(
        Proposal.objects.filter(forum=forum, number__startswith=f"{place.pk}/").values_list("number", flat=True)
    )
    serial = len(taken) + 1
    while f"{place.pk}/{serial}" in taken:
        serial += 1
    return f"{place.pk}/{serial}"


def _add_photos(proposal: Proposal, photos: Sequence[Picture]) -> int:
    """Add what is new among the pictures; how many that were."""
    known = set(proposal.photos.values_list("digest", flat=True))
    fresh = {picture.digest: picture for picture in photos if picture.digest not in known}
    if len(known) + len(fresh) > MOST_PHOTOS:
        raise Incomplete({"photos": _("Paling banyak %(most)s foto untuk satu usulan.") % {"most": MOST_PHOTOS}})
    for picture in fresh.values():
        photo = Photo(proposal=proposal, digest=picture.digest, width=picture.width, height=picture.height)
        photo.file.save(f"{picture.digest[:24]}.jpg", ContentFile(picture.content), save=True)
    return len(fresh)
