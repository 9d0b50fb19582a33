"""The tables by which codes, units and names of indicators are brought together: imported, and each row to be seen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.engines.tabular import TabularError
from selaras.people.pages.doors import only, visitor
from selaras.sectoral import rules
from selaras.sectoral.actions.importing_crosswalks import MOST_BYTES, Published, import_crosswalk
from selaras.sectoral.conflicts.queries import crosswalks_visible_to
from selaras.sectoral.errors import Incomplete, NotNow
from selaras.sectoral.models import Crosswalk

_ON_A_PAGE = 100


class CrosswalkForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Yang dipadankan"), required=False)
    source = forms.CharField(
        label=gettext_lazy("Diterbitkan oleh"), help_text=gettext_lazy("Misalnya BPS."), required=False
    )
    version = forms.CharField(label=gettext_lazy("Versi atau tahun"), required=False)
    from_system = forms.CharField(
        label=gettext_lazy("Sistem kode asal"),
        help_text=gettext_lazy("Hanya untuk kode wilayah: bps 2023."),
        required=False,
    )
    to_system = forms.CharField(
        label=gettext_lazy("Sistem kode tujuan"),
        help_text=gettext_lazy("Hanya untuk kode wilayah: kemendagri 2025."),
        required=False,
    )
    file = forms.FileField(
        label=gettext_lazy("Berkas"),
        help_text=gettext_lazy("CSV, Excel, atau ODS dengan kolom “dari” dan “ke”."),
        required=False,
        allow_empty_file=True,
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)  # noqa: S101 - declared above
        kind.choices = [(key, _(word)) for key, word in Crosswalk.Kind.choices]

    def imported(self, who: Any) -> Crosswalk:
        """Raises as `import_crosswalk` does."""
        told = dict(self.cleaned_data)
        given: UploadedFile[Any] | None = told.pop("file")
        if given is None:
            raise Incomplete({"file": _("Pilih dahulu berkasnya.")})
        if (given.size or 0) > MOST_BYTES:
            raise NotNow(_("Berkas ini lebih besar dari 20 MB. Periksa apakah berkasnya benar."))
        return import_crosswalk(given.name or "", given.read(), Published(**told), actor=who)


@require_safe
@only(rules.reads_desk)
def crosswalks_page(request: HttpRequest) -> HttpResponse:
    person = visitor(request)
    context = {
        "page": Paginator(crosswalks_visible_to(person), _ON_A_PAGE).get_page(request.GET.get("hal")),
        "may_import": rules.releases(person),
    }
    return render(request, "sectoral/conflicts/crosswalks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@only(rules.releases)
def new_page(request: HttpRequest) -> HttpResponse:
    form = CrosswalkForm(request.POST, request.FILES) if request.method == "POST" else CrosswalkForm()
    if request.method == "POST" and form.is_valid():
        try:
            made = form.imported(visitor(request))
        except Incomplete as refused:
            for name, sentence in refused.fields.items():
                form.add_error(name, sentence)
        except (NotNow, TabularError) as unread:
            form.add_error("file", str(unread))
        else:
            messages.success(request, _("Padanan ini tersimpan dan dipakai mulai sekarang."))
            return redirect("data-crosswalk", made.pk)
    status = 422 if form.errors else 200
    return render(request, "sectoral/conflicts/crosswalk_new.html", {"form": form}, status=status)


@require_safe
@only(rules.reads_desk)
def crosswalk_page(request: HttpRequest, pk: int) -> HttpResponse:
    crosswalk = get_object_or_404(crosswalks_visible_to(visitor(request)), pk=pk)
    context = {
        "crosswalk": crosswalk,
        "kept": list(crosswalk.batch.rows.filter(outcome="kept")[:_ON_A_PAGE]),
        "page": Paginator(crosswalk.rows.all(), _ON_A_PAGE).get_page(request.GET.get("hal")),
    }
    return render(request, "sectoral/conflicts/crosswalk.html", context)
