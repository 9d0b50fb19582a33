"""Setting a document of the room by Typst, in the layout that the office may replace."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from selaras.documents.blocks import BLOCKS, Block, as_data
from selaras.documents.blocks import LAYOUTS as COMMON
from selaras.documents.printable import printable
from selaras.documents.typesetting import LayoutError, layout, set_pages
from selaras.sectoral.errors import SectoralError

_LAYOUTS = resources.files("selaras.sectoral.exports") / "layouts"
_NAME = "sectoral"


def set_document(told: Mapping[str, Any], blocks: Sequence[Block]) -> bytes:
    """The PDF: `told` has title, name, as_of and summary. Raises SectoralError where the own layout cannot be set."""
    data = printable({**told, "blocks": as_data(blocks)})
    files = {f"{_NAME}.json": json.dumps(data, ensure_ascii=False).encode(), BLOCKS: layout(BLOCKS, COMMON)}
    try:
        return set_pages(layout(f"{_NAME}.typ", _LAYOUTS), files)
    except LayoutError as wrong:
        raise SectoralError(f"Dokumen ini tidak dapat ditata. Periksa layouts/{_NAME}.typ. {wrong}") from wrong
