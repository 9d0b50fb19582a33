"""The villages that a district helps: what waits at each, and one press to work there in the village's name."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from selaras.disclosure import rules
from selaras.disclosure.helping import helped, not_helped
from selaras.disclosure.pages.network.words import SHOWN
from selaras.people.pages.doors import only, visitor

_ONLY_DISTRICTS = _("Halaman ini milik petugas kecamatan yang membantu desa.")


@only(rules.helps_villages, _ONLY_DISTRICTS)
@require_safe
def helped_page(request: HttpRequest) -> HttpResponse:
    person, today = visitor(request), timezone.localdate()
    rows = [(state, SHOWN[state.stage], waiting) for state, waiting in helped(person, today)]
    context = {
        "rows": rows,
        "busy": sum(bool(waiting.until) for _state, _shown, waiting in rows),
        "others": not_helped(person),
        "today": today,
    }
    return render(request, "disclosure/network/helped.html", context)
