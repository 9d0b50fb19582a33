"""Saves led requests in bulk, the same rows that the actions would have left but for the log."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any

from django.db import transaction
from django.db.models import Model

from bench.openness import words
from bench.openness.lives import Life, Living, moment
from selaras.disclosure.identity import Identity, sealed
from selaras.disclosure.indexing import keep_words, weights_of_answer
from selaras.disclosure.links import digest_of, token_for
from selaras.disclosure.models import (
    Answer,
    Applicant,
    Clock,
    Dispute,
    IdentityDocument,
    Letter,
    Objection,
    Part,
    Pause,
    PublicBody,
    Request,
    Step,
    WorkingFile,
)
from selaras.disclosure.papers import sealed_paper

AT_ONCE = 2_000
YEARS = 3
PAPER = sealed_paper(b"\xff\xd8\xff" + bytes(1_000))  # of one kilobyte: no page reads it, and a real one fills a disk
FILE = sealed_paper(bytes(2_000))


class Arriving:
    """Requests as they come in over three years: the main PPID and agencies get half, every desk some."""

    def __init__(self, living: Living, bodies: Sequence[PublicBody]) -> None:
        self.living, self.draw, self.bodies = living, living.draw, bodies
        self._shares = [_share(body) for body in bodies]
        self._sequence: dict[tuple[int, int], Iterator[int]] = defaultdict(lambda: count(1))
        self.people = [self._person(at) for at in range(2_000)]

    def _person(self, at: int) -> bytes:
        """Sealed once: sealing each anew would tell the same."""
        name = f"{words.NAMES[at % len(words.NAMES)]} {at} (contoh)"
        return sealed(
            Identity(name, f"33050000{at:08d}", "RT 01 RW 02 (contoh)", f"0812{at:08d}", f"p{at}@example.com", "petani")
        )

    def some(self, many: int) -> Iterator[Life]:
        for _ in range(many):
            body = self.draw.choices(self.bodies, self._shares)[0]
            day = self.living.today - timedelta(days=self.draw.randrange(365 * YEARS))
            yield self.living.lead(Life(self._request(body, day)))

    def onwards(self, moved: Sequence[Life]) -> Iterator[Life]:
        """What those that were passed on become at another body."""
        for life in moved:
            since = next(one.starts_on for one in reversed(life.clocks))
            body = self.draw.choices(self.bodies, self._shares)[0]
            request = self._request(body, life.request.received_on, since)
            request.moved_from, request.state, request.complete_at_first = life.request, Request.State.OPEN, True
            yield self.living.lead(Life(request), since)

    def _request(self, body: PublicBody, day: date, numbered: date | None = None) -> Request:
        year, submission = (numbered or day).year, self.living.counted.uuid(self.draw)
        sequence = next(self._sequence[body.pk, year])
        place, asked = body.name, self.draw.choice(words.SUBJECTS)
        return Request(
            body=body, year=year, sequence=sequence, number=f"{sequence:04d}/{body.code}/{year}",
            submission=submission, token_digest=digest_of(token_for(submission)),
            channel=self.draw.choice(Request.Channel.values), subject=asked.format(place=place, year=year - 1),
            purpose=self.draw.choice(words.PURPOSES), way="copy", form=self.draw.choice(("soft", "hard")),
            delivery=self.draw.choice(Request.Delivery.values), received_on=day, received_at=moment(day),
        )  # fmt: skip


def _share(body: PublicBody) -> float:
    return {"main": 60.0, "agency": 6.0, "district": 2.0}.get(body.kind, 0.8)


@transaction.atomic
def keep(lives: Sequence[Life], people: Sequence[bytes], draw: Random) -> Counter[str]:
    """In the order in which one names the other; returns how many rows of each table."""
    kept: Counter[str] = Counter()

    def save(model: Any, rows: Sequence[Model]) -> None:
        model.objects.bulk_create(rows, batch_size=500)
        kept[model.__name__] += len(rows)

    save(Request, [life.request for life in lives])
    for life in lives:
        for one in (*life.clocks, *life.steps, *life.letters, *filter(None, (life.answer, life.objection))):
            one.request = life.request
    requests = [life.request for life in lives]
    save(Applicant, [Applicant(request=one, kind="person", sealed=draw.choice(people)) for one in requests])
    save(IdentityDocument, [_paper(one) for one in requests])
    save(Clock, [clock for life in lives for clock in life.clocks])
    save(Pause, [pause for life in lives for pause in life.pauses])
    save(Step, [step for life in lives for step in life.steps])
    save(Letter, [letter for life in lives for letter in life.letters])
    answered = [life for life in lives if life.answer]
    save(Answer, [life.answer for life in answered if life.answer])
    save(Part, [part for life in answered for part in _of(life)])
    save(WorkingFile, [_file(life.answer, at) for at, life in enumerate(answered) if life.answer and at % 3 == 0])
    save(Objection, [life.objection for life in lives if life.objection])
    save(Dispute, [_dispute(life) for life in lives if life.dispute])
    published = [life.answer for life in answered if life.answer and life.answer.published_at]
    keep_words(((one.pk, weights_of_answer(one)) for one in published), "answer_id")
    return kept


def _paper(request: Request) -> IdentityDocument:
    return IdentityDocument(
        request=request, kind="identity", media_type="image/jpeg", sealed=PAPER, added_at=request.received_at
    )


def _of(life: Life) -> Iterator[Part]:
    for part in life.parts:
        part.answer = life.answer  # type: ignore[assignment]
        yield part


def _file(answer: Answer, at: int) -> WorkingFile:
    return WorkingFile(
        request=answer.request, answer=answer, name="dokumen.pdf", sealed=FILE, digest=f"{at:064d}", findings=[],
        released=f"information/{answer.made_at.year}/dokumen.pdf", released_digest="0" * 64,
        released_at=answer.made_at, added_at=answer.made_at,
    )  # fmt: skip


def _dispute(life: Life) -> Dispute:
    life.dispute.objection = life.objection  # type: ignore[union-attr,assignment]
    return life.dispute  # type: ignore[return-value]
