"""The buttons beside a fix: done, dropped, or a candidate again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from selaras.exposure import rules
from selaras.exposure.actions.fixing import drop_fix, finish_fix, take_back
from selaras.exposure.errors import ExposureError, NotNow
from selaras.exposure.models import Fix
from selaras.exposure.queries import candidates_visible_to, settled_visible_to
from selaras.people.models import Account
from selaras.people.pages.doors import done, only, visitor

Deed = Callable[[Fix, Account], Any]
_DEEDS: dict[str, tuple[Deed, Any]] = {
    "selesai": (
        lambda fix, who: finish_fix(fix, actor=who),
        gettext_lazy("Perbaikan ini selesai; daftar sistem mengikutinya."),
    ),
    "kembali": (
        lambda fix, who: take_back(fix, actor=who),
        gettext_lazy("Perbaikan ini menjadi calon lagi; yang diubahnya di daftar sistem kembali seperti semula."),
    ),
    "batal": (lambda fix, who: drop_fix(fix, actor=who), gettext_lazy("Calon perbaikan ini dihapus dari rencana.")),
}


@require_POST
@only(rules.keeps_inventory)
def fix_act(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    found = settled_visible_to if request.POST.get("langkah") == "kembali" else candidates_visible_to
    fix = get_object_or_404(found(person), key=key)
    deed, told = _DEEDS.get(request.POST.get("langkah", ""), (_no_deed, ""))
    return done(request, lambda: deed(fix, person), str(told), "exposure-fixes", mendable=(ExposureError,))


def _no_deed(_fix: Fix, _who: Account) -> None:
    raise NotNow(_("Pilih dahulu langkahnya."))
