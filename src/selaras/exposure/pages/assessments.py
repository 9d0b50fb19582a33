"""Assessments by outsiders, recorded from the page of the criteria."""

from __future__ import annotations

import io
from typing import Any, BinaryIO, cast

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.exposure import rules
from selaras.exposure.actions.assessing import Assessed, record_assessment
from selaras.exposure.actions.looking import look_at
from selaras.exposure.errors import Incomplete
from selaras.exposure.pages.forms import text_of
from selaras.exposure.queries import assessments_visible_to, systems_kept_by
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.fields import Day, TellingForm


class AssessmentForm(TellingForm):
    assessor = text_of(gettext_lazy("Lembaga penilai"))
    day = Day(gettext_lazy("Tanggal laporan"), required=False)
    score = forms.DecimalField(
        label=gettext_lazy("Nilai, 0 sampai 100"),
        required=False,
        localize=True,
        error_messages={"invalid": gettext_lazy("Tulis dengan angka, misalnya 82,5.")},
    )
    note = text_of(gettext_lazy("Catatan"), rows=2)
    file = forms.FileField(label=gettext_lazy("Laporan penilaian"), required=False, allow_empty_file=True)


@only(rules.keeps_inventory)
@require_http_methods(["GET", "HEAD", "POST"])
def assessment_page(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    system = get_object_or_404(systems_kept_by(person), key=key)
    look_at("system", system.key, actor=person)
    form = AssessmentForm(request.POST, request.FILES) if request.method == "POST" else AssessmentForm()
    if request.method == "POST" and form.is_valid():
        told: dict[str, Any] = dict(form.cleaned_data)
        given = told.pop("file")
        content = cast("BinaryIO", given.file) if given else io.BytesIO()
        try:
            record_assessment(system, Assessed(**told), given.name if given else "", content, actor=person)
        except Incomplete as refused:
            form.tell(refused.fields)
        else:
            messages.success(request, _("Penilaian pihak luar tercatat."))
            return redirect("exposure-criteria", system.key)
    context = {"form": form, "system": system}
    return render(request, "exposure/assessment_form.html", context, status=422 if form.errors else 200)


@only(rules.reads_desk)
@require_safe
def assessment_file(request: HttpRequest, key: str) -> HttpResponse:
    """The report as it came."""
    person = visitor(request)
    found = get_object_or_404(assessments_visible_to(person), key=key)
    look_at("assessment", found.system.key, actor=person)
    answer: Any = FileResponse(
        found.file.open("rb"), as_attachment=True, filename=found.name, content_type="application/octet-stream"
    )
    return cast("HttpResponse", answer)
