"""Map and table of money and decisions: the same figures of every district, shaded by one of three measures."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from selaras.engines.schematic import tile_map
from selaras.forum.pages.public.decided import decided
from selaras.forum.tiles import MEASURES

WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "bagian": (_("Bagian yang terpenuhi"), _("Bagian dana yang terpenuhi di tiap kecamatan")),
    "dana": (_("Dana yang diminta"), _("Dana yang diminta tiap kecamatan, dalam rupiah")),
    "usulan": (_("Jumlah usulan"), _("Jumlah usulan tiap kecamatan")),
}


@require_safe
def money_map(request: HttpRequest) -> HttpResponse:
    """The districts as tiles and as a table, the same numbers in both."""
    forum, decision = decided(request)
    chosen = request.GET.get("ukuran", "")
    measure = chosen if chosen in MEASURES else "bagian"
    districts = decision.summary["districts"]
    shares = [row for row in districts if row["asked_cost"]]
    shares.sort(key=lambda row: row["funded_cost"] / row["asked_cost"])
    context = {
        "forum": forum,
        "decision": decision,
        "districts": districts,
        "measures": [(key, word) for key, (word, _told) in WORDS.items()],
        "measure": measure,
        "told": WORDS[measure][1],
        "map": tile_map(districts, MEASURES[measure]),
        "least": shares[0] if shares else None,
        "most": shares[-1] if shares else None,
    }
    return render(request, "forum/public/map.html", context)
