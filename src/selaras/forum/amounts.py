"""How much of something may be asked for: more than this is a slip of the keyboard, and no column would hold it."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

_MOST_VOLUME = Decimal(10**12)
_MOST_COST = 10**15  # rupiah


def too_large(volume: Decimal | None, cost: int | None) -> dict[str, str]:
    """Field to sentence for what is too large."""
    wrong = {}
    if volume is not None and volume >= _MOST_VOLUME:
        wrong["volume"] = _("Volume ini terlalu besar. Periksa angkanya.")
    if cost is not None and cost >= _MOST_COST:
        wrong["cost"] = _("Biaya ini terlalu besar. Periksa angkanya.")
    return wrong
