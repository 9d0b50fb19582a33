"""Who is asking, as a participant of a forum: known by the signed cookie that the personal QR link sets."""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from selaras.forum.models import Participant

COOKIE = "participant"
_SALT = "forum.participant"
_AGE = 14 * 24 * 3600  # seconds; a forum may sit on more than one day


def participant_of(request: HttpRequest) -> Participant | None:
    """The participant whose link was opened in this browser. One query where there is a cookie, none else."""
    try:
        key = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=_AGE)
    except signing.BadSignature:
        return None
    return Participant.objects.filter(pk=key).first()


def participant_token(participant: Participant) -> str:
    """What the cookie holds."""
    return signing.dumps(participant.pk, salt=_SALT)


def remember_participant(response: HttpResponse, participant: Participant) -> None:
    """Let this browser act for the participant from now on."""
    response.set_cookie(
        COOKIE,
        participant_token(participant),
        max_age=_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
