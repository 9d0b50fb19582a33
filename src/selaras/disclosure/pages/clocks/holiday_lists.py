"""Holidays by file: sent, looked at as it was read with what it would move, and taken in with a reason."""

from __future__ import annotations

from functools import partial

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from selaras.disclosure import rules
from selaras.disclosure.actions.importing_holidays import (
    keep_list_of_holidays,
    preview_holidays,
    take_holidays,
)
from selaras.disclosure.actions.keeping_uploads import drop_upload
from selaras.disclosure.holiday_lists import KIND
from selaras.disclosure.pages.clocks.holidays import ONLY_KEEPERS, newest_calendar, told_of
from selaras.disclosure.pages.doors import made_by
from selaras.disclosure.pages.uploading import kept_file
from selaras.engines.tabular import KINDS
from selaras.government.models import Holiday
from selaras.intake.models import Upload
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.fields import TellingForm, Told

_LABELS = {one.name: one.label for one in KINDS[KIND].fields}


class TakingForm(TellingForm):
    replace_years = forms.BooleanField(
        label=gettext_lazy("Ganti seluruh hari libur tahun itu dengan isi berkas"),
        help_text=gettext_lazy(
            "Centang bila berkas ini memuat semuanya, misalnya untuk menghapus perkiraan yang lama."
        ),
        required=False,
    )
    reason = Told(
        gettext_lazy("Alasan"), gettext_lazy("Misalnya nomor surat keputusan. Dibaca di catatan tindakan."), longest=255
    )


@only(rules.keeps_holidays, ONLY_KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def upload_page(request: HttpRequest) -> HttpResponse:
    calendar, wrong = newest_calendar(), ""
    if request.method == "POST":
        kept, wrong = kept_file(request, partial(keep_list_of_holidays, calendar, actor=visitor(request)))
        if kept:
            return redirect("holiday-list-check", kept.pk)
    context = {"calendar": calendar, "wrong": wrong, "columns": _LABELS.values()}
    return render(request, "disclosure/clocks/holiday_list.html", context, status=422 if wrong else 200)


@only(rules.keeps_holidays, ONLY_KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Every row as it was read, and which open deadlines would move; saved only by the last button."""
    upload, calendar = get_object_or_404(Upload, pk=pk, account=visitor(request), kind=KIND), newest_calendar()
    if "drop" in request.POST:
        drop_upload(upload, actor=visitor(request))
        messages.success(request, _("Berkas itu tidak jadi dikirim."))
        return redirect("holidays")
    form = TakingForm(request.POST or None)
    replaces = form.is_valid() and form.cleaned_data["replace_years"]
    if "take" in request.POST and form.is_valid():
        reason = form.cleaned_data["reason"]
        taken = made_by(
            form,
            lambda: take_holidays(calendar, upload, reason, replace_years=replaces, actor=visitor(request)),
            beside="reason",
        )
        if taken:
            batch, moved = taken
            rows = _("%(taken)s hari libur dibaca dari berkas; %(kept)s baris ditahan.")
            messages.success(request, f"{rows % {'taken': batch.taken, 'kept': batch.kept}} {told_of(moved)}")
            return redirect("holidays")
    seen = preview_holidays(calendar, upload, replace_years=replaces)
    said = {(one.row.sheet, one.row.number): (one.day, _(Holiday.Kind(one.day.kind).label)) for one in seen.taken}
    context = {
        "upload": upload,
        "form": form,
        "seen": seen,
        "columns": [(one.column, _LABELS.get(one.field or "", "")) for one in seen.result.columns],
        "rows": [(row, said.get((row.sheet, row.number))) for row in seen.rows],
    }
    return render(request, "disclosure/clocks/holiday_list_check.html", context, status=422 if form.errors else 200)
