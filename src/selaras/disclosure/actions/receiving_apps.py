"""A request comes from an app, in the applicant's name. Sent again after a lost connection it is one."""

from __future__ import annotations

from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.disclosure.actions.requesting import By, Wanted, received_by_program
from selaras.disclosure.errors import NotNow
from selaras.disclosure.identity import identity_of
from selaras.disclosure.models import PublicBody, Request

_APPS = UUID("6a1f2f0c-55a7-4a3e-9f0e-2f6d5d9a8b41")  # so that no key of an app meets one of a page or of a mail


@transaction.atomic
def submit_by_app(body: PublicBody, key: UUID, wanted: Wanted, by: By) -> Request:
    """Take in what an app sent under a key of its own.

    The same key with other words may be another person's, where an app was built badly: it opens nothing. Raises
    NotNow, Incomplete.
    """
    case = received_by_program(body, uuid5(_APPS, key.hex), wanted, by, channel=Request.Channel.API)
    if not _is(case, body, wanted, by):
        raise NotNow(
            _("Kunci kiriman ini sudah dipakai untuk permohonan lain, atau permohonannya sudah berubah sejak itu.")
        )
    return case


def _is(case: Request, body: PublicBody, wanted: Wanted, by: By) -> bool:
    """Whether the case still says what was sent."""
    applicant = case.applicant
    told = {name: value.strip() for name, value in vars(wanted).items()}
    return (
        case.body_id == body.pk
        and all(getattr(case, name) == value for name, value in told.items())
        and (applicant.kind, applicant.by_proxy) == (by.kind, by.by_proxy)
        and identity_of(applicant) == by.identity.stripped()
    )
