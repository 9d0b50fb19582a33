"""“Meja kami”: what stands of a desk, kept by its own people, its helper and the main PPID."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.appointing import appoint_officer, end_post, note_training
from selaras.disclosure.actions.networking import describe_desk, let_help
from selaras.disclosure.models import Officer, PublicBody
from selaras.disclosure.network import state_of, states
from selaras.disclosure.pages.doors import done, made_by
from selaras.disclosure.pages.network.body import by_post, parts_of
from selaras.disclosure.pages.network.forms import DeskForm, EndForm, OfficerForm, TrainingForm, desk_told
from selaras.disclosure.pages.network.words import SHOWN
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.fields import TellingForm

FORM = ["GET", "HEAD", "POST"]


@only(rules.keeps_lists)
@require_safe
def own_desk(request: HttpRequest) -> HttpResponse:
    """The one desk at which this person works, or a choice where there are several."""
    bodies = list(queries.desks_of(visitor(request)).select_related("region__parent").order_by("kind", "code"))
    if len(bodies) == 1:
        return redirect("desk-kept", bodies[0].code)
    rows = [(one, SHOWN[one.stage]) for one in states(bodies, timezone.localdate())]
    return render(request, "disclosure/network/desks.html", {"rows": rows})


@only(rules.keeps_lists)
@require_safe
def desk_page(request: HttpRequest, code: str) -> HttpResponse:
    body, today = kept(request, code), timezone.localdate()
    state = state_of(body, today)
    context = {
        "body": body,
        "state": state,
        "shown": SHOWN[state.stage],
        "parts": parts_of(state),
        "posts": by_post(list(queries.officers_in_post(today).filter(body=body, until=None))),
        "former": body.officers.exclude(until=None).order_by("-until"),
        "trainings": body.trainings.all(),
        "district": district_of(body),
        "may_name_helper": rules.names_helper(visitor(request), body),
    }
    return render(request, "disclosure/network/desk.html", context)


def kept(request: HttpRequest, code: str) -> PublicBody:
    bodies = queries.bodies_kept_by(visitor(request)).select_related("region__parent", "helper")
    return get_object_or_404(bodies, code=code)


def district_of(body: PublicBody) -> PublicBody | None:
    """The district that may help a village."""
    if body.kind not in {PublicBody.Kind.VILLAGE, PublicBody.Kind.URBAN_VILLAGE} or body.region is None:
        return None
    return PublicBody.objects.filter(region=body.region.parent_id, kind=PublicBody.Kind.DISTRICT).first()


def _entered(
    request: HttpRequest, body: PublicBody, form: TellingForm, head: Any, deed: Callable[[], Any], told: str
) -> HttpResponse:
    """A form of the desk: shown, refused with its sentences, or done and back at the desk."""
    if request.method == "POST" and form.is_valid() and made_by(form, deed):
        messages.success(request, told)
        return redirect("desk-kept", body.code)
    context = {"body": body, "form": form, "head": head}
    return render(request, "disclosure/network/enter.html", context, status=422 if form.errors else 200)


@only(rules.keeps_lists)
@require_http_methods(FORM)
def describe_page(request: HttpRequest, code: str) -> HttpResponse:
    body = kept(request, code)
    form = DeskForm(request.POST or None, initial=desk_told(body))
    return _entered(
        request,
        body,
        form,
        gettext_lazy("Ubah data meja"),
        lambda: describe_desk(body, form.told(), actor=visitor(request)),
        _("Data meja tersimpan."),
    )


@only(rules.keeps_lists)
@require_http_methods(FORM)
def officer_page(request: HttpRequest, code: str) -> HttpResponse:
    """Enter who holds a post; who held it before ends the day before."""
    body = kept(request, code)
    form = OfficerForm(request.POST or None, initial={"post": request.GET.get("jabatan", "")})
    return _entered(
        request,
        body,
        form,
        gettext_lazy("Catat pejabat"),
        lambda: appoint_officer(body, form.told(), actor=visitor(request)),
        _("Pejabat tercatat."),
    )


@only(rules.keeps_lists)
@require_http_methods(FORM)
def end_page(request: HttpRequest, pk: int) -> HttpResponse:
    kept_bodies = queries.bodies_kept_by(visitor(request))
    officer = get_object_or_404(Officer.objects.select_related("body").filter(body__in=kept_bodies), pk=pk)
    form = EndForm(request.POST or None, initial={"on": timezone.localdate()})
    return _entered(
        request,
        officer.body,
        form,
        _("%(name)s tidak menjabat lagi") % {"name": officer.name},
        lambda: end_post(officer, form.cleaned_data["on"], actor=visitor(request)),
        _("Tercatat. Namanya tetap terbaca di riwayat."),
    )


@only(rules.keeps_lists)
@require_http_methods(FORM)
def training_page(request: HttpRequest, code: str) -> HttpResponse:
    body = kept(request, code)
    form = TrainingForm(request.POST or None)

    def deed() -> object:
        told = form.cleaned_data
        return note_training(body, told["title"], told["held_on"], told["attended"], actor=visitor(request))

    return _entered(request, body, form, gettext_lazy("Catat pelatihan"), deed, _("Pelatihan tercatat."))


@require_POST
@only(rules.keeps_lists)
def helper(request: HttpRequest, code: str) -> HttpResponse:
    """Name the district as helper, or end its help."""
    body = kept(request, code)
    district = None if "akhiri" in request.POST else district_of(body)
    told = _("Bantuan kecamatan diakhiri.") if district is None else _("Kecamatan sekarang boleh bekerja di meja ini.")
    return done(request, lambda: let_help(body, district, actor=visitor(request)), told, "desk-kept", body.code)
