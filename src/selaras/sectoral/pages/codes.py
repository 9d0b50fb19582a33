"""The code lists of the room: which there are, a new one imported, the rows of one that are no codes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.engines.tabular import TabularError
from selaras.people.pages.doors import only, visitor
from selaras.sectoral import rules
from selaras.sectoral.actions.guarding import require_code_keeper
from selaras.sectoral.actions.listing_codes import import_code_list
from selaras.sectoral.code_lists import region_list
from selaras.sectoral.errors import Incomplete
from selaras.sectoral.models import CodeList

_ON_A_PAGE = 50
_LARGEST = 50 * 1024 * 1024


class CodeListForm(forms.Form):
    about = forms.CharField(
        label=gettext_lazy("Sistem dan versinya"),
        help_text=gettext_lazy("Misalnya kemendagri@2025 atau bps@2020."),
        required=False,
    )
    file = forms.FileField(
        label=gettext_lazy("Berkas daftar kode"),
        help_text=gettext_lazy("Excel, ODS, atau CSV dengan kolom kode dan nama; paling besar 50 MB."),
        required=False,
    )
    valid_from = forms.DateField(
        label=gettext_lazy("Berlaku sejak"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    valid_to = forms.DateField(
        label=gettext_lazy("Berlaku sampai"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )


@require_http_methods(["GET", "HEAD", "POST"])
@only(rules.reads_desk)
def codes_page(request: HttpRequest) -> HttpResponse:
    """All lists; the steward adds one."""
    if request.method == "POST":
        require_code_keeper(visitor(request))
    form = CodeListForm(request.POST, request.FILES) if request.method == "POST" else CodeListForm()
    if request.method == "POST" and form.is_valid() and (made := _imported(request, form)):
        return redirect("data-code-list", made.pk)
    counted = CodeList.objects.annotate(
        known=Count("codes", filter=Q(codes__problem="")), bad=Count("codes", filter=~Q(codes__problem=""))
    )
    context = {
        "form": form,
        "lists": counted,
        "regions": region_list(timezone.localdate()),
        "may_import": rules.keeps_codes(visitor(request)),
    }
    return render(request, "sectoral/codes.html", context, status=422 if form.errors else 200)


def _imported(request: HttpRequest, form: CodeListForm) -> CodeList | None:
    said: dict[str, Any] = form.cleaned_data
    try:
        if not said["file"]:
            raise Incomplete({"file": _("Pilih dahulu berkasnya.")})
        if said["file"].size > _LARGEST:
            raise Incomplete({"file": _("Berkas ini lebih besar dari 50 MB. Pecah menjadi beberapa daftar.")})
        valid = (said["valid_from"], said["valid_to"])
        return import_code_list(said["about"], said["file"].read(), said["file"].name, valid, actor=visitor(request))
    except Incomplete as refused:
        for name, sentence in refused.fields.items():
            form.add_error(name, sentence)
    except TabularError as refused:
        form.add_error("file", str(refused))
    return None


@require_safe
@only(rules.reads_desk)
def code_list_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What was taken and what was not: rows with a problem first, for they are to be mended."""
    found = get_object_or_404(CodeList, pk=pk)
    bad = found.codes.exclude(problem="")
    context = {
        "one": found,
        "known": found.codes.filter(problem="").count(),
        "bad": bad.count(),
        "page": Paginator(found.codes.order_by("-problem", "line"), _ON_A_PAGE).get_page(request.GET.get("hal")),
    }
    return render(request, "sectoral/code_list.html", context)
