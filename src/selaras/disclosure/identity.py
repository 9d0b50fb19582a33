"""Who asks, as told by the applicant; at rest it is sealed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields

from selaras.disclosure.models import Applicant
from selaras.people.sealing import seal, unseal

_PURPOSE = "applicant"


@dataclass(frozen=True)
class Identity:
    """What names an applicant. `acts_for` is the person or body that a proxy stands in for."""

    name: str = ""
    identity_number: str = ""  # NIK, or the number of the decision that made the legal entity
    address: str = ""
    phone: str = ""
    email: str = ""
    job: str = ""
    acts_for: str = ""

    def stripped(self) -> Identity:
        return Identity(**{name: " ".join(value.split()) for name, value in asdict(self).items()})


NOBODY = Identity(name="(data pribadi dihapus)")
FIELDS = tuple(field.name for field in fields(Identity))


def sealed(identity: Identity) -> bytes:
    return seal(json.dumps(asdict(identity), ensure_ascii=False).encode(), _PURPOSE)


def identity_of(applicant: Applicant) -> Identity:
    """Raises people.WrongSecret where the site's secret is another one. An erased applicant is `NOBODY`."""
    if applicant.sealed is None:
        return NOBODY
    return Identity(**json.loads(unseal(bytes(applicant.sealed), _PURPOSE)))
