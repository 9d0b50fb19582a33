"""What an app may send of a request: the fields of the form, with the same limits; papers as Base64."""

from __future__ import annotations

from base64 import b64decode
from typing import Annotated, Any, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints

from selaras.disclosure.actions.requesting import LONGEST, By, Wanted
from selaras.disclosure.api.bodies import Code
from selaras.disclosure.errors import Incomplete
from selaras.disclosure.identity import FIELDS, Identity
from selaras.disclosure.models import Applicant, Request
from selaras.disclosure.papers import LARGEST, Paper, paper_of
from selaras.people.api import NO_NUL, OneOf

Long = Annotated[str, StringConstraints(max_length=LONGEST, pattern=NO_NUL)]
Of300 = Annotated[str, StringConstraints(max_length=300, pattern=NO_NUL)]
Of200 = Annotated[str, StringConstraints(max_length=200, pattern=NO_NUL)]
Of100 = Annotated[str, StringConstraints(max_length=100, pattern=NO_NUL)]
Of60 = Annotated[str, StringConstraints(max_length=60, pattern=NO_NUL)]
Of30 = Annotated[str, StringConstraints(max_length=30, pattern=NO_NUL)]
Encoded = Annotated[str, StringConstraints(max_length=LARGEST * 4 // 3 + 4)]
_EXAMPLE: dict[str, Any] = {
    "submission": "0e4c1a52-3f6b-4f0a-9d2e-7b1c5a9e8d10",
    "body": "3305222002",
    "subject": "Salinan APBDes tahun 2019 beserta laporannya",
    "purpose": "Penelitian",
    "way": "copy",
    "form": "soft",
    "delivery": "site",
    "kind": "person",
    "name": "Siti (contoh)",
    "identity_number": "3305226501900001",
    "address": "RT 02 RW 01 Seboro (contoh)",
    "phone": "081200000001",
}


class Sent(BaseModel):
    """A field that nobody knows is refused, not dropped: what it said would be lost."""

    model_config = ConfigDict(extra="forbid")


class PapersIn(Sent):
    """Copies of papers, each a JPG, a PNG or a PDF in Base64; empty where there is none."""

    identity: Encoded = ""
    deed: Encoded = ""
    proxy: Encoded = ""

    def contents(self) -> dict[str, bytes]:
        """By kind, only those that were sent. Raises Incomplete."""
        return {kind: _decoded(kind, encoded) for kind, encoded in self.model_dump().items() if encoded}


class Telling(Sent):
    """What may be told of a request and of who asks. `identity_number` is the NIK, or of a legal entity the number of
    its decree; `acts_for` is whom a proxy stands in for.
    """

    subject: Long = ""
    purpose: Long = ""
    way: Annotated[str, OneOf(Request.Way, or_empty=True)] = ""
    form: Annotated[str, OneOf(Request.Form, or_empty=True)] = ""
    delivery: Annotated[str, OneOf(Request.Delivery, or_empty=True)] = ""
    name: Of200 = ""
    identity_number: Of60 = ""
    address: Of300 = ""
    phone: Of30 = ""
    email: Of200 = ""
    job: Of100 = ""
    acts_for: Of200 = ""
    papers: PapersIn = PapersIn()

    def fields(self) -> dict[str, Any]:
        """As the form would have sent them."""
        return self.model_dump(exclude={"papers"})


class RequestIn(Telling):
    """A request at one body. Nothing but the subject must be told at once; what lacks is completed later.

    `submission` is a random UUID that the app makes for each request and keeps with it: sent again, it is the same
    request.
    """

    model_config = ConfigDict(json_schema_extra={"example": _EXAMPLE})

    submission: UUID
    body: Code
    subject: Long
    kind: Annotated[str, OneOf(Applicant.Kind)] = Applicant.Kind.PERSON.value
    by_proxy: StrictBool = False

    def wanted(self) -> Wanted:
        return Wanted(**{name: str(getattr(self, name)) for name in ("subject", "purpose", "way", "form", "delivery")})

    def by(self) -> By:
        """Raises Incomplete where a paper is none."""
        papers: tuple[Paper, ...] = tuple(paper_of(kind, one) for kind, one in self.papers.contents().items())
        identity = Identity(**{name: getattr(self, name) for name in FIELDS})
        return By(identity, self.kind, self.by_proxy, papers)


class ObjectionIn(Sent):
    """`grounds` are letters of the regulation, as `/api/v1/information/rules` tells them; `submission` is a random
    UUID of this objection.
    """

    submission: UUID
    grounds: list[Annotated[str, StringConstraints(pattern=r"^[a-z]$")]] = Field(max_length=26, examples=[["d"]])
    text: Long = Field(examples=["Laporannya belum ada."])


class WithdrawIn(Sent):
    reason: Annotated[str, StringConstraints(max_length=600, pattern=NO_NUL)] = ""


class ProofIn(Sent):
    """Which proof is to be written: of the request, or of the objection."""

    kind: Literal["receipt", "objection"]


def _decoded(kind: str, encoded: str) -> bytes:
    try:
        return b64decode(encoded, validate=True)
    except ValueError:
        raise Incomplete({kind: _("Berkas ini rusak di jalan. Kirim lagi.")}) from None
