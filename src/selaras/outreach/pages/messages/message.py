"""One message at the desk: what became of it, and the next step."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.outreach import rules
from selaras.outreach.actions.reminding import remind
from selaras.outreach.actions.sending import send, withdraw
from selaras.outreach.errors import Incomplete, NotNow
from selaras.outreach.models import Delivery, Message
from selaras.outreach.pages.messages.forms import submission_of
from selaras.outreach.pages.messages.remarks import remarks_on
from selaras.outreach.queries import deliveries_visible_to, messages_visible_to
from selaras.outreach.supervision import Reached, reached
from selaras.people.pages.doors import done, only, visitor
from selaras.people.pages.onwards import onwards
from selaras.people.queries import Person

_ROWS = 50
_NOTES = 50


def _message(request: HttpRequest, key: str) -> Message:
    return get_object_or_404(messages_visible_to(request.user), key=key)


@only(rules.supervises)
@require_safe
def message_page(request: HttpRequest, key: str) -> HttpResponse:
    person, message, now = visitor(request), _message(request, key), timezone.now()
    is_draft = message.state == Message.State.DRAFT
    mine = deliveries_visible_to(person).filter(message=message).select_related("village__parent", "channel")
    waiting = mine.filter(acknowledged_at=None).order_by("due_at", "village")
    context = {
        "message": message,
        "now": now,
        "reached": reached(person, [message], now).get(message.pk, Reached()),
        "page": Paginator(waiting, _ROWS).get_page(request.GET.get("hal")),
        "unwritten": mine.filter(reply=Delivery.Reply.ASKING, note="").order_by("village"),
        "notes": _questions_first(mine)[:_NOTES],
        "may_write": rules.writes(person),
        "may_type": rules.types_in(person),
        "remarks": remarks_on(message.title, message.text, message.language) if is_draft else None,
        "places": list(message.regions.all()),
        "channels": list(message.channels.all()),
        **_replies(person, message),
    }
    return render(request, "outreach/told.html", context)


def _questions_first(found: QuerySet[Delivery]) -> QuerySet[Delivery]:
    """What villages wrote, and questions of which only the letter came; the newest first of each."""
    asks = Case(When(reply=Delivery.Reply.ASKING, then=Value(0)), default=Value(1), output_field=IntegerField())
    return found.filter(~Q(note="") | Q(reply=Delivery.Reply.ASKING)).order_by(asks, "-told_at")


def _replies(person: Person, message: Message) -> dict[str, Any]:
    came = deliveries_visible_to(person).filter(message=message).exclude(reply="").order_by()
    letters = list(came.values_list("reply", "way"))
    counted = [(reply, _(reply.label), sum(one == reply for one, _way in letters)) for reply in Delivery.Reply]
    return {"replies": counted, "on_paper": sum(way == Delivery.Way.PAPER for _one, way in letters)}


@require_POST
@only(rules.writes)
def act(request: HttpRequest, key: str) -> HttpResponse:
    """One button of the message's page; the action says who may press it and when."""
    message, deed, who = _message(request, key), request.POST.get("deed", ""), visitor(request)
    if deed == "send":
        told = _("Pesan dikirim. Tanda terima tiap desa terlihat di halaman ini.")
        return done(request, lambda: send(message, actor=who), told, "message-told", key, mendable=(NotNow,))
    try:
        if deed != "remind":
            raise NotNow(_("Pilih dahulu langkahnya."))
        many = remind(message, actor=who)
    except NotNow as refused:
        messages.error(request, str(refused))
    else:
        text = ngettext("%(n)s desa diingatkan.", "%(n)s desa diingatkan.", many) % {"n": many}
        messages.success(request, text if many else _("Semua yang belum menerima sudah diingatkan hari ini."))
    return redirect("message-told", key)


@only(rules.writes)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_page(request: HttpRequest, key: str) -> HttpResponse:
    message, wrong = _message(request, key), ""
    if request.method == "POST":
        reason = request.POST.get("reason", "")
        try:
            notice = withdraw(message, submission_of(request), reason, actor=visitor(request))
            return onwards(request, "message-told", notice.key)
        except Incomplete as lacks:
            wrong = str(lacks)
        except NotNow as refused:
            wrong = str(refused)
    elif message.state != Message.State.SENT:
        return redirect("message-told", key)
    context = {"message": message, "wrong": wrong, "typed": request.POST, "submission": submission_of(request)}
    return render(request, "outreach/withdraw.html", context, status=422 if wrong else 200)
