"""Setting a document of the room by Typst: what it says, its blocks, and the layout that the office may replace."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from selaras.disclosure.errors import DisclosureError
from selaras.documents.blocks import BLOCKS, Block, as_data
from selaras.documents.blocks import LAYOUTS as COMMON
from selaras.documents.printable import printable
from selaras.documents.typesetting import LayoutError, layout, set_pages

LAYOUTS = resources.files("selaras.disclosure.exports") / "layouts"


def set_document(name: str, told: Mapping[str, Any], blocks: Sequence[Block], **pictures: bytes) -> bytes:
    """The PDF of `layouts/NAME.typ`, which reads `NAME.json`; a picture lies beside it as `KEY.svg`.

    Raises DisclosureError where the office's own layout cannot be set.
    """
    data = printable({**told, "blocks": as_data(blocks)})
    files = {f"{name}.json": json.dumps(data, ensure_ascii=False).encode(), BLOCKS: layout(BLOCKS, COMMON)}
    files |= {f"{key}.svg": content for key, content in pictures.items()}
    try:
        return set_pages(layout(f"{name}.typ", LAYOUTS), files)
    except LayoutError as wrong:
        raise DisclosureError(f"Dokumen ini tidak dapat ditata. Periksa layouts/{name}.typ. {wrong}") from wrong
