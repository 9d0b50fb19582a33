"""Consequence tests: weighed at a desk, approved by its superior, given up or over."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.disclosure import desk, queries, rules
from selaras.disclosure.actions.withholding import Weighing, approve, weigh
from selaras.disclosure.masking import masked
from selaras.disclosure.models import PublicBody, Request
from selaras.disclosure.pages.desk.queue import NOT_A_DESK
from selaras.disclosure.pages.doors import made_by, refusal_of
from selaras.disclosure.publication import last_day_of_notice
from selaras.government.queries import parameter_value
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.fields import Choice, Day, TellingForm, Told

MOST = 200  # of one kind on the list


class WeighingForm(TellingForm):
    """The questions of the consequence test, in the order in which they are weighed."""

    body = forms.ModelChoiceField(
        PublicBody.objects.none(),
        label=gettext_lazy("Badan publik"),
        empty_label=None,
        to_field_name="code",
        error_messages={"required": gettext_lazy("Pilih badan publiknya.")},
    )
    title = Told(gettext_lazy("Informasi yang ditimbang"), longest=300)
    withheld = Told(gettext_lazy("Bagian mana yang ditutup"), gettext_lazy("Sesempit mungkin."), rows=2)
    article = Choice(gettext_lazy("Pasal yang menjadi dasar"), [], widget=forms.Select)
    if_opened = Told(gettext_lazy("Apa akibatnya bila dibuka"), rows=4)
    if_closed = Told(gettext_lazy("Apa akibatnya bila ditutup"), rows=4)
    public_interest = Told(
        gettext_lazy("Mana yang lebih besar bagi kepentingan umum"), gettext_lazy("Bila seimbang, bukalah."), rows=4
    )
    lasts_until = Day(
        gettext_lazy("Ditutup sampai"), gettext_lazy("Boleh kosong hanya untuk pasal yang tidak berbatas waktu."),
        required=False,
    )  # fmt: skip

    def __init__(self, desks: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = desks  # type: ignore[attr-defined]
        known = parameter_value("disclosure.exemption_articles", timezone.localdate())
        articles = [(one["article"], f"{one['article']}: {one['about']}") for one in known]
        self.fields["article"].choices = [("", _("Pilih pasalnya")), *articles]  # type: ignore[attr-defined]

    def weighing(self) -> Weighing:
        """Call after `is_valid`."""
        asked = self.cleaned_data
        names = ("title", "withheld", "article", "if_opened", "if_closed", "public_interest")
        return Weighing(**{name: asked[name] for name in names})


@only(rules.handles_requests, NOT_A_DESK)
@require_safe
def exemption_list(request: HttpRequest) -> HttpResponse:
    """What waits for this person's approval, what stands, what is over and must be opened."""
    person, today = visitor(request), timezone.localdate()
    soon = last_day_of_notice(today)
    before = {one.pk for one in desk.tests_before(person)}
    known = list(desk.exemptions_for(person).filter(opened_on=None)[:MOST])
    desks = {one.pk for one in queries.desks_of(person)}
    standing = [one for one in known if one.approved_at]
    context = {
        "before": [one for one in known if one.pk in before],
        "elsewhere": [one for one in known if not one.approved_at and one.pk not in before],
        "over": [one for one in standing if one.lasts_until and one.lasts_until < today],
        "soon": [one for one in standing if one.lasts_until and today <= one.lasts_until <= soon],
        "in_force": [one for one in standing if not one.lasts_until or one.lasts_until >= today],
        "desks": desks,
    }
    return render(request, "disclosure/desk/exemptions.html", context)


@only(rules.keeps_lists, NOT_A_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def weigh_page(request: HttpRequest) -> HttpResponse:
    """Write a test down, of a case (`permohonan` in the address) or before anybody asks."""
    case = _case_named(request)
    desks = queries.desks_of(visitor(request))
    first = {"body": case.body.code, "title": masked(case.subject)[:300]} if case else {}
    form = WeighingForm(desks, request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid() and _was_weighed(request, form):
        return redirect("request-answer", case.pk) if case else redirect("exemptions")
    context = {"form": form, "case": case, "desks": list(desks)}
    return render(request, "disclosure/desk/weigh.html", context, status=422 if form.errors else 200)


def _case_named(request: HttpRequest) -> Request | None:
    key = request.GET.get("permohonan", "")
    if not (key.isdecimal() and len(key) < 12):
        return None
    found: Request | None = desk.cases_for(visitor(request)).filter(pk=int(key), at_desk=True).first()
    return found


def _was_weighed(request: HttpRequest, form: WeighingForm) -> bool:
    asked = form.cleaned_data
    deed = partial(weigh, asked["body"], form.weighing(), asked["lasts_until"], actor=visitor(request))
    if made_by(form, deed) is None:
        return False
    messages.success(request, _("Uji konsekuensi tersimpan. Berlaku sesudah disetujui atasan PPID."))
    return True


@only(rules.handles_requests, NOT_A_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def exemption_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One test in full; the superior approves it under a number."""
    person = visitor(request)
    exemption = get_object_or_404(desk.exemptions_for(person), pk=pk)
    number, wrong = request.POST.get("nomor", ""), ""
    if request.method == "POST":
        wrong = refusal_of(lambda: approve(exemption, number, actor=person))
        if not wrong:
            messages.success(request, _("Pengecualian ditetapkan. Mulai sekarang dapat disebut dalam jawaban."))
            return redirect("exemptions")
    context = {
        "one": exemption,
        "may_approve": not exemption.approved_at and rules.judges(person, exemption.body),
        "number": number,
        "wrong": wrong,
    }
    return render(request, "disclosure/desk/exemption.html", context, status=422 if wrong else 200)
