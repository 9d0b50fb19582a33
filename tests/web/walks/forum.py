"""Who may come in at the addresses of the room `forum`: name, who may read, who may write."""

from __future__ import annotations

from selaras.people.models import Role
from tests.web.role_walk import Rule, anybody, at_home, nobody, only, staff

Kind = Role.Kind
PROPOSERS = (Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR, Kind.PLANNER, Kind.SECRETARY)
VOTE_WATCHERS = only(Kind.PLANNER, Kind.SECRETARY, Kind.AUDITOR)
DECIDERS = only(Kind.SECRETARY)
DECISION_WATCHERS = only(Kind.PLANNER, Kind.SECRETARY, Kind.TREASURY, Kind.AUDITOR)
FILE_READERS = only(Kind.PLANNER, Kind.SECRETARY, Kind.AUDITOR)
REPORTERS = only(Kind.PLANNER, Kind.AGENCY_PLANNER)
OFFICE = only(Kind.PLANNER, Kind.SECRETARY)
ALIGNING = (Kind.PLANNER, Kind.SECRETARY, Kind.AGENCY_PLANNER)
ALIGNERS = only(*ALIGNING)
SHAPERS = (Kind.DISTRICT_OPERATOR, Kind.PLANNER, Kind.SECRETARY)
LEVELS = (Kind.DISTRICT_OPERATOR, Kind.AGENCY_PLANNER, Kind.PLANNER)

