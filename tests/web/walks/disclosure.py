"""Who may come in at the addresses of the room `disclosure`: name, who may read, who may write."""

from __future__ import annotations

from selaras.people.models import Role
from tests.web.role_walk import Rule, anybody, at_home, nobody, only

Kind = Role.Kind
LIST_KEEPERS = only(Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR, Kind.PPID_OFFICER)
DESKS = only(Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR, Kind.PPID_OFFICER, Kind.PPID_SUPERIOR)
KEEP_HOME = at_home(Kind.VILLAGE_OPERATOR, Kind.PPID_OFFICER)  # the main PPID at every body
HOLIDAY_KEEPERS = only(Kind.PPID_OFFICER, Kind.PLANNER, Kind.ADMINISTRATOR)
REPORT_READERS = only(
    Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR, Kind.PPID_OFFICER, Kind.PPID_SUPERIOR, Kind.AUDITOR
)

WALK: dict[str, tuple[Rule, Rule]] = {
    "ask": (anybody, anybody),
    "ask-body": (nobody, nobody),  # opens with its key alone
    "ask-check": (nobody, nobody),  # opens with its key alone
    "ask-hints": (nobody, anybody),
    "ask-step": (nobody, nobody),  # opens with its key alone
    "assessment": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "assessment-accept": (nobody, only(Kind.PPID_OFFICER)),
    "assessment-answer": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "assessment-paper": (at_home(Kind.VILLAGE_OPERATOR, Kind.PPID_OFFICER, Kind.AUDITOR), nobody),
    "assessment-return": (nobody, only(Kind.PPID_OFFICER)),
    "assessment-send": (nobody, at_home(Kind.VILLAGE_OPERATOR)),
    "assessment-verify": (only(Kind.PPID_OFFICER, Kind.AUDITOR), only(Kind.PPID_OFFICER)),
    "assessments": (only(Kind.PPID_OFFICER, Kind.AUDITOR), nobody),
    "assessments-file": (only(Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR, Kind.PPID_OFFICER, Kind.AUDITOR), nobody),
    "deadlines": (DESKS, nobody),
    "deadlines-feed": (nobody, nobody),  # opens with its key alone
    "desk-describe": (KEEP_HOME, KEEP_HOME),
    "desk-helper": (nobody, at_home(Kind.VILLAGE_OPERATOR, Kind.PPID_OFFICER)),
    "desk-kept": (KEEP_HOME, nobody),
    "desk-own": (LIST_KEEPERS, nobody),
    "desks-template": (only(Kind.PPID_OFFICER), nobody),
    "desks-upload": (only(Kind.PPID_OFFICER), only(Kind.PPID_OFFICER)),
    "desks-upload-check": (nobody, nobody),  # whose upload it is
    "exemption": (at_home(Kind.VILLAGE_OPERATOR), nobody),  # approved by its own superior alone
    "exemption-new": (LIST_KEEPERS, LIST_KEEPERS),
    "exemptions": (DESKS, nobody),
    "helped-villages": (only(Kind.DISTRICT_OPERATOR), nobody),
    "holiday": (HOLIDAY_KEEPERS, HOLIDAY_KEEPERS),
    "holiday-list": (HOLIDAY_KEEPERS, HOLIDAY_KEEPERS),
    "holiday-list-check": (only(Kind.PLANNER), only(Kind.PLANNER)),  # whose upload it is
    "holiday-new": (HOLIDAY_KEEPERS, HOLIDAY_KEEPERS),
    "holidays": (HOLIDAY_KEEPERS, nobody),
    "identity-paper": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "information": (anybody, nobody),
    "information-desk": (DESKS, nobody),
    "information-overdue": (only(Kind.PPID_OFFICER, Kind.AUDITOR), nobody),
    "information-register": (DESKS, DESKS),
    "information-statistics": (anybody, nobody),
    "information-statistics-file": (anybody, nobody),
    "letter-file": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "letter-wording": (DESKS, DESKS),
    "letter-wordings": (DESKS, nobody),
    "maturity": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "maturity-desk": (LIST_KEEPERS, nobody),
    "maturity-method": (anybody, nobody),
    "maturity-of-body": (anybody, nobody),
    "my-file": (nobody, nobody),  # opens with its key alone
    "my-letter": (nobody, nobody),  # opens with its key alone
    "my-letters": (nobody, nobody),  # opens with its key alone
    "my-receipt": (nobody, nobody),  # opens with its key alone
    "my-request": (nobody, nobody),  # opens with its key alone
    "my-request-complete": (nobody, nobody),  # opens with its key alone
    "my-request-judge": (nobody, nobody),  # opens with its key alone
    "my-request-object": (nobody, nobody),  # opens with its key alone
    "my-request-withdraw": (nobody, nobody),  # opens with its key alone
    "network-map": (anybody, nobody),
    "network-map-of-district": (anybody, nobody),
    "officer-end": (KEEP_HOME, KEEP_HOME),
    "officer-new": (KEEP_HOME, KEEP_HOME),
    "overdue-bodies": (only(Kind.PPID_OFFICER, Kind.AUDITOR), nobody),
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
    "request-answer": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "request-deed": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "request-desk": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "request-file": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "request-file-add": (nobody, at_home(Kind.VILLAGE_OPERATOR)),
    "request-file-original": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "request-file-released": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "request-letters": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "request-mail": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "request-move": (at_home(Kind.VILLAGE_OPERATOR), at_home(Kind.VILLAGE_OPERATOR)),
    "request-receipt": (at_home(Kind.VILLAGE_OPERATOR), nobody),
    "request-take-down": (LIST_KEEPERS, LIST_KEEPERS),
    "service-promise": (anybody, nobody),
    "service-report": (REPORT_READERS, LIST_KEEPERS),
    "service-report-file": (REPORT_READERS, nobody),
    "training-new": (KEEP_HOME, KEEP_HOME),
}
