"""Opening a forum: its region, its cycle, what it weighs by."""

from __future__ import annotations

from django.db import transaction

from selaras.audit.actions import Actor, record
from selaras.forum.folder import Setting
from selaras.forum.models import Criterion, Forum
from selaras.government.actions import seed_calendar
from selaras.government.models import Region
from selaras.planning.actions.calendar import seed_stages
from selaras.planning.models import Catalogue, Cycle


@transaction.atomic
def open_forum(setting: Setting, *, actor: Actor) -> Forum:
    """Create the forum that a setting describes, or bring an open one up to it."""
    level = Region.Level.REGENCY if setting.region.count(".") == 1 else Region.Level.PROVINCE
    region, _ = Region.objects.get_or_create(
        code=setting.region, defaults={"name": setting.region_name or setting.region, "level": level}
    )
    seed_calendar(region, range(setting.held_on.year, setting.year + 1), actor=actor)
    cycle, _ = Cycle.objects.get_or_create(region=region, year=setting.year)
    seed_stages(cycle, on=setting.held_on, actor=actor)
    catalogue, _ = Catalogue.objects.get_or_create(version=setting.catalogue)
    forum, created = Forum.objects.update_or_create(
        slug=setting.slug,
        defaults={
            "cycle": cycle,
            "name": setting.name,
            "held_on": setting.held_on,
            "place": setting.place,
            "catalogue": catalogue,
            "rule": setting.rule,
            "synthetic": setting.synthetic,
            "note": setting.note,
        },
    )
    changed = _weigh_by(forum, setting)
    if created or changed:
        detail = {"rule": setting.rule, "criteria": [list(row) for row in setting.criteria]}
        record("forum.opened" if created else "forum.criteria_changed", actor=actor, subject=forum.slug, detail=detail)
    return forum


def _weigh_by(forum: Forum, setting: Setting) -> bool:
    """Set the criteria; whether that changed any."""
    before = set(forum.criteria.values_list("key", "label", "weight"))
    if before == set(setting.criteria):
        return False
    forum.criteria.exclude(key__in=[key for key, _, _ in setting.criteria]).delete()
    for key, label, weight in setting.criteria:
        Criterion.objects.update_or_create(forum=forum, key=key, defaults={"label": label, "weight": weight})
    return True


@transaction.atomic
def name_host(forum: Forum, code: str) -> None:
    """Tell which agency holds the forum, once the agencies are known."""
    if code:
        forum.host = forum.cycle.region.agencies.filter(code=code).first()
        forum.save(update_fields=["host"])
