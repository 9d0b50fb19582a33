"""The main desk writes a message; as long as it is not sent it can be written anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.government.models import Region
from selaras.outreach.actions.guarding import held, require_writer
from selaras.outreach.errors import Incomplete
from selaras.outreach.keys import fresh_key
from selaras.outreach.models import Message
from selaras.outreach.queries import channels_for
from selaras.people.models import Account

_LENGTHS = {"title": 150, "text": 5000, "audience": 200, "purpose": 300, "legal_basis": 300, "claim": 500}


@dataclass(frozen=True)
class Written:
    """`channels` in any order: for a village the one that was set up first is tried first. `regions` codes of districts
    and villages, none for everywhere; `claim` what is going round, for the clarification of a hoax alone.
    """

    title: str
    text: str
    audience: str
    purpose: str
    legal_basis: str
    valid_from: date | None
    valid_until: date | None
    channels: Sequence[int] = ()
    regions: Sequence[str] = ()
    kind: str = Message.Kind.NEWS
    claim: str = ""
    language: str = Message.Language.INDONESIAN
    urgent: bool = False


@transaction.atomic
def write_message(submission: UUID, said: Written, *, actor: Account) -> Message:
    """Keep a draft; the same form twice is one message. Where the answer to the first was lost and the writer went on
    meanwhile, the draft says what came last. Raises NotAllowed, Incomplete.
    """
    require_writer(actor)
    known = Message.objects.select_for_update(of=("self",)).filter(submission=submission).first()
    if known is None:
        return drafted(submission, said, actor=actor)
    differs = known.state == Message.State.DRAFT and _differs(known, said)
    return _anew(known, said, actor) if differs else known


@transaction.atomic
def rewrite_message(message: Message, said: Written, *, actor: Account) -> Message:
    """Raises NotAllowed, NotNow where it was sent already, Incomplete."""
    require_writer(actor)
    return _anew(held(message, Message.State.DRAFT), said, actor)


def drafted(
    submission: UUID, said: Written, earlier: Message | None = None, deed: str = "", *, actor: Account
) -> Message:
    """A draft, inside the transaction of the one who asks for it. Raises Incomplete."""
    message = Message(
        key=fresh_key(),
        submission=submission,
        earlier=earlier,
        deed=deed,
        written_by=actor,
        written_at=timezone.now(),
    )
    _fill(message, said)
    record("outreach.message_written", actor=actor, subject=message.key, detail={"title": message.title})
    return message


def _anew(draft: Message, said: Written, actor: Account) -> Message:
    _fill(draft, said)
    record("outreach.message_rewritten", actor=actor, subject=draft.key)
    return draft


def _differs(draft: Message, said: Written) -> bool:
    texts = any(getattr(draft, name) != getattr(said, name).strip() for name in _LENGTHS)
    rest = ("kind", "language", "urgent", "valid_from", "valid_until")
    return (
        texts
        or any(getattr(draft, name) != getattr(said, name) for name in rest)
        or set(draft.channels.values_list("pk", flat=True)) != set(said.channels)
        or set(draft.regions.values_list("pk", flat=True)) != set(said.regions)
    )


def _fill(message: Message, said: Written) -> None:
    texts = {name: getattr(said, name).strip() for name in _LENGTHS}
    chosen, places = set(said.channels), set(said.regions)
    channels = list(channels_for(message.earlier).filter(pk__in=chosen))
    regions = list(Region.objects.filter(pk__in=places, level__in=[Region.Level.DISTRICT, Region.Level.VILLAGE]))
    wrong = _wrong(said, texts)
    if not channels or len(channels) < len(chosen):
        wrong["channels"] = _("Pilih paling sedikit satu saluran yang masih dipakai.")
    if len(regions) < len(places):
        wrong["regions"] = _("Pilih kecamatan atau desa dari daftar.")
    if wrong:
        raise Incomplete(wrong)
    for name, value in texts.items():
        setattr(message, name, value)
    message.kind, message.language, message.urgent = said.kind, said.language, said.urgent
    message.valid_from, message.valid_until = said.valid_from, said.valid_until  # type: ignore[assignment]
    message.save()
    message.channels.set(channels)
    message.regions.set(regions)


def _wrong(said: Written, texts: dict[str, str]) -> dict[str, str]:
    needed = {
        "title": _("Tulis judulnya, satu kalimat yang berisi pokok pesan."),
        "text": _("Tulis isi pesannya."),
        "audience": _("Tulis untuk siapa pesan ini, misalnya petani di pesisir."),
        "purpose": _("Tulis mengapa pesan ini disampaikan."),
        "legal_basis": _("Tulis dasar hukumnya, misalnya surat edaran dan nomornya."),
    }
    wrong = {name: sentence for name, sentence in needed.items() if not texts[name]}
    for name, most in _LENGTHS.items():
        if len(texts[name]) > most:
            wrong[name] = _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": most}
    if said.kind not in Message.Kind.values:
        wrong["kind"] = _("Pilih jenis pesannya.")
    if said.kind == Message.Kind.HOAX and not texts["claim"]:
        wrong["claim"] = _("Tulis kabar bohong yang beredar, agar warga mengenalinya.")
    if said.language not in Message.Language.values:
        wrong["language"] = _("Pilih bahasanya.")
    return wrong | _wrong_days(said)


def _wrong_days(said: Written) -> dict[str, str]:
    if said.valid_from is None:
        return {"valid_from": _("Isi mulai kapan pesan ini berlaku.")}
    if said.valid_until is None:
        return {"valid_until": _("Isi sampai kapan pesan ini berlaku.")}
    if said.valid_until < said.valid_from:
        return {"valid_until": _("Hari terakhir tidak boleh sebelum hari pertama.")}
    if said.valid_until < timezone.localdate():
        return {"valid_until": _("Hari terakhir tidak boleh sudah lewat.")}
    return {}
