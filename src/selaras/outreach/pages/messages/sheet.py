"""A sheet of a message for the notice board, for the offices that hand it out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from selaras.government.models import Region
from selaras.outreach import rules
from selaras.outreach.exports.sheet import as_pdf
from selaras.outreach.models import Message
from selaras.outreach.queries import messages_visible_to
from selaras.people.pages.doors import only, visitor


@only(rules.hands_out)
@require_safe
def sheet_file(request: HttpRequest, key: str) -> HttpResponse:
    """`?desa=33.05.22.2002` writes the village on the slip."""
    sent = messages_visible_to(visitor(request)).exclude(state=Message.State.DRAFT)
    message, asked = get_object_or_404(sent, key=key), request.GET.get("desa", "")
    village = get_object_or_404(Region, pk=asked, level=Region.Level.VILLAGE) if asked else None
    response = HttpResponse(as_pdf(message, village), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="pesan-{message.key}.pdf"'
    return response
