"""What an app needs to know before it asks a person anything: the questions, the terms, the grounds of an objection."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from selaras.disclosure.actions.requesting import LONGEST
from selaras.disclosure.api.caching import for_all
from selaras.disclosure.completeness import ASKED
from selaras.disclosure.models import Clock
from selaras.disclosure.papers import LARGEST
from selaras.disclosure.terms import rule_of
from selaras.government.queries import NoSuchParameter, parameter
from selaras.people.api import NotThere, OneOf, Problem

router = Router()
router.add_decorator(for_all, mode="view")
_TERMS = (Clock.Kind.CHECK, Clock.Kind.COMPLETE, Clock.Kind.ANSWER, Clock.Kind.OBJECT, Clock.Kind.SUPERIOR)


class AskedOut(Schema):
    """One thing that is asked: its question, why it is asked, and what to write."""

    key: str
    label: str
    why: str
    hint: str


class TermOut(Schema):
    """One term of the regulation in force, in working days."""

    kind: Annotated[str, OneOf(Clock.Kind)]
    name: str
    days: int
    extension_days: int
    legal_basis: str


class RulesOut(Schema):
    """`required` names the keys of what makes a request complete: for all, by kind of applicant, and for a proxy.
    `grounds` are those of an objection, by their letters. Texts have at most `longest` signs, a paper has at most
    `largest_paper` bytes and is a JPG, a PNG or a PDF.
    """

    asked: list[AskedOut]
    required: dict[str, list[str]]
    subject_words: int
    required_basis: str
    grounds: dict[str, str]
    grounds_basis: str
    terms: list[TermOut]
    longest: int
    largest_paper: int


@router.get("/rules", response={200: RulesOut, 404: Problem}, operation_id="read_rules")
def read_rules(request: HttpRequest) -> dict[str, Any]:
    """What the regulation of today asks of an applicant, and what it promises."""
    today = timezone.localdate()
    try:
        required, grounds = (parameter(f"disclosure.{name}", today) for name in ("required", "objection_grounds"))
        terms = [(kind, rule_of(kind, today)) for kind in _TERMS]
    except NoSuchParameter:
        raise NotThere("Kantor ini belum memuat aturan layanan informasi.") from None
    return {
        "asked": asked_of(ASKED),
        "required": {name: keys for name, keys in required.value.items() if name != "subject_words"},
        "subject_words": required.value["subject_words"],
        "required_basis": required.legal_basis,
        "grounds": grounds.value,
        "grounds_basis": grounds.legal_basis,
        "terms": [
            {
                "kind": kind.value,
                "name": rule.term,
                "days": rule.days,
                "extension_days": rule.extension_days,
                "legal_basis": rule.legal_basis,
            }
            for kind, rule in terms
        ],
        "longest": LONGEST,
        "largest_paper": LARGEST,
    }


def asked_of(keys: Any) -> list[dict[str, str]]:
    """The questions behind keys of `ASKED`."""
    named = ((key, ASKED[key]) for key in keys)
    return [{"key": key, "label": str(one.label), "why": str(one.why), "hint": str(one.hint)} for key, one in named]
