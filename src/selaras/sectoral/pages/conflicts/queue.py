"""The conflicts that a person has to do with: what is one's own and overdue first, and the last search."""

from __future__ import annotations

from django import forms
from django.core.paginator import Paginator
from django.db.models import BooleanField, Case, F, Prefetch, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from selaras.government.models import Agency, Region
from selaras.people.pages.doors import done, only, visitor
from selaras.people.queries import Person
from selaras.sectoral import rules
from selaras.sectoral.actions.looking import look_for_conflicts
from selaras.sectoral.conflicts.queries import conflicts_at_desk_of, latest_look
from selaras.sectoral.conflicts.rules import looks, own_agencies
from selaras.sectoral.models import Conflict, Side
from selaras.sectoral.pages.dataset import MENDABLE

State = Conflict.State
_ON_A_PAGE = 25


class Filter(forms.Form):
    keadaan = forms.ChoiceField(label=gettext_lazy("Keadaan"), required=False)
    jenis = forms.ChoiceField(label=gettext_lazy("Jenis"), required=False)
    opd = forms.ModelChoiceField(
        label=gettext_lazy("Perangkat daerah"),
        queryset=Agency.objects.none(),
        required=False,
        empty_label=gettext_lazy("Semua perangkat daerah"),
    )
    lewat = forms.BooleanField(label=gettext_lazy("Hanya yang lewat batas"), required=False)

    def __init__(self, found: QuerySet[Conflict], *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        states, kinds, agencies = self.fields["keadaan"], self.fields["jenis"], self.fields["opd"]
        assert isinstance(states, forms.ChoiceField)  # noqa: S101 - declared above
        assert isinstance(kinds, forms.ChoiceField)  # noqa: S101 - declared above
        assert isinstance(agencies, forms.ModelChoiceField)  # noqa: S101 - declared above
        rest = [(key, _(word)) for key, word in State.choices if key != State.OPEN]
        states.choices = [("", _(State.OPEN.label)), *rest]
        kinds.choices = [("", _("Semua jenis")), *((key, _(word)) for key, word in Conflict.Kind.choices)]
        sides = Side.objects.filter(conflict__in=found.values("pk"))
        agencies.queryset = Agency.objects.filter(pk__in=sides.values("agency")).order_by("name", "pk")

    @property
    def narrows(self) -> bool:
        return any(self.cleaned_data.values())

    def applied(self, found: QuerySet[Conflict]) -> QuerySet[Conflict]:
        told = self.cleaned_data
        found = found.filter(state=told["keadaan"] or State.OPEN)
        if told["jenis"]:
            found = found.filter(kind=told["jenis"])
        if told["opd"]:
            found = found.filter(pk__in=Side.objects.filter(agency=told["opd"]).values("conflict"))
        if told["lewat"]:
            found = found.filter(due_on__lt=timezone.localdate())
        return found


@require_safe
@only(rules.reads_desk)
def queue_page(request: HttpRequest) -> HttpResponse:
    person = visitor(request)
    seen = conflicts_at_desk_of(person)
    form = Filter(seen, request.GET)
    form.is_valid()
    form.cleaned_data = {name: form.cleaned_data.get(name) for name in form.fields}  # a wrong choice narrows nothing
    page = Paginator(_ordered(form.applied(seen), person), _ON_A_PAGE).get_page(request.GET.get("hal"))
    context = {
        "form": form,
        "page": page,
        "regions": dict(Region.objects.filter(pk__in={one.region for one in page}).values_list("code", "name")),
        "today": timezone.localdate(),
        "look": latest_look(),
        "may_look": looks(person),
    }
    return render(request, "sectoral/conflicts/queue.html", context)


def _ordered(found: QuerySet[Conflict], person: Person) -> QuerySet[Conflict]:
    """Own ones first, each by its deadline; those without one last."""
    own = own_agencies(person)
    mine = Case(When(owner__in=own, then=Value(value=True)), default=Value(value=False), output_field=BooleanField())
    contested = Side.objects.filter(role__in=Side.CONTESTED).select_related("agency")
    return (
        found.annotate(mine=mine)
        .prefetch_related(Prefetch("sides", contested, to_attr="contested"))
        .order_by("-mine", F("due_on").asc(nulls_last=True), "pk")
    )


@require_POST
@only(rules.works_with_data)
def look(request: HttpRequest) -> HttpResponse:
    told = _("Pencarian dimulai. Muat ulang halaman ini sebentar lagi.")
    who = visitor(request)
    return done(request, lambda: look_for_conflicts(actor=who), told, "data-conflicts", mendable=MENDABLE)
