"""Everything a decision depends on, read from the register once and written as plain JSON.

The same inputs give the same decision wherever they are computed; `decision.json` carries them whole. They hold no
name of a person: assessors and participants go by their number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from selaras.engines.privacy import mask
from selaras.forum.models import Ballot, Conflict, Forum, GroupMember, Mark, Override, Proposal, Recommendation
from selaras.forum.overriding import laid_over
from selaras.forum.recommendations import place_in_chain
from selaras.forum.voting.results import secret_ballots, secret_marks
from selaras.planning.models import Ceiling, RegionalPriority, WorkPlanItem

Json = dict[str, Any]


def gather(forum: Forum, rule: str) -> Json:
    """The inputs of one decision, in a fixed order. A constant number of queries, whatever the number of proposals."""
    return laid_over(without_overrides(forum, rule), overrides(forum))


def without_overrides(forum: Forum, rule: str) -> Json:
    """What the rule alone would decide from; a proposal that was withdrawn, merged or split is not in it."""
    priorities = _priorities(forum)
    members = dict(GroupMember.objects.filter(group__forum=forum).values_list("proposal_id", "group__key"))
    proposals = _proposals(forum, priorities, members)
    standing = {row["id"] for row in proposals}
    return {
        "forum": _forum(forum),
        "method": method(rule),
        "criteria": list(forum.criteria.order_by("key").values("key", "label", "weight", "low", "high")),
        "ceilings": ceilings(forum),
        "plan": _plan(forum, priorities),
        "proposals": proposals,
        "groups": dict(forum.duplicate_groups.order_by("key").values_list("key", "reason")),
        "leads": sorted(
            GroupMember.objects.filter(group__forum=forum, leads=True, proposal__ending="").values_list(
                "proposal__number", flat=True
            )
        ),
        "marks": [row for row in _marks(forum) if row[1] in standing],
        "conflicts": [list(row) for row in _conflicts(forum) if row[1] in standing],
        "ballots": [[who, [one for one in approved if one in standing]] for who, approved in _ballots(forum)],
    }


def method(rule: str) -> Json:
    """How a forum that decides by `rule` computes; gaps are how near to the best the rule `optimal` must come."""
    return {
        "rule": rule,
        "levelling": "bias",
        "completion": "ranked",
        "satisfaction": "cost",
        "gap": "0.0003",
        "comparison_gap": "0.01",
    }


def overrides(forum: Forum) -> list[Json]:
    """The overrides in force, by the number of the proposal; the shape is told in `overriding`."""
    rows = Override.objects.filter(forum=forum, undone_at=None).select_related("proposal")
    told = [override_of(row.proposal, row.kind, row.reason, volume=row.volume, cost=row.cost) for row in rows]
    return sorted(told, key=lambda one: one["id"])


def override_of(proposal: Proposal, kind: str, reason: str, *, volume: Decimal | None, cost: int | None) -> Json:
    return {
        "id": proposal.number,
        "kind": kind,
        "cost": cost,
        "volume": None if volume is None else f"{volume.normalize():f}",
        "changed": _differs(volume, proposal.volume) or _differs(cost, proposal.cost),
        "reason": mask(reason),
    }


def _differs(given: Decimal | int | None, asked: Decimal | int | None) -> bool:
    return given is not None and given != asked


def _forum(forum: Forum) -> Json:
    return {
        "slug": forum.slug,
        "name": forum.name,
        "region": forum.cycle.region_id,
        "year": forum.cycle.year,
        "held_on": forum.held_on.isoformat(),
        "synthetic": forum.synthetic,
    }


def ceilings(forum: Forum) -> list[Json]:
    """Every ceiling with what it covers, the whole first."""
    order = list(Ceiling.Kind.values)
    rows = Ceiling.objects.filter(cycle=forum.cycle).select_related("agency", "district")
    return sorted((_ceiling(row) for row in rows), key=lambda row: (order.index(row["kind"]), row["id"]))


def ceiling_id(row: Ceiling) -> str:
    """How inputs, ledgers and questions name a ceiling."""
    return ":".join([row.kind, *_covered(row).values()])


def _covered(row: Ceiling) -> dict[str, str]:
    where = {
        "agency": row.agency.code if row.agency else "",
        "programme": row.programme,
        "district": row.district_id or "",
        "source": row.source_of_funds,
    }
    return {dimension: key for dimension, key in where.items() if key}


def _ceiling(row: Ceiling) -> Json:
    return {
        "id": ceiling_id(row),
        "kind": row.kind,
        "label": ceiling_label(row),
        "amount": row.amount,
        "minimum": row.minimum,
        "where": _covered(row),
    }


def ceiling_label(row: Ceiling) -> str:
    """What a page calls this ceiling."""
    if row.kind == Ceiling.Kind.DISTRICT and row.district:
        return f"Pagu Kecamatan {row.district.name}"
    if row.kind == Ceiling.Kind.AGENCY and row.agency:
        return f"Pagu {row.agency.label}"
    if row.kind == Ceiling.Kind.PROGRAMME:
        holder = f" {row.agency.label}" if row.agency else ""
        return f"Pagu program {row.programme}{holder}"
    if row.kind == Ceiling.Kind.SOURCE:
        return f"Pagu sumber dana {row.source_of_funds}"
    return "Pagu seluruh daerah"


def _priorities(forum: Forum) -> dict[str, int]:
    """Programme code to the number of the regional priority it serves; the lower number where it serves two."""
    serves: dict[str, int] = {}
    for number, codes in RegionalPriority.objects.filter(cycle=forum.cycle).values_list("number", "codes"):
        for code in codes:
            serves.setdefault(code, number)
    return serves


def programme(code: str) -> str:
    """The programme of a longer code: `1.03.10.2.01.0005` belongs to `1.03.10`."""
    return ".".join(code.split(".")[:3])


def priority_of(code: str, priorities: dict[str, int]) -> int | None:
    """By programme first, else by field of duty."""
    own = programme(code)
    return priorities.get(own, priorities.get(".".join(own.split(".")[:2])))


def _plan(forum: Forum, priorities: dict[str, int]) -> list[Json]:
    rows = WorkPlanItem.objects.filter(cycle=forum.cycle).order_by("key")
    return [
        {
            "id": key,
            "cost": cost,
            "must_fund": must_fund,
            "priority": priority_of(code, priorities),
            "where": _where(agency, code, None, source),
        }
        for key, cost, must_fund, code, agency, source in rows.values_list(
            "key", "cost", "must_fund", "code", "agency__code", "source_of_funds"
        )
    ]


def _where(agency: str | None, code: str, district: str | None, source: str) -> dict[str, str]:
    tags = {"agency": agency or "", "programme": programme(code), "district": district or "", "source": source}
    return {dimension: key for dimension, key in tags.items() if key}


def _proposals(forum: Forum, priorities: dict[str, int], members: dict[int, str]) -> list[Json]:
    agreed = _agreed(forum)
    rows = Proposal.objects.filter(forum=forum, ending="").select_related("handler").order_by("number")
    return [_proposal(row, priorities, members, agreed) for row in rows.iterator(chunk_size=2000)]


def _agreed(forum: Forum) -> dict[int, tuple[Any, Any, str]]:
    """The recommended volume and cost of each proposal with the reason, each the word of the last level that gave one.

    A level that refuses recommends no amount, whatever it wrote beside its refusal.
    """
    rows = Recommendation.objects.filter(proposal__forum=forum, supports=True)
    told = rows.exclude(volume=None, cost=None).values_list("level", "pk", "proposal", "volume", "cost", "reason")
    agreed: dict[int, tuple[Any, Any, str]] = {}
    for level, _, proposal, volume, cost, reason in sorted(told, key=lambda row: (place_in_chain(row[0]), row[1])):
        before = agreed.get(proposal, (None, None, ""))
        reason = reason or f"Menurut rekomendasi {Recommendation.Level(level).label}."
        agreed[proposal] = (before[0] if volume is None else volume, before[1] if cost is None else cost, reason)
    return agreed


def _proposal(
    row: Proposal, priorities: dict[str, int], members: dict[int, str], agreed: dict[int, tuple[Any, Any, str]]
) -> Json:
    volume, cost, reason = agreed.get(row.pk, (None, None, ""))
    volume = row.volume if volume is None else volume
    cost = row.cost if cost is None else cost
    handler = row.handler.code if row.handler else None
    return {
        "id": row.number,
        "cost": cost,
        "volume": None if volume is None else f"{volume.normalize():f}",
        "unit": row.unit,
        "changed": mask(reason) if (cost, volume) != (row.cost, row.volume) else "",
        "priority": priority_of(row.code, priorities) if row.code else None,
        "group": members.get(row.pk),
        "where": _where(handler, row.code, row.district_id, row.source_of_funds),
        "gates": list(_closed_gates(row, volume, cost)),
    }


def _closed_gates(row: Proposal, volume: Decimal | None, cost: int | None) -> Iterable[Json]:
    """The gates of eligibility that this proposal does not pass, each with what its sender can do."""
    if row.handler is None:
        yield {
            "key": "authority",
            "label": "Kewenangan",
            "reason": "Belum jelas perangkat daerah mana yang berwenang. Perjelas pekerjaan yang diminta.",
        }
    if not cost:
        yield {
            "key": "completeness",
            "label": "Kelengkapan",
            "reason": "Perkiraan biaya belum diisi. Lengkapi biayanya.",
        }
    if volume is None or not row.unit:
        yield {
            "key": "completeness",
            "label": "Kelengkapan",
            "reason": "Volume atau satuannya belum diisi. Lengkapi volume beserta satuannya.",
        }
    if row.district_id is None:
        yield {
            "key": "location",
            "label": "Lokasi",
            "reason": "Lokasinya belum dikenali. Sebutkan desa/kelurahan dan kecamatan.",
        }


def _marks(forum: Forum) -> list[list[Any]]:
    rows = Mark.objects.filter(proposal__forum=forum).values_list("assessor__number", "proposal__number", "values")
    return sorted([assessor, proposal, values] for assessor, proposal, values in [*rows, *secret_marks(forum)])


def _conflicts(forum: Forum) -> list[tuple[str, str, str]]:
    rows = Conflict.objects.filter(proposal__forum=forum)
    return sorted((who, what, mask(why)) for who, what, why in rows.values_list(*_CONFLICT))


_CONFLICT = ("assessor__number", "proposal__number", "reason")


def _ballots(forum: Forum) -> list[list[Any]]:
    rows = Ballot.objects.filter(participant__forum=forum).values_list("participant__number", "approved")
    by_participant: dict[str, list[str]] = defaultdict(list)
    for participant, approved in rows:
        by_participant[participant] = sorted(set(approved))
    by_participant.update(secret_ballots(forum))
    return [[participant, by_participant[participant]] for participant in sorted(by_participant)]
