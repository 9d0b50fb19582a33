"""The page of one public body: its desk, who answers there, what it publishes, how it serves."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from selaras.disclosure import queries, rules
from selaras.disclosure.models import Officer, PublicBody
from selaras.disclosure.network import services, state_of
from selaras.disclosure.pages.network.words import SHOWN
from selaras.government.models import Region
from selaras.people.pages.fields import worded

_FEW = 5  # trainings that are shown


@require_safe
def body_page(request: HttpRequest, code: str) -> HttpResponse:
    """Everybody reads it; the way to change it is shown to whom it is open."""
    found = queries.bodies().select_related("region__parent", "helper", "superior")
    body, today = get_object_or_404(found, code=code), timezone.localdate()
    state = state_of(body, today)
    ((_state, service),) = services([state], today)
    officers = list(body.officers.order_by("-since", "-pk"))
    in_post = set(queries.officers_in_post(today).filter(body=body).values_list("pk", flat=True))
    context: dict[str, Any] = {
        "body": body,
        "state": state,
        "shown": SHOWN[state.stage],
        "service": service,
        "score": service.score,
        "parts": parts_of(state),
        "posts": by_post([one for one in officers if one.pk in in_post]),
        "former": [one for one in officers if one.pk not in in_post],
        "trainings": body.trainings.all()[:_FEW],
        "within": villages_of(body),
        "may_change": rules.keeps_body(request.user, body),
    }
    return render(request, "disclosure/network/body.html", context)


def parts_of(state: Any) -> list[tuple[Any, bool]]:
    """What a desk is formed of, and whether it is there."""
    return [
        (_("keputusan pembentukan"), state.decree),
        (_("pejabat"), state.officers),
        (_("alamat dan jam layanan"), state.desk),
    ]


def by_post(officers: list[Officer]) -> list[tuple[Any, list[Officer]]]:
    """Every post in the order of the decree, with those who hold it."""
    return [(word, [one for one in officers if one.post == post]) for post, word in worded(Officer.Post.choices)]


def villages_of(body: PublicBody) -> int:
    """How many bodies lie in a district; none in what is no district."""
    if body.kind != PublicBody.Kind.DISTRICT:
        return 0
    return PublicBody.objects.filter(region__parent=body.region_id, region__level=Region.Level.VILLAGE).count()
