"""Letters of the slips on paper, typed in for the villages of one district, and mended where one was mistyped."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from selaras.government.models import Region
from selaras.outreach import rules
from selaras.outreach.actions.acknowledging import type_in_replies
from selaras.outreach.errors import Incomplete, NotNow
from selaras.outreach.models import Delivery
from selaras.outreach.pages.messages.forms import submission_of
from selaras.outreach.queries import deliveries_visible_to, messages_visible_to
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.fields import worded
from selaras.people.pages.onwards import onwards

_BEFORE, _SHOWN = "desa-", "semula-"  # a letter as it is typed, and as the page showed it


@only(rules.types_in)
@require_http_methods(["GET", "HEAD", "POST"])
def replies_page(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    message = get_object_or_404(messages_visible_to(person), key=key)
    typed, shown = _named(request, _BEFORE), _named(request, _SHOWN)
    wrong = dict[str, str]()
    if request.method == "POST":
        try:
            kept = type_in_replies(message, submission_of(request), typed, shown=shown, actor=person)
        except Incomplete as lacks:
            wrong = lacks.fields
        except NotNow as refused:
            wrong = {"replies": str(refused)}
        else:
            text = ngettext("%(n)s balasan tersimpan.", "%(n)s balasan tersimpan.", kept) % {"n": kept}
            messages.success(request, text if kept else _("Balasan ini sudah tersimpan sebelumnya."))
            return onwards(request, "message-replies", key)
    open_still = Q(acknowledged_at=None) | Q(way=Delivery.Way.PAPER)
    found = deliveries_visible_to(person).filter(open_still, message=message)
    districts = list(Region.objects.filter(pk__in=found.order_by().values("village__parent")))
    chosen = _chosen(request, districts)
    rows = [
        (one, typed.get(one.village_id, one.reply), wrong.get(one.village_id, ""))
        for one in found.filter(village__parent=chosen).select_related("village").order_by("village")
    ]
    context = {
        "message": message,
        "districts": districts,
        "chosen": chosen,
        "rows": rows,
        "waiting": [row for row in rows if not row[0].reply],
        "typed_in": [row for row in rows if row[0].reply],
        "letters": worded(Delivery.Reply.choices),
        "wrong": wrong,
        "submission": submission_of(request),
    }
    return render(request, "outreach/replies.html", context, status=422 if wrong else 200)


def _named(request: HttpRequest, before: str) -> dict[str, str]:
    return {name.removeprefix(before): str(text) for name, text in request.POST.items() if name.startswith(before)}


def _chosen(request: HttpRequest, districts: list[Region]) -> Region | None:
    """The district that was asked for, else the first with somebody to type in."""
    asked = request.POST.get("kecamatan", "") or request.GET.get("kecamatan", "")
    return next((one for one in districts if one.pk == asked), districts[0] if districts else None)
