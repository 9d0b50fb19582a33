"""The desk of the surveys: every service with its newest period, and a new service described."""

from __future__ import annotations

from django import forms
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.government.models import Agency
from selaras.people.pages.doors import only, visitor
from selaras.people.queries import Person
from selaras.satisfaction import rules
from selaras.satisfaction.actions.describing import Described, change_service, describe_service
from selaras.satisfaction.errors import Incomplete
from selaras.satisfaction.models import Service, Survey
from selaras.satisfaction.queries import agencies_of, overdue_at_desk_of, services_at_desk_of, to_ask_again

_STATES = dict(Survey.State.choices)


@only(rules.reads_desk)
@require_safe
def services_page(request: HttpRequest) -> HttpResponse:
    person = visitor(request)
    services = list(_with_newest(person))
    again = set(to_ask_again(person, timezone.localdate()).values_list("pk", flat=True))
    context = {
        "again": again,
        "overdue": list(overdue_at_desk_of(person, timezone.localdate())),
        "rows": [(one, _(_STATES[state]) if (state := getattr(one, "newest_state", None)) else "") for one in services],
        "open": sum(getattr(one, "newest_state", "") == Survey.State.OPEN for one in services),
        "may_add": rules.keeps_surveys(person),
    }
    return render(request, "satisfaction/desk/services.html", context)


def _with_newest(person: Person) -> QuerySet[Service]:
    newest = Survey.objects.filter(service=OuterRef("pk")).order_by("-opens_on", "-pk")
    return services_at_desk_of(person).annotate(
        newest_key=Subquery(newest.values("key")[:1]),
        newest_name=Subquery(newest.values("name")[:1]),
        newest_state=Subquery(newest.values("state")[:1]),
        newest_index=Subquery(newest.values("result__index")[:1]),
    )


class ServiceForm(forms.Form):
    """What may be said anew of a service."""

    name = forms.CharField(label=gettext_lazy("Nama layanan"), required=False)
    population = forms.IntegerField(
        label=gettext_lazy("Orang yang dilayani selama satu periode"),
        help_text=gettext_lazy("Dari register layanan. Dari angka ini dihitung berapa jawaban yang diperlukan."),
        required=False,
        error_messages={"invalid": gettext_lazy("Tulis angka bulat, misalnya 1200.")},
        max_value=2_000_000_000,
    )
    legal_basis = forms.CharField(label=gettext_lazy("Dasar hukum layanan"), required=False)


class NewServiceForm(ServiceForm):
    code = forms.CharField(
        label=gettext_lazy("Kode tetap"),
        help_text=gettext_lazy("Huruf kecil, angka, tanda hubung; tidak berubah lagi. Misalnya layanan-informasi."),
        required=False,
    )
    agency = forms.ModelChoiceField(
        label=gettext_lazy("Perangkat daerah"), queryset=Agency.objects.none(), required=False, empty_label=None
    )
    field_order = ("name", "code", "agency")

    def __init__(self, person: Person, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["agency"].queryset = agencies_of(person)  # type: ignore[attr-defined]


@only(rules.keeps_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def new_page(request: HttpRequest) -> HttpResponse:
    person = visitor(request)
    form = NewServiceForm(person, request.POST) if request.method == "POST" else NewServiceForm(person)
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        code, agency = told.pop("code").strip(), told.pop("agency")
        try:
            if agency is None:
                raise Incomplete({"agency": _("Pilih perangkat daerah yang memberi layanan ini.")})
            return redirect("survey-service", describe_service(code, agency, Described(**told), actor=person).code)
        except Incomplete as refused:
            _tell(form, refused)
    return render(request, "satisfaction/desk/new.html", {"form": form}, status=422 if form.errors else 200)


@only(rules.keeps_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def change_page(request: HttpRequest, code: str) -> HttpResponse:
    """The service described anew; its code and its agency stay."""
    person = visitor(request)
    service = get_object_or_404(services_at_desk_of(person), code=code)
    before = {name: getattr(service, name) for name in ServiceForm.base_fields}
    form = ServiceForm(request.POST) if request.method == "POST" else ServiceForm(initial=before)
    if request.method == "POST" and form.is_valid():
        try:
            change_service(service, Described(**form.cleaned_data), actor=person)
        except Incomplete as refused:
            _tell(form, refused)
        else:
            return redirect("survey-service", code)
    context = {"form": form, "service": service}
    return render(request, "satisfaction/desk/change.html", context, status=422 if form.errors else 200)


def _tell(form: forms.Form, refused: Incomplete) -> None:
    for name, sentence in refused.fields.items():
        form.add_error(name, sentence)
