"""Proposals by file: uploaded, its columns looked at, taken in; and the sheet to fill in without a connection."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.documents.types import TYPES
from selaras.engines.tabular import CheckResult, TabularError
from selaras.forum import queries, rules
from selaras.forum.actions.receiving import checked
from selaras.forum.actions.uploading import drop_upload, keep_upload, take_upload
from selaras.forum.errors import ForumError, NotAllowed
from selaras.forum.exports.offline_sheet import offline_sheet
from selaras.forum.models import Forum
from selaras.forum.pages.doors import for_those
from selaras.forum.pages.proposing.fields import PlaceField
from selaras.forum.pages.proposing.mapping import MappingForm, read_rows, samples_of
from selaras.forum.places import places_for
from selaras.forum.uploads import MOST_BYTES
from selaras.government.models import Agency, Region
from selaras.intake.actions import Letter
from selaras.intake.models import Upload
from selaras.people.pages.doors import visitor


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Berkas"),
        help_text=gettext_lazy("Excel (.xlsx, .xls), ODS, atau CSV. Paling besar 10 MB, tanpa makro."),
        error_messages={
            "required": gettext_lazy("Pilih dahulu berkasnya."),
            "empty": gettext_lazy("Berkas ini kosong. Pilih berkas yang berisi usulan."),
        },
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx,.xls,.ods"}),
    )


@for_those(rules.may_propose)
@require_http_methods(["GET", "POST"])
def upload_page(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Choose a file, or take a sheet to fill in."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given: UploadedFile[Any] = form.cleaned_data["file"]
        try:
            kept = keep_upload(forum, given.name or "", given.read(MOST_BYTES + 1), actor=visitor(request))
        except ForumError as wrong:
            form.add_error("file", str(wrong))
        else:
            return redirect("upload-check", kept.pk)
    places = places_for(request.user, forum)
    waiting = Upload.objects.filter(account=visitor(request), scope=forum.slug).defer("content")
    context = {"form": form, "forum": forum, "sheet": SheetForm(places), "places": places, "waiting": waiting}
    return render(request, "forum/proposing/upload.html", context)


class SheetForm(forms.Form):
    """For which place the sheet is."""

    def __init__(self, places: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tempat"] = PlaceField(places, label=_("Lembar untuk"))


@for_those(rules.may_propose)
@require_http_methods(["GET", "POST"])
def check_page(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    """Each column with its field, the first rows as they were read; then taken in, or read again."""
    upload = _own(request, pk)
    try:
        form, result = _read(request, upload)
        if request.method == "POST" and form.is_valid() and "take" in request.POST:
            batch = take_upload(forum, upload, form.mapping, actor=visitor(request))
            messages.success(request, _("Berkas sudah diterima: %(taken)s baris diambil.") % {"taken": batch.taken})
            return redirect("batch", batch.pk)
    except NotAllowed:
        raise
    except (ForumError, TabularError) as wrong:
        messages.error(request, str(wrong))
        return redirect("upload")
    headings, rows = read_rows(result)
    known = queries.numbers_sent(forum, upload.sender, [row.values.get("number") for row in result.rows])
    context = {"upload": upload, "form": form, "result": result, "headings": headings, "rows": rows, "known": known}
    return render(request, "forum/proposing/upload_check.html", context)


def _read(request: HttpRequest, upload: Upload) -> tuple[MappingForm, CheckResult]:
    """The form of the columns, and the file read with what the person chose in it."""
    letter = Letter(upload.kind, upload.scope, upload.sender, upload.name, bytes(upload.content))
    result = checked(letter, None)
    form = MappingForm(result.columns, samples_of(result), request.POST or None)
    if request.method == "POST" and form.is_valid():
        result = checked(letter, form.mapping)
    return form, result


def _own(request: HttpRequest, pk: int) -> Upload:
    return get_object_or_404(Upload, pk=pk, account=visitor(request))


@require_POST
@for_those(rules.may_propose)
def drop(request: HttpRequest, _forum: Forum, pk: int) -> HttpResponse:
    """Forget a file that waits."""
    upload = _own(request, pk)
    drop_upload(upload, actor=visitor(request))
    messages.success(request, _("Berkas %(name)s tidak jadi dikirim.") % {"name": upload.name})
    return redirect("upload")


@for_those(rules.may_propose)
@require_safe
def sheet_file(request: HttpRequest, forum: Forum) -> HttpResponse:
    """The sheet of one village or district, to fill in without a connection."""
    places = places_for(request.user, forum)
    form = SheetForm(places, request.GET)
    if not form.is_valid():
        raise PermissionDenied(_("Pilih desa atau kecamatan akun Anda."))
    place: Region = form.cleaned_data["tempat"]
    villages = [village for one in places for village in one.villages if place.pk in (village.pk, village.parent_id)]
    agencies = list(Agency.objects.filter(region=forum.cycle.region_id))
    response = HttpResponse(offline_sheet(forum, place, villages, agencies), content_type=TYPES[".xlsx"])
    name = f"usulan-{place.pk}.xlsx"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response
