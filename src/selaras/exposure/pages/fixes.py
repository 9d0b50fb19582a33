"""Candidate fixes and the plan that a budget buys, beside fixing by severity; what a fix would change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.engines.routes import percent, what_if
from selaras.engines.tabular import read_rupiah
from selaras.exposure import rules
from selaras.exposure.actions.computing import ask_curve, ask_plan
from selaras.exposure.actions.fixing import Measured, Target, drop_fix, finish_fix, kinds_for, suggest_fix, take_back
from selaras.exposure.actions.looking import look_at
from selaras.exposure.errors import ExposureError, Incomplete, NotNow
from selaras.exposure.models import Computation, Finding, Fix
from selaras.exposure.pages.curves import told_curve
from selaras.exposure.pages.forms import TellingForm, choice_of
from selaras.exposure.pages.plans import told_plan
from selaras.exposure.planning_fixes import digest_of, measures
from selaras.exposure.queries import (
    candidates_visible_to,
    computations_visible_to,
    connections_visible_to,
    findings_visible_to,
    hosts_kept_by,
    settled_visible_to,
    systems_kept_by,
)
from selaras.exposure.terms import SCORES
from selaras.exposure.viewing import View, view_of
from selaras.exposure.weaknesses import was_refuted
from selaras.people.models import Account
from selaras.people.pages.doors import done, only, visitor
from selaras.people.queries import Person

_MENDABLE = (ExposureError,)
_ON_A_PAGE = 25


@only(rules.reads_desk)
@require_safe
def fixes_page(request: HttpRequest) -> HttpResponse:
    """The newest plan first, then the candidates; those ticked are tried out (`coba`)."""
    person = visitor(request)
    look_at("fixes", actor=person)
    view, fixes = view_of(person), list(candidates_visible_to(person))
    tried = request.GET.getlist("coba")
    newest = computations_visible_to(person).filter(kind=Computation.Kind.PLAN).first()
    drawn = computations_visible_to(person).filter(kind=Computation.Kind.CURVE).first()
    chosen = measures(view, fixes)
    context: dict[str, Any] = {
        "fixes": fixes,
        "page": Paginator(fixes, _ON_A_PAGE).get_page(request.GET.get("hal")),
        "tried": tried,
        "what_if": _what_if(view, [fix for fix in fixes if fix.key in tried]),
        "computation": newest,
        "current": newest is not None and newest.digest == digest_of(view, chosen),
        "plan": told_plan(newest, fixes) if newest and newest.state == Computation.State.DONE else None,
        "curve": told_curve(drawn.result) if drawn and drawn.state == Computation.State.DONE else None,
        "curve_state": drawn.state if drawn and not drawn.is_stuck else "",
        "curve_current": drawn is not None and drawn.digest == digest_of(view, chosen),
        "settled": [(fix, was_refuted(fix)) for fix in settled_visible_to(person)[:_ON_A_PAGE]],
        "may_keep": rules.keeps_inventory(person),
        "any_core": bool(view.graph.cores),
    }
    return render(request, "exposure/fixes.html", context)


def _what_if(view: View, tried: Sequence[Fix]) -> dict[str, Any] | None:
    """What the routes would be once the ticked fixes are done."""
    chosen = measures(view, tried)
    if not chosen or not view.graph.cores:
        return None
    found = what_if(view.graph, chosen)
    before, after = ({route.core.key: route for route in moment.routes} for moment in (found.before, found.after))
    return {
        "count": len(chosen),
        "rows": [
            (
                core.name,
                percent(found.before.reach.shares[core.key].chance),
                percent(found.after.reach.shares[core.key].chance),
                after[core.key].sentence() if core.key in after else "",
                core.key in before,
            )
            for core in view.graph.cores
        ],
    }


@require_POST
@only(rules.keeps_inventory)
def plan(request: HttpRequest) -> HttpResponse:
    """Have the plan for a budget worked out."""
    told = _("Rencana sedang disusun. Muat ulang halaman ini sebentar lagi.")

    def deed() -> object:
        return ask_plan(_rupiah(request.POST.get("anggaran", "")), actor=visitor(request))

    return done(request, deed, told, "exposure-fixes", mendable=_MENDABLE)


@require_POST
@only(rules.keeps_inventory)
def compare_budgets(request: HttpRequest) -> HttpResponse:
    told = _("Sepuluh anggaran sedang dihitung. Muat ulang halaman ini sebentar lagi.")
    return done(request, lambda: ask_curve(actor=visitor(request)), told, "exposure-fixes", mendable=_MENDABLE)


def _rupiah(text: str) -> int:
    found = read_rupiah(text).value if text.strip() else None
    if not isinstance(found, int):
        raise NotNow(_("Tulis anggarannya dengan angka, misalnya 150.000.000 atau 150 juta."))
    return found


class FixForm(TellingForm):
    target = choice_of(gettext_lazy("Sasaran"))
    kind = choice_of(gettext_lazy("Jenis perbaikan"))
    label = forms.CharField(
        label=gettext_lazy("Yang dikerjakan"),
        help_text=gettext_lazy("Hanya dibaca petugas keamanan dan pemeriksa."),
        required=False,
    )
    cost = forms.CharField(
        label=gettext_lazy("Biaya"), help_text=gettext_lazy("Misalnya 20.000.000 atau 20 juta."), required=False
    )
    left = forms.IntegerField(
        label=gettext_lazy("Sisa peluang sesudah diperbaiki, persen"),
        help_text=gettext_lazy("0 bila tertutup sama sekali."),
        required=False,
        error_messages={"invalid": gettext_lazy("Tulis dengan angka, misalnya 20.")},
    )
    severity = forms.DecimalField(
        label=gettext_lazy("Keparahan temuannya, 0 sampai 10"),
        required=False,
        error_messages={"invalid": gettext_lazy("Tulis dengan angka, misalnya 7,5.")},
        localize=True,
    )

    def __init__(
        self, targets: dict[str, Target], given: Any = None, finding: Finding | None = None, *, at: str = ""
    ) -> None:
        super().__init__(given, initial=_answering(finding) if finding and finding.system else {"target": at})
        self._offer("target", [(key, word) for key, (word, _one) in _worded(targets).items()])
        self._offer("kind", [(key, _(word)) for key, word in Fix.Kind.choices])

    def measured(self) -> Measured:
        told = self.cleaned_data
        cost = read_rupiah(told["cost"]).value if told["cost"] else None
        whole = cost if isinstance(cost, int) else 0
        return Measured(told["kind"], told["label"], whole, told["left"] or 0, told["severity"] or Decimal(0))


def _answering(finding: Finding) -> dict[str, Any]:
    score = finding.score if finding.score is not None else SCORES.get(finding.severity, 0.0)
    return {
        "target": f"s-{finding.system.key}" if finding.system else "",
        "kind": Fix.Kind.PATCH,
        "label": _("Tambal: %(title)s") % {"title": finding.title[:180]},
        "severity": Decimal(str(round(score, 1))),
    }


def _worded(targets: dict[str, Target]) -> dict[str, tuple[str, Target]]:
    return {key: (_told(one), one) for key, one in targets.items()}


def _told(target: Target) -> str:
    kinds = kinds_for(target)
    if Fix.Kind.PATCH in kinds:
        return _("Sistem: %(name)s") % {"name": target}
    if Fix.Kind.ISOLATE in kinds:
        return _("Peladen: %(name)s") % {"name": target}
    source, end = getattr(target, "source", ""), getattr(target, "target", "")
    return _("Koneksi: %(source)s → %(target)s") % {"source": source, "target": end}


def _targets(person: Person) -> dict[str, Target]:
    """What a fix may be about, by a key of its own."""
    found: dict[str, Target] = {f"s-{one.key}": one for one in systems_kept_by(person).exclude(life_cycle="retired")}
    found |= {f"k-{one.key}": one for one in connections_visible_to(person)}
    return found | {f"p-{one.key}": one for one in hosts_kept_by(person)}


@only(rules.keeps_inventory)
@require_http_methods(["GET", "HEAD", "POST"])
def new_fix_page(request: HttpRequest) -> HttpResponse:
    person = visitor(request)
    look_at("fixes", actor=person)
    targets = _targets(person)
    finding = findings_visible_to(person).filter(key=request.GET.get("temuan", "")).first()
    form = FixForm(
        targets, request.POST if request.method == "POST" else None, finding, at=request.GET.get("sasaran", "")
    )
    if request.method == "POST" and form.is_valid():
        try:
            target = targets.get(form.cleaned_data["target"])
            if target is None:
                raise Incomplete({"target": _("Pilih apa yang diperbaiki.")})
            suggest_fix(target, form.measured(), finding, actor=person)
        except Incomplete as refused:
            form.tell(refused.fields)
        else:
            messages.success(request, _("Calon perbaikan tersimpan."))
            return redirect("exposure-fixes")
    context = {"form": form, "any": targets, "finding": finding}
    return render(request, "exposure/fix_form.html", context, status=422 if form.errors else 200)


Deed = Callable[[Fix, Account], Any]
_DEEDS: dict[str, tuple[Deed, Any]] = {
    "selesai": (
        lambda fix, who: finish_fix(fix, actor=who),
        gettext_lazy("Perbaikan ini selesai; daftar sistem mengikutinya."),
    ),
    "kembali": (
        lambda fix, who: take_back(fix, actor=who),
        gettext_lazy("Perbaikan ini menjadi calon lagi; yang diubahnya di daftar sistem kembali seperti semula."),
    ),
    "batal": (lambda fix, who: drop_fix(fix, actor=who), gettext_lazy("Calon perbaikan ini dihapus dari rencana.")),
}


@require_POST
@only(rules.keeps_inventory)
def fix_act(request: HttpRequest, key: str) -> HttpResponse:
    """Done, dropped, or a candidate again."""
    person = visitor(request)
    found = settled_visible_to if request.POST.get("langkah") == "kembali" else candidates_visible_to
    fix = get_object_or_404(found(person), key=key)
    deed, told = _DEEDS.get(request.POST.get("langkah", ""), (_no_deed, ""))
    return done(request, lambda: deed(fix, person), str(told), "exposure-fixes", mendable=_MENDABLE)


def _no_deed(_fix: Fix, _who: Account) -> None:
    raise NotNow(_("Pilih dahulu langkahnya."))
