"""One conflict, which the agencies settle on this page together: the numbers side by side, what was said, what next."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from selaras.government.models import Agency, Region
from selaras.people.models import Account
from selaras.people.pages.doors import done, only, visitor
from selaras.sectoral.actions.deciding import decide
from selaras.sectoral.actions.discussing import agree, hand_over, propose, say
from selaras.sectoral.actions.reopening import reopen
from selaras.sectoral.conflicts import rules
from selaras.sectoral.conflicts.agreeing import standing
from selaras.sectoral.conflicts.choices import all_hold, choices_of, chosen
from selaras.sectoral.conflicts.deadline import explained
from selaras.sectoral.conflicts.queries import conflicts_at_desk_of, words_visible_to
from selaras.sectoral.errors import NotNow
from selaras.sectoral.models import Conflict, Side
from selaras.sectoral.pages.dataset import MENDABLE
from selaras.sectoral.queries import versions_at_desk_of
from selaras.sectoral.rules import is_steward, reads_desk, works_with_data

_MOST_PARTS = 60


@require_safe
@only(reads_desk)
def conflict_page(request: HttpRequest, pk: int) -> HttpResponse:
    person = visitor(request)
    found = conflicts_at_desk_of(person).prefetch_related("sides__agency", "sides__version__dataset")
    conflict = get_object_or_404(found, pk=pk)
    sides = list(conflict.sides.all())
    contested = [side for side in sides if side.role in Side.CONTESTED]
    others = [side for side in sides if side.role not in Side.CONTESTED]
    words = list(words_visible_to(person).filter(conflict=conflict))
    last = standing(conflict, words)
    agencies = {side.agency_id: side.agency for side in sides} | {conflict.owner_id: conflict.owner}
    by_agreement = last.proposal is not None
    context = {
        "conflict": conflict,
        "region": Region.objects.filter(pk=conflict.region).first(),
        "contested": contested,
        "others": others[:_MOST_PARTS],
        "more": max(len(others) - _MOST_PARTS, 0),
        "open_versions": set(
            versions_at_desk_of(person).filter(pk__in={side.version_id for side in sides}).values_list("pk", flat=True)
        ),
        "words": words,
        "last": last,
        "agreed": [agencies[key] for key in last.agreed if key in agencies],
        "missing": [agencies[key] for key in last.missing if key in agencies],
        "all_hold": all_hold(conflict.kind),
        "choices": choices_of(conflict, contested),
        "involved": list(agencies.values()),
        "explained": explained(conflict),
        "overdue": conflict.is_overdue(timezone.localdate()),
        "takes_part": rules.takes_part(person, conflict),
        "may_agree": bool(rules.speaks_for(person, conflict) & last.missing),
        "may_decide_all": rules.decides(person, conflict, (), by_agreement=False),
        "may_decide": rules.decides(person, conflict, last.agreed, by_agreement=by_agreement),
        "may_hand_over": is_steward(person) or conflict.owner_id in rules.own_agencies(person),
    }
    return render(request, "sectoral/conflicts/conflict.html", context)


Deed = Callable[[Conflict, Any, Account], Any]


def _chosen(conflict: Conflict, said: Any) -> tuple[Decimal | None, str]:
    contested = conflict.sides.filter(role__in=Side.CONTESTED).select_related("agency")
    return chosen(choices_of(conflict, contested), said)


def _propose(conflict: Conflict, said: Any, who: Account) -> None:
    number, unit = _chosen(conflict, said)
    propose(conflict, number, unit, said.get("why", ""), actor=who)


def _agree(conflict: Conflict, said: Any, who: Account) -> None:
    key = said.get("proposal", "")
    agree(conflict, int(key) if key.isdecimal() else 0, actor=who)


def _decide(conflict: Conflict, said: Any, who: Account) -> None:
    """What was chosen; or, where nothing can be chosen, the proposal that stands."""
    if "choice" in said:
        number, unit = _chosen(conflict, said)
    else:
        last = standing(conflict).proposal
        if last is None:
            raise NotNow(_("Pilih dahulu angka mana yang dipakai."))
        number, unit = last.value, last.unit
    decide(conflict, number, unit, said.get("why", ""), actor=who)


def _hand_over(conflict: Conflict, said: Any, who: Account) -> None:
    key = said.get("agency", "")
    agency = Agency.objects.filter(pk=int(key) if key.isdecimal() else 0).first()
    if agency is None:
        raise NotNow(_("Pilih perangkat daerah yang angkanya ikut dibandingkan."))
    hand_over(conflict, agency, said.get("why", ""), actor=who)


_DEEDS: dict[str, tuple[Deed, Any]] = {
    "say": (
        lambda one, said, who: say(one, said.get("text", ""), actor=who),
        gettext_lazy("Keterangan Anda tersimpan."),
    ),
    "propose": (_propose, gettext_lazy("Usul Anda tersimpan. Perangkat daerah lain dapat menyetujuinya.")),
    "agree": (_agree, gettext_lazy("Persetujuan Anda tersimpan.")),
    "decide": (_decide, gettext_lazy("Selisih ini diputus.")),
    "hand-over": (_hand_over, gettext_lazy("Penanggung jawabnya diganti.")),
    "reopen": (
        lambda one, said, who: reopen(one, said.get("why", ""), actor=who),
        gettext_lazy("Selisih ini dibuka lagi."),
    ),
}


@require_POST
@only(works_with_data)
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """One button of the conflict's page; the action says who may press it and when."""
    conflict = get_object_or_404(conflicts_at_desk_of(visitor(request)), pk=pk)
    deed, told = _DEEDS.get(request.POST.get("deed", ""), (_no_deed, ""))
    who = visitor(request)
    return done(request, lambda: deed(conflict, request.POST, who), str(told), "data-conflict", pk, mendable=MENDABLE)


def _no_deed(_conflict: Conflict, _said: Any, _who: Account) -> None:
    raise NotNow(_("Pilih dahulu langkahnya."))
