"""One system: what is known of it, how it hangs together with others, and its form."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.engines.routes import KINDS
from selaras.exposure import rules
from selaras.exposure.actions.looking import look_at
from selaras.exposure.actions.registering import change_system, register_system, reinstate_system, retire_system
from selaras.exposure.errors import ExposureError, Incomplete
from selaras.exposure.models import Finding, System
from selaras.exposure.pages.findings import gravest_first
from selaras.exposure.pages.forms import SystemForm
from selaras.exposure.queries import (
    connections_visible_to,
    findings_visible_to,
    named_to,
    systems_kept_by,
    systems_visible_to,
)
from selaras.exposure.terms import DETAILS, SEVERITIES
from selaras.people.pages.doors import done, only, visitor

_FINDINGS = 10


@only(rules.reads_desk)
@require_safe
def system_page(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    system = get_object_or_404(systems_visible_to(person), key=key)
    look_at("system", system.key, actor=person)
    mine = set(systems_visible_to(person).values_list("pk", flat=True))
    connections = connections_visible_to(person).filter(Q(source=system) | Q(target=system))
    rows = [(one, KINDS[one.kind], one.source_id in mine, one.target_id in mine) for one in connections]
    beside = named_to(person).filter(host=system.host).exclude(pk=system.pk) if system.host else []
    found = findings_visible_to(person).filter(system=system)
    context = {
        "system": system,
        "findings": gravest_first(found.filter(state__in=Finding.LIVE))[:_FINDINGS],
        "found": found.filter(state__in=Finding.LIVE).count(),
        "seen": system.seen.aggregate(last=Max("last_seen"))["last"],
        "severities": SEVERITIES,
        "rows": rows,
        "beside": [one for one in beside if not one.is_retired],
        "details": [(DETAILS[key], text) for key, text in system.details.items() if key in DETAILS],
        "may_keep": rules.keeps_for(person, system.agency),
    }
    return render(request, "exposure/system.html", context)


@only(rules.keeps_inventory)
@require_http_methods(["GET", "HEAD", "POST"])
def new_page(request: HttpRequest) -> HttpResponse:
    person = visitor(request)
    form = SystemForm(
        person, request.POST if request.method == "POST" else None, address=request.GET.get("alamat", "")[:255]
    )
    if request.method == "POST" and form.is_valid():
        try:
            agency = form.cleaned_data["agency"]
            if agency is None:
                raise Incomplete({"agency": _("Pilih perangkat daerah pemiliknya.")})
            made = register_system(agency, form.said(), actor=person)
        except Incomplete as refused:
            form.tell(refused.fields)
        else:
            messages.success(request, _("Sistem ini terdaftar. Catat sekarang dengan apa ia tersambung."))
            return redirect("exposure-system", made.key)
    return render(request, "exposure/form.html", {"form": form}, status=422 if form.errors else 200)


@only(rules.keeps_inventory)
@require_http_methods(["GET", "HEAD", "POST"])
def change_page(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    system = get_object_or_404(systems_kept_by(person), key=key)
    look_at("system", system.key, actor=person)
    form = SystemForm(person, request.POST if request.method == "POST" else None, system=system)
    if request.method == "POST" and form.is_valid():
        try:
            change_system(system, form.said(), actor=person)
        except Incomplete as refused:
            form.tell(refused.fields)
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return redirect("exposure-system", system.key)
    return render(request, "exposure/form.html", {"form": form, "system": system}, status=422 if form.errors else 200)


@require_POST
@only(rules.keeps_inventory)
def reinstate(request: HttpRequest, key: str) -> HttpResponse:
    system: System = get_object_or_404(systems_kept_by(visitor(request)), key=key)
    return done(
        request,
        lambda: reinstate_system(system, actor=visitor(request)),
        _("Sistem ini dipakai lagi. Rute kembali melewati koneksinya."),
        "exposure-system",
        system.key,
        mendable=(ExposureError,),
    )


@require_POST
@only(rules.keeps_inventory)
def retire(request: HttpRequest, key: str) -> HttpResponse:
    system: System = get_object_or_404(systems_kept_by(visitor(request)), key=key)
    told = _("Sistem ini dihentikan. Rute tidak lagi melewatinya.")
    return done(
        request,
        lambda: retire_system(system, actor=visitor(request)),
        told,
        "exposure-system",
        system.key,
        mendable=(ExposureError,),
    )
