"""What the room prints: one layout, each report under its own title and warning; PDF."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib import resources

from django.utils import timezone

from selaras.documents.blocks import BLOCKS, Block, as_data
from selaras.documents.blocks import LAYOUTS as COMMON
from selaras.documents.printable import printable
from selaras.documents.typesetting import LayoutError, layout, set_pages
from selaras.engines.indonesian.wording import long_date
from selaras.exposure.errors import NotNow
from selaras.people.models import Account

LAYOUTS = resources.files("selaras.exposure") / "layouts"


def printed(title: str, warning: str, first: str, blocks: Iterable[Block], person: Account) -> bytes:
    """`warning` stands on top of each page, `first` is the answer. Raises NotNow."""
    now = timezone.localtime()
    told = {
        "title": title,
        "warning": warning,
        "dated": f"{long_date(now.date())} pukul {now:%H.%M}",
        "by": str(person),
        "first": first,
        "blocks": as_data(blocks),
    }
    files = {
        "exposure.json": json.dumps(printable(told), ensure_ascii=False).encode(),
        BLOCKS: layout(BLOCKS, COMMON),
    }
    try:
        return set_pages(layout("exposure.typ", LAYOUTS), files)
    except LayoutError as wrong:
        raise NotNow(f"Laporan ini tidak dapat ditata. Periksa layouts/exposure.typ. {wrong}") from wrong
