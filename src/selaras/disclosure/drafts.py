"""A request that is being written: what stands in it, as it lies sealed, and what it would still lack."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from uuid import UUID

from django.utils import timezone

from selaras.disclosure.completeness import missing_of, slips_of
from selaras.disclosure.errors import NoSuchLink
from selaras.disclosure.identity import FIELDS as OF_IDENTITY
from selaras.disclosure.identity import Identity
from selaras.disclosure.links import digest_of
from selaras.disclosure.models import Applicant, Draft, Request
from selaras.people.sealing import seal, unseal

OF_REQUEST = ("subject", "purpose", "way", "form", "delivery")
FIELDS = frozenset({*OF_REQUEST, *OF_IDENTITY, "kind", "by_proxy"})
_PURPOSE = "request draft"


@dataclass(frozen=True)
class Sheet:
    """For which body a draft is, and its fields as they were typed. Once sent it keeps nothing but its key."""

    body: str
    submission: str
    fields: Mapping[str, str] = field(default_factory=dict)
    sent: bool = False

    @property
    def key(self) -> UUID:
        return UUID(self.submission)

    @property
    def identity(self) -> Identity:
        return Identity(**{name: self.fields.get(name, "") for name in OF_IDENTITY})

    @property
    def kind(self) -> str:
        return self.fields.get("kind") or Applicant.Kind.PERSON

    @property
    def by_proxy(self) -> bool:
        return bool(self.fields.get("by_proxy"))


def sealed(sheet: Sheet) -> bytes:
    return seal(json.dumps(asdict(sheet), ensure_ascii=False).encode(), _PURPOSE)


def sheet_of(draft: Draft) -> Sheet:
    return Sheet(**json.loads(unseal(bytes(draft.sealed), _PURPOSE)))


def draft_behind(token: str) -> Draft:
    """Raises NoSuchLink."""
    try:
        return Draft.objects.get(token_digest=digest_of(token))
    except Draft.DoesNotExist:
        raise NoSuchLink("Tautan ini tidak membuka draf mana pun.") from None


def lacking(sheet: Sheet, papers: set[str]) -> list[str]:
    """Keys of what the desk would ask for, were the draft sent today."""
    request = Request(**{name: sheet.fields.get(name, "") for name in OF_REQUEST})
    applicant = Applicant(kind=sheet.kind, by_proxy=sheet.by_proxy)
    return missing_of(request, applicant, sheet.identity.stripped(), papers, timezone.localdate())


def slips_in(sheet: Sheet) -> dict[str, str]:
    """Field to sentence for what cannot be right."""
    return slips_of(sheet.identity.stripped(), sheet.kind, sheet.fields.get("delivery", ""))
