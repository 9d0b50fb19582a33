"""A village desk on its telephone: the most urgent message first, acknowledged in one press."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.outreach import rules
from selaras.outreach.actions.acknowledging import acknowledge
from selaras.outreach.actions.answering import read_answer
from selaras.outreach.errors import Incomplete, NotNow
from selaras.outreach.models import Delivery
from selaras.outreach.pages.messages.forms import moment_of, submission_of, waited_of
from selaras.outreach.queries import deliveries_at_desk_of, unread_answers_at_desk_of, waiting_at_desk_of
from selaras.people.pages.doors import done, only, visitor
from selaras.people.pages.fields import worded
from selaras.people.pages.onwards import onwards

_EARLIER = 20


@only(rules.keeps_village_desk)
@require_safe
def waiting_page(request: HttpRequest) -> HttpResponse:
    """The first that waits stands here whole, so that nothing has to be opened before it is acknowledged."""
    person = visitor(request)
    waiting = list(waiting_at_desk_of(person))
    told = deliveries_at_desk_of(person).exclude(acknowledged_at=None).order_by("-told_at")[:_EARLIER]
    context = {"waiting": waiting, "rest": waiting[1:], "told": told, "submission": submission_of(request)}
    context["unread"] = unread_answers_at_desk_of(person)
    context |= _shown(waiting[0] if waiting else None)
    return render(request, "outreach/village.html", context)


@only(rules.keeps_village_desk)
@require_http_methods(["GET", "HEAD", "POST"])
def delivery_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One message at the own desk; a later reply says what came of it since."""
    delivery = get_object_or_404(deliveries_at_desk_of(visitor(request)), pk=pk)
    wrong = dict[str, str]()
    if request.method == "POST":
        reply, note = request.POST.get("reply", ""), request.POST.get("note", "")
        try:
            form, waited = submission_of(request), waited_of(request)
            acknowledge(delivery, form, reply, note, waited=waited, actor=visitor(request))
        except Incomplete as lacks:
            wrong = lacks.fields
        else:
            messages.success(request, _("Tanda terima tersimpan. Terima kasih."))
            return onwards(request, "village-messages")
    context = {"wrong": wrong, "typed": request.POST, "submission": submission_of(request), **_shown(delivery)}
    return render(request, "outreach/delivery.html", context, status=422 if wrong else 200)


@require_POST
@only(rules.keeps_village_desk)
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer to the own question was read: it leaves the first place of the list."""
    who = visitor(request)
    delivery, at = get_object_or_404(deliveries_at_desk_of(who), pk=pk), moment_of(request.POST.get("answered_at", ""))
    told = _("Ditandai sudah dibaca. Jawabannya tetap tersimpan pada pesannya.")
    return done(request, lambda: read_answer(delivery, at, actor=who), told, "village-messages", mendable=(NotNow,))


def _shown(delivery: Delivery | None) -> dict[str, object]:
    if delivery is None:
        return {}
    return {
        "delivery": delivery,
        "message": delivery.message,
        "late": delivery.acknowledged_at is None and delivery.due_at < timezone.now(),
        "replies": worded(Delivery.Reply.choices),
    }
