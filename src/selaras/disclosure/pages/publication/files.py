"""A file of an item before it goes out: what was found in it, and a person's decision about each finding."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.attaching import drop_item_file, release_item_file
from selaras.disclosure.models import ItemFile
from selaras.disclosure.pages.doors import attempt, done
from selaras.disclosure.pages.publication.month import month_address
from selaras.people.pages.doors import only, visitor


def _file(request: HttpRequest, pk: int) -> ItemFile:
    return get_object_or_404(queries.item_files_visible_to(visitor(request)), pk=pk)


@only(rules.keeps_lists)
@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest, pk: int) -> HttpResponse:
    file = _file(request, pk)
    keep, reason = request.POST.getlist("keep"), request.POST.get("reason", "")
    if request.method == "POST":
        told = _("Salinan yang bersih sudah terbit.")
        if attempt(request, lambda: release_item_file(file, keep, reason, actor=visitor(request)), told):
            return redirect(month_address(file.item))
    context = {"file": file, "item": file.item, "keep": keep, "reason": reason}
    return render(request, "disclosure/publication/file.html", context)


@require_POST
@only(rules.keeps_lists)
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    file = _file(request, pk)
    told = _("Berkas itu tidak diterbitkan.")
    return done(request, lambda: drop_item_file(file, actor=visitor(request)), told, month_address(file.item))
