"""The model of propagation is reckoned in the background; killed, it is simply done again."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.background import start_after_commit
from selaras.engines.propagation import Terrain, read_ascii_grid
from selaras.government.queries import parameter_value
from selaras.outreach.models import Reckoning, SignalFact, Source
from selaras.outreach.reach import rules
from selaras.outreach.reach.errors import Incomplete, NotAllowed
from selaras.outreach.reach.propagation import Numbers, levels_at, masts_of, signals_of, tried_on
from selaras.outreach.reach.queries import Known, known_of, villages_within
from selaras.outreach.reach.siting import point_of
from selaras.people.models import Account

State = Reckoning.State
STALE = timedelta(minutes=10)  # far longer than it takes: the process that should do it is gone
_AT_ONCE = 50  # villages, after which the page is told how far it came


@transaction.atomic
def reckon_signal(masts: Source | None, *, complete: bool, terrain: Source | None = None, actor: Account) -> Reckoning:
    """Queue the model for every village with a place; what is under way serves. `complete`: no mast is missing from
    the list, so that a weak level means a weak signal. `terrain`: a map of heights, else the land is flat. Raises
    NotAllowed, Incomplete.
    """
    if not rules.keeps_reach(actor):
        raise NotAllowed(_("Model dihitung oleh walidata dan Bappeda."))
    if masts is None or masts.ended_at or not masts.sites.exists():
        raise Incomplete({"masts": _("Pilih daftar menara.")})
    if terrain and (terrain.ended_at or not terrain.is_terrain):
        raise Incomplete({"terrain": _("Pilih peta ketinggian, atau hitung tanpa bukit.")})
    now = timezone.now()
    open_one = Reckoning.objects.select_for_update().filter(masts=masts, state__in=Reckoning.OPEN).first()
    if open_one and open_one.moved_at > now - STALE:
        return open_one
    asked = open_one or _new(masts, terrain, complete, actor)
    asked.moved_at = now
    asked.save(update_fields=["moved_at"])
    _queue(asked)
    detail = {"masts": masts.pk, "terrain": asked.terrain_id, "complete": asked.complete}
    record("outreach.reckoning_asked", actor=actor, subject=str(asked.pk), detail=detail)
    return asked


def _new(masts: Source, terrain: Source | None, complete: bool, actor: Account) -> Reckoning:
    now = timezone.now()
    told = {"masts": masts, "terrain": terrain, "complete": complete}
    try:
        with transaction.atomic():
            return Reckoning.objects.create(asked_by=actor, asked_at=now, moved_at=now, **told)
    except IntegrityError:  # another asked in the same moment
        return Reckoning.objects.get(masts=masts, state__in=Reckoning.OPEN)


def _queue(asked: Reckoning) -> None:
    from selaras.outreach.tasks import reckon_in_background  # the task names this module

    reckon_in_background.enqueue(asked.pk)
    start_after_commit()


def run_reckoning(pk: int) -> None:
    """Do what was queued; what a person can mend is told on the page."""
    asked = Reckoning.objects.select_related("masts", "asked_by", "terrain__batch").get(pk=pk)
    if asked.state not in Reckoning.OPEN:  # another process did it meanwhile
        return
    try:
        placed = [one for one in known_of(villages_within("")) if point_of(one)]
        _finish(asked, placed, _levels(asked, placed))
    except Incomplete as lacks:
        _move(asked, state=State.FAILED, words=str(lacks)[:500])
    except Exception:
        _move(asked, state=State.FAILED, words=_("Program gagal menghitung. Beri tahu administrator."))
        raise


def _levels(asked: Reckoning, placed: list[Known]) -> Numbers:
    today = timezone.localdate()
    masts, skipped = masts_of(asked.masts.sites.all(), parameter_value("outreach.masts_assumed", today))
    if not masts or not placed:
        told = _("Belum ada desa yang diketahui tempatnya, atau tidak satu menara pun cocok dengan rumusnya.")
        raise Incomplete({"masts": told})
    _move(asked, state=State.RUNNING, total=len(placed), skipped=skipped)
    points, parts = [point for one in placed if (point := point_of(one))], []
    terrain = _terrain_of(asked)
    for start in range(0, len(points), _AT_ONCE):
        parts.append(levels_at(points[start : start + _AT_ONCE], masts, terrain))
        _move(asked, done=min(start + _AT_ONCE, len(points)))
    return np.concatenate(parts)


def _terrain_of(asked: Reckoning) -> Terrain | None:
    return read_ascii_grid(bytes(asked.terrain.batch.content)) if asked.terrain and asked.terrain.batch else None


@transaction.atomic
def _finish(asked: Reckoning, placed: list[Known], levels: Numbers) -> None:
    """The facts take the place of those that the same list of masts gave before."""
    now = Reckoning.objects.select_for_update().get(pk=asked.pk)
    if now.state not in Reckoning.OPEN:
        return
    limits = parameter_value("outreach.signal_levels", timezone.localdate())
    signals = signals_of(levels, limits, complete=now.complete)
    source = _source_of(asked)
    source.facts.all().delete()
    facts = (
        SignalFact(source=source, village=one.village, signal=signal)
        for one, signal in zip(placed, signals, strict=True)
    )
    SignalFact.objects.bulk_create(facts, batch_size=500)
    now.result, now.tried, now.state, now.moved_at = source, tried_on(placed, levels), State.DONE, timezone.now()
    now.save(update_fields=["result", "tried", "state", "moved_at"])
    detail = {"source": source.pk, "villages": len(placed), "tried": now.tried}
    record("outreach.signal_reckoned", actor=asked.asked_by, subject=str(now.pk), detail=detail)


def _source_of(asked: Reckoning) -> Source:
    hills = f" dan {asked.terrain.name[:40]}" if asked.terrain else ""
    name = f"Model perambatan dari {asked.masts.name[:100]} ({asked.masts.as_of:%d-%m-%Y}){hills}"
    kept = {"name": name, "as_of": timezone.localdate(), "added_by": asked.asked_by, "added_at": timezone.now()}
    known = Source.objects.filter(way=Source.Way.MODEL, reckoned_by__masts=asked.masts, ended_at=None).first()
    if known:
        Source.objects.filter(pk=known.pk).update(**kept)
        return known
    return Source.objects.create(way=Source.Way.MODEL, **kept)


def _move(asked: Reckoning, **to: object) -> None:
    """Only where it is still open: a process that was given up for dead must not undo what another completed."""
    Reckoning.objects.filter(pk=asked.pk, state__in=Reckoning.OPEN).update(**to, moved_at=timezone.now())
