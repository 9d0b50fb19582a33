"""One period at the desk: how it stands, its link, and the next step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from selaras.engines.survey import TooFew
from selaras.people.models import Account
from selaras.people.pages.doors import done, only, visitor
from selaras.people.pages.fields import day_of
from selaras.satisfaction import rules
from selaras.satisfaction.actions.periods import close, move_last_day
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.errors import NotNow, SatisfactionError
from selaras.satisfaction.exports.poster import address_of
from selaras.satisfaction.following import followed
from selaras.satisfaction.keeping import found_in
from selaras.satisfaction.measuring import coming_in
from selaras.satisfaction.models import Survey
from selaras.satisfaction.queries import surveys_at_desk_of
from selaras.satisfaction.showing import channels_of, shown


@only(rules.reads_desk)
@require_safe
def survey_page(request: HttpRequest, key: str) -> HttpResponse:
    person = visitor(request)
    survey = get_object_or_404(surveys_at_desk_of(person), key=key)
    today, is_open = timezone.localdate(), survey.state == Survey.State.OPEN
    context = {
        "survey": survey,
        "service": survey.service,
        "link": address_of(survey),
        "own_desks": survey.service.desks.all(),
        "ahead": survey.is_ahead(today),
        "past": is_open and today > survey.closes_on,
        "may_keep": rules.keeps_for(person, survey.service.agency),
        "may_type": rules.types_in_for(person, survey.service),
        "answers": survey.answers.count(),
        "comments": 0 if is_open else survey.answers.exclude(comment="").count(),
        **(_coming_in(survey) if is_open else _found(survey)),
    }
    return render(request, "satisfaction/desk/survey.html", context)


def _coming_in(survey: Survey) -> dict[str, Any]:
    told = coming_in(survey)
    return {"coming_in": told, "channels": channels_of(told)}


def _found(survey: Survey) -> dict[str, Any]:
    """As it was published; before that, as it was closed."""
    if survey.is_published:
        return {"followed": followed(survey.result), **shown(survey.result.figures)}
    try:
        return shown(found_in(survey))
    except TooFew as few:
        return {"too_few": str(few)}


Deed = Callable[[Survey, Account], Any]
_DEEDS: dict[str, tuple[Deed, Any]] = {
    "close": (lambda one, who: close(one, actor=who), gettext_lazy("Survei ditutup. Kunci gawai sudah dihapus.")),
    "publish": (lambda one, who: publish(one, actor=who), gettext_lazy("Hasilnya diumumkan. Semua orang membacanya.")),
}


@require_POST
@only(rules.keeps_surveys)
def act(request: HttpRequest, key: str) -> HttpResponse:
    """One button of the period's page; the action says who may press it and when."""
    survey = get_object_or_404(surveys_at_desk_of(visitor(request)), key=key)
    if request.POST.get("deed") == "move":
        return _moved(request, survey)
    deed, told = _DEEDS.get(request.POST.get("deed", ""), (_no_deed, ""))
    who = visitor(request)
    return done(request, lambda: deed(survey, who), str(told), "survey-period", key, mendable=(SatisfactionError,))


def _moved(request: HttpRequest, survey: Survey) -> HttpResponse:
    day, who = day_of(request.POST.get("closes_on", "")), visitor(request)
    told = _("Hari terakhirnya dipindahkan. Poster yang sudah dicetak masih menyebut hari yang lama.")
    deed = partial(move_last_day, survey, day, actor=who)
    return done(request, deed, told, "survey-period", survey.key, mendable=(SatisfactionError,))


def _no_deed(_survey: Survey, _who: Account) -> None:
    raise NotNow(_("Pilih dahulu langkahnya."))
