"""Systems and connections of a model file enter the inventory once somebody confirmed them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.exposure import rules
from selaras.exposure.actions.connecting import Joined, connect
from selaras.exposure.actions.guarding import require_keeper
from selaras.exposure.actions.merging_reports import match_again
from selaras.exposure.actions.registering import Said, register_system
from selaras.exposure.errors import NotAllowed, NotNow
from selaras.exposure.models import Connection, Report, System
from selaras.government.models import Agency
from selaras.people.models import Account

CORE_WORTH = 5  # a model says that a system must not fall, and not how much that weighs; the officer changes it
MOST = 2_000


@dataclass(frozen=True)
class Confirmed:
    """How many came in; `waiting` tells of systems and connections that stay in the draft until they are confirmed too,
    `passed` of connections that can come in no more: an end was retired meanwhile, or both ends are one system."""

    systems: int
    connections: int
    waiting: tuple[int, int]
    passed: int


@transaction.atomic
def confirm_draft(report: Report, chosen: Collection[str], agency: Agency, *, actor: Account) -> Confirmed:
    """Register the chosen systems (keys of the model) at the agency and connect them as the model does.

    A system of the agency with that name is the one that is meant, and stays as it is. What was not chosen stays in
    the draft, with its connections to what came in. Raises NotAllowed, NotNow, Incomplete.
    """
    require_keeper(agency, actor)
    now = Report.objects.select_for_update(of=("self",)).select_related("agency").get(pk=report.pk)
    if not rules.keeps_reports_of(actor, now.agency):
        raise NotAllowed(_("Model ini dikonfirmasi petugas keamanan yang mengirim laporannya atau petugas daerah."))
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
            agency, _said(one, name, hosts.get(one["key"], ""), now), actor=actor, matched=False
        )
        known[name.casefold()] = made[one["key"]]
    match_again(list(made.values()))
    taken = [*draft.get("taken", []), *({**one, "system": made[one["key"]].key} for one in wanted)]
    rest = [one for one in draft["systems"] if one["key"] not in made]
    open_ends = {one["key"] for one in rest}
    later = [one for one in draft.get("links", []) if {one["source"], one["target"]} & open_ends]
    due = [one for one in draft.get("links", []) if not {one["source"], one["target"]} & open_ends]
    before = Connection.objects.count()
    passed = len(due) - _connected(due, taken, actor)
    now.draft = {**draft, "systems": rest, "links": later, "taken": taken} if rest else {}
    now.save(update_fields=["draft"])
    counts = {"systems": len(made), "passed": passed, "waiting": [len(rest), len(later)]}
    record("exposure.draft_confirmed", actor=actor, subject=now.key, detail=counts)
    return Confirmed(len(made), Connection.objects.count() - before, (len(rest), len(later)), passed)


def _connected(links: Iterable[dict[str, Any]], taken: Iterable[dict[str, Any]], actor: Account) -> int:
    """How many of the links are in the inventory now."""
    system_of = {one["key"]: one["system"] for one in taken}
    standing = System.objects.filter(key__in=system_of.values()).exclude(life_cycle=System.LifeCycle.RETIRED)
    of_key = {one.key: one for one in standing.select_related("agency")}
    ends = {key: of_key[system] for key, system in system_of.items() if system in of_key}
    count = 0
    for one in links:
        source, target = ends.get(one["source"]), ends.get(one["target"])
        if source and target and source != target:
            connect(source, target, Joined(one["kind"], one["protected"]), actor=actor)
            count += 1
    return count


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
