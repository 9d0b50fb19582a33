"""Every address of the site, filled in from one decided forum."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from selaras.forum.codes import code_of
from selaras.forum.models import Forum
from selaras.intake.models import Batch
from tests.web.address_kinds import FILES, POST_ONLY
from tests.web.conflicts import a_conflict, a_crosswalk, a_measure
from tests.web.exposure import (
    a_connection,
    a_fix,
    a_model,
    a_scan,
    a_scanned_finding,
    a_secret_system,
    a_systems_file,
    an_assessment,
    an_incident,
)
from tests.web.openness_parts import PARTS
from tests.web.outreach import a_channel, a_delivery, a_draft, a_message
from tests.web.reach import a_reckoning, a_signal_source
from tests.web.satisfaction import (
    a_follow_up,
    a_paper_file,
    a_problem,
    a_result,
    a_service,
    a_survey,
    a_survey_desk,
    an_indicator,
)
from tests.web.sectoral import (
    a_code_list,
    a_described_release,
    a_messy_version,
    a_question,
    a_release,
    a_statement,
    a_version,
)
from tests.web.things import (
    a_computation,
    a_finding,
    a_group,
    a_group_verdict,
    a_match,
    a_motion,
    a_photo,
    a_role,
    a_round,
    a_signatory,
    a_stage,
    an_event,
    an_invitation,
    an_item,
    an_objection,
    an_overlap,
    an_overlap_verdict,
    an_override,
    an_upload,
)

_PARTS: dict[str, Callable[[Forum], object]] = {
    "account": lambda _: a_role().account_id,
    "account-close": lambda _: a_role().account_id,
    "account-open-again": lambda _: a_role().account_id,
    "account-password": lambda _: a_role().account_id,
    "account-second-step-off": lambda _: a_role().account_id,
    "delegation-end": lambda _: a_role().pk,
    "delegation-new": lambda _: a_role().pk,
    "invitation": lambda _: "tanpa-kunci",
    "invitation-send": lambda forum: an_invitation(forum).pk,
    "invitation-withdraw": lambda forum: an_invitation(forum).pk,
    "openid_connect_callback": lambda _: "kantor",
    "openid_connect_login": lambda _: "kantor",
    "role-end": lambda _: a_role().pk,
    "role-give": lambda _: a_role().account_id,
    "propose-again": lambda forum: forum.proposals.get(number="U-0001").pk,
    "proposal-correct": lambda forum: forum.proposals.earliest("pk").pk,
    "proposal-withdraw": lambda forum: forum.proposals.earliest("pk").pk,
    "upload-check": lambda forum: an_upload(forum).pk,
    "upload-drop": lambda forum: an_upload(forum).pk,
    "proposal-desk": lambda forum: forum.proposals.earliest("pk").pk,
    "proposal-merge": lambda forum: forum.proposals.earliest("pk").pk,
    "proposal-split": lambda forum: forum.proposals.earliest("pk").pk,
    "proposal-reroute": lambda forum: forum.proposals.earliest("pk").pk,
    "recommend": lambda forum: forum.proposals.earliest("pk").pk,
    "photo": lambda forum: a_photo(forum).pk,
    "deed-undo": lambda forum: an_event(forum).pk,
    "agency": lambda forum: forum.cycle.region.agencies.earliest("pk").code,
    "feed-district": lambda forum: forum.proposals.earliest("pk").district_id,
    "district": lambda forum: forum.proposals.earliest("pk").district_id,
    "village": lambda forum: forum.proposals.earliest("pk").village_id,
    "short": lambda forum: code_of(forum.proposals.earliest("pk").pk),
    "proposal": lambda forum: forum.proposals.earliest("pk").pk,
    "proposal-by-number": lambda forum: forum.proposals.earliest("pk").number,
    "document": lambda forum: forum.decisions.get().documents.earliest("pk").pk,
    "verification": lambda forum: forum.decisions.get().verification_code,
    "annotated-file": lambda forum: Batch.objects.get(scope=forum.slug).pk,
    "own-calendar": lambda _: "tanpa-kunci",
    "stage": lambda forum: a_stage(forum).pk,
    "plan": lambda _: "renja",
    "plan-new": lambda _: "renja",
    "plan-record": lambda forum: ("renja", forum.cycle.work_plan.earliest("pk").pk),
    "ballot": lambda forum: a_round(forum).pk,
    "ballot-send": lambda forum: a_round(forum).pk,
    "ballot-start": lambda forum: a_round(forum).pk,
    "round": lambda forum: a_round(forum).pk,
    "round-file": lambda forum: a_round(forum).pk,
    "round-progress": lambda forum: a_round(forum).pk,
    "round-results": lambda forum: a_round(forum).pk,
    "round-table": lambda forum: a_round(forum).pk,
    "align-finding-reopen": lambda forum: a_finding(forum).pk,
    "align-group": lambda forum: a_group(forum).pk,
    "align-group-undo": lambda forum: a_group_verdict(forum).pk,
    "align-match": lambda forum: a_match(forum).proposal_id,
    "align-match-undo": lambda forum: a_match(forum).proposal_id,
    "align-overlap": lambda forum: an_overlap(forum).pk,
    "align-overlap-undo": lambda forum: an_overlap_verdict(forum).pk,
    "computation": lambda forum: a_computation(forum).pk,
    "override": lambda forum: forum.proposals.earliest("pk").pk,
    "override-undo": lambda forum: an_override(forum).pk,
    "rule-differences": lambda _: "optimal",
    "signatory-drop": lambda forum: a_signatory(forum).pk,
    "agenda-act": lambda forum: an_item(forum).pk,
    "agenda-change": lambda forum: an_item(forum).pk,
    "agenda-item": lambda forum: an_item(forum).pk,
    "motion-act": lambda forum: a_motion(forum).pk,
    "motion-raise": lambda forum: an_item(forum).pk,
    "note-keep": lambda forum: an_item(forum).pk,
    "objection-act": lambda forum: an_objection(forum).pk,
    "objection-raise": lambda forum: an_item(forum).pk,
    "participant": lambda forum: forum.participants.earliest("pk").pk,
    "participant-act": lambda forum: forum.participants.earliest("pk").pk,
    "personal-link": lambda _: "tanpa-kunci",
    **PARTS,
    "data-code-list": lambda forum: a_code_list(forum).pk,
    "data-question": lambda forum: a_question(forum),
    "data-rules": lambda forum: a_question(forum)[0],
    "data-standard-change": lambda forum: a_version(forum).dataset.code,
    "data-maturity-file": lambda _: "xlsx",
    "data-maturity-level": lambda _: "10101",
    "data-maturity-proof": lambda forum: a_statement(forum).pk,
    "data-metadata": lambda forum: a_version(forum).dataset.code,
    "data-metadata-file": lambda forum: (a_version(forum).dataset.code, "json"),
    "data-metadata-form": lambda forum: (a_version(forum).dataset.code, "kegiatan"),
    "data-csvw": lambda forum: (a_release(forum).dataset.code, a_release(forum).number),
    "data-jsonld": lambda forum: a_release(forum).dataset.code,
    "data-package": lambda forum: (a_release(forum).dataset.code, a_release(forum).number),
    "data-ttl": lambda forum: a_release(forum).dataset.code,
    "data-conflict": lambda forum: a_conflict(forum).pk,
    "data-conflict-act": lambda forum: a_conflict(forum).pk,
    "data-crosswalk": lambda forum: a_crosswalk(forum).pk,
    "data-measure-drop": lambda forum: a_measure(forum).pk,
    "data-measures": lambda forum: a_measure(forum).dataset.code,
    "data-set": lambda forum: a_version(forum).dataset.code,
    "data-standard": lambda forum: a_version(forum).dataset.code,
    "data-version": lambda forum: a_version(forum).pk,
    "data-version-act": lambda forum: a_version(forum).pk,
    "data-version-annotated": lambda forum: a_version(forum).pk,
    "data-version-columns": lambda forum: a_messy_version(forum).pk,
    "catalogue-dataset": lambda forum: a_release(forum).dataset.code,
    "catalogue-table": lambda forum: a_release(forum).dataset.code,
    "catalogue-version": lambda forum: (a_release(forum).dataset.code, a_release(forum).number),
    "catalogue-version-table": lambda forum: (a_release(forum).dataset.code, a_release(forum).number),
    "catalogue-found": lambda forum: (a_release(forum).dataset.code, a_release(forum).number),
    "catalogue-metadata": lambda forum: (a_described_release(forum).dataset.code, "json"),
    "catalogue-file": lambda forum: (a_release(forum).dataset.code, a_release(forum).number, "csv"),
    "exposure-assess": lambda forum: a_secret_system(forum).key,
    "exposure-assessment-file": lambda forum: an_assessment(forum).key,
    "exposure-batch": lambda forum: a_systems_file(forum).pk,
    "exposure-batch-file": lambda forum: a_systems_file(forum).pk,
    "exposure-change": lambda forum: a_secret_system(forum).key,
    "exposure-connect": lambda forum: a_secret_system(forum).key,
    "exposure-criteria": lambda forum: a_secret_system(forum).key,
    "exposure-disconnect": lambda forum: a_connection(forum).key,
    "exposure-draft": lambda forum: a_model(forum).key,
    "exposure-finding": lambda forum: a_scanned_finding(forum).key,
    "exposure-finding-act": lambda forum: a_scanned_finding(forum).key,
    "exposure-fix-act": lambda forum: a_fix(forum).key,
    "exposure-fix-change": lambda forum: a_fix(forum).key,
    "exposure-incident": lambda forum: an_incident(forum).key,
    "exposure-incident-act": lambda forum: an_incident(forum).key,
    "exposure-incident-change": lambda forum: an_incident(forum).key,
    "exposure-incident-report": lambda forum: an_incident(forum).key,
    "exposure-reinstate": lambda forum: a_secret_system(forum).key,
    "exposure-retire": lambda forum: a_secret_system(forum).key,
    "exposure-scan": lambda forum: a_model(forum).key,
    "exposure-scan-file": lambda forum: a_scan(forum).key,
    "exposure-system": lambda forum: a_secret_system(forum).key,
    "batch": lambda forum: Batch.objects.get(scope=forum.slug).pk,
    "indicator": lambda _: an_indicator().code,
    "indicator-target": lambda _: an_indicator().code,
    "problem-reopen": lambda forum: a_problem(forum).pk,
    "problem-settle": lambda forum: a_problem(forum).pk,
    "signal-district": lambda forum: a_signal_source(forum).facts.earliest("pk").village.parent_id,
    "signal-report": lambda forum: a_signal_source(forum).facts.earliest("pk").village.parent_id,
    "signal-thanks": lambda forum: a_signal_source(forum).facts.earliest("pk").village.parent_id,
    "signal-explain": lambda forum: a_signal_source(forum).pk,
    "signal-reckoning": lambda forum: a_reckoning(forum).pk,
    "signal-set-aside": lambda forum: a_signal_source(forum).pk,
    "signal-source-copy": lambda forum: a_signal_source(forum).pk,
    "signal-source": lambda forum: a_signal_source(forum).pk,
    "survey-invited": lambda _: "tanpa-kunci",
    "survey": lambda forum: a_survey(forum).key,
    "survey-at-desk": lambda forum: (a_survey(forum).key, a_survey_desk(forum).code),
    "survey-thanks": lambda forum: a_survey(forum).key,
    "survey-service": lambda forum: a_service(forum).code,
    "survey-service-change": lambda forum: a_service(forum).code,
    "survey-desk-add": lambda forum: a_service(forum).code,
    "survey-invite": lambda forum: a_service(forum).code,
    "survey-open": lambda forum: a_service(forum).code,
    "survey-period": lambda forum: a_survey(forum).key,
    "survey-act": lambda forum: a_survey(forum).key,
    "survey-papers": lambda forum: a_survey(forum).key,
    "survey-papers-copy": lambda forum: (a_survey(forum).key, a_paper_file(forum).pk),
    "survey-papers-file": lambda forum: a_survey(forum).key,
    "survey-papers-template": lambda forum: a_survey(forum).key,
    "survey-comments": lambda forum: a_survey(forum).key,
    "survey-follow-up": lambda forum: (a_follow_up(forum).survey.key, a_follow_up(forum).element),
    "survey-poster": lambda forum: (a_survey(forum).key, "svg"),
    "survey-results": lambda forum: a_result(forum).survey.key,
    "message": lambda forum: a_message(forum).key,
    "message-act": lambda forum: a_message(forum).key,
    "message-answers": lambda forum: a_message(forum).key,
    "message-answers-file": lambda forum: a_message(forum).key,
    "message-channel-end": lambda forum: a_channel(forum).pk,
    "message-correct": lambda forum: a_message(forum).key,
    "message-question": lambda forum: a_delivery(forum).pk,
    "message-replies": lambda forum: a_message(forum).key,
    "message-rewrite": lambda forum: a_draft(forum).key,
    "message-sheet": lambda forum: a_message(forum).key,
    "message-told": lambda forum: a_message(forum).key,
    "message-withdraw": lambda forum: a_message(forum).key,
    "village-answer-read": lambda forum: a_delivery(forum).pk,
    "village-message": lambda forum: a_delivery(forum).pk,
    "survey-file": lambda forum: (a_result(forum).survey.key, "xlsx"),
}


def names() -> list[str]:
    """The name of every address; one without a name could escape the tests that walk them."""
    found: list[str] = []
    waiting: list[URLPattern | URLResolver] = list(get_resolver().url_patterns)
    while waiting:
        one = waiting.pop()
        if isinstance(one, URLResolver):
            # walked by their own descriptions: test_api.py, tests/sectoral/harvest/ckan
            if one.namespace not in {"api", "ckan", "ckan-actions"}:
                waiting.extend(one.url_patterns)
        else:
            assert one.name, f"{one.pattern} has no name"
            found.append(one.name)
    return sorted(found)


def addresses(forum: Forum | None) -> dict[str, str]:
    """Name to path; without a forum only those that need no part of one."""
    return {name: reverse(name, args=_parts(name, forum)) for name in names() if forum or name not in _PARTS}


def _parts(name: str, forum: Forum | None) -> list[object]:
    """What fills the parts of an address; an address with several has a tuple."""
    if name not in _PARTS or forum is None:
        return []
    part = _PARTS[name](forum)
    return list(part) if isinstance(part, tuple) else [part]


def pages(forum: Forum) -> dict[str, str]:
    """The addresses that a person reads in a browser."""
    return {name: path for name, path in addresses(forum).items() if name not in FILES | POST_ONLY}
