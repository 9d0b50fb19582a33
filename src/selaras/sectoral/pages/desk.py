"""The desk of sectoral data: what there is and what waits, and a new dataset described."""

from __future__ import annotations

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.government.models import Agency
from selaras.people.pages.doors import only, visitor
from selaras.people.queries import Person
from selaras.sectoral import rules
from selaras.sectoral.actions.describing import Described, describe_dataset
from selaras.sectoral.errors import Incomplete
from selaras.sectoral.models import Dataset, Version
from selaras.sectoral.queries import agencies_of, datasets_at_desk_of, versions_at_desk_of, with_newest

_ON_A_PAGE = 25
_STATES = dict(Version.State.choices)


@require_safe
@only(rules.reads_desk)
def desk_page(request: HttpRequest) -> HttpResponse:
    """Every dataset with its newest version; what the steward must look at is told first."""
    person = visitor(request)
    page = Paginator(with_newest(datasets_at_desk_of(person)), _ON_A_PAGE).get_page(request.GET.get("hal"))
    context = {
        "page": page,
        "rows": [(one, _state_word(getattr(one, "newest_state", None))) for one in page],
        "waiting": versions_at_desk_of(person).filter(state=Version.State.SUBMITTED).order_by("submitted_at"),
        "may_add": rules.works_with_data(person),
    }
    return render(request, "sectoral/desk.html", context)


def _state_word(state: str | None) -> str:
    return _(_STATES[state]) if state else ""


class DatasetForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Judul"), required=False)
    code = forms.CharField(
        label=gettext_lazy("Kode tetap"),
        help_text=gettext_lazy("Huruf kecil, angka, tanda hubung; tidak berubah lagi. Misalnya jumlah-penduduk."),
        required=False,
    )
    summary = forms.CharField(
        label=gettext_lazy("Ringkasan isi"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    agency = forms.ModelChoiceField(
        label=gettext_lazy("Produsen data"), queryset=Agency.objects.none(), required=False, empty_label=None
    )
    frequency = forms.ChoiceField(label=gettext_lazy("Terbit"), required=False)
    concept = forms.CharField(label=gettext_lazy("Konsep"), help_text=gettext_lazy("Hal yang diukur."), required=False)
    definition = forms.CharField(
        label=gettext_lazy("Definisi"),
        help_text=gettext_lazy("Apa yang dihitung dan apa yang tidak."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    classification = forms.CharField(label=gettext_lazy("Klasifikasi"), required=False)
    measure = forms.CharField(label=gettext_lazy("Ukuran"), required=False)
    unit = forms.CharField(label=gettext_lazy("Satuan"), required=False)
    contact_unit = forms.CharField(
        label=gettext_lazy("Bagian yang menjawab pertanyaan"),
        help_text=gettext_lazy("Nama bidang atau seksi, bukan nama orang."),
        required=False,
    )
    contact_email = forms.CharField(label=gettext_lazy("Surel bagian itu"), required=False)

    def __init__(self, person: Person, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        agency, frequency = self.fields["agency"], self.fields["frequency"]
        assert isinstance(agency, forms.ModelChoiceField)  # noqa: S101 - declared above
        assert isinstance(frequency, forms.ChoiceField)  # noqa: S101 - declared above
        agency.queryset = agencies_of(person)
        frequency.choices = [(key, _(word)) for key, word in Dataset.Frequency.choices]


@require_http_methods(["GET", "HEAD", "POST"])
@only(rules.works_with_data)
def new_page(request: HttpRequest) -> HttpResponse:
    form = DatasetForm(visitor(request), request.POST) if request.method == "POST" else DatasetForm(visitor(request))
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        code, agency = told.pop("code").strip(), told.pop("agency")
        try:
            if agency is None:
                raise Incomplete({"agency": _("Pilih perangkat daerah yang membuat data ini.")})
            made = describe_dataset(code, agency, Described(**told), actor=visitor(request))
        except Incomplete as refused:
            for name, sentence in refused.fields.items():
                form.add_error(name, sentence)
        else:
            return redirect("data-standard", made.code)
    return render(request, "sectoral/new.html", {"form": form}, status=422 if form.errors else 200)
