"""The queue of the desks at which a person works, and for who oversees what is late anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from selaras.disclosure import desk, queries, rules
from selaras.disclosure.models import Clock, PublicBody, Request
from selaras.disclosure.pages.ticking import Ticking
from selaras.people.pages.doors import only, visitor

PAGE = 50
NOT_A_DESK = _("Permohonan informasi diurus oleh meja layanan dan atasan PPID-nya.")
TO_DO, ALL = "", "semua"
_GOING = frozenset({TO_DO, Request.State.CHECKING, Request.State.INCOMPLETE, Request.State.OPEN})
_STATES = [(TO_DO, _("Yang harus dikerjakan")), (ALL, _("Semua"))]


class QueueFilter(forms.Form):
    """Every field may stay empty; a wrong one is left out."""

    nomor = forms.CharField(label=_("Nomor permohonan"), required=False, max_length=60)
    keadaan = forms.ChoiceField(
        label=_("Keadaan"), required=False, choices=[*_STATES, *((key, _(word)) for key, word in Request.State.choices)]
    )
    badan = forms.ModelChoiceField(
        PublicBody.objects.none(), label=_("Badan publik"), required=False, empty_label=_("Semua meja saya"),
        to_field_name="code",
    )  # fmt: skip
    lewat = forms.BooleanField(label=_("Hanya yang lewat batas"), required=False)

    def __init__(self, data: QueryDict, desks: QuerySet[PublicBody]) -> None:
        super().__init__(data)
        self.fields["badan"].queryset = desks  # type: ignore[attr-defined]
        self.is_valid()

    @property
    def narrows(self) -> bool:
        """Whether anything was asked for."""
        return any(self.cleaned_data.values())

    @property
    def by_age(self) -> bool:
        asked = self.cleaned_data
        return bool(asked.get("nomor")) or asked.get("keadaan", TO_DO) not in _GOING

    def narrowed(self, cases: QuerySet[Any], today: date) -> QuerySet[Any]:
        """A number is looked for in every state, else only what is to do is shown unless a state was chosen.

        What is to do comes by its urgency, the rest by its age.
        """
        asked = self.cleaned_data
        if asked.get("badan"):
            cases = cases.filter(body=asked["badan"])
        if asked.get("lewat"):
            cases = desk.late(cases, today)
        ordered = desk.newest_first if self.by_age else desk.most_urgent_first
        return ordered(self._in_state(cases))

    def _in_state(self, cases: QuerySet[Any]) -> QuerySet[Any]:
        state = self.cleaned_data.get("keadaan", TO_DO)
        if self.cleaned_data.get("nomor"):
            return cases.filter(number__icontains=self.cleaned_data["nomor"].strip())
        if state == TO_DO:
            return desk.to_do(cases)
        return cases if state == ALL else cases.filter(state=state)


@dataclass(frozen=True)
class Row:
    case: Request
    ticking: Ticking | None


@only(rules.handles_requests, NOT_A_DESK)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The most urgent first; for a superior the objections before everything else."""
    person, today = visitor(request), timezone.localdate()
    desks = list(queries.desks_of(person))
    asked = QueueFilter(request.GET, queries.desks_of(person))
    cases = desk.cases_at_desk(person)
    keys = asked.narrowed(cases, today).values_list("pk", flat=True)
    page = Paginator(keys, PAGE).get_page(request.GET.get("hal"))
    context: dict[str, Any] = {
        "desks": desks,
        "form": asked,
        "page": page,
        "rows": [Row(case, _pressing(case, today)) for case in desk.in_order(cases, list(page))],
        "today": today,
        "many_desks": len(desks) > 1,
        "oversees": rules.oversees(person),
    }
    if not asked.narrows:
        context |= {
            "objections": list(desk.objections_before(person)[:PAGE]),
            "tests": desk.tests_before(person).count(),
        }
    return render(request, "disclosure/desk/queue.html", context)


def _pressing(case: Any, today: date) -> Ticking | None:
    """The clock of which the row tells: what binds the desk, else what binds somebody else."""
    bound = next((clock for clock in case.running if clock.kind in Clock.OF_DESK), None)
    clock = bound or next(iter(case.running), None)
    return Ticking(clock, today) if clock else None


@only(rules.oversees)
@require_safe
def overdue(request: HttpRequest) -> HttpResponse:
    """What any body let pass, without who asks and what."""
    today = timezone.localdate()
    clocks = desk.overdue_everywhere(visitor(request), today)
    page = Paginator(clocks, PAGE).get_page(request.GET.get("hal"))
    bodies = clocks.order_by().aggregate(many=Count("request__body", distinct=True))["many"]
    rows = [(clock, (today - clock.due_on).days) for clock in page if clock.due_on]
    return render(request, "disclosure/desk/overdue.html", {"page": page, "rows": rows, "bodies": bodies})
