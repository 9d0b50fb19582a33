"""Answers that a desk let everybody read, and one search over them and the publication lists."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import Field

from selaras.disclosure import queries
from selaras.disclosure.api.bodies import MaybeCode, Named, body_named
from selaras.disclosure.api.caching import for_all
from selaras.disclosure.api.paging import AFTER, Limit, Mark, by_moment, part_of
from selaras.disclosure.masking import masked
from selaras.disclosure.models import Answer, Part
from selaras.disclosure.search import found
from selaras.people.api import NOT_FOUND, Key, NotThere, OneOf, Problem, Text

router = Router()
router.add_decorator(for_all, mode="view")


class AnswerOut(Schema):
    """An answer under the title that its desk gave it; who asked is nowhere in it."""

    id: int
    body: Named
    title: str
    outcome: Annotated[str, OneOf(Answer.Outcome)]
    published_at: datetime
    page: str


class PartOut(Schema):
    """One part of what was asked, and whether it was given; if not, why and by which article."""

    text: str
    fate: Annotated[str, OneOf(Part.Fate)]
    reason: str
    article: str


class AnswerWhole(AnswerOut):
    """An answer with its words, part by part; `files` are the addresses of its released copies."""

    text: str
    parts: list[PartOut]
    files: list[str]


class AnswerPart(Schema):
    """Part of the published answers, the newest first."""

    items: list[AnswerOut]
    next: str = Field(description="To be asked for as `after`; empty where this is the last part.")


class HitOut(Schema):
    """Something published that may answer a question."""

    title: str
    excerpt: str
    body: Named
    date: date
    page: str


class AnswersAsked(Schema):
    body: MaybeCode = ""
    after: Mark = Field("", description=AFTER)
    limit: Limit = 50


class Question(Schema):
    q: Text = Field(description="A whole sentence may be asked; rare words count more.", examples=["anggaran jalan"])
    body: MaybeCode = Field("", description="Only what this body published.")
    limit: int = Field(10, ge=1, le=20)


@router.get("/answers", response={200: AnswerPart, 422: Problem}, operation_id="list_answers")
def list_answers(request: HttpRequest, asked: Query[AnswersAsked]) -> dict[str, Any]:
    """What desks answered and let everybody read, so that nobody has to ask for it again."""
    answers = queries.published_answers()
    if asked.body:
        answers = answers.filter(request__body__code=asked.body)
    rows, more = part_of(answers, by_moment("published_at"), asked.after, asked.limit)
    return {"items": [_told(answer) for answer in rows], "next": more}


@router.get("/answers/{key}", response={200: AnswerWhole, **NOT_FOUND}, operation_id="read_answer")
def read_answer(request: HttpRequest, key: Key) -> dict[str, Any]:
    """One published answer."""
    answer = queries.published_answers().filter(pk=key).first()
    if answer is None:
        raise NotThere("Jawaban ini tidak ada, atau tidak dibuka untuk umum.")
    files = queries.published_files().filter(answer=answer).values_list("pk", flat=True)
    return {
        **_told(answer),
        "text": masked(answer.text),
        "parts": [
            {"text": masked(one.text), "fate": one.fate, "reason": masked(one.reason), "article": one.article}
            for one in answer.parts.all()
        ],
        "files": [settings.SITE + reverse("published-answer-file", args=[pk]) for pk in files],
    }


@router.get("/search", response={200: list[HitOut], **NOT_FOUND}, operation_id="search_published")
def search_published(request: HttpRequest, asked: Query[Question]) -> list[dict[str, Any]]:
    """What is published and may answer a question already; show it before somebody asks."""
    hits = found(asked.q, asked.limit, body_named(asked.body) if asked.body else None)
    told = ("title", "excerpt", "body", "date")
    return [{**{name: getattr(hit, name) for name in told}, "page": settings.SITE + hit.url} for hit in hits]


def _told(answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.pk,
        "body": answer.request.body,
        "title": masked(answer.published_as),
        "outcome": answer.outcome,
        "published_at": answer.published_at,
        "page": settings.SITE + reverse("published-answer", args=[answer.pk]),
    }
