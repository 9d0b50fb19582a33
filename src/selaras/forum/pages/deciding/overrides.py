"""Overriding the rule for one proposal: first what it would displace, then the decision to do it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.forum import queries, rules
from selaras.forum.actions.overriding import Wish, foresee, override, undo_override
from selaras.forum.errors import ForumError
from selaras.forum.models import Forum, Override, Proposal
from selaras.forum.pages.deciding.session import in_order
from selaras.forum.pages.doors import attempt, done, for_those
from selaras.people.pages.doors import visitor
from selaras.planning.pages.fields import NumberField, RupiahField

SHOWN = 30


class WishForm(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("Putusan forum"),
        choices=[(Override.Kind.FUND, gettext_lazy("Didanai")), (Override.Kind.REFUSE, gettext_lazy("Tidak didanai"))],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih: didanai, atau tidak didanai.")},
    )
    volume = NumberField(
        label=gettext_lazy("Volume"),
        required=False,
        max_length=30,
        help_text=gettext_lazy("Kosongkan bila tetap."),
    )
    cost = RupiahField(
        label=gettext_lazy("Biaya"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Misalnya 45.000.000 atau 45 jt. Kosongkan bila tetap."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=gettext_lazy("Tercetak di berita acara dan dibaca warga. Jangan menyebut nama orang pribadi."),
        error_messages={"required": gettext_lazy("Tulis alasan forum.")},
    )

    def wish(self) -> Wish:
        given = self.cleaned_data
        return Wish(given["kind"], given["reason"], volume=given["volume"], cost=given["cost"])


@require_safe
@for_those(rules.may_decide)
def override_search(request: HttpRequest, forum: Forum) -> HttpResponse:
    """From a number to the page on which its proposal is decided."""
    number = request.GET.get("nomor", "").strip()
    proposal = forum.proposals.filter(number__iexact=number).first()
    if proposal is None:
        messages.error(request, _("Usulan nomor “%(number)s” tidak ada. Periksa nomornya.") % {"number": number[:60]})
        return redirect("deciding")
    return redirect("override", proposal.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@for_those(rules.may_decide)
def override_page(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    """Ask, see what it displaces, confirm."""
    proposal = get_object_or_404(forum.proposals.select_related("forum", "district", "village", "handler"), pk=pk)
    form = WishForm(request.POST or None)
    told: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        if request.POST.get("langkah") == "putuskan":
            sentence = _("Putusan forum dicatat. Hitung ulang keputusan supaya berlaku.")
            if attempt(request, lambda: override(proposal, form.wish(), actor=visitor(request)), sentence):
                return redirect("deciding")
        else:
            told = _foreseen(forum, proposal, form)
    decision = queries.decision_in_force(forum)
    context = {
        "forum": forum,
        "proposal": proposal,
        "outcome": queries.outcome_of(proposal, decision),
        "overridden": proposal.overrides.filter(undone_at=None).first(),
        "form": form,
        "locked": bool(decision and decision.locked_at),
        **told,
    }
    return render(request, "forum/deciding/override.html", context)


def _foreseen(forum: Forum, proposal: Proposal, form: WishForm) -> dict[str, Any]:
    try:
        effect = foresee(proposal, form.wish())
    except ForumError as wrong:
        form.add_error(None, str(wrong))
        return {}
    touched = forum.proposals.select_related("district", "village", "handler")
    sides = {
        side: in_order(touched.filter(number__in=numbers[:SHOWN]), numbers[:SHOWN])
        for side, numbers in (("gained", effect.gained), ("lost", effect.lost))
    }
    return {"effect": effect, **sides, "estimated": forum.rule == Forum.Rule.OPTIMAL}


@require_POST
@for_those(rules.may_decide)
def override_undo(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    made = get_object_or_404(forum.overrides.select_related("forum", "proposal"), pk=pk)
    told = _("Putusan dibatalkan. Hitung ulang keputusan supaya berlaku.")
    return done(request, lambda: undo_override(made, actor=visitor(request)), told, "deciding")
