"""Who holds a post at a desk, since when and until when; and the trainings they attended. Nothing is ever deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.disclosure.actions.guarding import require_keeper
from selaras.disclosure.errors import Incomplete, NotNow
from selaras.disclosure.models import Officer, PublicBody, Training
from selaras.people.models import Account

Post = Officer.Post
_DAY = timedelta(days=1)
_LONGEST = {"name": 150, "position": 150, "title": 200}


@dataclass(frozen=True)
class Appointment:
    """Who takes a post by decree; `since` is the first day."""

    post: str
    name: str
    position: str = ""
    since: date | None = None


@transaction.atomic
def appoint_officer(body: PublicBody, told: Appointment, *, actor: Account) -> Officer:
    """Enter who holds a post. One who held it ends the day before; at the desk several may serve.

    The same person in the same post again is the same entry, brought up to date. Raises NotAllowed, Incomplete.
    """
    held = PublicBody.objects.select_for_update().get(pk=body.pk)
    require_keeper(held, actor)
    name, position = " ".join(told.name.split()), " ".join(told.position.split())
    _require({"name": name, "position": position}, post=told.post)
    sitting = list(held.officers.filter(post=told.post, until=None))
    known = next((one for one in sitting if one.name.casefold() == name.casefold()), None)
    if known:
        return _brought_up_to_date(known, position, told.since, actor)
    if told.post != Post.DESK:
        for one in sitting:
            _replace(one, told.since or timezone.localdate())
    officer = held.officers.create(post=told.post, name=name, position=position, since=told.since)
    detail = {"post": told.post, "name": name, "since": str(told.since or ""), "after": [one.name for one in sitting]}
    record("disclosure.officer_appointed", actor=actor, subject=held.code, detail=detail)
    return officer


def _brought_up_to_date(officer: Officer, position: str, since: date | None, actor: Account) -> Officer:
    """What is not told stays."""
    now = (position or officer.position, since or officer.since)
    if now == (officer.position, officer.since):
        return officer
    officer.position, officer.since = now
    officer.save(update_fields=["position", "since"])
    detail = {"post": officer.post, "name": officer.name, "position": now[0], "since": str(now[1] or "")}
    record("disclosure.officer_corrected", actor=actor, subject=officer.body.code, detail=detail)
    return officer


def _replace(officer: Officer, by: date) -> None:
    """End a post the day before another takes it. Raises Incomplete where the other would come before it began."""
    if officer.since and by <= officer.since:
        told = {"name": officer.name, "post": officer.get_post_display()}
        raise Incomplete({"since": _("%(name)s masih menjabat %(post)s pada hari itu. Isi hari sesudahnya.") % told})
    officer.until = by - _DAY
    officer.save(update_fields=["until"])


@transaction.atomic
def end_post(officer: Officer, on: date, *, actor: Account) -> Officer:
    """The last day in a post; the entry stays. Raises NotAllowed, NotNow where it ended already, Incomplete."""
    held = Officer.objects.select_for_update(of=("self",)).select_related("body").get(pk=officer.pk)
    require_keeper(held.body, actor)
    if held.until is not None:
        raise NotNow(_("%(name)s sudah tidak menjabat. Muat ulang halaman.") % {"name": held.name})
    if held.since and on < held.since:
        raise Incomplete({"on": _("Hari terakhir tidak boleh sebelum hari pertamanya.")})
    if on > timezone.localdate():
        raise Incomplete({"on": _("Hari itu belum tiba. Isi hari ini atau sebelumnya.")})
    held.until = on
    held.save(update_fields=["until"])
    detail = {"post": held.post, "name": held.name, "until": str(on)}
    record("disclosure.post_ended", actor=actor, subject=held.body.code, detail=detail)
    return held


@transaction.atomic
def note_training(body: PublicBody, title: str, held_on: date, attended: int = 1, *, actor: Account) -> Training:
    """A training of that title on that day is noted once; again, with another number of persons, it is corrected.

    Raises NotAllowed, Incomplete.
    """
    held = PublicBody.objects.select_for_update().get(pk=body.pk)
    require_keeper(held, actor)
    named = " ".join(title.split())
    _require({"title": named})
    if held_on > timezone.localdate():
        raise Incomplete({"held_on": _("Pelatihan ini belum berlangsung. Catat sesudahnya.")})
    if not 1 <= attended <= 1000:
        raise Incomplete({"attended": _("Isi berapa orang yang ikut, 1 sampai 1000.")})
    training, fresh = held.trainings.get_or_create(title=named, held_on=held_on, defaults={"attended": attended})
    if not fresh and training.attended == attended:
        return training
    training.attended = attended
    training.save(update_fields=["attended"])
    detail = {"title": named, "held_on": str(held_on), "attended": attended}
    record("disclosure.training_noted", actor=actor, subject=held.code, detail=detail)
    return training


def _require(texts: dict[str, str], *, post: str = Post.HEAD) -> None:
    """Raises Incomplete: the first text must be told, none may be too long, and the post must be one."""
    first = next(iter(texts))
    wrong = {
        key: _("Paling banyak %(most)s huruf.") % {"most": _LONGEST[key]}
        for key, text in texts.items()
        if len(text) > _LONGEST[key]
    }
    if not texts[first]:
        wrong[first] = _("Isi namanya.")
    if post not in Post.values:
        wrong["post"] = _("Pilih salah satu jabatan.")
    if wrong:
        raise Incomplete(wrong)
