"""Constraints named in Indonesian with their amounts, for whoever must change one."""

from __future__ import annotations

from selaras.engines.allocation.errors import Constraint
from selaras.engines.allocation.problem import Ceiling, Floor, Item
from selaras.engines.indonesian.wording import rupiah


def named_ceiling(ceiling: Ceiling) -> Constraint:
    return Constraint("ceiling", ceiling.id, ceiling.amount, f"{ceiling.label or ceiling.id} {rupiah(ceiling.amount)}")


def named_floor(floor: Floor) -> Constraint:
    text = f"{floor.label or floor.id} paling sedikit {rupiah(floor.amount)}"
    return Constraint("floor", floor.id, floor.amount, text)


def named_must_fund(item: Item) -> Constraint:
    return Constraint("must_fund", item.id, item.cost, f"belanja wajib {item.id} {rupiah(item.cost)}")


def named_group(item: Item) -> Constraint:
    group = item.group or ""
    return Constraint("group", group, None, f"kelompok usulan yang sama {group} hanya didanai satu")


def named_requirement(item: Item) -> Constraint:
    text = f"usulan {item.id} mensyaratkan usulan {', '.join(item.requires)}"
    return Constraint("requirement", item.id, None, text)
