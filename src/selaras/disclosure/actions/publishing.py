"""Keeping a body's publication list: each deed leaves an edition that can be read and undone, nothing is deleted."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.disclosure import rules
from selaras.disclosure.actions.guarding import require_reason
from selaras.disclosure.actions.remembering import helping
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.disclosure.indexing import index_item
from selaras.disclosure.models import Edition, Item, PublicBody
from selaras.engines import plain_language
from selaras.people.models import Account

Kind = Edition.Kind
_DATES = frozenset({"made_on", "withdrawn_on", "updated_on", "checked_on"})
_LINK = URLValidator(schemes=["http", "https"])
_SHORT = {"title": 200, "unit": 150, "responsible": 150, "made_where": 120, "retention": 120, "link": 500}


@dataclass(frozen=True)
class Said:
    """What an item tells, as the columns of the publication list have it."""

    category: str
    title: str
    summary: str
    unit: str = ""
    responsible: str = ""
    made_on: date | None = None
    made_where: str = ""
    form: str = Item.Form.RECORDED
    retention: str = ""
    link: str = ""


_CONTENT = (
    *(field.name for field in fields(Said)),
    "file_id",
    "withdrawn_on",
    "withdrawn_why",
    "updated_on",
    "checked_on",
)


def read(title: str, summary: str) -> plain_language.Reading:
    """How hard an item is to read, title and summary as one text."""
    return plain_language.read(f"{title.strip()}\n\n{summary.strip()}")


@transaction.atomic
def publish_item(
    body: PublicBody, said: Said, template: str = "", submission: UUID | None = None, *, actor: Account
) -> Item:
    """Put an item on the list. The same template, or the same submission, again is the same item, brought up to date.

    Raises NotAllowed, Incomplete.
    """
    held = PublicBody.objects.select_for_update().get(pk=body.pk)
    _require_desk(held, actor)
    same = {"template": template} if template else {"submission": submission}
    known = held.items.filter(**same).first() if template or submission else None
    if known:
        return update_item(known, said, actor=actor)
    said, today = whole(said), timezone.localdate()
    item = Item(body=held, template=template, submission=submission, updated_on=today, checked_on=today, **asdict(said))
    return _keep(item, Kind.PUBLISHED, actor, changed=[])


@transaction.atomic
def update_item(item: Item, said: Said, *, actor: Account) -> Item:
    """Say it anew; one that was withdrawn stands again. Where nothing differs, it is confirmed.

    Raises NotAllowed, Incomplete.
    """
    held = held_item(item, actor)
    said = whole(said)
    changed = [name for name, value in asdict(said).items() if getattr(held, name) != value]
    if not changed and not held.withdrawn_on:
        return confirm_item(held, actor=actor)
    for name in changed:
        setattr(held, name, getattr(said, name))
    held.withdrawn_on, held.withdrawn_why = None, ""
    return _renewed(held, actor, changed)


@transaction.atomic
def confirm_item(item: Item, *, actor: Account) -> Item:
    """Find it unchanged: it counts as fresh from today. Twice on a day is once. Raises NotAllowed, NotNow."""
    held = held_item(item, actor)
    if held.withdrawn_on:
        raise NotNow(_("Informasi ini sudah ditarik. Perbarui dahulu untuk menerbitkannya lagi."))
    if held.checked_on >= timezone.localdate():
        return held
    held.checked_on = timezone.localdate()
    return _keep(held, Kind.CONFIRMED, actor, changed=[])


@transaction.atomic
def withdraw_item(item: Item, why: str, *, actor: Account) -> Item:
    """Take it from the list; it stays visible as withdrawn, with the reason. Raises NotAllowed, NotNow."""
    held = held_item(item, actor)
    why = require_reason(why, _("Tulis mengapa informasi ini ditarik. Semua orang membacanya."))
    if held.withdrawn_on:
        return held
    held.withdrawn_on, held.withdrawn_why = timezone.localdate(), why
    return _keep(held, Kind.WITHDRAWN, actor, changed=[])


@transaction.atomic
def undo_edition(edition: Edition, *, actor: Account) -> Item:
    """Let the item say again what it said before its last deed. Undone twice is undone once.

    What was never there before cannot vanish: it is withdrawn. Raises NotAllowed, NotNow.
    """
    held = held_item(edition.item, actor)
    last = held.editions.latest("number")
    if last.number == edition.number + 1 and last.kind == Kind.UNDONE:
        return held
    if last.number != edition.number or last.kind == Kind.UNDONE:
        raise NotNow(_("Informasi ini sudah diubah lagi sesudah itu. Buka dan perbarui isinya."))
    before = held.editions.filter(number=edition.number - 1).first()
    if before is None:
        held.withdrawn_on, held.withdrawn_why = timezone.localdate(), _("Penerbitannya dibatalkan.")
    else:
        for name, value in before.content.items():
            setattr(held, name, date.fromisoformat(value) if name in _DATES and value else value)
    return _keep(held, Kind.UNDONE, actor, changed=[])


def put_file(item: Item, file_pk: int, actor: Account) -> None:
    """Give everybody another file with the item; call it where the item is held and the file is released."""
    item.file_id = file_pk
    _renewed(item, actor, ["file"])


def held_item(item: Item, actor: Account) -> Item:
    """The item as it stands now, locked until the transaction ends, for who may change it. Raises NotAllowed."""
    held = Item.objects.select_for_update(of=("self",)).select_related("body").get(pk=item.pk)
    _require_desk(held.body, actor)
    return held


def _require_desk(body: PublicBody, actor: Account) -> None:
    if not rules.works_at(actor, body):
        raise NotAllowed(_("Daftar informasi ini diurus oleh meja layanan %(body)s.") % {"body": body.name})


def _renewed(item: Item, actor: Account, changed: list[str]) -> Item:
    item.updated_on = item.checked_on = timezone.localdate()
    return _keep(item, Kind.UPDATED, actor, changed=changed)


def _keep(item: Item, kind: str, actor: Account, changed: list[str]) -> Item:
    """Write the item, its edition, its words and the log, all in the transaction of the deed."""
    reading = read(item.title, item.summary)
    item.readability = reading.score if reading.band else None
    item.save()
    index_item(item)
    number = (item.editions.aggregate(last=Max("number"))["last"] or 0) + 1
    item.editions.create(
        number=number,
        kind=kind,
        at=timezone.now(),
        actor=actor,
        actor_name=str(actor)[:150],
        helping=helping(actor, item.body),
        content={name: getattr(item, name) for name in _CONTENT},
        changed=changed,
    )
    detail = {"item": item.pk, "edition": number, "changed": changed}
    record(f"disclosure.item_{kind}", actor=actor, subject=item.body.code, detail=detail)
    return item


def whole(said: Said) -> Said:
    """Without stray spaces. Raises Incomplete."""
    told: dict[str, Any] = {
        name: value.strip() if isinstance(value, str) else value for name, value in vars(said).items()
    }
    wrong = {
        name: _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": most}
        for name, most in _SHORT.items()
        if len(told[name]) > most
    }
    if not told["title"]:
        wrong["title"] = _("Tulis judulnya.")
    if not told["summary"]:
        wrong["summary"] = _("Tulis satu atau dua kalimat tentang isinya.")
    if told["category"] not in Item.Category.values:
        wrong["category"] = _("Pilih jenisnya: berkala, serta merta, atau setiap saat.")
    if told["form"] not in Item.Form.values:
        wrong["form"] = _("Pilih bentuknya: cetak, rekam, atau keduanya.")
    if told["made_on"] and told["made_on"] > timezone.localdate():
        wrong["made_on"] = _("Tanggal ini belum tiba. Isi tanggal dokumennya dibuat.")
    if told["link"] and _is_no_link(told["link"]):
        wrong["link"] = _("Tautan ini tidak lengkap. Mulailah dengan https://")
    if wrong:
        raise Incomplete(wrong)
    return Said(**told)


def _is_no_link(text: str) -> bool:
    try:
        _LINK(text)
    except ValidationError:
        return True
    return False
