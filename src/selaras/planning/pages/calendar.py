"""The calendar of a cycle: read by everybody, taken into one's own calendar, moved by Bappeda."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from selaras.people.feeds import NoSuchFeed, account_behind, key_of
from selaras.people.models import Account
from selaras.people.pages.doors import only, visitor
from selaras.people.queries import roles_of
from selaras.planning import queries, rules
from selaras.planning.actions.calendar import move_stage
from selaras.planning.calendar_file import calendar_file
from selaras.planning.errors import Unsound
from selaras.planning.models import Stage


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Every stage with its dates; the first sentence says what is open today."""
    cycle = queries.current_cycle()
    stages = list(queries.stages_of(cycle))
    today = timezone.localdate()
    token = key_of(request.user) if isinstance(request.user, Account) and roles_of(request.user) else ""
    context = {
        "cycle": cycle,
        "stages": [(stage, _state(stage)) for stage in stages],
        "open": queries.open_on(stages, today),
        "next": next((stage for stage in stages if stage.opens_on > today), None),
        "own": request.build_absolute_uri(reverse("own-calendar", args=[token])) if token else "",
        "may_move": rules.may_plan(request.user),
    }
    return render(request, "planning/calendar.html", context)


def _state(stage: Stage) -> str:
    today = timezone.localdate()
    return "later" if today < stage.opens_on else "past" if today > stage.closes_on else "open"


@require_safe
def calendar_feed(_request: HttpRequest) -> HttpResponse:
    """All stages, for anybody's calendar."""
    cycle = queries.current_cycle()
    if cycle is None:
        raise Http404(_("Belum ada kalender."))
    return _file(calendar_file(f"Selaras {cycle}", queries.stages_of(cycle), site=settings.SITE), "kalender")


@never_cache
@require_safe
def own_calendar(_request: HttpRequest, token: str) -> HttpResponse:
    """The stages in which one account must act. The address is the key: a calendar program cannot sign in."""
    try:
        account = account_behind(token)
    except NoSuchFeed:
        raise Http404(_("Alamat kalender ini tidak berlaku. Ambil yang baru dari halaman Kalender.")) from None
    stages = queries.stages_asking(roles_of(account), queries.current_cycle())
    return _file(calendar_file("Selaras: tugas saya", stages, site=settings.SITE), "tugas-saya")


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response


class StageForm(forms.Form):
    opens_on = forms.DateField(label=gettext_lazy("Dibuka"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    closes_on = forms.DateField(label=gettext_lazy("Ditutup"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=300,
        help_text=gettext_lazy("Misalnya nomor surat edaran yang menetapkan tanggal baru."),
    )


@only(rules.may_plan, gettext_lazy("Hanya Bappeda yang dapat mengubah kalender."))
@require_http_methods(["GET", "POST"])
def stage_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Move one stage, with a reason."""
    stage = get_object_or_404(Stage.objects.select_related("cycle"), pk=pk)
    form = StageForm(request.POST or None, initial={"opens_on": stage.opens_on, "closes_on": stage.closes_on})
    if request.method == "POST" and form.is_valid():
        try:
            move_stage(stage, actor=visitor(request), **form.cleaned_data)
        except Unsound as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("Tanggal tahap “%(name)s” sudah diubah.") % {"name": stage.name})
            return redirect("calendar")
    return render(request, "planning/stage.html", {"stage": stage, "form": form})
