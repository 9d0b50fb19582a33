"""A sheet for the notice board, with a slip to answer by one letter."""

from __future__ import annotations

import json
from importlib import resources

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from selaras.documents.printable import printable
from selaras.documents.typesetting import code_as_svg, layout, set_pages
from selaras.engines.indonesian.wording import long_date
from selaras.government.models import Region
from selaras.outreach.models import Delivery, Message

LAYOUTS = resources.files("selaras.outreach.exports") / "layouts"


@translation.override("id")  # what is printed is Indonesian, whoever asks for it
def as_pdf(message: Message, village: Region | None = None) -> bytes:
    address = f"{settings.SITE}{reverse('message', args=[message.key])}"
    earlier = message.earlier
    told = {
        "kind": message.get_deed_display() if message.deed else message.get_kind_display(),
        "urgent": message.urgent,
        "state": "" if message.state == Message.State.SENT else message.get_state_display(),
        "title": message.title,
        "earlier": earlier.title if earlier else "",
        "claim": message.claim,
        "text": message.text,
        "language": message.language,
        "audience": message.audience,
        "legal_basis": message.legal_basis,
        "from": long_date(message.valid_from),
        "until": long_date(message.valid_until),
        "address": address.partition("://")[2],
        "key": message.key,
        "village": village.name if village else "",
        "letters": [list(one) for one in Delivery.Reply.choices],
    }
    data = json.dumps(printable(told), ensure_ascii=False).encode()
    return set_pages(layout("message_sheet.typ", LAYOUTS), {"message.json": data, "code.svg": code_as_svg(address)})
