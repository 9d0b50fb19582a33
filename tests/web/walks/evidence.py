"""Who may come in at the addresses of the room `evidence`: name, who may read, who may write."""

from __future__ import annotations

from selaras.people.models import Role
from tests.web.role_walk import Rule, anybody, nobody, only

Kind = Role.Kind
REGISTER = only(Kind.PLANNER, Kind.DATA_STEWARD)

WALK: dict[str, tuple[Rule, Rule]] = {
    "indicator": (anybody, nobody),
    "indicator-target": (REGISTER, REGISTER),
    "indicators": (anybody, nobody),
    "indicators-file": (anybody, nobody),
    "problem-new": (REGISTER, REGISTER),
    "problem-reopen": (nobody, REGISTER),
    "problem-settle": (nobody, REGISTER),
}
