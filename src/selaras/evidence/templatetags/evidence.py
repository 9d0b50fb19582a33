"""What other rooms' pages show of the register."""

from __future__ import annotations

from typing import Any

from django import template

from selaras.evidence.queries import standings_of_year

register = template.Library()


@register.inclusion_tag("evidence/parts/standings.html")
def indicators_of(year: int) -> dict[str, Any]:
    """Target and value side by side, of each indicator with a target for that year. Three queries at most."""
    return {"rows": standings_of_year(year), "year": year}
