"""An address as a picture that a telephone reads."""

from __future__ import annotations

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_of(address: str) -> SafeString:
    """Only for addresses that this site made."""
    return mark_safe(segno.make(address, error="m").svg_inline(omitsize=True, border=2))  # noqa: S308
