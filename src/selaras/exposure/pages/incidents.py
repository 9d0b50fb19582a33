"""Incidents at the desk: what is open and until when to report, a new one, and its steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.exposure import rules
from selaras.exposure.actions.handling_incidents import (
    Happened,
    close_incident,
    note_report,
    open_incident,
    widen,
    write_on,
)
from selaras.exposure.actions.looking import look_at
from selaras.exposure.errors import ExposureError, Incomplete, NotNow
from selaras.exposure.models import Incident, System
from selaras.exposure.pages.forms import TellingForm, choice_of, text_of, worded
from selaras.exposure.queries import incidents_visible_to, systems_kept_by
from selaras.government.models import RegulationParameter
from selaras.people.models import Account
from selaras.people.pages.doors import done, only, visitor

_ON_A_PAGE = 25
_CONCERNS = {
    "critical": gettext_lazy("Mengenai infrastruktur informasi vital"),
    "personal_data": gettext_lazy("Data pribadi terbuka, hilang, atau berubah"),
}


@dataclass(frozen=True)
class Clock:
    """One report that the law asks for, as the page tells it."""

    key: str
    term: str
    to: str
    hours: int
    basis: str
    confidence: str
    due: datetime
    reported: datetime | None
    since_found: bool  # else since it became known that this report is asked for

    @property
    def overdue(self) -> bool:
        return self.reported is None and self.due < timezone.now()


def clocks_of(incident: Incident) -> list[Clock]:
    words = dict(RegulationParameter.Confidence.choices)
    return [
        Clock(
            one["key"],
            one["term"],
            one["to"],
            one["hours"],
            one["legal_basis"],
            _(words[one["confidence"]]),
            datetime.fromisoformat(one["due"]),
            datetime.fromisoformat(one["reported_at"]) if one["reported_at"] else None,
            datetime.fromisoformat(one["from"]) == incident.found_at,
        )
        for one in incident.clocks
    ]


@only(rules.reads_desk)
@require_safe
def incidents_page(request: HttpRequest) -> HttpResponse:
    person = visitor(request)
    look_at("incidents", actor=person)
    mine = incidents_visible_to(person)
    page = Paginator(mine, _ON_A_PAGE).get_page(request.GET.get("hal"))
    context = {
        "page": page,
        "rows": [(one, [clock for clock in clocks_of(one) if not clock.reported]) for one in page],
        "open": mine.filter(state=Incident.State.OPEN).count(),
        "may_keep": rules.keeps_inventory(person),
    }
    return render(request, "exposure/incidents.html", context)


class IncidentForm(TellingForm):
    system = choice_of(gettext_lazy("Sistem yang terkena"))
    kind = choice_of(gettext_lazy("Jenis insiden"))
    found_at = forms.DateTimeField(
        label=gettext_lazy("Ditemukan pada"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M"],
        error_messages={"invalid": gettext_lazy("Pilih tanggal dan jamnya.")},
    )
    description = text_of(gettext_lazy("Apa yang terjadi"), rows=3)
    chronology = text_of(gettext_lazy("Urutan kejadian"), rows=4)
    impact = text_of(gettext_lazy("Dampak"), rows=2)
    contact = text_of(gettext_lazy("Kontak pelapor"), gettext_lazy("Bagian dan nomornya, bukan nama orang."))
    critical = forms.BooleanField(label=_CONCERNS["critical"], required=False)
    personal_data = forms.BooleanField(label=_CONCERNS["personal_data"], required=False)

    def __init__(self, systems: list[System], given: Any = None) -> None:
        super().__init__(given)
        self._offer("system", [(one.key, f"{one.name} ({one.agency.label})") for one in systems])
        self._offer("kind", worded(Incident.Kind.choices))

    def happened(self) -> Happened:
        told = dict(self.cleaned_data)
        told.pop("system", None)
        return Happened(**told)


@only(rules.keeps_inventory)
@require_http_methods(["GET", "HEAD", "POST"])
def new_incident_page(request: HttpRequest) -> HttpResponse:
    person = visitor(request)
    look_at("incidents", actor=person)
    systems = list(systems_kept_by(person).order_by("name", "pk"))
    form = IncidentForm(systems, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            system = next((one for one in systems if one.key == form.cleaned_data["system"]), None)
            if system is None:
                raise Incomplete({"system": _("Pilih sistem yang terkena.")})
            made = open_incident(system.agency, system, form.happened(), actor=person)
        except Incomplete as refused:
            form.tell(refused.fields)
        else:
            return redirect("exposure-incident", made.key)
    context = {"form": form, "any": systems}
    return render(request, "exposure/incident_form.html", context, status=422 if form.errors else 200)


@only(rules.reads_desk)
@require_safe
def incident_page(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    incident = get_object_or_404(incidents_visible_to(person), key=key)
    look_at("incident", incident.key, actor=person)
    clocks = clocks_of(incident)
    context = {
        "incident": incident,
        "clocks": clocks,
        "next": min((clock for clock in clocks if not clock.reported), key=lambda one: one.due, default=None),
        "later": [(name, word) for name, word in _CONCERNS.items() if not getattr(incident, name)],
        "may_keep": rules.keeps_for(person, incident.agency) and incident.state == Incident.State.OPEN,
    }
    return render(request, "exposure/incident.html", context)


Deed = Callable[[Incident, str, Account], Any]
_DEEDS: dict[str, tuple[Deed, Any]] = {
    "lapor": (lambda one, said, who: note_report(one, said, actor=who), gettext_lazy("Pengiriman laporan tercatat.")),
    "ternyata": (lambda one, said, who: widen(one, said, actor=who), gettext_lazy("Tercatat. Lihat batas laporannya.")),
    "catat": (lambda one, said, who: write_on(one, said, actor=who), gettext_lazy("Catatan ditambahkan.")),
    "selesai": (lambda one, said, who: close_incident(one, said, actor=who), gettext_lazy("Insiden ini selesai.")),
}


@require_POST
@only(rules.keeps_inventory)
def incident_act(request: HttpRequest, key: str) -> HttpResponse:
    who = visitor(request)
    incident = get_object_or_404(incidents_visible_to(who), key=key)
    deed, told = _DEEDS.get(request.POST.get("langkah", ""), (_no_deed, ""))
    said = request.POST.get("isi", "")
    mendable = (ExposureError,)
    return done(request, lambda: deed(incident, said, who), str(told), "exposure-incident", key, mendable=mendable)


def _no_deed(_incident: Incident, _said: str, _who: Account) -> None:
    raise NotNow(_("Pilih dahulu langkahnya."))
