"""The log of actions, for who watches over the others."""

from __future__ import annotations

import json

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from selaras.audit import queries as audit
from selaras.people import rules
from selaras.people.pages.doors import only

PAGE = 50
_INVALID = {"invalid": _("Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-12-31.")}


def _day(label: object) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget, error_messages=_INVALID)  # type: ignore[arg-type]


class SearchForm(forms.Form):
    pelaku = forms.CharField(label=_("Pelaku"), required=False, max_length=150)
    tindakan = forms.CharField(label=_("Tindakan"), required=False, max_length=80)
    perihal = forms.CharField(label=_("Perihal"), required=False, max_length=120)
    sejak = _day(_("Sejak"))
    sampai = _day(_("Sampai dengan"))


@only(rules.reads_log)
@require_safe
def log_page(request: HttpRequest) -> HttpResponse:
    """Entries, newest first, searched by who, what, about what and when.

    Who is not shown `whole` of it sees no number of an entry either: the gaps would count what is kept from them.
    """
    form, whole = SearchForm(request.GET), rules.reads_secrets_in_log(request.user)
    asked = form.cleaned_data if form.is_valid() else {}
    entries = audit.search(
        actor=asked.get("pelaku", ""),
        action=asked.get("tindakan", ""),
        subject=asked.get("perihal", ""),
        since=asked.get("sejak"),
        until=asked.get("sampai"),
        secrets=whole,
    )
    page = Paginator(entries, PAGE).get_page(request.GET.get("hal"))
    rows = [(entry, json.dumps(entry.detail, ensure_ascii=False, indent=1) if entry.detail else "") for entry in page]
    return render(request, "people/log.html", {"form": form, "page": page, "rows": rows, "whole": whole})


@require_POST
@only(rules.reads_log)
def log_verify(request: HttpRequest) -> HttpResponse:
    """Walk the whole chain; asked for by a button, for it takes longer with every year."""
    context = {"log": audit.verify(), "whole": rules.reads_secrets_in_log(request.user)}
    return render(request, "people/log_verified.html", context)
