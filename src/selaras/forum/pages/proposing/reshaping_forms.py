"""The forms in which a proposal is merged with others, split, or sent on."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.forum.actions.reshaping import Piece
from selaras.forum.models import Forum, Proposal
from selaras.forum.pages.proposing.forms import ReasonForm
from selaras.government.models import Agency
from selaras.planning.pages.fields import NumberField, RupiahField

PIECES = 4


class MergeForm(ReasonForm):
    numbers = forms.CharField(
        label=gettext_lazy("Nomor usulan yang digabung ke dalamnya"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Pisahkan dengan koma atau baris baru."),
        error_messages={"required": gettext_lazy("Tulis sedikitnya satu nomor usulan.")},
    )
    volume = NumberField(label=gettext_lazy("Volume gabungan"), required=False)
    cost = RupiahField(label=gettext_lazy("Biaya gabungan"), required=False)
    field_order = ("numbers", "volume", "cost", "reason")

    def __init__(self, forum: Forum, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._forum = forum

    def clean_numbers(self) -> list[Proposal]:
        wanted = [one.strip() for one in re.split(r"[,;\n]", self.cleaned_data["numbers"]) if one.strip()]
        found = {one.number: one for one in self._forum.proposals.filter(number__in=wanted[: PIECES * 10])}
        if missing := [one for one in wanted if one not in found]:
            raise forms.ValidationError(
                _("Usulan %(numbers)s tidak ada dalam forum ini. Periksa nomornya.") % {"numbers": ", ".join(missing)}
            )
        for one in found.values():
            one.forum = self._forum
        return list(found.values())


class SplitForm(ReasonForm):
    """Up to `PIECES` parts; a row left empty is none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for at in range(1, PIECES + 1):
            told = {"at": at}
            self.fields[f"title{at}"] = forms.CharField(
                label=_("Bagian %(at)s: usulan") % told, required=False, max_length=600
            )
            self.fields[f"volume{at}"] = NumberField(label=_("Bagian %(at)s: volume") % told, required=False)
            self.fields[f"cost{at}"] = RupiahField(label=_("Bagian %(at)s: biaya") % told, required=False)
        self.order_fields([name for name in self.fields if name != "reason"] + ["reason"])

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for at in range(1, PIECES + 1):
            row = {part: given.get(f"{part}{at}") for part in ("title", "volume", "cost")}
            for part, value in row.items():
                if any(row.values()) and not value and f"{part}{at}" not in self.errors:
                    self.add_error(f"{part}{at}", _("Lengkapi usulan, volume, dan biaya bagian ini."))
        return given

    @property
    def pieces(self) -> list[Piece]:
        given = self.cleaned_data
        return [
            Piece(given[f"title{at}"], given[f"volume{at}"], given[f"cost{at}"])
            for at in range(1, PIECES + 1)
            if given[f"title{at}"]
        ]


class RerouteForm(ReasonForm):
    agency = forms.ModelChoiceField(
        Agency.objects.none(),
        label=gettext_lazy("Perangkat daerah yang melaksanakan"),
        empty_label=gettext_lazy("Pilih"),
    )
    field_order = ("agency", "reason")

    def __init__(self, forum: Forum, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.filter(region=forum.cycle.region_id)  # type: ignore[attr-defined]
