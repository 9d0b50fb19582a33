"""Who may come in at the addresses of the room `outreach`: name, who may read, who may write."""

from __future__ import annotations

from selaras.people.models import Role
from tests.web.role_walk import Rule, Visitor, anybody, at_home, nobody, only

Kind = Role.Kind
TELLERS = only(Kind.PPID_OFFICER)  # of the whole region: those of the walk are
TOLD = (Kind.PPID_OFFICER, Kind.PPID_SUPERIOR, Kind.AUDITOR, Kind.DISTRICT_OPERATOR)
TOLD_WATCHERS = only(*TOLD)
SIGNAL_KEEPERS = only(Kind.PLANNER, Kind.DATA_STEWARD)


def answerers(visitor: Visitor) -> bool:
    """The main desk, and the district of the village that asks."""
    return TELLERS(visitor) or at_home(Kind.DISTRICT_OPERATOR)(visitor)


WALK: dict[str, tuple[Rule, Rule]] = {
    "message": (anybody, nobody),
    "message-act": (nobody, TELLERS),
    "message-answers": (TOLD_WATCHERS, nobody),
    "message-answers-file": (TOLD_WATCHERS, nobody),
    "message-channel-end": (nobody, TELLERS),
    "message-channels": (TELLERS, TELLERS),
    "message-correct": (TELLERS, TELLERS),
    "message-desk": (TOLD_WATCHERS, nobody),
    "message-new": (TELLERS, TELLERS),
    "message-question": (nobody, answerers),
    "message-replies": (
        only(Kind.PPID_OFFICER, Kind.DISTRICT_OPERATOR),
        only(Kind.PPID_OFFICER, Kind.DISTRICT_OPERATOR),
    ),
    "message-rewrite": (TELLERS, TELLERS),
    "message-sheet": (only(*TOLD, Kind.VILLAGE_OPERATOR), nobody),
    "message-told": (TOLD_WATCHERS, nobody),
    "message-withdraw": (TELLERS, TELLERS),
    "messages": (anybody, nobody),
    "messages-file": (anybody, nobody),
    "village-answer-read": (nobody, at_home(Kind.VILLAGE_OPERATOR)),
    "village-message": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "village-messages": (only(Kind.VILLAGE_OPERATOR), nobody),
    "signal": (anybody, nobody),
    "signal-desk": (SIGNAL_KEEPERS, nobody),
    "signal-district": (anybody, nobody),
    "signal-explain": (nobody, SIGNAL_KEEPERS),
    "signal-file": (anybody, nobody),
    "signal-import": (SIGNAL_KEEPERS, SIGNAL_KEEPERS),
    "signal-map": (anybody, nobody),
    "signal-model": (SIGNAL_KEEPERS, SIGNAL_KEEPERS),
    "signal-next": (SIGNAL_KEEPERS, nobody),
    "signal-propose": (nobody, SIGNAL_KEEPERS),
    "signal-reckoning": (SIGNAL_KEEPERS, nobody),
    "signal-report": (anybody, anybody),
    "signal-speed": (anybody, nobody),
    "signal-thanks": (anybody, nobody),
    "signal-set-aside": (nobody, SIGNAL_KEEPERS),
    "signal-source-copy": (SIGNAL_KEEPERS, nobody),
    "signal-source": (SIGNAL_KEEPERS, nobody),
}
