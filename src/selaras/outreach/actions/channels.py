"""The main desk names the channels there are, and where each goes."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.government.models import Region
from selaras.outreach.actions.guarding import require_writer
from selaras.outreach.errors import Incomplete
from selaras.outreach.models import Channel
from selaras.people.models import Account


@transaction.atomic
def add_channel(kind: str, name: str, regions: Sequence[str] = (), *, actor: Account) -> Channel:
    """Name a channel; named again it is used again, and goes where it is said to now. Raises NotAllowed, Incomplete."""
    require_writer(actor)
    name, wrong = name.strip(), {}
    places = list(Region.objects.filter(pk__in=set(regions)))
    if kind not in Channel.Kind.values:
        wrong["kind"] = _("Pilih jenis salurannya.")
    if not 0 < len(name) <= 120:
        wrong["name"] = _("Beri nama salurannya, misalnya Radio In FM.")
    if len(places) < len(set(regions)):
        wrong["regions"] = _("Pilih kecamatan atau desa dari daftar.")
    if wrong:
        raise Incomplete(wrong)
    told = {"kind": kind, "ended_at": None}
    channel, _fresh = Channel.objects.update_or_create(name=name, defaults=told)
    channel.regions.set(places)
    detail = {"kind": kind, "regions": sorted(one.pk for one in places)}
    record("outreach.channel_added", actor=actor, subject=name, detail=detail)
    return channel


@transaction.atomic
def end_channel(channel: Channel, *, actor: Account) -> Channel:
    """Use it no longer; ended twice is ended once. Raises NotAllowed."""
    require_writer(actor)
    now = Channel.objects.select_for_update(of=("self",)).get(pk=channel.pk)
    if now.ended_at is None:
        now.ended_at = timezone.now()
        now.save(update_fields=["ended_at"])
        record("outreach.channel_ended", actor=actor, subject=now.name)
    return now
