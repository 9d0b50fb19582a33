"""The bodies of the network: whom to ask, how to reach them, and how whole their publication list is."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field, StringConstraints

from selaras.disclosure import queries
from selaras.disclosure.api.caching import for_all
from selaras.disclosure.api.paging import Limit
from selaras.disclosure.models import PublicBody
from selaras.disclosure.publication import standing_of
from selaras.people.api import NOT_FOUND, NotThere, OneOf, Problem, Text

router = Router()
router.add_decorator(for_all, mode="view")
Code = Annotated[str, StringConstraints(max_length=40, pattern=r"^[-a-zA-Z0-9_]+$")]
MaybeCode = Annotated[str, StringConstraints(max_length=40, pattern=r"^[-a-zA-Z0-9_]*$")]


class Named(Schema):
    """A body of the network, or a place by the code of the Ministry of Home Affairs."""

    code: str = Field(examples=["3305222002"])
    name: str = Field(examples=["Pemerintah Desa Seboro"])


class BodyOut(Schema):
    """A body with its desk; `page` is where a person asks it."""

    code: str = Field(examples=["3305222002"])
    name: str = Field(examples=["Pemerintah Desa Seboro"])
    kind: Annotated[str, OneOf(PublicBody.Kind)]
    place: Named | None
    address: str
    phone: str
    email: str
    hours: str
    decree: str
    decree_date: date | None
    page: str


class OfficerOut(Schema):
    """Who holds a post by decree."""

    post: str
    name: str
    position: str


class Shelf(Schema):
    """How whole the publication list is today: how many items the regulation asks of this kind of body, how many are
    published, the titles of those that are not, and of those that must be brought up to date.
    """

    legal_basis: str
    required: int
    published: int
    missing: list[str]
    stale: list[str]


class BodyWhole(BodyOut):
    """A body with its officers, who answers objections, and the state of its publication list."""

    superior: Named | None
    officers: list[OfficerOut]
    publication: Shelf


class BodyPart(Schema):
    """Part of the network in the order of the codes; `next` is the last code where there are more, else empty."""

    items: list[BodyOut]
    next: str


class BodiesAsked(Schema):
    q: Text = Field("", description="Words of the name; a village is found by its district too.")
    kind: Annotated[str, OneOf(PublicBody.Kind)] | None = None
    after: MaybeCode = Field("", description="The `next` of the part before.")
    limit: Limit = 50


@router.get("/bodies", response={200: BodyPart, 422: Problem}, operation_id="list_bodies")
def list_bodies(request: HttpRequest, asked: Query[BodiesAsked]) -> dict[str, Any]:
    """The bodies that answer for their information, from the main PPID down to the village."""
    found = queries.bodies_named(asked.q).select_related("agency").filter(code__gt=asked.after).order_by("code")
    if asked.kind:
        found = found.filter(kind=asked.kind)
    rows = list(found[: asked.limit + 1])
    more = rows[asked.limit - 1].code if len(rows) > asked.limit else ""
    return {"items": [_told(body) for body in rows[: asked.limit]], "next": more}


@router.get("/bodies/{code}", response={200: BodyWhole, **NOT_FOUND}, operation_id="read_body")
def read_body(request: HttpRequest, code: Code) -> dict[str, Any]:
    """One body."""
    body = body_named(code)
    standing = standing_of(body, timezone.localdate())
    missing = [one.title for one in standing.missing]
    required = len(standing.duty.items)
    shelf = {
        "legal_basis": standing.duty.legal_basis,
        "required": required,
        "published": required - len(missing),
        "missing": missing,
        "stale": [one.title for one in standing.stale],
    }
    officers = body.officers.filter(until=None)
    return {
        **_told(body),
        "superior": body.superior,
        "officers": [{"post": one.get_post_display(), "name": one.name, "position": one.position} for one in officers],
        "publication": shelf,
    }


def body_named(code: str) -> PublicBody:
    """Raises NotThere."""
    body = queries.bodies().select_related("superior").filter(code=code).first()
    if body is None:
        raise NotThere("Badan publik dengan kode ini tidak ada. Daftarnya ada di /api/v1/information/bodies.")
    return body


def _told(body: PublicBody) -> dict[str, Any]:
    plain = ("code", "name", "kind", "address", "phone", "email", "hours", "decree", "decree_date")
    place = body.region
    return {
        **{name: getattr(body, name) for name in plain},
        "place": {"code": place.pk, "name": place.name} if place else None,
        "page": settings.SITE + reverse("ask", args=[body.code]),
    }
