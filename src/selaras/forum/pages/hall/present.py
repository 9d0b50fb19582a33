"""Who is asking, as a participant of a forum: known by the signed cookie that the personal link sets, or by account."""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from selaras.forum.hall.attendance import with_valid_link
from selaras.forum.models import Participant

COOKIE = "participant"
_SALT = "forum.participant"
_AGE = 14 * 24 * 3600  # seconds; the link itself may end earlier, and with it the cookie


def participant_of(request: HttpRequest) -> Participant | None:
    """The participant whose link was opened in this browser, else the one of the signed-in account.

    With its forum. One query where there is a cookie, one where somebody is signed in, none else.
    """
    return _of_cookie(request.COOKIES.get(COOKIE, "")) or _of_account(request)


def _of_cookie(cookie: str) -> Participant | None:
    try:
        key, digest = signing.loads(cookie, salt=_SALT, max_age=_AGE)
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return with_valid_link().filter(pk=key, token_digest=digest).first()


def _of_account(request: HttpRequest) -> Participant | None:
    if not request.user.is_authenticated:
        return None
    own = Participant.objects.select_related("forum").filter(account=request.user)
    return own.order_by("-forum__held_on", "-forum").first()


def participant_token(participant: Participant) -> str:
    """What the cookie holds. It falls with the link: a new one makes it worthless."""
    return signing.dumps([participant.pk, participant.token_digest], salt=_SALT)


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


def forget_participant(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Lax")
