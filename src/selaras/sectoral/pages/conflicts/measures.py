"""Which columns of a dataset say what: proposed from its standard, filled in and changed by who sends the data."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from selaras.people.pages.doors import done, only, visitor
from selaras.sectoral import rules
from selaras.sectoral.actions.measuring import Measured, drop_measure, set_measure
from selaras.sectoral.conflicts.proposing import columns_now, proposed_measures
from selaras.sectoral.conflicts.queries import measures_visible_to
from selaras.sectoral.errors import Incomplete
from selaras.sectoral.models import Dataset, Measure
from selaras.sectoral.pages.dataset import MENDABLE
from selaras.sectoral.queries import datasets_at_desk_of

_COLUMNS = ("value_column", "region_column", "period_column", "class_column")


def _text(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False)


def _column(label: Any, hint: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, help_text=hint, required=False)


class MeasureForm(forms.Form):
    """Takes in whatever is told: the action judges it."""

    indicator = _text(
        gettext_lazy("Indikator"),
        gettext_lazy("Nama yang sama dengan perangkat daerah lain, supaya dapat dibandingkan."),
    )
    value_column = _column(gettext_lazy("Kolom angka"))
    unit = _text(gettext_lazy("Satuan"), gettext_lazy("Misalnya jiwa, ribu jiwa, ha, juta rupiah."))
    region_column = _column(gettext_lazy("Kolom kode wilayah"))
    code_system = _text(
        gettext_lazy("Sistem kode wilayah"), gettext_lazy("Nama dan tahunnya: kemendagri 2025, bps 2023.")
    )
    period_column = _column(gettext_lazy("Kolom periode"), gettext_lazy("Kosongkan bila seluruh tabel satu periode."))
    period = _text(gettext_lazy("Periode seluruh tabel"), gettext_lazy("Misalnya 2024 atau Triwulan II 2024."))
    dimension = _text(gettext_lazy("Rincian menurut"), gettext_lazy("Misalnya jenis kelamin."))
    class_column = _column(gettext_lazy("Kolom rincian"), gettext_lazy("Kolom yang menyebut bagian setiap baris."))
    whole_word = _text(gettext_lazy("Kata untuk jumlahnya"), gettext_lazy("Isi kolom rincian pada baris jumlah."))
    member = _text(gettext_lazy("Bagian seluruh kolom"), gettext_lazy("Bila kolom angka hanya memuat satu bagian: L."))
    members = _text(
        gettext_lazy("Bagian yang berjumlah"), gettext_lazy("Dipisah koma; jumlahnya lalu diperiksa: L, P.")
    )
    regions_add_up = forms.BooleanField(
        label=gettext_lazy("Satu wilayah adalah jumlah wilayah di bawahnya"), required=False
    )
    step = forms.DecimalField(
        label=gettext_lazy("Dibulatkan ke"),
        help_text=gettext_lazy("Kosongkan bila tampak dari angkanya. Misalnya 1000."),
        required=False,
        localize=True,
    )

    def __init__(self, dataset: Dataset, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        columns = columns_now(dataset)
        for name in _COLUMNS:
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
            among = columns.numbers if name == "value_column" else columns.all
            field.choices = [("", "–"), *((one, one) for one in among)]

    @property
    def main(self) -> list[forms.BoundField]:
        names = ("indicator", "value_column", "unit", "region_column", "code_system", "period_column", "period")
        return [self[name] for name in names]

    @property
    def parts(self) -> list[forms.BoundField]:
        return [self[name] for name in ("dimension", "class_column", "whole_word", "member", "members", "step")]

    def told(self) -> Measured:
        said = dict(self.cleaned_data)
        said["members"] = tuple(said["members"].split(","))
        return Measured(**said)


@require_http_methods(["GET", "HEAD", "POST"])
@only(rules.works_with_data)
def measures_page(request: HttpRequest, code: str) -> HttpResponse:
    person = visitor(request)
    dataset = get_object_or_404(datasets_at_desk_of(person), code=code)
    form = MeasureForm(dataset, request.POST) if request.method == "POST" else _fresh(request, dataset)
    if request.method == "POST" and form.is_valid():
        try:
            set_measure(dataset, form.told(), actor=person)
        except Incomplete as refused:
            for name, sentence in refused.fields.items():
                form.add_error(name, sentence)
        else:
            messages.success(request, _("Ukuran ini tersimpan dan dibandingkan dengan perangkat daerah lain."))
            return redirect("data-measures", dataset.code)
    measures = list(measures_visible_to(person).filter(dataset=dataset))
    known = {one.value_column for one in measures}
    context = {
        "dataset": dataset,
        "form": form,
        "measures": measures,
        "proposed": [one for one in proposed_measures(dataset) if one["value_column"] not in known],
        "may_send": rules.produces(person, dataset),
        "has_standard": bool(columns_now(dataset).all),
    }
    return render(request, "sectoral/conflicts/measures.html", context, status=422 if form.errors else 200)


def _fresh(request: HttpRequest, dataset: Dataset) -> MeasureForm:
    """As it stands (`ubah`), or as the standard proposes it for the column `kolom`, or for the first."""
    key = request.GET.get("ubah", "")
    if key.isdecimal() and (known := dataset.measures.filter(pk=int(key)).first()):
        told = {name: getattr(known, name) for name in MeasureForm.base_fields}
        return MeasureForm(dataset, initial=told | {"members": ", ".join(known.members)})
    proposed = proposed_measures(dataset)
    wanted = request.GET.get("kolom", "")
    chosen = next((one for one in proposed if one["value_column"] == wanted), None)
    return MeasureForm(dataset, initial=chosen or next(iter(proposed), {}))


@require_POST
@only(rules.works_with_data)
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    measure: Measure = get_object_or_404(measures_visible_to(visitor(request)), pk=pk)
    who, code = visitor(request), measure.dataset.code
    told = _("Ukuran ini dihapus. Selisih yang terbuka karenanya tertutup sendiri.")
    return done(request, lambda: drop_measure(measure, actor=who), told, "data-measures", code, mendable=MENDABLE)
