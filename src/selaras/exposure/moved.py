"""How the answer changes when the assumptions do, in plain sentences for the page and for the printed report."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from selaras.engines.routes import KINDS, Graph, Route, chance_at, percent
from selaras.exposure.viewing import View

_ENDS = {"usual": "risk", "low": "all_low", "high": "all_high"}


def route_moved(route: Route, graph: Graph) -> str:
    """Of one route, at both ends of the ranges."""
    return _("Bila semua asumsi di batas bawah, peluang rute ini %(low)s; bila semua di batas atas, %(high)s.") % {
        "low": percent(chance_at(route, graph, "low")),
        "high": percent(chance_at(route, graph, "high")),
    }


def risk_moved(view: View, result: dict[str, Any]) -> str:
    """Of all core systems together, as `estimating.estimate` kept it."""
    told = _(
        "Dari seluruh bobot sistem inti, dalam setahun diperkirakan jatuh %(usual)s: %(low)s bila semua asumsi di "
        "batas bawah, %(high)s bila semua di batas atas."
    ) % {name: of_weight(result[key], result["weight"]) for name, key in _ENDS.items()}
    most = [_("Yang paling menggeser hasilnya: %(kind)s.") % {"kind": kind_word(one[0])} for one in result["moved"][:1]]
    return " ".join(filter(None, (told, *most, _leader(view, result))))


def _leader(view: View, result: dict[str, Any]) -> str:
    """Whether the most exposed system is so whatever is assumed."""
    seen = [key for key in result["stays"] if key in view.own]
    if not seen:
        return ""
    most = max(seen, key=lambda key: (result["shares"].get(key, [0.0])[0], key))
    return _("%(name)s tetap di antara yang paling terpapar dalam %(share)s campuran acak asumsi.") % {
        "name": view.own[most].name,
        "share": f"{round(100 * result['stays'][most])} %",
    }


def kind_word(kind: str) -> str:
    return _(KINDS[kind].label) if kind in KINDS else _("titik masuk dikuasai penyusup")


def of_weight(share: list[float], weight: float) -> str:
    """The worth of the cores that fall, as a part of that of all."""
    return percent(share[0] / weight)
