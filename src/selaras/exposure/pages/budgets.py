"""What a budget buys is asked for: the plan for one, and ten beside each other."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from selaras.engines.tabular import read_rupiah
from selaras.exposure import rules
from selaras.exposure.actions.computing import ask_curve, ask_plan
from selaras.exposure.errors import ExposureError, NotNow
from selaras.people.pages.doors import done, only, visitor

_MENDABLE = (ExposureError,)


@require_POST
@only(rules.keeps_inventory)
def plan(request: HttpRequest) -> HttpResponse:
    """Have the plan for a budget worked out."""
    told = _("Rencana sedang disusun. Muat ulang halaman ini sebentar lagi.")

    def deed() -> object:
        return ask_plan(_rupiah(request.POST.get("anggaran", "")), actor=visitor(request))

    return done(request, deed, told, "exposure-fixes", mendable=_MENDABLE)


@require_POST
@only(rules.keeps_inventory)
def compare_budgets(request: HttpRequest) -> HttpResponse:
    told = _("Sepuluh anggaran sedang dihitung. Muat ulang halaman ini sebentar lagi.")
    return done(request, lambda: ask_curve(actor=visitor(request)), told, "exposure-fixes", mendable=_MENDABLE)


def _rupiah(text: str) -> int:
    found = read_rupiah(text).value if text.strip() else None
    if not isinstance(found, int):
        raise NotNow(_("Tulis anggarannya dengan angka, misalnya 150.000.000 atau 150 juta."))
    return found
