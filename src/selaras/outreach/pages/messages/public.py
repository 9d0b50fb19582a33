"""What holds today, for everybody: with what was corrected or withdrawn."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from selaras.documents.types import TYPES
from selaras.outreach.exports.table import as_csv
from selaras.outreach.models import Message
from selaras.outreach.queries import coming, in_force, messages_visible_to, public_today, put_right

_ROWS = 60
_MOST = 60  # beside what holds; the nearest, and the newest of those put right


@require_safe
def messages_page(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "page": Paginator(in_force(request.user, today), _ROWS).get_page(request.GET.get("hal")),
        "coming": coming(request.user, today)[:_MOST],
        "past": put_right(request.user, today)[:_MOST],
    }
    return render(request, "outreach/messages.html", context)


@require_safe
def messages_file(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(as_csv(public_today(request.user, timezone.localdate())), content_type=TYPES[".csv"])
    response["Content-Disposition"] = 'attachment; filename="pesan.csv"'
    return response


@require_safe
def message_page(request: HttpRequest, key: str) -> HttpResponse:
    message, today = _message(request, key), timezone.localdate()
    context = {
        "message": message,
        "later": getattr(message, "later", None),
        "places": list(message.regions.all()),
        "in_force": message.is_in_force(today),
        "ahead": message.valid_from > today,
    }
    return render(request, "outreach/message.html", context)


def _message(request: HttpRequest, key: str) -> Message:
    found = messages_visible_to(request.user).exclude(state=Message.State.DRAFT)
    return get_object_or_404(found, key=key)
