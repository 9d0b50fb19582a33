"""Who may come in at the addresses of plans and the catalogue: name, who may read, who may write."""

from __future__ import annotations

from selaras.people.models import Role
from tests.web.role_walk import Rule, anybody, at_home, nobody, only

Kind = Role.Kind

WALK: dict[str, tuple[Rule, Rule]] = {
    "calendar": (anybody, nobody),
    "calendar-feed": (anybody, nobody),
    "own-calendar": (nobody, nobody),  # opens with its key alone
    "plan": (anybody, nobody),
    "plan-new": (only(Kind.PLANNER, Kind.AGENCY_PLANNER), only(Kind.PLANNER, Kind.AGENCY_PLANNER)),
    "plan-record": (at_home(Kind.PLANNER, Kind.AGENCY_PLANNER), at_home(Kind.PLANNER, Kind.AGENCY_PLANNER)),
    "stage": (only(Kind.PLANNER), only(Kind.PLANNER)),
}
