"""The publication lists, item by item, as everybody may read them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import BeforeValidator, Field

from selaras.disclosure import queries
from selaras.disclosure.api.bodies import MaybeCode, Named
from selaras.disclosure.api.caching import for_all
from selaras.disclosure.api.paging import AFTER, Limit, Mark, by_day, part_of
from selaras.disclosure.masking import masked
from selaras.disclosure.models import Item, PublicBody
from selaras.disclosure.pages.publication.searching import ItemSearch
from selaras.people.api import NOT_FOUND, Key, NotThere, OneOf, Text


def _day(told: Any) -> Any:
    """As `date` reads it, but for numbers: to it they are seconds of an epoch."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(told)):
        raise ValueError("no day")
    return told


router = Router()
router.add_decorator(for_all, mode="view")
Day = Annotated[date, BeforeValidator(_day)]
_MASKED = ("title", "summary", "unit", "responsible", "made_where", "withdrawn_why")
_PLAIN = ("category", "made_on", "form", "retention", "link", "updated_on", "checked_on", "withdrawn_on", "body")


class ItemOut(Schema):
    """One item with the columns of the publication list. `file` is where its file is fetched; what was withdrawn keeps
    its place, with the day and the reason.
    """

    id: int
    body: Named
    category: Annotated[str, OneOf(Item.Category)]
    title: str = Field(examples=["APBDes tahun 2020 (contoh)"])
    summary: str
    unit: str
    responsible: str
    made_on: date | None
    made_where: str
    form: Annotated[str, OneOf(Item.Form)]
    retention: str
    link: str
    file: str
    page: str
    updated_on: date
    checked_on: date
    withdrawn_on: date | None
    withdrawn_why: str


class ItemPart(Schema):
    """Part of the lists, the newest first."""

    items: list[ItemOut]
    next: str = Field(description="To be asked for as `after`; empty where this is the last part.")


class ItemsAsked(Schema):
    q: Text = Field("", description="Words that an item must hold, all of them.")
    body: MaybeCode = ""
    kind: Annotated[str, OneOf(PublicBody.Kind)] | None = None
    district: Text = Field("", description="Code of a district, as 33.05.22: the district and its villages.")
    category: Annotated[str, OneOf(Item.Category)] | None = None
    since: Day | None = Field(
        None, description="What changed or was withdrawn from that day on, so that a copy can be kept up to date."
    )
    after: Mark = Field("", description=AFTER)
    limit: Limit = 50


@router.get("/items", response={200: ItemPart, **NOT_FOUND}, operation_id="list_items")
def list_items(request: HttpRequest, asked: Query[ItemsAsked]) -> dict[str, Any]:
    """What the bodies publish; without `since` only what was not withdrawn."""
    wanted = Q(withdrawn_on=None)
    if asked.since:
        wanted = Q(updated_on__gte=asked.since) | Q(withdrawn_on__gte=asked.since)
    found = _search(asked).found(queries.items().filter(wanted))
    rows, more = part_of(found, by_day("updated_on"), asked.after, asked.limit)
    return {"items": _told(rows), "next": more}


def _search(asked: ItemsAsked) -> ItemSearch:
    """As the page searches; only a district can be wrong."""
    told = {"q": asked.q, "kategori": asked.category, "jenis": asked.kind, "badan": asked.body}
    form = ItemSearch({**told, "kecamatan": asked.district})
    if not form.is_valid():
        raise NotThere("Kecamatan dengan kode ini tidak ada. Tulis kodenya seperti 33.05.22.")
    return form


@router.get("/items/{key}", response={200: ItemOut, **NOT_FOUND}, operation_id="read_item")
def read_item(request: HttpRequest, key: Key) -> dict[str, Any]:
    """One item."""
    found = _told(queries.items().filter(pk=key))
    if not found:
        raise NotThere("Informasi ini tidak ada dalam daftar mana pun.")
    return found[0]


def _told(items: Iterable[Item]) -> list[dict[str, Any]]:
    return [
        {
            "id": item.pk,
            **{name: getattr(item, name) for name in _PLAIN},
            **{name: masked(getattr(item, name)) for name in _MASKED},
            "page": settings.SITE + reverse("publication-item", args=[item.pk]),
            "file": _file(item),
        }
        for item in items
    ]


def _file(item: Item) -> str:
    if not item.file_id or item.withdrawn_on:
        return ""
    return settings.SITE + reverse("publication-file", args=[item.pk])
