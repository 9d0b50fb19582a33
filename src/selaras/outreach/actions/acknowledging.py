"""A village desk says what became of a message: on a telephone, or by a letter on paper that is typed in later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.privacy import mask
from selaras.outreach.actions.guarding import require_desk, require_typist
from selaras.outreach.errors import Incomplete, NotNow
from selaras.outreach.models import Delivery, Message
from selaras.people.models import Account

Reply, Way = Delivery.Reply, Delivery.Way


@transaction.atomic
def acknowledge(
    delivery: Delivery,
    submission: UUID,
    reply: str = Reply.RECEIVED,
    note: str = "",
    *,
    waited: timedelta = timedelta(0),
    actor: Account,
) -> Delivery:
    """Keep what the desk says; the same form twice is one. A later reply takes the place of the earlier one, the moment
    of the first stays. A note of somebody else stays too, for a desk has more than one pair of hands and perhaps an
    older page open. `waited`: how long the telephone kept the reply until there was a signal; one that was said before
    the reply that stands leaves it standing, and adds its note. Raises NotAllowed, Incomplete.
    """
    require_desk(delivery.village, actor)
    now = Delivery.objects.select_for_update(of=("self",)).select_related("message").get(pk=delivery.pk)
    if now.submission == submission:
        return now
    if wrong := _wrong(reply, note, now.note):
        raise Incomplete(wrong)
    came, before, by_another = timezone.now(), now.note, now.acknowledged_by_id != actor.pk
    said = came - max(waited, timedelta(0))
    late = now.way == Way.PHONE and now.told_at is not None and said < now.told_at
    if late:
        now.note = _joined(note, before)
    else:
        _told(now, reply, Way.PHONE, submission, actor, came)
        now.told_at = said
        now.note = _joined(before, note) if by_another else note.strip()
    now.save()
    detail = {"village": now.village_id, "reply": reply, "way": str(Way.PHONE)}
    if before and before != now.note:
        detail["note_before"] = mask(before)
    action = "outreach.late_reply" if late else "outreach.acknowledged"
    record(action, actor=actor, subject=now.message.key, detail=detail)
    return now


@transaction.atomic
def type_in_replies(
    message: Message,
    batch: UUID,
    letters: Mapping[str, str],
    *,
    shown: Mapping[str, str] = MappingProxyType({}),
    actor: Account,
) -> int:
    """Keep the letters of paper slips, village code to letter: all of them or none; the same batch twice is one. What a
    desk said on its telephone meanwhile stays. `shown`: letters that were typed in earlier, as the page showed them;
    where one still stands, another letter takes its place, and none takes it back. Returns how many were kept now.

    Raises NotAllowed, NotNow where the message was never sent, Incomplete with the code as the field.
    """
    typed = {code: letter.strip().upper() for code, letter in letters.items()}
    said = {code: letter for code, letter in typed.items() if letter != shown.get(code, "")}
    if not said:
        raise Incomplete({"replies": _("Belum ada satu pun balasan yang diketik.")})
    if message.state == Message.State.DRAFT:
        raise NotNow(_("Pesan ini belum dikirim, jadi belum ada balasannya."))
    got = message.deliveries.select_for_update(of=("self",)).select_related("village").filter(village__in=list(said))
    found = {one.village_id: one for one in got.order_by("pk")}
    for one in found.values():
        require_typist(one.village, actor)
    if wrong := _wrong_letters(said, set(found)):
        raise Incomplete(wrong)
    kept = [one for code, one in found.items() if _is_open(one, shown.get(code, ""))]
    before, came = {one.village_id: one.reply for one in kept if one.reply}, timezone.now()
    for one in kept:
        _typed(one, said[one.village_id], batch, actor, came)
    names = ["reply", "way", "acknowledged_at", "acknowledged_by", "told_at", "submission"]
    Delivery.objects.bulk_update(kept, names, batch_size=100)
    if kept:
        detail = {"way": str(Way.PAPER), "replies": {one.village_id: one.reply for one in kept}}
        detail |= {"before": before} if before else {}
        record("outreach.replies_typed_in", actor=actor, subject=message.key, detail=detail)
    return len(kept)


def _is_open(delivery: Delivery, shown: str) -> bool:
    """Nothing came from the village yet, or what stands there was typed in and is what the page showed."""
    return delivery.acknowledged_at is None if not shown else delivery.way == Way.PAPER and delivery.reply == shown


def _typed(delivery: Delivery, letter: str, batch: UUID, actor: Account, came: datetime) -> None:
    if letter:
        _told(delivery, letter, Way.PAPER, uuid5(batch, delivery.village_id), actor, came)
        return
    delivery.reply = delivery.way = ""
    delivery.acknowledged_at = delivery.acknowledged_by = delivery.told_at = delivery.submission = None


def _wrong(reply: str, note: str, standing: str) -> dict[str, str]:
    wrong = {}
    if reply not in Reply.values:
        wrong["reply"] = _("Pilih satu jawaban.")
    if reply == Reply.ASKING and not note.strip():
        wrong["note"] = _("Tulis pertanyaannya, agar dapat dijawab.")
    if len(_only_in(note, standing)) > 500:  # the page begins with the note that stands
        wrong["note"] = _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": 500}
    return wrong


def _wrong_letters(said: Mapping[str, str], known: set[str]) -> dict[str, str]:
    letters = ", ".join(Reply.values)
    wrong = {
        code: _("Tulis satu huruf dari lembar balasan: %(letters)s.") % {"letters": letters}
        for code, letter in said.items()
        if letter and letter not in Reply.values
    }
    return wrong | {code: _("Desa ini tidak dikirimi pesan ini.") for code in said if code not in known}


def _joined(earlier: str, later: str) -> str:
    """Both notes; a line that both hold stands once."""
    return "\n".join(part for part in (_only_in(earlier, later), later.strip()) if part)


def _only_in(note: str, other: str) -> str:
    known = {line.strip() for line in other.splitlines()}
    return "\n".join(line for line in note.splitlines() if line.strip() not in known).strip()


def _told(delivery: Delivery, reply: str, way: str, submission: UUID, actor: Account, came: datetime) -> None:
    delivery.reply, delivery.way, delivery.submission, delivery.told_at = reply, way, submission, came
    delivery.acknowledged_at = delivery.acknowledged_at or came
    delivery.acknowledged_by = actor
