"""What is told of a candidate fix: a new one with its target, and one that is corrected."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.engines.indonesian.wording import number
from selaras.engines.tabular import read_rupiah
from selaras.exposure.actions.fixing import Measured, Target, kinds_for
from selaras.exposure.models import Finding, Fix
from selaras.exposure.pages.forms import OfferingForm, choice_of
from selaras.exposure.terms import SCORES
from selaras.people.pages.fields import worded


class MeasureForm(OfferingForm):
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

    def measured(self, kind: str) -> Measured:
        told = self.cleaned_data
        cost = read_rupiah(told["cost"]).value if told["cost"] else None
        whole = cost if isinstance(cost, int) else 0
        return Measured(kind, told["label"], whole, told.get("left") or 0, told["severity"] or Decimal(0))


class FixForm(MeasureForm):
    field_order = ("target", "kind")
    target = choice_of(gettext_lazy("Sasaran"))
    kind = choice_of(gettext_lazy("Jenis perbaikan"))

    def __init__(
        self, targets: dict[str, Target], given: Any = None, finding: Finding | None = None, *, at: str = ""
    ) -> None:
        super().__init__(given, initial=_answering(finding) if finding and finding.system else {"target": at})
        self._offer("target", [(key, _told(one)) for key, one in targets.items()])
        self._offer("kind", worded(Fix.Kind.choices))


class CorrectionForm(MeasureForm):
    """What may be told anew; of a kind that is no patch the assumptions tell what it leaves."""

    def __init__(self, fix: Fix, given: Any = None) -> None:
        told = {"label": fix.label, "cost": number(fix.cost), "left": fix.left, "severity": fix.severity}
        super().__init__(given, initial=told)
        if fix.kind != Fix.Kind.PATCH:
            del self.fields["left"]


def _answering(finding: Finding) -> dict[str, Any]:
    score = finding.score if finding.score is not None else SCORES.get(finding.severity, 0.0)
    return {
        "target": f"s-{finding.system.key}" if finding.system else "",
        "kind": Fix.Kind.PATCH,
        "label": _("Tambal: %(title)s") % {"title": finding.title[:180]},
        "severity": Decimal(str(round(score, 1))),
    }


def _told(target: Target) -> str:
    kinds = kinds_for(target)
    if Fix.Kind.PATCH in kinds:
        return _("Sistem: %(name)s") % {"name": target}
    if Fix.Kind.ISOLATE in kinds:
        return _("Peladen: %(name)s") % {"name": target}
    source, end = getattr(target, "source", ""), getattr(target, "target", "")
    return _("Koneksi: %(source)s → %(target)s") % {"source": source, "target": end}
