"""One version at the desk: what the check found, and the next step of who may take it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, overload

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from selaras.engines.tabular.standard import Fault, Report, read_standard
from selaras.people.models import Account
from selaras.people.pages.doors import done, only, visitor
from selaras.sectoral import rules
from selaras.sectoral.actions.checking import check_version
from selaras.sectoral.actions.dating import date_version
from selaras.sectoral.actions.releasing import embargo, release, withdraw
from selaras.sectoral.actions.submitting import send_back, submit
from selaras.sectoral.errors import NotNow
from selaras.sectoral.examining import report_of
from selaras.sectoral.models import Check, Quality, Version
from selaras.sectoral.pages.dataset import MENDABLE
from selaras.sectoral.queries import checks_visible_to, versions_at_desk_of

State = Version.State
_ON_A_PAGE = 50
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class _Faults(Sequence[Fault]):
    """The faults of a report, whose sentences are made for the page that is shown and for no other."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def __len__(self) -> int:
        return self._report.faults.height

    @overload
    def __getitem__(self, asked: int) -> Fault: ...
    @overload
    def __getitem__(self, asked: slice) -> Sequence[Fault]: ...
    def __getitem__(self, asked: int | slice) -> Fault | Sequence[Fault]:
        if isinstance(asked, int):
            return next(self._report.listed(asked, 1))
        start, stop, _step = asked.indices(len(self))
        return list(self._report.listed(start, stop - start))


@require_safe
@only(rules.reads_desk)
def version_page(request: HttpRequest, pk: int) -> HttpResponse:
    person = visitor(request)
    version = get_object_or_404(versions_at_desk_of(person).select_related("received_by", "released_by"), pk=pk)
    checks = list(checks_visible_to(person).filter(version=version).select_related("change__base"))
    newest = checks[0] if checks else None
    read = next((one for one in checks if one.state == Check.State.DONE), None)
    shown = newest if newest and newest.state == Check.State.DONE else None
    faults = Paginator(_Faults(report_of(shown)), _ON_A_PAGE).get_page(request.GET.get("hal")) if shown else None
    qualities = list(shown.qualities.all()) if shown else []
    produces = rules.produces(person, version.dataset)
    context = {
        "version": version,
        "check": newest,
        "found": shown,
        "columns": read.summary if read else None,
        "lacks_list": _lacks_list(shown) if shown else False,
        "page": faults,
        "qualities": qualities,
        "may_produce": produces,
        "timed": any(one.dimension == Quality.Dimension.TIMELINESS for one in qualities),
        "may_date": produces and version.state not in Version.OUT,
        "may_map": produces and version.state in (State.RECEIVED, State.CHECKED),
        "may_release": rules.releases(person),
    }
    return render(request, "sectoral/version.html", context)


def _lacks_list(check: Check) -> bool:
    """Whether a column names a list of codes that was not here when the check was made."""
    systems = {str(one.code_system) for one in read_standard(check.standard.package).fields if one.code_system}
    return not systems.issubset(check.summary["code_lists"])


Deed = Callable[[Version, Any, Account], Any]
_DEEDS: dict[str, tuple[Deed, Any]] = {
    "check": (lambda one, _said, who: check_version(one, actor=who), gettext_lazy("Pemeriksaan dimulai.")),
    "submit": (lambda one, _said, who: submit(one, actor=who), gettext_lazy("Versi ini diajukan kepada walidata.")),
    "release": (lambda one, _said, who: release(one, actor=who), gettext_lazy("Versi ini dirilis.")),
    "send-back": (
        lambda one, said, who: send_back(one, said.get("why", ""), actor=who),
        gettext_lazy("Versi ini dikembalikan kepada produsen data."),
    ),
    "withdraw": (
        lambda one, said, who: withdraw(one, said.get("why", ""), actor=who),
        gettext_lazy("Versi ini ditarik. Semua orang dapat membaca sebabnya."),
    ),
    "date": (
        lambda one, said, who: date_version(one, _day(said.get("period_end", "")), actor=who),
        gettext_lazy("Hari terakhir datanya tersimpan."),
    ),
    "embargo": (
        lambda one, said, who: embargo(one, _day(said.get("until", "")), actor=who),
        gettext_lazy("Hari terbitnya tersimpan."),
    ),
}


@require_POST
@only(rules.works_with_data)
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """One button of the version's page; the action says who may press it and when."""
    version = get_object_or_404(versions_at_desk_of(visitor(request)), pk=pk)
    deed, told = _DEEDS.get(request.POST.get("deed", ""), (_no_deed, ""))
    who = visitor(request)
    return done(request, lambda: deed(version, request.POST, who), str(told), "data-version", pk, mendable=MENDABLE)


def _no_deed(_version: Version, _said: Any, _who: Account) -> None:
    raise NotNow(_("Pilih dahulu langkahnya."))


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise NotNow(_("Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-12-31.")) from wrong


@require_safe
@only(rules.reads_desk)
def annotated_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The sender's own rows with what is wrong beside them."""
    version = get_object_or_404(versions_at_desk_of(visitor(request)), pk=pk)
    check = version.check_in_force
    if check is None or not check.annotated:
        raise Http404(_("Versi ini tidak punya salinan bercatatan."))
    name = f"{version.dataset.code}-versi-{version.number}-catatan.xlsx"
    with check.annotated.open("rb") as file:
        answer = HttpResponse(file.read(), content_type=_XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
