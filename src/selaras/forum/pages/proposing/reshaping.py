"""The history of one proposal for who works here, and what can be done with it: merge, split, send on, undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from selaras.forum import queries, rules
from selaras.forum.actions.recommending import may_recommend
from selaras.forum.actions.reshaping import merge, reroute, split
from selaras.forum.errors import ForumError, Incomplete, NotAllowed
from selaras.forum.levels import levels_of
from selaras.forum.models import Forum, GroupMember, Proposal
from selaras.forum.pages.doors import for_those
from selaras.forum.pages.proposing.reshaping_forms import MergeForm, RerouteForm, SplitForm
from selaras.forum.pages.proposing.timeline import timeline
from selaras.people.pages.doors import visitor
from selaras.people.queries import Person, has_role


@for_those(has_role)
@require_safe
def history_page(request: HttpRequest, _forum: Forum, pk: int) -> HttpResponse:
    """Who did what, with the names of the accounts, the photos, and what this person can do."""
    proposal = _shown(request, pk)
    context = {
        "proposal": proposal,
        "lines": timeline(proposal, request.user),
        "photos": proposal.photos.all(),
        "batch": proposal.row.batch if proposal.row else None,
        "acts": acts_of(request.user, proposal),
    }
    return render(request, "forum/proposing/history.html", context)


def acts_of(person: Person, proposal: Proposal) -> dict[str, bool]:
    """What this person can do with a proposal that stands."""
    stands = not proposal.ending
    return {
        "change": stands and rules.may_change(person, proposal) and rules.may_propose(person),
        "recommend": stands and any(may_recommend(person, level, proposal) for level in levels_of(person)),
        "reshape": stands and rules.may_reshape(person, proposal),
        "reroute": stands and rules.may_reroute(person, proposal),
    }


def _shown(request: HttpRequest, pk: int) -> Proposal:
    visible = queries.proposals_visible_to(request.user)
    related = ("forum__cycle", "village", "district", "agency", "handler", "row__batch")
    return get_object_or_404(visible.select_related(*related).defer("row__batch__content"), pk=pk)


@for_those(has_role)
@require_http_methods(["GET", "POST"])
def merge_page(request: HttpRequest, _forum: Forum, pk: int) -> HttpResponse:
    """Let this proposal stand for others."""
    proposal = _allowed(request, pk, rules.may_reshape)
    alike = GroupMember.objects.filter(group__members__proposal=proposal, proposal__ending="").exclude(
        proposal=proposal
    )
    start = {"numbers": "\n".join(alike.values_list("proposal__number", flat=True))}
    form = MergeForm(proposal.forum, request.POST or None, initial=start)
    return _done(
        request,
        form,
        proposal,
        lambda given: merge(
            given["numbers"],
            proposal,
            volume=given["volume"],
            cost=given["cost"],
            reason=given["reason"],
            actor=visitor(request),
        ),
        {
            "head": _("Gabung usulan lain ke dalam usulan ini"),
            "lead": _(
                "Usulan yang digabung tidak lagi diputuskan sendiri. Semuanya tetap dapat dibaca dan dibatalkan."
            ),
            "act": _("Gabung"),
        },
    )


@for_those(has_role)
@require_http_methods(["GET", "POST"])
def split_page(request: HttpRequest, _forum: Forum, pk: int) -> HttpResponse:
    """Make several proposals of this one."""
    proposal = _allowed(request, pk, rules.may_reshape)
    form = SplitForm(request.POST or None, initial={"title1": proposal.title})
    return _done(
        request,
        form,
        proposal,
        lambda given: split(proposal, form.pieces, reason=given["reason"], actor=visitor(request)),
        {
            "head": _("Pecah usulan ini"),
            "lead": _("Tulis sedikitnya dua bagian. Usulan asli tetap dapat dibaca, tetapi bagiannya yang diputuskan."),
            "act": _("Pecah"),
        },
    )


@for_those(has_role)
@require_http_methods(["GET", "POST"])
def reroute_page(request: HttpRequest, _forum: Forum, pk: int) -> HttpResponse:
    """Send this proposal on to another agency."""
    proposal = _allowed(request, pk, rules.may_reroute)
    form = RerouteForm(proposal.forum, request.POST or None)
    return _done(
        request,
        form,
        proposal,
        lambda given: reroute(proposal, given["agency"], reason=given["reason"], actor=visitor(request)),
        {
            "head": _("Teruskan ke perangkat daerah lain"),
            "lead": _("Perangkat daerah yang diminta pengusul tetap tercatat."),
            "act": _("Teruskan"),
        },
    )


def _allowed(request: HttpRequest, pk: int, may: Callable[[Person, Proposal], bool]) -> Proposal:
    proposal = _shown(request, pk)
    if not may(request.user, proposal):
        raise PermissionDenied(_("Akun Anda tidak berhak melakukan ini."))
    return proposal


def _done(
    request: HttpRequest,
    form: forms.Form,
    proposal: Proposal,
    act: Callable[[dict[str, Any]], object],
    words: dict[str, str],
) -> HttpResponse:
    """Do it where the form is right and go to the history; else the form again with what is wrong beside its field."""
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except NotAllowed:
            raise
        except Incomplete as wrong:
            for field, sentence in wrong.fields.items():
                form.add_error(field if field in form.fields else None, sentence)
        except ForumError as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("Sudah disimpan di riwayat."))
            return redirect("proposal-desk", proposal.pk)
    return render(request, "forum/proposing/reshape.html", {"form": form, "proposal": proposal, **words})
