"""What holds for whoever is signed in, on every page: sessions end, and who decides has a second step."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from selaras.people.addresses import client_address
from selaras.people.second_step import must_set_up
from selaras.people.sessions import ADDRESS, BROWSER, SEEN, STARTED

_MINUTE = 60
SECOND_STEP = "second_step"


class SessionsEnd:
    """A session ends a time after signing in, however busy, and a shorter time after its last request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if SESSION_KEY in request.session:
            now = time.time()
            if self._over(request, now):
                logout(request)
                messages.info(request, _("Sesi Anda sudah berakhir. Masuk lagi untuk melanjutkan."))
                return redirect_to_login(request.get_full_path() if request.method == "GET" else reverse("desk"))
            self._remember(request, now)
        return self.get_response(request)

    def _over(self, request: HttpRequest, now: float) -> bool:
        started, seen = request.session.get(STARTED, now), request.session.get(SEEN, now)
        return bool(now - started > settings.SESSION_COOKIE_AGE or now - seen > settings.SESSION_IDLE)

    def _remember(self, request: HttpRequest, now: float) -> None:
        """Once a minute at most: a write for each request would hold up others on SQLite."""
        if now - request.session.get(SEEN, 0) < _MINUTE:
            return
        request.session.setdefault(STARTED, now)
        request.session[SEEN] = now
        request.session[ADDRESS] = client_address(request)
        request.session[BROWSER] = request.headers.get("User-Agent", "")[:200]


class SecondStepFirst:
    """Who holds a role that decides sets the second step up before anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.TOTP_REQUIRED and SESSION_KEY in request.session and not request.session.get(SECOND_STEP):
            free = {reverse(name) for name in ("second-step-set-up", "sign-out", "set-language", "health")}
            if request.path not in free and must_set_up(request.user):
                door = reverse("second-step-set-up")
                # Where a form was sent, `next` tells the script that keeps what is typed that the site has nothing yet
                return redirect(door) if request.method == "GET" else redirect_to_login(request.path, door)
        return self.get_response(request)
