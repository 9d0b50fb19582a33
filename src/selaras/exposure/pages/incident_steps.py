"""The buttons on the page of an incident."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from selaras.exposure import rules
from selaras.exposure.actions.handling_incidents import close_incident, reopen_incident, write_on
from selaras.exposure.actions.reporting_incidents import Sent, narrow, note_report, widen, withdraw_report
from selaras.exposure.errors import ExposureError, NotNow
from selaras.exposure.models import Incident
from selaras.exposure.pages.forms import MOMENT
from selaras.exposure.queries import incidents_visible_to
from selaras.people.models import Account
from selaras.people.pages.doors import done, only, visitor

Deed = Callable[[Incident, QueryDict, Account], Any]


def _text(said: QueryDict) -> str:
    return said.get("isi", "")


def _sent(said: QueryDict) -> Sent:
    try:
        at = forms.DateTimeField(required=False, input_formats=[MOMENT]).clean(said.get("pada", ""))
    except ValidationError:
        raise NotNow(_("Pilih tanggal dan jam laporannya dikirim.")) from None
    return Sent(at, said.get("bukti", ""))


_DEEDS: dict[str, tuple[Deed, Any]] = {
    "lapor": (
        lambda one, said, who: note_report(one, _text(said), _sent(said), actor=who),
        gettext_lazy("Pengiriman laporan tercatat."),
    ),
    "belum": (
        lambda one, said, who: withdraw_report(one, _text(said), actor=who),
        gettext_lazy("Catatan pengiriman dibatalkan; batas laporannya berlaku lagi."),
    ),
    "ternyata": (
        lambda one, said, who: widen(one, _text(said), actor=who),
        gettext_lazy("Tercatat. Lihat batas laporannya."),
    ),
    "bukan": (
        lambda one, said, who: narrow(one, said.get("jam", ""), _text(said), actor=who),
        gettext_lazy("Laporan itu tidak lagi ditunggu; alasannya ada di urutan kejadian."),
    ),
    "catat": (lambda one, said, who: write_on(one, _text(said), actor=who), gettext_lazy("Catatan ditambahkan.")),
    "selesai": (
        lambda one, said, who: close_incident(one, _text(said), actor=who),
        gettext_lazy("Insiden ini selesai."),
    ),
    "buka": (
        lambda one, said, who: reopen_incident(one, _text(said), actor=who),
        gettext_lazy("Insiden ini ditangani lagi."),
    ),
}


@require_POST
@only(rules.keeps_inventory)
def incident_act(request: HttpRequest, key: str) -> HttpResponse:
    who = visitor(request)
    incident = get_object_or_404(incidents_visible_to(who), key=key)
    deed, told = _DEEDS.get(request.POST.get("langkah", ""), (_no_deed, ""))
    mendable = (ExposureError,)
    return done(
        request, lambda: deed(incident, request.POST, who), str(told), "exposure-incident", key, mendable=mendable
    )


def _no_deed(_incident: Incident, _said: QueryDict, _who: Account) -> None:
    raise NotNow(_("Pilih dahulu langkahnya."))
