"""Reports of scanners: sent here, and what each of them changed."""

from __future__ import annotations

from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.engines.indonesian.wording import number
from selaras.exposure import rules
from selaras.exposure.actions.confirming_drafts import Confirmed, confirm_draft
from selaras.exposure.actions.looking import look_at
from selaras.exposure.actions.taking_reports import take_report
from selaras.exposure.errors import Incomplete, NotNow
from selaras.exposure.known_uses import current_lists
from selaras.exposure.models import KnownList, Report
from selaras.exposure.pages.foreign_models import foreign_model
from selaras.exposure.queries import agencies_of, reports_visible_to
from selaras.people.pages.doors import only, visitor

_ON_A_PAGE = 25


@only(rules.reads_desk)
@require_http_methods(["GET", "HEAD", "POST"])
def scans_page(request: HttpRequest) -> HttpResponse:
    person, wrong = visitor(request), ""
    look_at("reports", actor=person)
    if request.method == "POST":
        if not rules.keeps_inventory(person):
            raise PermissionDenied(_("Laporan pemindai dikirim oleh petugas keamanan."))
        try:
            report = _taken(request)
        except NotNow as refused:
            wrong = str(refused)
        else:
            if report.state == Report.State.WAITING:
                messages.success(request, _("Laporan diterima dan sedang dibaca. Muat ulang sebentar lagi."))
            return redirect("exposure-scan", report.key)
    context = {
        "wrong": wrong,
        "agencies": agencies_of(person) if rules.keeps_inventory(person) else [],
        "whole": rules.is_region_officer(person),
        "lists": current_lists(),
        "page": Paginator(reports_visible_to(person), _ON_A_PAGE).get_page(request.GET.get("hal")),
        "may_keep": rules.keeps_inventory(person),
    }
    return render(request, "exposure/scans.html", context, status=422 if wrong else 200)


def _taken(request: HttpRequest) -> Report:
    person = visitor(request)
    given: UploadedFile[Any] | None = request.FILES.get("file")
    if given is None or given.file is None:
        raise NotNow(_("Pilih dahulu berkasnya."))
    asked, own = request.POST.get("opd", ""), list(agencies_of(person)[:2])
    agency = agencies_of(person).filter(pk=int(asked)).first() if asked.isdecimal() else None
    if agency is None and len(own) == 1 and not rules.is_region_officer(person):
        agency = own[0]
    return take_report(given.name or "", cast("BinaryIO", given.file), agency, actor=person)


@only(rules.reads_desk)
@require_safe
def scan_page(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    report = get_object_or_404(reports_visible_to(person), key=key)
    look_at("report", report.key, actor=person)
    edition = KnownList.objects.filter(report=report).first()
    context = {
        "report": report,
        "told": report.told,
        "edition": edition,
        "counting": next((one for one in current_lists() if one.kind == edition.kind), None) if edition else None,
        "draft": report.draft,
        "model": foreign_model(report),
        "agencies": agencies_of(person) if report.draft else [],
        "may_keep": rules.keeps_reports_of(person, report.agency),
    }
    return render(request, "exposure/scan.html", context)


@require_POST
@only(rules.keeps_inventory)
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """The ticked systems of a model enter the inventory."""
    person = visitor(request)
    report = get_object_or_404(reports_visible_to(person), key=key)
    asked = request.POST.get("opd", "")
    agency = agencies_of(person).filter(pk=int(asked) if asked.isdecimal() else 0).first()

    try:
        if agency is None:
            raise NotNow(_("Pilih perangkat daerah pemiliknya."))
        came = confirm_draft(report, request.POST.getlist("sistem"), agency, actor=person)
    except (NotNow, Incomplete) as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _came_in(came))
    return redirect("exposure-scan", report.key)


def _came_in(came: Confirmed) -> str:
    systems, links = came.waiting
    sentences = [
        _("%(systems)s sistem dan %(links)s koneksi baru masuk daftar. Lengkapi bobot dan kegunaan setiap sistemnya.")
        % {"systems": number(came.systems), "links": number(came.connections)}
    ]
    if systems:
        told = {"systems": number(systems), "links": number(links)}
        sentences.append(_("%(systems)s sistem dan %(links)s koneksi lagi tetap menunggu di bawah.") % told)
    if came.passed:
        sentences.append(
            _("%(links)s koneksi tidak masuk karena satu ujungnya sudah dihentikan atau kedua ujungnya satu sistem.")
            % {"links": number(came.passed)}
        )
    return " ".join(sentences)


@only(rules.reads_desk)
@require_safe
def scan_file(request: HttpRequest, key: str) -> HttpResponse:
    """The report as it came."""
    person = visitor(request)
    report = get_object_or_404(reports_visible_to(person).exclude(state=Report.State.REFUSED), key=key)
    look_at("report", report.key, actor=person)
    answer: Any = FileResponse(
        report.file.open("rb"), as_attachment=True, filename=report.name, content_type="application/octet-stream"
    )
    return cast("HttpResponse", answer)
