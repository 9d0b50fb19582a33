"""Who may come in at every address: one file a room, put together here.

To add an address, add one line to its room's WALK: its name, then who may read it (GET), then who may write to it
(POST), in the words of tests/web/role_walk.py: `anybody`, `staff` (any role), `only(kinds)`, `at_home(kinds)` (only at
the body of the first proposal), `nobody` (the address does not take that method, or opens with a key alone). What
fills the parts of the address stands in tests/web/addresses.py.
"""

from __future__ import annotations

from tests.web.role_walk import Rule
from tests.web.walks import disclosure, evidence, exposure, forum, ground, outreach, planning, satisfaction, sectoral

ROOMS = (disclosure, evidence, exposure, forum, ground, outreach, planning, satisfaction, sectoral)
TABLE: dict[str, tuple[Rule, Rule]] = {name: rules for room in ROOMS for name, rules in room.WALK.items()}
