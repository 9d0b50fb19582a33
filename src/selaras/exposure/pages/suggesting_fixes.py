"""A candidate fix is written down, and corrected while it is planned with."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from selaras.exposure import rules
from selaras.exposure.actions.fixing import Target, correct_fix, suggest_fix
from selaras.exposure.actions.looking import look_at
from selaras.exposure.errors import Incomplete, NotNow
from selaras.exposure.pages.fix_forms import CorrectionForm, FixForm
from selaras.exposure.queries import (
    candidates_visible_to,
    connections_visible_to,
    findings_visible_to,
    hosts_kept_by,
    systems_kept_by,
)
from selaras.people.pages.doors import only, visitor
from selaras.people.queries import Person


@only(rules.keeps_inventory)
@require_http_methods(["GET", "HEAD", "POST"])
def new_fix_page(request: HttpRequest) -> HttpResponse:
    person = visitor(request)
    look_at("fixes", actor=person)
    targets = _targets(person)
    finding = findings_visible_to(person).filter(key=request.GET.get("temuan", "")).first()
    form = FixForm(
        targets, request.POST if request.method == "POST" else None, finding, at=request.GET.get("sasaran", "")
    )
    if request.method == "POST" and form.is_valid():
        try:
            target = targets.get(form.cleaned_data["target"])
            if target is None:
                raise Incomplete({"target": _("Pilih apa yang diperbaiki.")})
            suggest_fix(target, form.measured(form.cleaned_data["kind"]), finding, actor=person)
        except Incomplete as refused:
            form.tell(refused.fields)
        else:
            messages.success(request, _("Calon perbaikan tersimpan."))
            return redirect("exposure-fixes")
    context = {"form": form, "any": targets, "finding": finding}
    return render(request, "exposure/fix_form.html", context, status=422 if form.errors else 200)


@only(rules.keeps_inventory)
@require_http_methods(["GET", "HEAD", "POST"])
def correct_fix_page(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    fix = get_object_or_404(candidates_visible_to(person), key=key)
    look_at("fixes", actor=person)
    form = CorrectionForm(fix, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            correct_fix(fix, form.measured(fix.kind), actor=person)
        except Incomplete as refused:
            form.tell(refused.fields)
        except NotNow as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Perubahan tersimpan. Susun lagi rencananya."))
            return redirect("exposure-fixes")
    context = {"form": form, "fix": fix}
    return render(request, "exposure/fix_change.html", context, status=422 if form.errors else 200)


def _targets(person: Person) -> dict[str, Target]:
    """What a fix may be about, by a key of its own."""
    found: dict[str, Target] = {f"s-{one.key}": one for one in systems_kept_by(person).exclude(life_cycle="retired")}
    found |= {f"k-{one.key}": one for one in connections_visible_to(person)}
    return found | {f"p-{one.key}": one for one in hosts_kept_by(person)}
