"""Who may come in at the addresses of the room `satisfaction`: name, who may read, who may write."""

from __future__ import annotations

from selaras.people.models import Role
from tests.web.role_walk import Rule, anybody, at_home, nobody, only

Kind = Role.Kind
SURVEYORS = (Kind.AGENCY_PLANNER, Kind.PPID_OFFICER, Kind.DATA_STEWARD)
SURVEY_KEEPERS = (Kind.AGENCY_PLANNER, Kind.DATA_STEWARD)

WALK: dict[str, tuple[Rule, Rule]] = {
    "survey": (anybody, anybody),
    "survey-act": (nobody, at_home(*SURVEY_KEEPERS)),
    "survey-at-desk": (anybody, anybody),
    "survey-comments": (at_home(*SURVEYORS, Kind.AUDITOR), nobody),
    "survey-desk": (only(*SURVEYORS, Kind.AUDITOR), nobody),
    "survey-desk-add": (nobody, at_home(*SURVEY_KEEPERS)),
    "survey-file": (anybody, nobody),
    "survey-follow-up": (at_home(*SURVEY_KEEPERS), at_home(*SURVEY_KEEPERS)),
    "survey-invite": (at_home(*SURVEYORS), at_home(*SURVEYORS)),
    "survey-invited": (nobody, nobody),  # opens with its key alone
    "survey-open": (at_home(*SURVEY_KEEPERS), at_home(*SURVEY_KEEPERS)),
    "survey-papers": (at_home(*SURVEYORS), at_home(*SURVEYORS)),
    "survey-papers-copy": (at_home(*SURVEYORS), nobody),
    "survey-papers-file": (at_home(*SURVEYORS), at_home(*SURVEYORS)),
    "survey-papers-template": (at_home(*SURVEYORS), nobody),
    "survey-period": (at_home(*SURVEYORS, Kind.AUDITOR), nobody),
    "survey-poster": (at_home(*SURVEYORS, Kind.AUDITOR), nobody),
    "survey-results": (anybody, nobody),
    "survey-service": (at_home(*SURVEYORS, Kind.AUDITOR), nobody),
    "survey-service-change": (at_home(*SURVEY_KEEPERS), at_home(*SURVEY_KEEPERS)),
    "survey-service-new": (only(*SURVEY_KEEPERS), only(*SURVEY_KEEPERS)),
    "survey-thanks": (anybody, nobody),
    "surveys": (anybody, nobody),
}
