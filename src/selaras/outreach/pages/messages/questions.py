"""The answer to a village that asked about a message."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from selaras.outreach import rules
from selaras.outreach.actions.answering import answer_question
from selaras.outreach.errors import Incomplete, NotNow
from selaras.outreach.queries import deliveries_visible_to
from selaras.people.pages.doors import done, only, visitor


@require_POST
@only(rules.types_in)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    who = visitor(request)
    found = deliveries_visible_to(who).select_related("message", "village")
    delivery, text = get_object_or_404(found, pk=pk), request.POST.get("answer", "")
    return done(
        request,
        lambda: answer_question(delivery, text, actor=who),
        _("Jawaban tersimpan. %(village)s membacanya di samping pertanyaannya.") % {"village": delivery.village.name},
        "message-told",
        delivery.message.key,
        mendable=(Incomplete, NotNow),
    )
