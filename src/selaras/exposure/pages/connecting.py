"""A connection is registered from the page of one of its systems, and removed from there."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from selaras.exposure import rules
from selaras.exposure.actions.connecting import connect, remove_connection
from selaras.exposure.actions.looking import look_at
from selaras.exposure.errors import ExposureError, Incomplete
from selaras.exposure.models import Connection, System
from selaras.exposure.pages.forms import AS_SOURCE, AS_TARGET, ConnectionForm
from selaras.exposure.queries import connections_visible_to, named_to, systems_kept_by
from selaras.people.pages.doors import done, only, visitor


@only(rules.keeps_inventory)
@require_http_methods(["GET", "HEAD", "POST"])
def connect_page(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    system = get_object_or_404(systems_kept_by(person), key=key)
    look_at("system", system.key, actor=person)
    others = named_to(person).exclude(pk=system.pk).exclude(life_cycle=System.LifeCycle.RETIRED).order_by("name", "pk")
    known = _known(request, system)
    drawn = _as_it_stands(known, system) if known else _drawn(request)
    form = ConnectionForm(system, others, request.POST if request.method == "POST" else None, **drawn)
    if request.method == "POST" and form.is_valid():
        try:
            _connected(form, system, {one.key: one for one in others}, request)
        except Incomplete as refused:
            form.tell(refused.fields)
        else:
            messages.success(request, _("Koneksi tersimpan."))
            return redirect("exposure-system", system.key)
    context = {
        "form": form,
        "system": system,
        "partly": not rules.oversees(person),
        "any": bool(others),
        "known": known,
    }
    return render(request, "exposure/connect.html", context, status=422 if form.errors else 200)


def _drawn(request: HttpRequest) -> dict[str, Any]:
    return {"other": request.GET.get("lain", ""), "direction": request.GET.get("arah", "")}


def _known(request: HttpRequest, system: System) -> Connection | None:
    """The one of this system that is to be changed."""
    found = connections_visible_to(visitor(request)).filter(Q(source=system) | Q(target=system))
    return found.filter(key=request.GET.get("ubah", "")).first()


def _as_it_stands(known: Connection, system: System) -> dict[str, Any]:
    goes_out = known.source == system
    return {
        "kind": known.kind,
        "direction": AS_SOURCE if goes_out else AS_TARGET,
        "other": (known.target if goes_out else known.source).key,
        "protected": known.protected,
        "note": known.note,
    }


def _connected(form: ConnectionForm, system: System, others: dict[str, System], request: HttpRequest) -> None:
    other = others.get(form.cleaned_data["other"])
    if other is None:
        raise Incomplete({"other": _("Pilih sistem yang lain.")})
    ends = (other, system) if form.cleaned_data["direction"] == AS_TARGET else (system, other)
    connect(*ends, form.joined(), actor=visitor(request))


@require_POST
@only(rules.keeps_inventory)
def disconnect(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    connection = get_object_or_404(connections_visible_to(person), key=key)
    mine = rules.keeps_for(person, connection.source.agency)
    back = connection.source if mine else connection.target
    return done(
        request,
        lambda: remove_connection(connection, actor=person),
        _("Koneksi dihapus."),
        "exposure-system",
        back.key,
        mendable=(ExposureError,),
    )
