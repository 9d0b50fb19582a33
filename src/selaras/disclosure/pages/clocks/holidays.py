"""The region's holidays: looked up by year, added, changed and taken out with a reason, and what that would move."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from selaras.disclosure import rules
from selaras.disclosure.actions.keeping_holidays import keep_holidays, with_change, would_move
from selaras.disclosure.errors import Incomplete, NotNow
from selaras.engines.indonesian.wording import number
from selaras.government.actions import DayOff
from selaras.government.models import Calendar, Holiday
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.fields import Choice, Day, TellingForm, Told, worded

ONLY_KEEPERS = gettext_lazy("Hari libur dibuka oleh Bappeda, PPID Utama, dan administrator.")
_YEARS_AHEAD = 1  # terms of this year may end in the next


class HolidayForm(TellingForm):
    date = Day(gettext_lazy("Tanggal"))
    name = Told(gettext_lazy("Nama hari libur"), longest=200)
    kind = Choice(gettext_lazy("Jenis"), worded(Holiday.Kind.choices))
    estimated = forms.BooleanField(
        label=gettext_lazy("Masih perkiraan, belum ada keputusannya"),
        required=False,
        help_text=gettext_lazy("Batas waktu yang melewatinya mengatakan bahwa tanggalnya masih dapat bergeser."),
    )
    reason = Told(
        gettext_lazy("Alasan"), gettext_lazy("Misalnya nomor surat keputusan. Dibaca di catatan tindakan."), longest=255
    )

    def day(self) -> DayOff:
        told = self.cleaned_data
        return DayOff(told["date"], told["name"], told["kind"], told["estimated"])


def newest_calendar() -> Calendar:
    """The newest one of the region; there is one once a forum or a network is formed."""
    found = Calendar.objects.select_related("region").order_by("region__level", "-version").first()
    if found is None:
        raise Http404(_("Kalender hari libur belum ada. Ia dibuat ketika forum atau jaringan PPID dibentuk."))
    return found


@only(rules.keeps_holidays, ONLY_KEEPERS)
@require_safe
def holidays(request: HttpRequest) -> HttpResponse:
    """One year at a time; years that nobody entered are named first, for terms that reach into them may still move."""
    calendar, today = newest_calendar(), timezone.localdate()
    known = sorted({day.year for day in calendar.holidays.values_list("date", flat=True)})
    wanted = request.GET.get("tahun", "")
    year = int(wanted) if wanted.isdecimal() and 1 < int(wanted) < 9999 else today.year
    context = {
        "calendar": calendar,
        "year": year,
        "years": sorted({*known, today.year, today.year + _YEARS_AHEAD, year}),
        "unknown": [one for one in range(today.year, today.year + _YEARS_AHEAD + 1) if one not in known],
        "days": calendar.holidays.filter(date__year=year),
    }
    return render(request, "disclosure/clocks/holidays.html", context)


@only(rules.keeps_holidays, ONLY_KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def holiday_new(request: HttpRequest) -> HttpResponse:
    return _page(request, None)


@only(rules.keeps_holidays, ONLY_KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def holiday_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Change one, or take it out."""
    newest = newest_calendar()
    return _page(request, get_object_or_404(newest.holidays.all(), pk=pk))


def _page(request: HttpRequest, holiday: Holiday | None) -> HttpResponse:
    calendar = newest_calendar()
    old = DayOff(holiday.date, holiday.name, holiday.kind, holiday.estimated) if holiday else None
    first: dict[str, Any] = vars(old) if old else {"kind": Holiday.Kind.NATIONAL}
    form = HolidayForm(request.POST or None, initial=first)
    moves: int | None = None
    if request.method == "POST" and (form.is_valid() or _takes_out(request)):
        new = None if _takes_out(request) else form.day()
        try:
            days = with_change(calendar, old, new)
            if "lihat" in request.POST:
                moves = would_move(calendar, days)
            else:
                reason = request.POST.get("reason", "")
                _made, moved = keep_holidays(calendar, days, reason, actor=visitor(request))
                messages.success(request, told_of(moved))
                return redirect(f"{reverse('holidays')}?tahun={(new or old).date.year}")  # type: ignore[union-attr]
        except Incomplete as wrong:
            form.tell(wrong.fields)
        except NotNow as wrong:
            form.add_error(None, str(wrong))
    context = {"calendar": calendar, "holiday": holiday, "form": form, "moves": moves}
    return render(request, "disclosure/clocks/holiday.html", context, status=422 if form.errors else 200)


def _takes_out(request: HttpRequest) -> bool:
    return request.POST.get("hapus") == "1"


def told_of(moved: int | None) -> str:
    if moved is None:
        return _("Hari libur disimpan. Batas waktu dihitung ulang di latar; kedua pihak diberi tahu yang bergeser.")
    sentence = ngettext(
        "Hari libur disimpan. %(n)s batas waktu bergeser, dan kedua pihak diberi tahu.",
        "Hari libur disimpan. %(n)s batas waktu bergeser, dan kedua pihak diberi tahu.",
        moved,
    )
    return sentence % {"n": number(moved)}
