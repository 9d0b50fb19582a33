"""How a conflict is told on pages: what it is about, and how far its numbers are apart."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from django import template

from selaras.engines.indonesian.wording import number
from selaras.government.models import Region
from selaras.sectoral.models import Conflict

register = template.Library()
NO_BREAK = "\N{NO-BREAK SPACE}"


@register.filter
def about(conflict: Conflict, regions: Mapping[str, str]) -> str:
    """Indicator, part, region by its name where it is known, period."""
    place = regions.get(conflict.region, conflict.region)
    return ", ".join(word for word in (conflict.indicator, conflict.part, place, conflict.period) if word)


@register.filter
def about_in(conflict: Conflict, region: Region | None) -> str:
    return about(conflict, {region.code: region.name} if region else {})


@register.filter
def decimal_shown(text: str) -> str:
    return number(Decimal(text)) if text else "–"


@register.filter
def gap_shown(conflict: Conflict) -> str:
    """Without its sign: what is more and what is less stands in the numbers."""
    return f"{number(abs(Decimal(conflict.gap)))}{NO_BREAK}{conflict.unit}".rstrip()


@register.filter
def share_shown(conflict: Conflict) -> str:
    """`12,5 %`, to one decimal."""
    share = abs(Decimal(str(conflict.relative))) * 100
    rounded = share.quantize(Decimal("0.1"), ROUND_HALF_UP)
    shown = f"<{NO_BREAK}0,1" if 0 < share < Decimal("0.1") else number(rounded)
    return f"{shown}{NO_BREAK}%"
