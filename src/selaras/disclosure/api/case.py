"""A case as an app shows it to its applicant: what the applicant's own page tells, and nothing that names a person."""

from __future__ import annotations

from typing import Any

from selaras.disclosure.actions.writing_letters import BY_APPLICANT
from selaras.disclosure.api.rules import asked_of
from selaras.disclosure.models import Answer, Request
from selaras.disclosure.pages.applicant.standing import Mine, standing_of
from selaras.disclosure.pages.reports.letters import Row, rows_of
from selaras.disclosure.pages.ticking import Ticking

OWN = "/api/v1/information/request"  # where what belongs to the case is fetched, with its token


def told_of(case: Request) -> dict[str, Any]:
    """At most sixteen queries, whatever lies in the case."""
    mine = standing_of(case)
    bound = mine.bound
    return {
        **{name: getattr(case, name) for name in ("number", "body", "state", "subject", "received_on")},
        "sentence": str(mine.sentence),
        "due_on": bound.clock.due_on if bound else None,
        "missing": asked_of(case.missing) if mine.missing else [],
        "may": {
            "complete": bool(mine.missing),
            "withdraw": mine.may_withdraw,
            "object": mine.may_object,
            "dispute": mine.may_dispute,
        },
        "clocks": [_clock(one) for one in mine.clocks],
        "steps": [
            {
                "kind": one.step.kind,
                "name": one.step.word,
                "at": one.step.at,
                "helped_by": one.step.helping.name if one.step.helping else "",
                "reason": one.step.reason,
                "numbers": one.numbers,
            }
            for one in mine.steps
        ],
        "answers": [_answer(one) for one in mine.answers],
        "objection": _objection(mine),
        "letters": letters_of(case),
        "goes_on": [
            {"number": one.case.number, "body": one.case.body, "state": one.case.state, "token": one.token}
            for one in mine.elsewhere
        ],
    }


def _clock(one: Ticking) -> dict[str, Any]:
    clock = one.clock
    binds = "body" if clock.binds_body else "applicant" if clock.binds_applicant else "other"
    return {
        **{name: getattr(clock, name) for name in ("kind", "state", "starts_on", "due_on", "legal_basis")},
        "name": clock.get_kind_display(),
        "binds": binds,
        "days_left": one.left if clock.runs and clock.due_on else None,
        "late": one.late,
        "words": one.words,
        "derivation": list(one.sentences),
    }


def _answer(answer: Answer) -> dict[str, Any]:
    plain = ("outcome", "text", "made_at", "cost", "cost_note")
    return {
        **{name: getattr(answer, name) for name in plain},
        "parts": list(answer.parts.all()),
        "files": [{"name": one.name, "address": f"{OWN}/files/{one.pk}"} for one in answer.files.all()],
    }


def _objection(mine: Mine) -> dict[str, Any] | None:
    if mine.objection is None:
        return None
    plain = ("number", "grounds", "text", "received_on", "decision", "decision_text")
    return {**{name: getattr(mine.objection, name) for name in plain}, "dispute": _dispute(mine)}


def _dispute(mine: Mine) -> dict[str, Any] | None:
    if mine.dispute is None:
        return None
    plain = ("number", "stage", "filed_on", "outcome", "outcome_text")
    return {**{name: getattr(mine.dispute, name) for name in plain}, "hearings": list(mine.hearings)}


def letters_of(case: Request) -> list[dict[str, Any]]:
    """As the applicant's own page lists them."""
    return [_letter(row) for row in rows_of(case) if row.letter or row.due.kind in BY_APPLICANT]


def _letter(row: Row) -> dict[str, Any]:
    letter = row.letter
    return {
        "kind": row.due.kind.value,
        "name": row.due.label,
        "number": letter.number if letter else "",
        "dated_on": letter.dated_on if letter else None,
        "address": f"{OWN}/letters/{letter.pk}" if letter and not letter.erased_at else "",
    }
