"""What every village said to one message, and when: all of them, or those of one answer."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.documents.types import TYPES
from selaras.outreach import rules
from selaras.outreach.exports.answers import as_csv
from selaras.outreach.models import Delivery, Message
from selaras.outreach.queries import deliveries_visible_to, messages_visible_to
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.fields import worded

_ROWS = 60
_WAITING = "belum"  # beside the letters of the slip


@only(rules.supervises)
@require_safe
def answers_page(request: HttpRequest, key: str) -> HttpResponse:
    """`?balasan=D` shows those that said so, `?balasan=belum` those that said nothing yet."""
    message = _message(request, key)
    choices = [*worded(Delivery.Reply.choices), (_WAITING, _("belum menerima"))]
    asked = request.GET.get("balasan", "")
    chosen = asked if asked in dict(choices) else ""
    context = {
        "message": message,
        "now": timezone.now(),
        "choices": choices,
        "chosen": chosen,
        "page": Paginator(_of(_deliveries(request, message), chosen), _ROWS).get_page(request.GET.get("hal")),
    }
    return render(request, "outreach/answers.html", context)


@only(rules.supervises)
@require_safe
def answers_file(request: HttpRequest, key: str) -> HttpResponse:
    message = _message(request, key)
    response = HttpResponse(as_csv(_deliveries(request, message)), content_type=TYPES[".csv"])
    response["Content-Disposition"] = f'attachment; filename="balasan-{message.key}.csv"'
    return response


def _message(request: HttpRequest, key: str) -> Message:
    sent = messages_visible_to(visitor(request)).exclude(state=Message.State.DRAFT)
    return get_object_or_404(sent, key=key)


def _deliveries(request: HttpRequest, message: Message) -> QuerySet[Delivery]:
    found = deliveries_visible_to(visitor(request)).filter(message=message)
    return found.select_related("village__parent", "channel").order_by("village")


def _of(found: QuerySet[Delivery], chosen: str) -> QuerySet[Delivery]:
    if chosen == _WAITING:
        return found.filter(acknowledged_at=None)
    return found.filter(reply=chosen) if chosen else found
