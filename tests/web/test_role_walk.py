"""The role walk: every named address, read and written to, by everybody there is, at the own body and at another.

To add an address, add one line to TABLE: its name, then who may read it (GET), then who may write to it (POST), in
the words of tests/web/role_walk.py: `anybody`, `staff` (any role), `only(kinds)`, `at_home(kinds)` (only at the body of
the first proposal), `nobody` (the address does not take that method, or opens with a key alone). What
fills the parts of the address stands in tests/web/addresses.py. Requests carry no data, so whoever is let in may be
told what is missing; what counts is who gets as far as that.
"""

from __future__ import annotations

import pytest

from selaras.people.models import Role
from tests.forum.decided import decided_forum
from tests.people.persons import person
from tests.web import reach
from tests.web.addresses import addresses, names
from tests.web.role_walk import (
    Rule,
    Visitor,
    Walker,
    account_of,
    anybody,
    at_home,
    let_in,
    nobody,
    only,
    staff,
    visitors,
)

Kind = Role.Kind
PROPOSERS = (Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR, Kind.PLANNER, Kind.SECRETARY)
KEEPERS = only(Kind.ADMINISTRATOR)
INVITERS = only(Kind.ADMINISTRATOR, Kind.DISTRICT_OPERATOR)
LOG_READERS = only(Kind.ADMINISTRATOR, Kind.AUDITOR, Kind.SECRETARY)
VOTE_WATCHERS = only(Kind.PLANNER, Kind.SECRETARY, Kind.AUDITOR)
DECIDERS = only(Kind.SECRETARY)
DECISION_WATCHERS = only(Kind.PLANNER, Kind.SECRETARY, Kind.TREASURY, Kind.AUDITOR)
FILE_READERS = only(Kind.PLANNER, Kind.SECRETARY, Kind.AUDITOR)
REPORTERS = only(Kind.PLANNER, Kind.AGENCY_PLANNER)
OFFICE = only(Kind.PLANNER, Kind.SECRETARY)
ALIGNING = (Kind.PLANNER, Kind.SECRETARY, Kind.AGENCY_PLANNER)
ALIGNERS = only(*ALIGNING)
SHAPERS = (Kind.DISTRICT_OPERATOR, Kind.PLANNER, Kind.SECRETARY)
LIST_KEEPERS = only(Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR, Kind.PPID_OFFICER)
DESKS = only(Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR, Kind.PPID_OFFICER, Kind.PPID_SUPERIOR)
KEEP_HOME = at_home(Kind.VILLAGE_OPERATOR, Kind.PPID_OFFICER)  # the main PPID at every body
HOLIDAY_KEEPERS = only(Kind.PPID_OFFICER, Kind.PLANNER, Kind.ADMINISTRATOR)
REPORT_READERS = only(
    Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR, Kind.PPID_OFFICER, Kind.PPID_SUPERIOR, Kind.AUDITOR
)
SECRET_READERS = only(Kind.SECURITY_OFFICER, Kind.AUDITOR)
SECRET_KEEPERS = only(Kind.SECURITY_OFFICER)
DATA_READERS = only(Kind.DATA_PRODUCER, Kind.DATA_STEWARD, Kind.AUDITOR)
DATA_SENDERS = only(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)
OVERSEERS = only(Kind.DATA_STEWARD, Kind.AUDITOR)  # of the whole region: those of the walk are
DATA_AT_HOME = at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD, Kind.AUDITOR)
KEEPERS_AT_HOME = at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)
TELLERS = only(Kind.PPID_OFFICER)  # of the whole region: those of the walk are
TOLD = (Kind.PPID_OFFICER, Kind.PPID_SUPERIOR, Kind.AUDITOR, Kind.DISTRICT_OPERATOR)
TOLD_WATCHERS = only(*TOLD)
SURVEYORS = (Kind.AGENCY_PLANNER, Kind.PPID_OFFICER, Kind.DATA_STEWARD)
SURVEY_KEEPERS = (Kind.AGENCY_PLANNER, Kind.DATA_STEWARD)
REGISTER = only(Kind.PLANNER, Kind.DATA_STEWARD)
LEVELS = (Kind.DISTRICT_OPERATOR, Kind.AGENCY_PLANNER, Kind.PLANNER)

