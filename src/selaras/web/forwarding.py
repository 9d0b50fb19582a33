"""From the room of exposure to the forum: fixes that need money become one proposal.

The rooms know nothing of each other; here their actions meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid5

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from selaras.exposure import rules
from selaras.exposure.actions.looking import look_at
from selaras.exposure.actions.proposing_fixes import note_proposed
from selaras.exposure.errors import ExposureError
from selaras.exposure.models import Fix
from selaras.exposure.planning_fixes import digest_of, measures
from selaras.exposure.queries import candidates_visible_to
from selaras.exposure.viewing import view_of
from selaras.forum.actions.forwarding import PROBLEM, TITLE, propose_upkeep
from selaras.forum.errors import ForumError
from selaras.forum.models import Forum, Proposal
from selaras.forum.queries import current_forum
from selaras.government.models import Region
from selaras.people.errors import NotAllowed
from selaras.people.models import Account
from selaras.people.pages.doors import only, visitor

_SENT = UUID("8d2f41f0-93a7-4b0e-9a53-5d0c6a2f7e14")  # one space of keys: the same fixes sent twice are one proposal


class PlaceForm(forms.Form):
    kecamatan = forms.ModelChoiceField(
        label=gettext_lazy("Kecamatan tempat pekerjaan"),
        queryset=Region.objects.none(),
        empty_label=None,
        error_messages={
            "required": gettext_lazy("Pilih kecamatan."),
            "invalid_choice": gettext_lazy("Pilih salah satu yang tersedia."),
        },
    )

    def __init__(self, districts: QuerySet[Region], given: object = None) -> None:
        super().__init__(given)  # type: ignore[arg-type]
        place = self.fields["kecamatan"]
        assert isinstance(place, forms.ModelChoiceField)  # noqa: S101 - declared above
        place.queryset = districts


@only(rules.keeps_inventory)
@require_http_methods(["GET", "HEAD", "POST"])
def propose_page(request: HttpRequest) -> HttpResponse:
    """What the forum will read, word for word, before it is sent."""
    person, forum = visitor(request), current_forum(request.user)
    look_at("fixes", actor=person)
    chosen = (request.POST if request.method == "POST" else request.GET).getlist("coba")
    fixes = list(candidates_visible_to(person).filter(key__in=chosen, proposed_as=""))
    districts = Region.objects.filter(level=Region.Level.DISTRICT, parent=forum.cycle.region_id if forum else None)
    form = PlaceForm(districts, request.POST if request.method == "POST" else None)
    evidence = _evidence(person, fixes)
    if request.method == "POST" and forum and fixes and form.is_valid():
        try:
            seen = request.POST.get("sidik", "")
            made = send_to_forum(forum, form.cleaned_data["kecamatan"], fixes, seen, actor=person)
        except NotAllowed:
            raise
        except (ExposureError, ForumError) as refused:
            form.add_error(None, str(refused))
        else:
            told = {"number": made.number}
            messages.success(request, _("Usulan %(number)s masuk ke forum tanpa menyebut sistemnya.") % told)
            return redirect("exposure-fixes")
    context = {
        "form": form,
        "forum": forum,
        "fixes": fixes,
        "cost": sum(fix.cost for fix in fixes),
        "evidence": evidence,
        "title": TITLE,
        "problem": PROBLEM.format(evidence=evidence[:12]),
    }
    return render(request, "web/propose_fixes.html", context, status=422 if form.errors else 200)


@transaction.atomic
def send_to_forum(forum: Forum, district: Region, fixes: Sequence[Fix], evidence: str, *, actor: Account) -> Proposal:
    """One proposal for all of them, so that their number stays unknown too; each notes its number.

    `evidence`: the digest on the page that the sender looked at. Raises what `propose_upkeep` and `note_proposed` do.
    """
    submission = uuid5(_SENT, " ".join(sorted(fix.key for fix in fixes)))
    cost = sum(fix.cost for fix in fixes)
    made = propose_upkeep(forum, district, cost, evidence=evidence, submission=submission, actor=actor)
    note_proposed(fixes, made.number, evidence, actor=actor)
    return made


def _evidence(person: Account, fixes: Sequence[Fix]) -> str:
    view = view_of(person)
    return digest_of(view, measures(view, fixes))
