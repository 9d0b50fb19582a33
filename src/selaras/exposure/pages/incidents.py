"""Incidents at the desk: what is open and until when to report, a new one, corrected, and printed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.documents.types import TYPES
from selaras.exposure import rules
from selaras.exposure.actions.handling_incidents import CORRECTED, Happened, correct_incident, open_incident
from selaras.exposure.actions.looking import look_at
from selaras.exposure.clocks import not_yet, unruled
from selaras.exposure.errors import Incomplete, NotNow
from selaras.exposure.incident_report import incident_report
from selaras.exposure.models import Incident, System
from selaras.exposure.pages.clocks import CONCERNS, clocks_of, first_due
from selaras.exposure.pages.forms import MOMENT, OfferingForm, choice_of, text_of
from selaras.exposure.queries import agencies_of, incidents_visible_to, systems_kept_by
from selaras.government.models import Agency
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.fields import worded

_ON_A_PAGE = 25
_NOWHERE = "opd-"  # before the key of an agency: a system of it that is not registered


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


def _found_at() -> forms.DateTimeField:
    return forms.DateTimeField(
        label=gettext_lazy("Ditemukan pada"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        input_formats=[MOMENT],
        error_messages={"invalid": gettext_lazy("Pilih tanggal dan jamnya.")},
    )


class CorrectionForm(OfferingForm):
    """What may be told anew as more becomes known."""

    kind = choice_of(gettext_lazy("Jenis insiden"))
    found_at = _found_at()
    description = text_of(gettext_lazy("Apa yang terjadi"), rows=3)
    impact = text_of(gettext_lazy("Dampak"), rows=2)
    contact = text_of(gettext_lazy("Kontak pelapor"), gettext_lazy("Bagian dan nomornya, bukan nama orang."))

    def __init__(self, incident: Incident, given: Any = None) -> None:
        super().__init__(given, initial={name: getattr(incident, name) for name in CORRECTED})
        self._offer("kind", worded(Incident.Kind.choices))


class IncidentForm(OfferingForm):
    system = choice_of(gettext_lazy("Sistem yang terkena"))
    kind = choice_of(gettext_lazy("Jenis insiden"))
    found_at = _found_at()
    description = text_of(gettext_lazy("Apa yang terjadi"), rows=3)
    chronology = text_of(gettext_lazy("Urutan kejadian"), rows=4)
    impact = text_of(gettext_lazy("Dampak"), rows=2)
    contact = text_of(gettext_lazy("Kontak pelapor"), gettext_lazy("Bagian dan nomornya, bukan nama orang."))
    critical = forms.BooleanField(label=CONCERNS["critical"], required=False)
    high_risk = forms.BooleanField(label=CONCERNS["high_risk"], required=False)
    personal_data = forms.BooleanField(label=CONCERNS["personal_data"], required=False)

    def __init__(self, systems: list[System], agencies: list[Agency], given: Any = None) -> None:
        super().__init__(given)
        offered = [(one.key, f"{one.name} ({one.agency.label})") for one in systems]
        offered += [(f"{_NOWHERE}{one.pk}", _("Belum terdaftar (%(name)s)") % {"name": one.label}) for one in agencies]
        self._offer("system", offered)
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
    systems, agencies = list(systems_kept_by(person).order_by("name", "pk")), list(agencies_of(person))
    form = IncidentForm(systems, agencies, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            agency, system = _struck(form.cleaned_data["system"], systems, agencies)
            made = open_incident(agency, system, form.happened(), actor=person)
        except Incomplete as refused:
            form.tell(refused.fields)
        else:
            return redirect("exposure-incident", made.key)
    return render(request, "exposure/incident_form.html", {"form": form}, status=422 if form.errors else 200)


def _struck(chosen: str, systems: list[System], agencies: list[Agency]) -> tuple[Agency, System | None]:
    """Whose it is, and the system where it is registered: a report does not wait for the register."""
    for one in systems:
        if one.key == chosen:
            return one.agency, one
    for agency in agencies:
        if f"{_NOWHERE}{agency.pk}" == chosen:
            return agency, None
    raise Incomplete({"system": _("Pilih sistem yang terkena.")})


@only(rules.reads_desk)
@require_safe
def incident_page(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    incident = get_object_or_404(incidents_visible_to(person), key=key)
    look_at("incident", incident.key, actor=person)
    clocks = clocks_of(incident)
    keeps, is_open = rules.keeps_for(person, incident.agency), incident.state == Incident.State.OPEN
    context = {
        "incident": incident,
        "clocks": clocks,
        "next": first_due(clocks),
        "unruled": [CONCERNS[name] for name in unruled(incident)],
        "later": [(name, CONCERNS[name]) for name in not_yet(incident)],
        "now": f"{timezone.localtime():{MOMENT}}",
        "may_keep": keeps and is_open,
        "may_reopen": keeps and not is_open,
    }
    return render(request, "exposure/incident.html", context)


@only(rules.keeps_inventory)
@require_http_methods(["GET", "HEAD", "POST"])
def correct_page(request: HttpRequest, key: str) -> HttpResponse:
    """What the report tells, told anew as more becomes known."""
    person = visitor(request)
    incident = get_object_or_404(incidents_visible_to(person), key=key)
    look_at("incident", incident.key, actor=person)
    form = CorrectionForm(incident, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            correct_incident(incident, form.cleaned_data, actor=person)
        except Incomplete as refused:
            form.tell(refused.fields)
        except NotNow as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Perubahan tersimpan. Isi semula ada di urutan kejadian."))
            return redirect("exposure-incident", incident.key)
    context = {"form": form, "incident": incident}
    return render(request, "exposure/incident_change.html", context, status=422 if form.errors else 200)


@only(rules.reads_desk)
@require_safe
def incident_file(request: HttpRequest, key: str) -> HttpResponse:
    """To send to whom the law names: contact, description, chronology and impact on one sheet."""
    person = visitor(request)
    incident = get_object_or_404(incidents_visible_to(person), key=key)
    look_at("incident", incident.key, actor=person)
    answer = HttpResponse(incident_report(incident, person), content_type=TYPES[".pdf"])
    answer["Content-Disposition"] = content_disposition_header(True, "laporan-insiden.pdf")
    return answer
