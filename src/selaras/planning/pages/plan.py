"""The plan of a cycle: Renstra targets, priorities, ceilings and the draft Renja, read by all, edited by who may."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from selaras.audit.queries import of_subject
from selaras.people.pages.doors import only, visitor
from selaras.people.queries import has_role
from selaras.planning import queries, rules
from selaras.planning.actions import changing
from selaras.planning.errors import PlanningError
from selaras.planning.pages.forms import LABELS, RecordForm
from selaras.planning.records import KINDS, Kind, subject_of

PAGE = 50


@require_safe
def plan_list(request: HttpRequest, kind: str) -> HttpResponse:
    """All records of one kind, of one agency where that was asked for."""
    chosen, cycle = _kind(kind), queries.current_cycle()
    agencies = list(queries.agencies_in(chosen.model, cycle))
    agency = next((one for one in agencies if str(one.pk) == request.GET.get("opd")), None)
    found = queries.records_of(chosen.model, cycle, agency, request.GET.get("q", ""))
    page = Paginator(found, PAGE).get_page(request.GET.get("hal"))
    context = {
        "kind": chosen,
        "kinds": KINDS.values(),
        "cycle": cycle,
        "page": page,
        "agencies": agencies,
        "agency": agency,
        "q": request.GET.get("q", ""),
        "total": queries.money_of(found),
        "editable": {row.pk for row in page if chosen.open_to(request.user, row)},
        "may_add": _may_add(request, chosen),
    }
    return render(request, "planning/plan.html", context)


def _kind(key: str) -> Kind:
    if key not in KINDS:
        raise Http404(_("Bagian rencana ini tidak ada."))
    return KINDS[key]


def _may_add(request: HttpRequest, kind: Kind) -> bool:
    """An agency's planner picks their own agency in the form; the action checks it."""
    return kind.open_to(request.user, kind.model()) or (
        "agency" in kind.fields and kind.key != "pagu" and rules.plans_somewhere(request.user)
    )


@only(has_role)
@require_http_methods(["GET", "POST"])
def record_page(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """One record: its fields to change or to remove, and everything that ever changed in it."""
    chosen = _kind(kind)
    record = get_object_or_404(chosen.model._default_manager.select_related("cycle__region"), pk=pk)
    if not chosen.open_to(request.user, record):
        raise PermissionDenied(_("Akun Anda tidak berhak mengubah baris ini."))
    start = {name: getattr(record, name) for name in chosen.fields}
    form = RecordForm(chosen, record.cycle, request.POST or None, initial=start)  # type: ignore[attr-defined]
    if request.method == "POST" and _valid(form, removing="remove" in request.POST):
        try:
            told = _apply(request, record, form)
        except PlanningError as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, told)
            return redirect("plan", chosen.key)
    context = {"kind": chosen, "record": record, "form": form, "history": _history(record)}
    return render(request, "planning/record.html", context)


def _valid(form: RecordForm, *, removing: bool) -> bool:
    """To take a record out only its reason must be given."""
    if removing:
        for name in set(form.fields) - {"reason"}:
            del form.fields[name]
    return form.is_valid()


def _apply(request: HttpRequest, record: Model, form: RecordForm) -> str:
    reason = form.cleaned_data["reason"]
    if "remove" in request.POST:
        changing.remove(record, reason=reason, actor=visitor(request))
        return _("Barisnya sudah dihapus. Isinya tetap ada di catatan tindakan.")
    changing.change(record, form.values, reason=reason, actor=visitor(request))
    return _("Perubahan sudah disimpan.")


@only(has_role)
@require_http_methods(["GET", "POST"])
def record_new(request: HttpRequest, kind: str) -> HttpResponse:
    """A new record of the current cycle."""
    chosen, cycle = _kind(kind), queries.current_cycle()
    if not _may_add(request, chosen):
        raise PermissionDenied(_("Akun Anda tidak berhak menambah baris ini."))
    if cycle is None:
        raise Http404(_("Belum ada siklus perencanaan."))
    form = RecordForm(chosen, cycle, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            changing.add(chosen, cycle, form.values, reason=form.cleaned_data["reason"], actor=visitor(request))
        except PlanningError as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("Baris baru sudah disimpan."))
            return redirect("plan", chosen.key)
    return render(request, "planning/record.html", {"kind": chosen, "form": form, "history": []})


def _history(record: Model) -> list[dict[str, Any]]:
    """Every change of a record, newest first: who, when, why, and each field before and after."""
    return [
        {
            "at": entry.at,
            "actor": entry.actor,
            "reason": entry.detail.get("reason", ""),
            "fields": [
                (LABELS[name], entry.detail.get("before", {}).get(name), value)
                for name, value in entry.detail.get("after", {}).items()
                if name in LABELS
            ],
        }
        for entry in of_subject(subject_of(record))
    ]
