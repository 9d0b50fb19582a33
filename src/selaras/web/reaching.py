"""Where the next sites help most, with candidates from the forum's proposals; a chosen one goes to the forum.

The rooms of outreach and forum know nothing of each other; here their queries and actions meet.
"""

from __future__ import annotations

import re
from decimal import Decimal
from uuid import UUID, uuid5

from django import forms
from django.contrib import messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from selaras.forum.actions.forwarding import SiteWanted, propose_site
from selaras.forum.errors import ForumError
from selaras.forum.models import Forum, Outcome, Proposal
from selaras.forum.queries import current_forum, proposals_visible_to
from selaras.outreach.reach import rules
from selaras.outreach.reach.errors import Incomplete
from selaras.outreach.reach.queries import Known, known_of, villages_within
from selaras.outreach.reach.siting import Answer, Candidate, Chosen, Wish, centres_of, where_next
from selaras.people.errors import NotAllowed
from selaras.people.models import Account
from selaras.people.pages.doors import only, visitor
from selaras.web.siting_evidence import evidence_of

_SENT = UUID("5d0f7c3e-6c1b-4f0a-9b8e-1f6f2f0a7c55")  # one space of keys: the same site sent twice is one proposal
# Whole words, in what SQLite and PostgreSQL both read: a village also asks for towers of water and of mosques.
_ASKS = r"(^|[^a-z])((menara|tower)\s+(telekomunikasi|selul[ae]r)|sinyal|blank[\s-]?spot|bts)([^a-z]|$)"
# Better signal for a hamlet may be asked for at the cost of an antenna: only who names a mast tells what one costs.
_MAST = re.compile(r"\b(menara|tower|bts)\b", re.IGNORECASE)


class WishForm(forms.Form):
    km = forms.FloatField(label=gettext_lazy("Jangkauan satu menara, km"), min_value=0.1, max_value=40)
    menara = forms.IntegerField(label=gettext_lazy("Jumlah menara"), min_value=1, max_value=50, required=False)
    dana = forms.IntegerField(label=gettext_lazy("atau dana, rupiah"), min_value=1, max_value=10**13, required=False)
    biaya = forms.IntegerField(
        label=gettext_lazy("Biaya satu menara, rupiah"), min_value=1, max_value=10**13, required=False
    )
    adil = forms.BooleanField(label=gettext_lazy("Angkat dahulu kecamatan yang paling tertinggal"), required=False)
    tanpa_kabar = forms.BooleanField(label=gettext_lazy("Hitung juga desa yang belum diketahui"), required=False)

    def wish(self) -> Wish:
        told = self.cleaned_data
        return Wish(
            told["km"],
            sites=told["menara"] or 0,
            rupiah=told["dana"] or 0,
            cost=told["biaya"] or 0,
            fair=told["adil"],
            unknown=told["tanpa_kabar"],
        )


@only(rules.keeps_reach)
@require_safe
def next_page(request: HttpRequest) -> HttpResponse:
    form = WishForm(request.GET or None)
    answer = _answered(request, form) if request.GET and form.is_valid() else None
    context = {
        "form": form,
        "answer": answer,
        "unknown": answer and form.cleaned_data["tanpa_kabar"],
        "forum": current_forum(request.user),
        "cost": form.cleaned_data.get("biaya") if answer else None,
        "asked": request.GET.urlencode(),
    }
    return render(request, "web/signal_next.html", context, status=422 if form.errors else 200)


@require_POST
@only(rules.keeps_reach)
def propose(request: HttpRequest) -> HttpResponse:
    """The site is reckoned again from the same question, so that nobody sends evidence of their own making."""
    person, forum, form = visitor(request), current_forum(request.user), WishForm(request.GET)
    answer = _answered(request, form) if form.is_valid() else None
    wanted = request.POST.get("site", "")
    chosen = next((one for one in answer.chosen if one.candidate.key == wanted), None) if answer else None
    if forum is None or answer is None or chosen is None:
        messages.error(request, _("Menara ini tidak lagi ada dalam hasil hitungan. Hitung lagi, lalu usulkan."))
    elif chosen.candidate.proposal:
        told = {"number": chosen.candidate.proposal}
        messages.info(request, _("Menara ini sudah diusulkan sebagai %(number)s.") % told)
    else:
        _sent(request, forum, form.wish(), answer, chosen, person)
    return redirect(f"{reverse('signal-next')}?{request.GET.urlencode()}")


def _answered(request: HttpRequest, form: WishForm) -> Answer | None:
    known = known_of(villages_within(""))
    try:
        return where_next(known, _candidates(visitor(request), known), form.wish())
    except Incomplete as lacks:
        for sentence in lacks.fields.values():
            form.add_error(None, sentence)
        return None


def _candidates(person: Account, known: list[Known]) -> list[Candidate]:
    """The middle of every village; where the public asks for a mast, the place that it names and its cost."""
    centres = {one.village.pk: one for one in centres_of(known)}
    forum = current_forum(person)
    if forum is None:
        return list(centres.values())
    asked_for = [candidate for one in _asking(person, forum) if (candidate := _of(one, centres))]
    taken = {(one.latitude, one.longitude) for one in asked_for}  # the middle that a proposal names is the proposal
    return [*asked_for, *(one for one in centres.values() if (one.latitude, one.longitude) not in taken)]


def _asking(person: Account, forum: Forum) -> QuerySet[Proposal]:
    """Proposals for a mast that still stand: not withdrawn, merged or split, nor rejected for good."""
    rejected = Outcome.objects.filter(
        proposal=OuterRef("pk"),
        status=Proposal.Status.REJECTED,
        decision__current=True,
        decision__locked_at__isnull=False,
    )
    standing = proposals_visible_to(person).filter(~Exists(rejected), forum=forum, ending="")
    return standing.filter(title__iregex=_ASKS, village__isnull=False)


def _of(proposal: Proposal, centres: dict[str, Candidate]) -> Candidate | None:
    centre = centres.get(proposal.village_id or "")
    cost = proposal.cost if _MAST.search(proposal.title) else None
    if proposal.latitude is not None and proposal.longitude is not None and proposal.village:
        where = float(proposal.latitude), float(proposal.longitude)
        return Candidate(proposal.village, *where, proposal.number, cost)
    return centre and Candidate(centre.village, centre.latitude, centre.longitude, proposal.number, cost)


def _sent(request: HttpRequest, forum: Forum, wish: Wish, answer: Answer, chosen: Chosen, person: Account) -> None:
    candidate = chosen.candidate
    wanted = SiteWanted(
        candidate.village,
        Decimal(f"{candidate.latitude:.6f}"),
        Decimal(f"{candidate.longitude:.6f}"),
        candidate.cost or wish.cost,
        evidence_of(wish, answer, chosen),
    )
    withdrawn = forum.proposals.filter(village=candidate.village).exclude(ending="").count()
    key = uuid5(_SENT, f"{forum.pk} {candidate.key} {withdrawn}")  # one that stands no more may be asked for again
    try:
        made = propose_site(forum, wanted, submission=key, actor=person)
    except NotAllowed:
        raise
    except ForumError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Usulan %(number)s masuk ke forum dengan buktinya.") % {"number": made.number})
