"""What an app is told of a case, in plain forms."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field

from selaras.disclosure.api.answers import PartOut
from selaras.disclosure.api.bodies import Named
from selaras.disclosure.api.rules import AskedOut
from selaras.disclosure.models import Answer, Clock, Dispute, LetterKind, Request
from selaras.people.api import OneOf


class ClockOut(Schema):
    """One term: whom it binds, until when, and in `derivation` how that day came about, sentence by sentence.

    `due_on` is empty while it is paused; `days_left` are working days after today.
    """

    kind: Annotated[str, OneOf(Clock.Kind)]
    name: str
    state: Annotated[str, OneOf(Clock.State)]
    binds: str = Field(description="`body`, `applicant`, or `other`.", examples=["body"])
    starts_on: date
    due_on: date | None
    days_left: int | None
    late: bool
    words: str
    legal_basis: str
    derivation: list[str]


class StepOut(Schema):
    """One deed on the case; `numbers` are of the cases in which it goes on."""

    kind: str
    name: str
    at: datetime
    helped_by: str
    reason: str
    numbers: list[str]


class FileOut(Schema):
    """A released copy; fetch it with the token."""

    name: str
    address: str


class GivenOut(Schema):
    """One answer; `cost` is in whole rupiah."""

    outcome: Annotated[str, OneOf(Answer.Outcome)]
    text: str
    made_at: datetime
    cost: int
    cost_note: str
    parts: list[PartOut]
    files: list[FileOut]


class HearingOut(Schema):
    stage: Annotated[str, OneOf(Dispute.Stage)]
    held_at: datetime
    place: str
    note: str


class DisputeOut(Schema):
    """The case before the information commission."""

    number: str
    stage: Annotated[str, OneOf(Dispute.Stage)]
    filed_on: date
    outcome: str
    outcome_text: str
    hearings: list[HearingOut]


class ObjectionOut(Schema):
    """An objection and what the superior decided; `decision` is empty until then."""

    number: str
    grounds: str
    text: str
    received_on: date
    decision: str
    decision_text: str
    dispute: DisputeOut | None


class LetterOut(Schema):
    """A letter of the case. Where `address` is empty it is not written yet: the proofs of receipt are written when they
    are asked for, the others by the desk.
    """

    kind: Annotated[str, OneOf(LetterKind)]
    name: str
    number: str
    dated_on: date | None
    address: str


class MayOut(Schema):
    """What the applicant may do now."""

    complete: bool
    withdraw: bool
    object: bool
    dispute: bool


class ElsewhereOut(Schema):
    """The case at another body, in which this one goes on, with the token that opens it."""

    number: str
    body: Named
    state: Annotated[str, OneOf(Request.State)]
    token: str


class CaseOut(Schema):
    """How far a case is. `sentence` is the answer to show first; `missing` is what must be completed now."""

    number: str = Field(examples=["0001/3305222002/2020"])
    body: Named
    state: Annotated[str, OneOf(Request.State)]
    sentence: str = Field(examples=["Permohonan Anda sedang diperiksa kelengkapannya."])
    subject: str
    received_on: date
    due_on: date | None = Field(description="The day that belongs to the sentence.")
    missing: list[AskedOut]
    may: MayOut
    clocks: list[ClockOut]
    steps: list[StepOut]
    answers: list[GivenOut]
    objection: ObjectionOut | None
    letters: list[LetterOut]
    goes_on: list[ElsewhereOut]