TABLE: dict[str, tuple[Rule, Rule]] = {
    # name: (may read, may write)
    "account": (KEEPERS, nobody),
    "account-close": (nobody, KEEPERS),
    "account-new": (KEEPERS, KEEPERS),
    "account-open-again": (nobody, KEEPERS),
    "account-password": (nobody, KEEPERS),
    "account-second-step-off": (nobody, KEEPERS),
    "accounts": (KEEPERS, nobody),
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
    "ask": (anybody, anybody),
    "ask-body": (nobody, nobody),  # opens with its key alone
    "ask-check": (nobody, nobody),  # opens with its key alone
    "ask-hints": (nobody, anybody),
    "ask-step": (nobody, nobody),  # opens with its key alone
    "attendance": (OFFICE, nobody),
    "attendance-list": (OFFICE, nobody),
    "attendance-part": (OFFICE, nobody),
    "ballot": (anybody, nobody),  # leads to the list where no participant is known
    "ballot-send": (nobody, nobody),  # takes a participant who checked in, whatever the role
    "ballot-start": (nobody, nobody),
    "batch": (FILE_READERS, nobody),
    "board": (staff, nobody),
    "calendar": (anybody, nobody),
    "calendar-feed": (anybody, nobody),
    "cards": (OFFICE, OFFICE),
    "catalogue": (anybody, nobody),
    "catalogue-dataset": (anybody, nobody),
    "catalogue-file": (anybody, nobody),
    "catalogue-found": (anybody, nobody),
    "catalogue-metadata": (anybody, nobody),
    "catalogue-table": (anybody, nobody),
    "catalogue-version": (anybody, nobody),
    "catalogue-version-table": (anybody, nobody),
    "ceiling-file": (anybody, nobody),
    "ceiling-json": (anybody, nobody),
    "ceilings": (anybody, nobody),
    "check-in-door": (nobody, OFFICE),
    "computation": (DECISION_WATCHERS, nobody),
    "compute": (nobody, DECIDERS),
    "data": (anybody, nobody),
    "data-catalogue": (anybody, nobody),
    "data-catalogue-jsonld": (anybody, nobody),
    "data-catalogue-ttl": (anybody, nobody),
    "data-csvw": (anybody, nobody),
    "data-jsonld": (anybody, nobody),
    "data-news": (anybody, nobody),
    "data-news-json": (anybody, nobody),
    "data-package": (anybody, nobody),
    "data-ttl": (anybody, nobody),
    "data-code-list": (DATA_READERS, nobody),
    "data-codes": (DATA_READERS, only(Kind.DATA_STEWARD)),
    "exposure-assess": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-assessment-file": (SECRET_READERS, nobody),
    "exposure-batch": (SECRET_KEEPERS, nobody),
    "exposure-batch-file": (SECRET_KEEPERS, nobody),
    "exposure-change": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-connect": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-coverage": (SECRET_READERS, nobody),
    "exposure-criteria": (SECRET_READERS, SECRET_KEEPERS),
    "exposure-curve": (nobody, SECRET_KEEPERS),
    "exposure-desk": (SECRET_READERS, nobody),
    "exposure-disconnect": (nobody, SECRET_KEEPERS),
    "exposure-draft": (nobody, SECRET_KEEPERS),
    "exposure-estimate": (nobody, SECRET_READERS),
    "exposure-finding": (SECRET_READERS, nobody),
    "exposure-finding-act": (nobody, SECRET_KEEPERS),
    "exposure-findings": (SECRET_READERS, nobody),
    "exposure-fix-act": (nobody, SECRET_KEEPERS),
    "exposure-fix-new": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-fixes": (SECRET_READERS, nobody),
    "exposure-import": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-incident": (SECRET_READERS, nobody),
    "exposure-incident-act": (nobody, SECRET_KEEPERS),
    "exposure-incident-new": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-incidents": (SECRET_READERS, nobody),
    "exposure-new": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-plan": (nobody, SECRET_KEEPERS),
    "exposure-propose": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-report": (SECRET_READERS, nobody),
    "exposure-retire": (nobody, SECRET_KEEPERS),
    "exposure-routes": (SECRET_READERS, nobody),
    "exposure-scan": (SECRET_READERS, nobody),
    "exposure-scan-file": (SECRET_READERS, nobody),
    "exposure-scans": (SECRET_READERS, SECRET_KEEPERS),
    "exposure-system": (SECRET_READERS, nobody),
    "exposure-template": (SECRET_READERS, nobody),
    "data-desk": (DATA_READERS, nobody),
    "data-maturity": (OVERSEERS, nobody),
    "data-maturity-file": (OVERSEERS, nobody),
    "data-maturity-level": (OVERSEERS, only(Kind.DATA_STEWARD)),
    "data-maturity-proof": (OVERSEERS, nobody),
    "data-metadata": (DATA_AT_HOME, nobody),
    "data-metadata-file": (DATA_AT_HOME, nobody),
    "data-metadata-form": (DATA_AT_HOME, at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)),
    "data-conflict": (DATA_AT_HOME, nobody),
    "data-conflict-act": (nobody, at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)),
    "data-conflicts": (DATA_READERS, nobody),
    "data-conflicts-look": (nobody, DATA_SENDERS),
    "data-crosswalk": (DATA_READERS, nobody),
    "data-crosswalk-new": (only(Kind.DATA_STEWARD), only(Kind.DATA_STEWARD)),
    "data-crosswalks": (DATA_READERS, nobody),
    "data-measure-drop": (nobody, at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)),
    "data-measures": (at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD), at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)),
    "data-new": (DATA_SENDERS, DATA_SENDERS),
    "data-question": (KEEPERS_AT_HOME, KEEPERS_AT_HOME),
    "data-rules": (KEEPERS_AT_HOME, KEEPERS_AT_HOME),
    "data-set": (DATA_AT_HOME, KEEPERS_AT_HOME),
    "data-standard": (KEEPERS_AT_HOME, KEEPERS_AT_HOME),
    "data-standard-change": (nobody, KEEPERS_AT_HOME),
    "data-version": (DATA_AT_HOME, nobody),
    "data-version-act": (nobody, KEEPERS_AT_HOME),
    "data-version-annotated": (DATA_AT_HOME, nobody),
    "data-version-columns": (KEEPERS_AT_HOME, KEEPERS_AT_HOME),
    "deadlines": (DESKS, nobody),
    "deadlines-feed": (nobody, nobody),  # opens with its key alone
    "deciding": (DECISION_WATCHERS, nobody),
    "decision": (anybody, nobody),
    "deed-undo": (nobody, at_home(*PROPOSERS)),
    "delegation-end": (nobody, nobody),  # the delegation of another
    "delegation-new": (nobody, nobody),  # the role of another
    "desk": (staff, nobody),
    "desk-describe": (KEEP_HOME, KEEP_HOME),
    "desk-helper": (nobody, at_home(Kind.VILLAGE_OPERATOR, Kind.PPID_OFFICER)),
    "desk-kept": (KEEP_HOME, nobody),
    "desks-template": (only(Kind.PPID_OFFICER), nobody),
    "desks-upload": (only(Kind.PPID_OFFICER), only(Kind.PPID_OFFICER)),
    "desks-upload-check": (nobody, nobody),  # whose upload it is
    "desk-own": (LIST_KEEPERS, nobody),
    "district": (anybody, nobody),
    "document": (anybody, nobody),
    "documents": (anybody, nobody),
    "evaluation-table": (staff, nobody),
    "assessment": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "assessment-accept": (nobody, only(Kind.PPID_OFFICER)),
    "assessment-answer": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "assessment-paper": (at_home(Kind.VILLAGE_OPERATOR, Kind.PPID_OFFICER, Kind.AUDITOR), nobody),
    "assessment-return": (nobody, only(Kind.PPID_OFFICER)),
    "assessment-send": (nobody, at_home(Kind.VILLAGE_OPERATOR)),
    "assessment-verify": (only(Kind.PPID_OFFICER, Kind.AUDITOR), only(Kind.PPID_OFFICER)),
    "assessments": (only(Kind.PPID_OFFICER, Kind.AUDITOR), nobody),
    "assessments-file": (only(Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR, Kind.PPID_OFFICER, Kind.AUDITOR), nobody),
    "maturity": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "maturity-desk": (LIST_KEEPERS, nobody),
    "maturity-method": (anybody, nobody),
    "maturity-of-body": (anybody, nobody),
    "exemption": (at_home(Kind.VILLAGE_OPERATOR), nobody),  # approved by its own superior alone
    "exemption-new": (LIST_KEEPERS, LIST_KEEPERS),
    "exemptions": (DESKS, nobody),
    "feed-decisions": (anybody, nobody),
    "feed-district": (anybody, nobody),
    "feed-progress": (anybody, nobody),
    "files": (staff, nobody),
    "health": (anybody, nobody),
    "helped-villages": (only(Kind.DISTRICT_OPERATOR), nobody),
    "holiday": (HOLIDAY_KEEPERS, HOLIDAY_KEEPERS),
    "holiday-list": (HOLIDAY_KEEPERS, HOLIDAY_KEEPERS),
    "holiday-list-check": (only(Kind.PLANNER), only(Kind.PLANNER)),  # whose upload it is
    "holiday-new": (HOLIDAY_KEEPERS, HOLIDAY_KEEPERS),
    "holidays": (HOLIDAY_KEEPERS, nobody),
    "home": (anybody, nobody),
    "identity-paper": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "information": (anybody, nobody),
    "information-desk": (DESKS, nobody),
    "information-overdue": (only(Kind.PPID_OFFICER, Kind.AUDITOR), nobody),
    "information-register": (DESKS, DESKS),
    "information-statistics": (anybody, nobody),
    "information-statistics-file": (anybody, nobody),
    "invitation": (nobody, nobody),  # opens with its key alone
    "invitation-new": (INVITERS, INVITERS),
    "invitation-send": (nobody, at_home(Kind.ADMINISTRATOR, Kind.DISTRICT_OPERATOR)),
    "invitation-withdraw": (nobody, at_home(Kind.ADMINISTRATOR, Kind.DISTRICT_OPERATOR)),
    "invitations": (INVITERS, nobody),
    "last-year": (only(*PROPOSERS), nobody),
    "letter-file": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "letter-wording": (DESKS, DESKS),
    "letter-wordings": (DESKS, nobody),
    "lock": (nobody, DECIDERS),
    "log": (LOG_READERS, nobody),
    "log-verify": (nobody, LOG_READERS),
    "map": (anybody, nobody),
    "motion-act": (nobody, OFFICE),
    "motion-raise": (nobody, OFFICE),
    "my-file": (nobody, nobody),  # opens with its key alone
    "my-letter": (nobody, nobody),  # opens with its key alone
    "my-letters": (nobody, nobody),  # opens with its key alone
    "my-receipt": (nobody, nobody),  # opens with its key alone
    "my-request": (nobody, nobody),  # opens with its key alone
    "my-request-complete": (nobody, nobody),  # opens with its key alone
    "my-request-object": (nobody, nobody),  # opens with its key alone
    "my-request-withdraw": (nobody, nobody),  # opens with its key alone
    "network-map": (anybody, nobody),
    "network-map-of-district": (anybody, nobody),
    "new-round": (only(Kind.SECRETARY), only(Kind.SECRETARY)),
    "next-forum": (only(Kind.PLANNER), only(Kind.PLANNER)),
    "note-keep": (nobody, OFFICE),
    "objection-act": (nobody, OFFICE),
    "objection-raise": (nobody, OFFICE),
    "officer-end": (KEEP_HOME, KEEP_HOME),
    "officer-new": (KEEP_HOME, KEEP_HOME),
    "offline-sheet": (nobody, nobody),  # asks for a place that the account proposes for
    "openid_connect_callback": (nobody, nobody),  # no office's own sign-in is set
    "openid_connect_login": (nobody, nobody),
    "overdue-bodies": (only(Kind.PPID_OFFICER, Kind.AUDITOR), nobody),
    "override": (DECIDERS, DECIDERS),
    "override-search": (DECIDERS, nobody),
    "override-undo": (nobody, DECIDERS),
    "own-account": (staff, nobody),
    "own-calendar": (nobody, nobody),  # opens with its key alone
    "own-password": (staff, staff),
    "own-proposals": (only(*PROPOSERS), nobody),
    "participant": (OFFICE, OFFICE),
    "participant-act": (nobody, OFFICE),
    "participant-add": (OFFICE, OFFICE),
    "personal-link": (nobody, nobody),  # opens with its key alone
    "photo": (staff, nobody),
    "places": (anybody, nobody),
    "plan": (anybody, nobody),
    "plan-new": (only(Kind.PLANNER, Kind.AGENCY_PLANNER), only(Kind.PLANNER, Kind.AGENCY_PLANNER)),
    "plan-record": (at_home(Kind.PLANNER, Kind.AGENCY_PLANNER), at_home(Kind.PLANNER, Kind.AGENCY_PLANNER)),
    "present": (anybody, nobody),  # checks in whom a personal link made known
    "present-leave": (nobody, anybody),
    "progress": (REPORTERS, REPORTERS),
    "proposal": (anybody, nobody),
    "proposal-by-number": (anybody, nobody),
    "proposal-correct": (at_home(*PROPOSERS), at_home(*PROPOSERS)),
    "proposal-desk": (staff, nobody),
    "proposal-file": (anybody, nobody),
    "proposal-merge": (at_home(*SHAPERS), at_home(*SHAPERS)),
    "proposal-new": (only(*PROPOSERS), only(*PROPOSERS)),
    "proposal-places": (only(*PROPOSERS), nobody),
    "proposal-reroute": (at_home(*ALIGNING), at_home(*ALIGNING)),
    "proposal-split": (at_home(*SHAPERS), at_home(*SHAPERS)),
    "proposal-withdraw": (at_home(*PROPOSERS), at_home(*PROPOSERS)),
    "proposal-json": (anybody, nobody),
    "proposals": (anybody, nobody),
    "propose-again": (nobody, at_home(*PROPOSERS)),
    "propose-all-again": (nobody, only(*PROPOSERS)),
    "realisation": (REPORTERS, REPORTERS),
    "public-bodies": (anybody, nobody),
    "public-body": (anybody, nobody),
    "publication": (anybody, nobody),
    "publication-change": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "publication-confirm": (nobody, at_home(Kind.VILLAGE_OPERATOR)),
    "publication-csv": (anybody, nobody),
    "publication-desk": (LIST_KEEPERS, nobody),
    "publication-feed": (anybody, nobody),
    "publication-feed-of-body": (anybody, nobody),
    "publication-file": (anybody, nobody),
    "publication-file-check": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "publication-file-drop": (nobody, at_home(Kind.VILLAGE_OPERATOR)),
    "publication-item": (anybody, nobody),
    "publication-json": (anybody, nobody),
    "publication-month": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "publication-new": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "publication-of-body": (anybody, nobody),
    "publication-open-up": (nobody, at_home(Kind.VILLAGE_OPERATOR)),
    "publication-undo": (nobody, at_home(Kind.VILLAGE_OPERATOR)),
    "publication-upload": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "publication-upload-check": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),  # whose upload it is
    "publication-withdraw": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "published-answer": (anybody, nobody),
    "published-answer-file": (anybody, nobody),
    "recommend": (at_home(*LEVELS), at_home(*LEVELS)),
    "recommend-list": (only(*LEVELS), only(*LEVELS)),
    "request-answer": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "request-deed": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "request-desk": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "request-file": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "request-file-add": (nobody, at_home(Kind.VILLAGE_OPERATOR)),
    "request-file-original": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "request-file-released": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "request-move": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "request-mail": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "request-receipt": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "request-take-down": (LIST_KEEPERS, LIST_KEEPERS),
    "robots": (anybody, nobody),
    "request-letters": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "role-end": (nobody, KEEPERS),
    "role-give": (KEEPERS, KEEPERS),
    "round": (VOTE_WATCHERS, VOTE_WATCHERS),  # the deed itself is refused with a sentence to all but the secretary
    "round-file": (anybody, nobody),
    "round-progress": (VOTE_WATCHERS, nobody),
    "round-results": (anybody, nobody),
    "round-table": (anybody, nobody),
    "rounds": (VOTE_WATCHERS, nobody),
    "rule-differences": (DECISION_WATCHERS, nobody),
    "screen": (staff, nobody),
    "screen-part": (staff, nobody),
    "second-step-set-up": (staff, staff),
    "service-report": (REPORT_READERS, LIST_KEEPERS),
    "service-report-file": (REPORT_READERS, nobody),
    "service-promise": (anybody, nobody),
    "session-end": (nobody, staff),
    "sessions-end": (nobody, staff),
    "set-language": (anybody, anybody),
    "short": (anybody, nobody),
    "sign": (staff, nobody),  # but for who is named to sign
    "sign-in": (anybody, anybody),
    "sign-in-code": (nobody, nobody),  # leads back to signing in where no password was given
    "sign-out": (nobody, anybody),
    "signatory-drop": (nobody, DECIDERS),
    "signatory-new": (nobody, DECIDERS),
    "silent-file": (staff, nobody),
    "spare-codes": (staff, staff),
    "stage": (only(Kind.PLANNER), only(Kind.PLANNER)),
    "training-new": (KEEP_HOME, KEEP_HOME),
    "unlock": (nobody, DECIDERS),
    "upload": (only(*PROPOSERS), only(*PROPOSERS)),
    "upload-check": (only(Kind.PLANNER), only(Kind.PLANNER)),  # whose upload it is
    "upload-drop": (nobody, only(Kind.PLANNER)),
    "indicator": (anybody, nobody),
    "indicator-target": (REGISTER, REGISTER),
    "indicators": (anybody, nobody),
    "problem-new": (REGISTER, REGISTER),
    "problem-settle": (nobody, REGISTER),
    "message": (anybody, nobody),
    "message-act": (nobody, TELLERS),
    "message-channel-end": (nobody, TELLERS),
    "message-channels": (TELLERS, TELLERS),
    "message-correct": (TELLERS, TELLERS),
    "message-desk": (TOLD_WATCHERS, nobody),
    "message-new": (TELLERS, TELLERS),
    "message-replies": (
        only(Kind.PPID_OFFICER, Kind.DISTRICT_OPERATOR),
        only(Kind.PPID_OFFICER, Kind.DISTRICT_OPERATOR),
    ),
    "message-rewrite": (TELLERS, TELLERS),
    "message-sheet": (only(*TOLD, Kind.VILLAGE_OPERATOR), nobody),
    "message-told": (TOLD_WATCHERS, nobody),
    "message-withdraw": (TELLERS, TELLERS),
    "messages": (anybody, nobody),
    "village-message": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "village-messages": (only(Kind.VILLAGE_OPERATOR), nobody),
    "survey": (anybody, anybody),
    "survey-act": (nobody, at_home(*SURVEY_KEEPERS)),
    "survey-at-desk": (anybody, anybody),
    "survey-comments": (at_home(*SURVEYORS, Kind.AUDITOR), nobody),
    "survey-file": (anybody, nobody),
    "survey-poster": (at_home(*SURVEYORS, Kind.AUDITOR), nobody),
    "survey-results": (anybody, nobody),
    "survey-desk": (only(*SURVEYORS, Kind.AUDITOR), nobody),
    "survey-desk-add": (nobody, at_home(*SURVEY_KEEPERS)),
    "survey-invite": (at_home(*SURVEYORS), at_home(*SURVEYORS)),
    "survey-invited": (nobody, nobody),  # opens with its key alone
    "survey-open": (at_home(*SURVEY_KEEPERS), at_home(*SURVEY_KEEPERS)),
    "survey-papers": (at_home(*SURVEYORS), at_home(*SURVEYORS)),
    "survey-period": (at_home(*SURVEYORS, Kind.AUDITOR), nobody),
    "survey-service": (at_home(*SURVEYORS, Kind.AUDITOR), nobody),
    "survey-service-new": (only(*SURVEY_KEEPERS), only(*SURVEY_KEEPERS)),
    "survey-thanks": (anybody, nobody),
    "surveys": (anybody, nobody),
    "verification": (anybody, nobody),
    "village": (anybody, nobody),
    "voting": (anybody, nobody),
    "what-if": (DECISION_WATCHERS, only(Kind.PLANNER, Kind.TREASURY)),
    **reach.WALK,
}


def test_every_address_has_its_row_and_every_row_its_address() -> None:
    """An address without a row: add it above, in one line, with who may come in."""
    assert (set(names()) - set(TABLE), set(TABLE) - set(names())) == (set(), set())


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("visitor", list(visitors()), ids=str)
def test_each_visitor_comes_in_where_the_table_says_and_nowhere_else(visitor: Visitor) -> None:
    forum = decided_forum()
    person("petugas-lain", Kind.OBSERVER)  # whose account and role the addresses name
    walker, surprises = Walker(account_of(visitor, forum)), []
    for name, path in addresses(forum).items():
        for method, rule in zip(("GET", "POST"), TABLE.get(name, ()), strict=False):
            answer = walker.ask(method, path)
            if answer.status_code >= 500 or let_in(answer) is not rule(visitor):
                surprises.append(f"{method} {name}: {answer.status_code}, expected {'in' if rule(visitor) else 'out'}")
    assert surprises == []
