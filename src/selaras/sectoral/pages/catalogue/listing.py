"""The catalogue: what there is, found by a word, by the agency, by how often it comes out."""

from __future__ import annotations

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from selaras.government.models import Agency
from selaras.sectoral import catalogue
from selaras.sectoral.models import Dataset

_ON_A_PAGE = 20
_FREQUENCIES = [(key, _(word)) for key, word in Dataset.Frequency.choices]


class DatasetSearch(forms.Form):
    """Every field may stay empty; names are short because they stand in shared addresses."""

    q = forms.CharField(label=_("Kata yang dicari"), required=False, max_length=120)
    dinas = forms.ModelChoiceField(
        Agency.objects.none(), label=_("Produsen data"), required=False, empty_label=_("Semua perangkat daerah")
    )
    terbit = forms.ChoiceField(
        label=_("Terbit"), required=False, choices=[("", _("Seberapa sering pun")), *_FREQUENCIES]
    )

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        agencies = self.fields["dinas"]
        assert isinstance(agencies, forms.ModelChoiceField)  # noqa: S101 - declared above
        there = catalogue.datasets().order_by().values("agency")
        agencies.queryset = Agency.objects.filter(pk__in=there).order_by("name", "pk")

    @property
    def narrows(self) -> bool:
        return any(self.cleaned_data.values())

    def found(self, datasets: QuerySet[Dataset]) -> QuerySet[Dataset]:
        """The datasets asked for; call after `is_valid`. A wrong filter is left out."""
        asked = self.cleaned_data
        if asked.get("dinas"):
            datasets = datasets.filter(agency=asked["dinas"])
        if asked.get("terbit"):
            datasets = datasets.filter(frequency=asked["terbit"])
        return catalogue.holding(datasets, asked.get("q") or "")


@require_safe
def list_page(request: HttpRequest) -> HttpResponse:
    form = DatasetSearch(request.GET)
    form.is_valid()
    page = Paginator(form.found(catalogue.datasets()), _ON_A_PAGE).get_page(request.GET.get("hal"))
    rows = [(one, catalogue.out_on(one)) for one in page]
    return render(request, "sectoral/catalogue/list.html", {"form": form, "page": page, "rows": rows})
