"""The public's report of a signal: one small form, without an account, with or without scripts."""

from __future__ import annotations

import secrets
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from selaras.government.models import Region
from selaras.outreach.models import SignalReport
from selaras.outreach.reach.actions.reporting import OPERATORS, Seen, report_signal
from selaras.outreach.reach.errors import Incomplete
from selaras.outreach.reach.queries import villages_within
from selaras.people.addresses import client_address
from selaras.people.pages.fields import day_of
from selaras.people.pages.onwards import onwards

_COOKIE = "sinyal"  # tells this browser's reports of one day from others'; it names nobody and ends the next day
_DAY = 24 * 60 * 60
_SAMPLE = secrets.token_bytes(64 * 1024)  # of no pattern, so that nothing on the way makes it smaller


@never_cache
@require_safe
def speed_sample(_request: HttpRequest) -> HttpResponse:
    """64 KiB to measure a connection with."""
    return HttpResponse(_SAMPLE, content_type="application/octet-stream")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report_page(request: HttpRequest, code: str) -> HttpResponse:
    district = get_object_or_404(Region, pk=code, level=Region.Level.DISTRICT)
    villages, wrong, typed = villages_within(district.pk), dict[str, str](), request.POST
    if request.method == "POST":
        try:
            _take(request, villages.filter(pk=typed.get("village", "")).first())
            return onwards(request, "signal-thanks", district.pk)
        except Incomplete as lacks:
            wrong = lacks.fields
    context = {
        "district": district,
        "villages": villages,
        "operators": OPERATORS,
        "bars": [str(each) for each in range(SignalReport.MOST_BARS + 1)],
        "wrong": wrong,
        "typed": typed,
        "today": timezone.localdate().isoformat(),
        "submission": _form_key(typed),
    }
    response = render(request, "outreach/signal_report.html", context, status=422 if wrong else 200)
    if _COOKIE not in request.COOKIES:
        secure = settings.SESSION_COOKIE_SECURE
        key = secrets.token_urlsafe(16)
        response.set_cookie(
            _COOKIE, key, max_age=_DAY, path=reverse("signal"), httponly=True, samesite="Lax", secure=secure
        )
    return response


@require_safe
def thanks_page(request: HttpRequest, code: str) -> HttpResponse:
    district = get_object_or_404(Region, pk=code, level=Region.Level.DISTRICT)
    return render(request, "outreach/signal_thanks.html", {"district": district})


def _take(request: HttpRequest, village: Region | None) -> None:
    if village is None:
        raise Incomplete({"village": _("Pilih desa tempat Anda mengukur.")})
    typed, address = request.POST, client_address(request) or ""
    bars, speed = typed.get("bars", ""), typed.get("kbps", "").strip()
    seen = Seen(typed.get("operator", ""), _whole(bars), _whole(speed) if speed else None, day_of(typed.get("day", "")))
    if speed and seen.kbps is None:
        seen = Seen(seen.operator, seen.bars, -1, seen.measured_on)
    device = request.COOKIES.get(_COOKIE, "")[:64] or f"{address} {request.headers.get('User-Agent', '')}"
    report_signal(village, _form_key(typed), seen, device=device, network=address)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _form_key(typed: QueryDict) -> UUID:
    try:
        return UUID(typed.get("submission", ""))
    except ValueError:
        return uuid4()
