"""Systems and connections of a model file enter the inventory once somebody confirmed them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.exposure.actions.connecting import Joined, connect
from selaras.exposure.actions.guarding import require_keeper
from selaras.exposure.actions.registering import Said, register_system
from selaras.exposure.errors import NotNow
from selaras.exposure.models import Connection, Report, System
from selaras.government.models import Agency
from selaras.people.models import Account

CORE_WORTH = 5  # a model says that a system must not fall, and not how much that weighs; the officer changes it
MOST = 2_000


@dataclass(frozen=True)
class Confirmed:
    """How many came in; `passed` tells of connections whose ends were not both confirmed."""

    systems: int
    connections: int
    passed: int


@transaction.atomic
def confirm_draft(report: Report, chosen: Collection[str], agency: Agency, *, actor: Account) -> Confirmed:
    """Register the chosen systems (keys of the model) at the agency and connect them as the model does.

    A system of the agency with that name is the one that is meant, and stays as it is. Raises NotAllowed, NotNow,
    Incomplete.
    """
    require_keeper(agency, actor)
    now = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    draft: dict[str, Any] = now.draft
    wanted = [one for one in draft.get("systems", []) if one["key"] in set(chosen)]
    if not wanted:
        raise NotNow(_("Pilih sedikitnya satu sistem dari model ini."))
    if len(wanted) > MOST:
        raise NotNow(_("Pilih paling banyak 2.000 sistem sekali konfirmasi."))
    hosts = {key: host for host, keys in draft.get("shared", []) for key in keys}
    known = {one.name.casefold(): one for one in System.objects.filter(agency=agency).select_related("agency", "host")}
    made: dict[str, System] = {}
    for one in wanted:
        name = (one["name"] or one["key"])[:200]
        made[one["key"]] = known.get(name.casefold()) or register_system(
            agency, _said(one, name, hosts.get(one["key"], ""), now), actor=actor
        )
        known[name.casefold()] = made[one["key"]]
    before, links = Connection.objects.count(), draft.get("links", [])
    joined = [one for one in links if {one["source"], one["target"]} <= made.keys()]
    for one in joined:
        if made[one["source"]] != made[one["target"]]:
            connect(made[one["source"]], made[one["target"]], Joined(one["kind"], one["protected"]), actor=actor)
    now.draft = {}
    now.save(update_fields=["draft"])
    record("exposure.draft_confirmed", actor=actor, subject=now.key, detail={"systems": len(made)})
    return Confirmed(len(made), Connection.objects.count() - before, len(links) - len(joined))


def _said(one: dict[str, Any], name: str, host: str, report: Report) -> Said:
    return Said(
        name,
        _("Dari model %(file)s; lengkapi kegunaannya.") % {"file": report.name},
        System.Classification.LIMITED,
        _("belum diisi"),
        worth=CORE_WORTH if one["core"] else 0,
        foothold=System.Foothold.OTHER if one["foothold"] else System.Foothold.NONE,
        host=host[:120],
    )
