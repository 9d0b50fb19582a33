"""The deadlines of one's desks: as a list with where each day comes from, and as a feed for one's own calendar."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from selaras.disclosure import queries, rules
from selaras.disclosure.exports.deadlines_calendar import deadlines_calendar
from selaras.disclosure.pages.ticking import Ticking
from selaras.people.feeds import NoSuchFeed, account_behind, key_of
from selaras.people.pages.doors import only, visitor

SHOWN = 50
ONLY_DESKS = gettext_lazy("Batas waktu permohonan dibaca oleh meja layanan informasi dan atasan PPID.")


@only(rules.handles_requests, ONLY_DESKS)
@require_safe
def deadlines(request: HttpRequest) -> HttpResponse:
    """The nearest ones first; what is overdue stands on top."""
    today = timezone.localdate()
    who = visitor(request)
    running = queries.deadlines_of(who)
    shown = [Ticking(clock, today) for clock in running[: SHOWN + 1]]
    feed = request.build_absolute_uri(reverse("deadlines-feed", args=[key_of(who)]))
    context = {
        "shown": shown[:SHOWN],
        "more": len(shown) > SHOWN,
        "late": queries.overdue(running, today).count(),
        "feed": feed,
    }
    return render(request, "disclosure/clocks/deadlines.html", context)


@never_cache
@require_safe
def deadlines_feed(_request: HttpRequest, token: str) -> HttpResponse:
    """The address is the key, as that of the calendar of tasks."""
    try:
        account = account_behind(token)
    except NoSuchFeed:
        raise Http404(_("Alamat kalender ini tidak berlaku. Ambil yang baru dari halaman Batas waktu.")) from None
    response = HttpResponse(
        deadlines_calendar(queries.deadlines_of(account)), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="batas-waktu.ics"'
    return response