WALK: dict[str, tuple[Rule, Rule]] = {
    "agency": (anybody, nobody),
    "agenda": (OFFICE, nobody),
    "agenda-act": (nobody, OFFICE),
    "agenda-change": (OFFICE, OFFICE),
    "agenda-fill": (nobody, OFFICE),
    "agenda-item": (OFFICE, nobody),
    "agenda-new": (OFFICE, OFFICE),
    "agenda-step": (nobody, OFFICE),
    "align-anew": (nobody, OFFICE),
    "align-cards": (ALIGNERS, nobody),
    "align-catalogue": (ALIGNERS, nobody),
    "align-check": (nobody, ALIGNERS),
    "align-finding-reopen": (nobody, at_home(*ALIGNING)),
    "align-findings": (ALIGNERS, ALIGNERS),
    "align-group": (nobody, OFFICE),
    "align-group-undo": (nobody, OFFICE),
    "align-groups": (OFFICE, nobody),
    "align-match": (at_home(*ALIGNING), at_home(*ALIGNING)),
    "align-match-undo": (nobody, at_home(*ALIGNING)),
    "align-matches": (ALIGNERS, nobody),
    "align-overlap": (nobody, OFFICE),
    "align-overlap-undo": (nobody, OFFICE),
    "align-overlaps": (OFFICE, nobody),
    "annotated-file": (FILE_READERS, nobody),
    "announce": (nobody, DECIDERS),
    "attendance": (OFFICE, nobody),
    "attendance-list": (OFFICE, nobody),
    "attendance-part": (OFFICE, nobody),
    "ballot": (anybody, nobody),  # leads to the list where no participant is known
    "ballot-send": (nobody, nobody),  # takes a participant who checked in, whatever the role
    "ballot-start": (nobody, nobody),
    "batch": (FILE_READERS, nobody),
    "board": (staff, nobody),
    "cards": (OFFICE, OFFICE),
    "ceiling-file": (anybody, nobody),
    "ceiling-json": (anybody, nobody),
    "ceilings": (anybody, nobody),
    "check-in-door": (nobody, OFFICE),
    "computation": (DECISION_WATCHERS, nobody),
    "compute": (nobody, DECIDERS),
    "data": (anybody, nobody),
    "deciding": (DECISION_WATCHERS, nobody),
    "decision": (anybody, nobody),
    "deed-undo": (nobody, at_home(*PROPOSERS)),
    "district": (anybody, nobody),
    "document": (anybody, nobody),
    "documents": (anybody, nobody),
    "evaluation-table": (staff, nobody),
    "feed-decisions": (anybody, nobody),
    "feed-district": (anybody, nobody),
    "feed-progress": (anybody, nobody),
    "files": (staff, nobody),
    "home": (anybody, nobody),
    "last-year": (only(*PROPOSERS), nobody),
    "lock": (nobody, DECIDERS),
    "map": (anybody, nobody),
    "motion-act": (nobody, OFFICE),
    "motion-raise": (nobody, OFFICE),
    "new-round": (only(Kind.SECRETARY), only(Kind.SECRETARY)),
    "next-forum": (only(Kind.PLANNER), only(Kind.PLANNER)),
    "note-keep": (nobody, OFFICE),
    "objection-act": (nobody, OFFICE),
    "objection-raise": (nobody, OFFICE),
    "offline-sheet": (nobody, nobody),  # asks for a place that the account proposes for
    "override": (DECIDERS, DECIDERS),
    "override-search": (DECIDERS, nobody),
    "override-undo": (nobody, DECIDERS),
    "own-proposals": (only(*PROPOSERS), nobody),
    "participant": (OFFICE, OFFICE),
    "participant-act": (nobody, OFFICE),
    "participant-add": (OFFICE, OFFICE),
    "personal-link": (nobody, nobody),  # opens with its key alone
    "photo": (staff, nobody),
    "places": (anybody, nobody),
    "present": (anybody, nobody),  # checks in whom a personal link made known
    "present-leave": (nobody, anybody),
    "progress": (REPORTERS, REPORTERS),
    "proposal": (anybody, nobody),
    "proposal-by-number": (anybody, nobody),
    "proposal-correct": (at_home(*PROPOSERS), at_home(*PROPOSERS)),
    "proposal-desk": (staff, nobody),
    "proposal-file": (anybody, nobody),
    "proposal-json": (anybody, nobody),
    "proposal-merge": (at_home(*SHAPERS), at_home(*SHAPERS)),
    "proposal-new": (only(*PROPOSERS), only(*PROPOSERS)),
    "proposal-places": (only(*PROPOSERS), nobody),
    "proposal-reroute": (at_home(*ALIGNING), at_home(*ALIGNING)),
    "proposal-split": (at_home(*SHAPERS), at_home(*SHAPERS)),
    "proposal-withdraw": (at_home(*PROPOSERS), at_home(*PROPOSERS)),
    "proposals": (anybody, nobody),
    "propose-again": (nobody, at_home(*PROPOSERS)),
    "propose-all-again": (nobody, only(*PROPOSERS)),
    "realisation": (REPORTERS, REPORTERS),
    "recommend": (at_home(*LEVELS), at_home(*LEVELS)),
    "recommend-list": (only(*LEVELS), only(*LEVELS)),
    "round": (VOTE_WATCHERS, VOTE_WATCHERS),  # the deed itself is refused with a sentence to all but the secretary
    "round-file": (anybody, nobody),
    "round-progress": (VOTE_WATCHERS, nobody),
    "round-results": (anybody, nobody),
    "round-table": (anybody, nobody),
    "rounds": (VOTE_WATCHERS, nobody),
    "rule-differences": (DECISION_WATCHERS, nobody),
    "screen": (staff, nobody),
    "screen-part": (staff, nobody),
    "short": (anybody, nobody),
    "sign": (staff, nobody),  # but for who is named to sign
    "signatory-drop": (nobody, DECIDERS),
    "signatory-new": (nobody, DECIDERS),
    "silent-file": (staff, nobody),
    "unlock": (nobody, DECIDERS),
    "upload": (only(*PROPOSERS), only(*PROPOSERS)),
    "upload-check": (only(Kind.PLANNER), only(Kind.PLANNER)),  # whose upload it is
    "upload-drop": (nobody, only(Kind.PLANNER)),
    "verification": (anybody, nobody),
    "village": (anybody, nobody),
    "voting": (anybody, nobody),
    "what-if": (DECISION_WATCHERS, only(Kind.PLANNER, Kind.TREASURY)),
}
