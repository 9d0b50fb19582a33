"""Writing an item: new, brought up to date, or withdrawn; with the sentences that could be easier to read."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from selaras.disclosure import rules
from selaras.disclosure.actions.attaching import attach_file
from selaras.disclosure.actions.publishing import publish_item, update_item, withdraw_item
from selaras.disclosure.errors import DisclosureError
from selaras.disclosure.models import Exemption, Item, PublicBody
from selaras.disclosure.pages.doors import made_by, refusal_of
from selaras.disclosure.pages.publication.forms import ItemForm, told_of
from selaras.disclosure.pages.publication.month import desk_named, item_of_desk, month_address
from selaras.disclosure.pages.publication.remarks import remarks_on
from selaras.disclosure.publication import Required, duty_of
from selaras.engines.redaction import RedactionError
from selaras.people.errors import NotAllowed
from selaras.people.pages.doors import only, visitor

_READ_ONLY = "baca"  # the button that asks for remarks and saves nothing


@only(rules.keeps_lists)
@require_http_methods(["GET", "HEAD", "POST"])
def new_page(request: HttpRequest, code: str) -> HttpResponse:
    """A required item that is missing (`jenis` in the address), or one of the body's own."""
    body = desk_named(request, code)
    required = duty_of(body.kind, timezone.localdate()).required(request.GET.get("jenis", ""))
    form = _form(request, required, {"submission": uuid4(), **_first_words(request, body, required)})
    if request.method == "POST" and form.is_valid() and _READ_ONLY not in request.POST:
        key, template = form.cleaned_data.get("submission"), required.key if required else ""
        saved = made_by(form, lambda: publish_item(body, form.said(), template, key, actor=visitor(request)))
        if saved:
            return _after(request, saved, form.cleaned_data.get("file"))
    context = {"body": body, "required": required, "form": form, **_reading(request, form)}
    return render(request, "disclosure/publication/write.html", context)


def _first_words(request: HttpRequest, body: PublicBody, required: Required | None) -> dict[str, Any]:
    if required:
        return {"title": required.title}
    key = request.GET.get("pengecualian", "")
    opened = (
        Exemption.objects.filter(body=body, opened_on__isnull=False, pk=key).first()
        if key.isdecimal() and len(key) < 12
        else None
    )
    return {"title": opened.title, "summary": opened.withheld} if opened else {}


@only(rules.keeps_lists)
@require_http_methods(["GET", "HEAD", "POST"])
def change_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring an item up to date; one that was withdrawn stands again."""
    item = item_of_desk(request, pk)
    required = duty_of(item.body.kind, timezone.localdate()).required(item.template)
    form = _form(request, required, told_of(item))
    if request.method == "POST" and form.is_valid() and _READ_ONLY not in request.POST:
        saved = made_by(form, lambda: update_item(item, form.said(), actor=visitor(request)))
        if saved:
            return _after(request, saved, form.cleaned_data.get("file"))
    context = {"body": item.body, "required": required, "form": form, "item": item, **_reading(request, form)}
    return render(request, "disclosure/publication/write.html", context)


def _form(request: HttpRequest, required: Required | None, first: dict[str, Any]) -> ItemForm:
    category = required.category if required else ""
    if request.method == "POST":
        return ItemForm(request.POST, request.FILES, fixed_category=category)
    return ItemForm(initial=first, fixed_category=category)


def _after(request: HttpRequest, item: Item, file: UploadedFile[Any] | None) -> HttpResponse:
    """On to the file where a person must decide about it, else back to what the month still needs."""
    many = len(remarks_on(item.title, item.summary).rows)
    told = ngettext("%(n)s kalimat dapat dipermudah.", "%(n)s kalimat dapat dipermudah.", many) % {"n": many}
    messages.success(request, _("“%(title)s” tersimpan.") % {"title": item.title} + (f" {told}" if many else ""))
    if file is None:
        return redirect(month_address(item))
    try:
        kept = attach_file(item, file.name or "berkas", file.read(), actor=visitor(request))
    except NotAllowed:
        raise
    except (RedactionError, DisclosureError) as refused:
        messages.error(request, _("Tulisannya tersimpan, tetapi berkasnya belum.") + f" {refused}")
        return redirect("publication-change", item.pk)
    return redirect(month_address(item)) if kept.released_at else redirect("publication-file-check", kept.pk)


def _reading(request: HttpRequest, form: ItemForm) -> dict[str, Any]:
    """The remarks on what stands in the form, and whether they are to be shown at once."""
    said = {name: form[name].value() or "" for name in ("title", "summary")}
    asked = _READ_ONLY in request.POST or _READ_ONLY in request.GET
    return {
        "remarks": remarks_on(**said) if said["summary"] else None,
        "remarks_asked": asked,
        "file_lost": asked and bool(request.FILES),
    }


@only(rules.keeps_lists)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an item from the list; everybody reads why."""
    item = item_of_desk(request, pk)
    wrong = ""
    if request.method == "POST":
        why = request.POST.get("why", "")
        wrong = refusal_of(lambda: withdraw_item(item, why, actor=visitor(request)))
        if not wrong:
            messages.success(request, _("“%(title)s” ditarik.") % {"title": item.title})
            return redirect(month_address(item))
    return render(request, "disclosure/publication/withdraw.html", {"item": item, "wrong": wrong})
