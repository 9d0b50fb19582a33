"""By which kinds of channel a village can be told something, and where there is none."""

from __future__ import annotations

from collections.abc import Iterable

from selaras.outreach.models import Channel, Signal
from selaras.outreach.reach.queries import Known

_BY_SIGNAL = frozenset({Channel.Kind.SITE, Channel.Kind.WHATSAPP})  # they come by telephone: no signal, no word


def reached_by(known: Iterable[Known], channels: Iterable[Channel]) -> dict[str, tuple[Channel.Kind, ...]]:
    """By code of the village: the kinds in their order, none for a village that no channel reaches."""
    reaching = ways_to(known, channels)
    return {
        code: tuple(kind for kind in Channel.Kind if any(one.kind == kind for one in found))
        for code, found in reaching.items()
    }


def ways_to(known: Iterable[Known], channels: Iterable[Channel]) -> dict[str, tuple[Channel, ...]]:
    """By code of the village: those of the channels, in their order, that reach it."""
    goes = [(one, {place.pk for place in one.regions.all()}) for one in channels]
    return {
        one.village.pk: tuple(channel for channel, places in goes if _reaches(channel, places, one)) for one in known
    }


def _reaches(channel: Channel, places: set[str], one: Known) -> bool:
    if channel.kind in _BY_SIGNAL and one.signal == Signal.BLANK:
        return False
    return not places or bool(places & {one.village.pk, one.village.parent_id})
