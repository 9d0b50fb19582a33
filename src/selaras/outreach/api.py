"""Messages to the public as machine-readable answers: what holds today, and what was corrected or withdrawn."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field, StringConstraints

from selaras.outreach.models import Message
from selaras.outreach.queries import messages_visible_to, public_today
from selaras.people.api import NOT_FOUND, NotThere

router = Router(tags=["outreach"])
MessageKey = Annotated[str, StringConstraints(max_length=12, pattern=r"^[a-z0-9]+$")]


class MessageOut(Schema):
    """`claim` is the hoax that a message answers. `later` is the key of what puts it right or takes it back, `earlier`
    of what it puts right itself. `regions`: codes of districts and villages; none named means everywhere.
    """

    key: str
    kind: str
    title: str
    text: str
    claim: str
    language: str
    urgent: bool
    audience: str
    purpose: str
    legal_basis: str
    valid_from: date
    valid_until: date
    state: str
    sent_at: datetime
    earlier: str
    later: str
    regions: list[str]
    page: str


class Part(Schema):
    limit: Annotated[int, Field(ge=1, le=200)] = 100
    offset: Annotated[int, Field(ge=0, le=10_000_000)] = 0


class MessagePage(Schema):
    count: int
    items: list[MessageOut]


@router.get("/messages", response={200: MessagePage, 422: NOT_FOUND[422]}, operation_id="list_messages")
def list_messages(request: HttpRequest, part: Query[Part]) -> dict[str, Any]:
    """What holds today, urgent first, and what was corrected or withdrawn for as long as it would have held."""
    found = public_today(request.user, timezone.localdate())
    shown = found.prefetch_related("regions")[part.offset : part.offset + part.limit]
    return {"count": found.count(), "items": [_told(one) for one in shown]}


@router.get("/messages/{key}", response={200: MessageOut, **NOT_FOUND}, operation_id="read_message")
def read_message(request: HttpRequest, key: MessageKey) -> dict[str, Any]:
    """One message that was sent, whether it still holds or not."""
    message = messages_visible_to(request.user).exclude(state=Message.State.DRAFT).filter(key=key).first()
    if message is None:
        raise NotThere("Pesan ini tidak ada, atau belum dikirim.")
    return _told(message)


def _told(message: Message) -> dict[str, Any]:
    names = [name for name in MessageOut.model_fields if name not in {"earlier", "later", "regions", "page"}]
    later = getattr(message, "later", None)
    return {name: getattr(message, name) for name in names} | {
        "earlier": message.earlier.key if message.earlier else "",
        "later": later.key if later else "",
        "regions": [region.pk for region in message.regions.all()],
        "page": reverse("message", args=[message.key]),
    }
