"""The signal of every village as machine-readable answers: its class, what each source says, who is told by what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import Field, StringConstraints

from selaras.outreach.models import Channel, SignalFact
from selaras.outreach.reach.channels import reached_by
from selaras.outreach.reach.queries import Known, channels_in_use, known_of, villages_within
from selaras.outreach.reach.siting import point_of
from selaras.people.api import NOT_FOUND, NotThere

router = Router(tags=["outreach"])
Code = Annotated[str, StringConstraints(max_length=13, pattern=r"^[0-9.]+$")]


class WordOut(Schema):
    """What one source says. `code` is what it wrote itself; `way` how it knows."""

    signal: str
    code: str
    source: str
    way: str
    as_of: date


class SignalOut(Schema):
    """`signal` is the first of the `words` that names a class, the most trusted before; `not_known` where none does.

    `contradicted`: sources name different classes. `by_model`: nobody says it but a computation. `channels`: kinds by
    which the village is told; null while no channel at all is on record. `people` and the point are null where no
    source has them.
    """

    code: str
    name: str
    district: str
    signal: str
    contradicted: bool
    by_model: bool
    words: list[WordOut]
    people: int | None
    people_source: str
    people_as_of: date | None
    latitude: float | None
    longitude: float | None
    channels: list[str] | None
    page: str


class Asked(Schema):
    """Of one `district`, by code, or of all."""

    district: Annotated[str, StringConstraints(max_length=13, pattern=r"^[0-9.]*$")] = ""
    limit: Annotated[int, Field(ge=1, le=200)] = 100
    offset: Annotated[int, Field(ge=0, le=10_000_000)] = 0


class SignalPage(Schema):
    count: int
    items: list[SignalOut]


@router.get("/signal", response={200: SignalPage, 422: NOT_FOUND[422]}, operation_id="list_signal")
def list_signal(request: HttpRequest, asked: Query[Asked]) -> dict[str, Any]:  # noqa: ARG001 - passed by its name
    """Every village in the order of the codes; six queries, whatever their number."""
    found = villages_within(asked.district)
    part = known_of(found.order_by("pk")[asked.offset : asked.offset + asked.limit])
    return {"count": found.count(), "items": _told(part)}


@router.get("/signal/{code}", response={200: SignalOut, **NOT_FOUND}, operation_id="read_signal")
def read_signal(request: HttpRequest, code: Code) -> dict[str, Any]:  # noqa: ARG001 - passed by its name
    """One village."""
    found = _told(known_of(villages_within("").filter(pk=code)))
    if not found:
        raise NotThere("Desa ini tidak ada dalam daftar wilayah.")
    return found[0]


def _told(known: Sequence[Known]) -> list[dict[str, Any]]:
    channels = list(channels_in_use())
    reached = reached_by(known, channels)
    return [_one(one, reached[one.village.pk] if channels else None) for one in known]


def _one(one: Known, kinds: Sequence[Channel.Kind] | None) -> dict[str, Any]:
    village = one.village
    latitude, longitude = point_of(one) or (None, None)
    return {
        "code": village.pk,
        "name": village.name,
        "district": village.parent_id or "",
        "signal": one.signal,
        "contradicted": one.contradicted,
        "by_model": one.by_model,
        "words": [_word(fact) for fact in one.facts],
        "people": one.people,
        "people_source": one.counted_by.name if one.counted_by else "",
        "people_as_of": one.counted_by and one.counted_by.as_of,
        "latitude": latitude,
        "longitude": longitude,
        "channels": None if kinds is None else list(kinds),
        "page": reverse("signal-district", args=[village.parent_id]),
    }


def _word(fact: SignalFact) -> dict[str, Any]:
    source = fact.source
    told = {"source": source.name, "way": source.way, "as_of": source.as_of}
    return {"signal": fact.signal, "code": fact.code, **told}
