"""Which letters the deeds of a case call for, and in which words a body writes each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from selaras.disclosure.exports.wording import shipped
from selaras.disclosure.models import Clock, LetterKind, LetterTemplate, Part, PublicBody, Request

Kind = LetterKind


@dataclass(frozen=True)
class Due:
    """A letter about one deed of a case; `key` is the deed's: of an answer, an objection, a round."""

    kind: LetterKind
    deed: str
    key: int

    @property
    def label(self) -> str:
        return str(self.kind.label)

    @property
    def about(self) -> str:
        return f"{self.deed}:{self.key}"


@dataclass(frozen=True)
class Wording:
    text: str
    template: LetterTemplate | None  # none: what comes with the program


def letters_due(request: Request) -> list[Due]:
    """In the order of the deeds. A constant number of queries."""
    return list(_due(request))


def _due(request: Request) -> Iterator[Due]:
    yield Due(Kind.RECEIPT, "request", request.pk)
    clocks = list(request.clocks.order_by("pk"))
    for clock in clocks:
        if clock.kind == Clock.Kind.COMPLETE:
            yield Due(Kind.INCOMPLETE, "round", clock.round)
        elif clock.kind == Clock.Kind.ANSWER and clock.extension_days:
            yield Due(Kind.EXTENSION, "clock", clock.pk)
    if request.state == Request.State.MOVED:
        yield Due(Kind.TRANSFER, "moved", request.pk)
    for answer in request.answers.prefetch_related("parts").order_by("pk"):
        yield Due(Kind.ANSWER, "answer", answer.pk)
        if any(part.fate == Part.Fate.WITHHELD for part in answer.parts.all()):
            yield Due(Kind.REFUSAL, "answer", answer.pk)
    for objection in request.objections.order_by("pk"):
        yield Due(Kind.OBJECTION, "objection", objection.pk)
        if objection.decided_at:
            yield Due(Kind.SUPERIOR, "objection", objection.pk)


def wording_for(kind: str, body: PublicBody | None) -> Wording:
    """The newest words of the body itself, else those for all, else those that come with the program."""
    own = _newest(kind, body) if body else None
    for template in (own, _newest(kind, None)):
        if template and template.text:
            return Wording(template.text, template)
    return Wording(shipped(kind), None)


def _newest(kind: str, body: PublicBody | None) -> LetterTemplate | None:
    return versions(kind, body).first()


def versions(kind: str, body: PublicBody | None) -> QuerySet[LetterTemplate]:
    """Of one body alone, or those for all; the newest first."""
    return LetterTemplate.objects.filter(kind=kind, body=body).order_by("-version")
