"""Messages of the sample region: urgent, a hoax put right, corrected, withdrawn; some villages answer late or never."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid5

from django.db.models import F
from django.utils import timezone

from selaras.government.models import Region
from selaras.outreach.actions.acknowledging import acknowledge, type_in_replies
from selaras.outreach.actions.answering import answer_question
from selaras.outreach.actions.channels import add_channel
from selaras.outreach.actions.sending import correct, send, withdraw
from selaras.outreach.actions.writing import Written, write_message
from selaras.outreach.models import Channel, Delivery, Message
from selaras.outreach.sample_words import (
    ANSWER,
    ASKED,
    CORRECTED,
    DRAFT,
    EVERYWHERE,
    HOAX,
    OLD,
    QUESTION,
    URGENT,
    WITHDRAWN,
    WRONG,
)
from selaras.people.models import Account
from selaras.sample import SEED
from selaras.sample.draw import Draw

_SPACE = UUID("5e1a7a50-0000-4000-8000-000000000003")  # of these examples, so that they are made once
_SILENT_EVERY = 23  # a village in so many never answers
_NEAR = 6  # districts that the channels with a place of their own go to
Kind, Reply = Channel.Kind, Delivery.Reply


def tell_examples(region: Region, *, writer: Account, desk: Account) -> int:
    """Channels, messages in every state, replies from paper, and one from the desk of `desk`. Made once; returns how
    many messages were made.
    """
    if Message.objects.exists():
        return 0
    ways, draw = _channels(region, writer), Draw(SEED, "outreach")

    def said(words: dict[str, str], *kinds: str, **more: object) -> Written:
        today, channels = timezone.localdate(), [ways[kind] for kind in kinds]
        told = {"valid_from": today - timedelta(weeks=7), "valid_until": today + timedelta(days=45)}
        return Written(**(words | told | {"channels": channels} | more))  # type: ignore[arg-type]

    def sent(words: dict[str, str], *kinds: str, **more: object) -> Message:
        key = uuid5(_SPACE, words["title"])
        return send(write_message(key, said(words, *kinds, **more), actor=writer), actor=writer)

    _answered(sent(OLD, Kind.MEETING, Kind.NOTICE_BOARD), 0.93, weeks=6, draw=draw, actor=writer)
    hoax = sent(HOAX, Kind.WHATSAPP, Kind.GROUP, Kind.SITE)
    _answered(hoax, 0.88, weeks=2, draw=draw, actor=writer)
    wrong = sent(WRONG, Kind.WHATSAPP, Kind.NOTICE_BOARD)
    _answered(wrong, 0.8, weeks=2, draw=draw, actor=writer)
    better = correct(wrong, uuid5(_SPACE, "ralat"), said(CORRECTED, Kind.WHATSAPP, Kind.NOTICE_BOARD), actor=writer)
    _answered(better, 0.7, weeks=1, draw=draw, actor=writer)
    taken_back = sent(WITHDRAWN, Kind.RADIO, Kind.LOUDSPEAKER, regions=_near(region))
    _answered(taken_back, 0.6, weeks=1, draw=draw, actor=writer)
    withdraw(taken_back, uuid5(_SPACE, "tarik"), "Kegiatannya batal karena cuaca (contoh).", actor=writer)
    urgent = sent(URGENT, Kind.WHATSAPP, Kind.LOUDSPEAKER, Kind.SITE, urgent=True)
    _answered(urgent, 0.55, weeks=0, draw=draw, actor=writer)
    _asks(hoax, QUESTION, desk)
    for own in _asks(better, ASKED, desk):
        answer_question(own, ANSWER, actor=writer)
    write_message(uuid5(_SPACE, DRAFT["title"]), said(DRAFT, Kind.SITE, Kind.NOTICE_BOARD), actor=writer)
    return Message.objects.count()


def _near(region: Region) -> list[str]:
    return list(region.children.order_by("pk").values_list("pk", flat=True)[:_NEAR])


def _channels(region: Region, actor: Account) -> dict[str, int]:
    """Kind to key; the radio, the groups and the loudspeaker go to some districts alone."""
    near = _near(region)
    places: dict[str, Sequence[str]] = {Kind.RADIO: near, Kind.GROUP: near, Kind.LOUDSPEAKER: near[:3]}
    return {kind: add_channel(kind, name, places.get(kind, ()), actor=actor).pk for kind, name in EVERYWHERE}


def _answered(message: Message, share: float, *, weeks: int, draw: Draw, actor: Account) -> None:
    """So many of its villages answer on paper, all within a day; then all of it lies some weeks back, which keeps the
    days of the week and with them the term of working days.
    """
    codes = list(message.deliveries.order_by("village").values_list("village", flat=True))
    letters = (Reply.ANNOUNCED, Reply.ANNOUNCED, Reply.ANNOUNCED, Reply.RECEIVED, Reply.RECEIVED, Reply.CANNOT)
    said = {
        code: draw.pick(letters).value for at, code in enumerate(codes) if at % _SILENT_EVERY and draw.chance(share)
    }
    type_in_replies(message, uuid5(_SPACE, message.key), said, actor=actor)
    if not weeks:
        return
    back, next_day = timedelta(weeks=weeks), timedelta(weeks=weeks) - timedelta(days=1)
    sent_at, written_at = F("sent_at") - back, F("written_at") - back
    Message.objects.filter(pk=message.pk).update(sent_at=sent_at, written_at=written_at)
    message.deliveries.update(due_at=F("due_at") - back)
    heard = message.deliveries.exclude(acknowledged_at=None)
    heard.update(acknowledged_at=F("acknowledged_at") - next_day, told_at=F("told_at") - next_day)


def _asks(message: Message, question: str, desk: Account) -> list[Delivery]:
    """The desk of the example's village has a question about it; none where it has no village."""
    roles = desk.roles.exclude(region=None).values("region")
    return [
        acknowledge(own, uuid5(_SPACE, question), Reply.ASKING, question, actor=desk)
        for own in message.deliveries.filter(village__in=roles)[:1]
    ]
