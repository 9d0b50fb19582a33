"""The secretary's pages of the voting: prepare a round, open it, see how far it is, close it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.audit.models import Entry
from selaras.forum import queries, rules
from selaras.forum.actions import holding_rounds
from selaras.forum.errors import ForumError
from selaras.forum.models import Round
from selaras.forum.pages.doors import forum_here
from selaras.forum.pages.voting.forms import RoundForm
from selaras.forum.voting.rounds import progress, rounds_visible_to
from selaras.people.models import Account
from selaras.people.pages.doors import only, visitor

_staff = only(rules.sees_votes_held, gettext_lazy("Halaman ini untuk sekretariat forum."))


@require_safe
@_staff
def round_list(request: HttpRequest) -> HttpResponse:
    """Every round of the forum, the newest first."""
    forum = queries.current_forum(request.user)
    context = {"rounds": rounds_visible_to(request.user).filter(forum=forum), "may": rules.may_hold_votes(request.user)}
    return render(request, "forum/voting/round_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@only(rules.may_hold_votes, gettext_lazy("Hanya sekretaris forum yang dapat mengatur pemungutan suara."))
def new_round(request: HttpRequest) -> HttpResponse:
    """Prepare a round; nothing is asked of anybody before it is opened."""
    forum = forum_here(request)
    form = RoundForm(request.POST or None, forum=forum)
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data
        try:
            made = holding_rounds.prepare_round(
                forum,
                title=wanted["title"],
                kind=wanted["kind"],
                secret=bool(wanted["secret"]),
                proposals=form.proposals(),
                actor=visitor(request),
            )
        except ForumError as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("Ronde disiapkan. Periksa daftarnya, lalu buka."))
            return redirect("round", made.pk)
    return render(request, "forum/voting/new_round.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@_staff
def round_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One round: its items, how far it is, and the next step."""
    round_ = get_object_or_404(rounds_visible_to(request.user), pk=pk)
    if request.method == "POST":
        return _step(request, round_)
    reopenings = Entry.objects.filter(action="forum.round_reopened", subject=f"{round_.forum.slug}/{round_.pk}")
    context = {
        "round": round_,
        "items": round_.items.select_related("proposal__village"),
        "progress": progress(round_),
        "may": rules.may_hold_votes(request.user),
        "reopenings": reopenings,
    }
    return render(request, "forum/voting/round.html", context)


@require_safe
@_staff
def round_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The counts alone, for the page that asks again every few seconds."""
    round_ = get_object_or_404(rounds_visible_to(request.user), pk=pk)
    return render(request, "forum/voting/progress.html", {"round": round_, "progress": progress(round_)})


def _step(request: HttpRequest, round_: Round) -> HttpResponse:
    act = request.POST.get("act", "")
    try:
        told = _take(act, round_, request.POST.get("reason", ""), visitor(request))
    except ForumError as wrong:
        messages.error(request, str(wrong))
    else:
        messages.success(request, told)
    return redirect("rounds") if act == "discard" else redirect("round", round_.pk)


def _take(act: str, round_: Round, reason: str, actor: Account) -> str:
    """Take the step that a button names, and tell it."""
    if act == "open":
        holding_rounds.open_round(round_, actor=actor)
        return _("Pemungutan suara dibuka. Peserta yang hadir dapat memberi suara sekarang.")
    if act == "close":
        holding_rounds.close_round(round_, actor=actor)
        return _("Pemungutan suara ditutup. Hasilnya sudah tampil.")
    if act == "reopen":
        holding_rounds.reopen_round(round_, reason, actor=actor)
        return _("Pemungutan suara dibuka lagi. Hasil sebelumnya ditarik sampai ditutup kembali.")
    if act == "admit":
        added = holding_rounds.admit_newcomers(round_, actor=actor)
        return _("%(count)s peserta baru mendapat surat suara.") % {"count": added}
    if act == "discard":
        holding_rounds.discard_round(round_, actor=actor)
        return _("Ronde dihapus.")
    raise ForumError(_("Langkah ini tidak dikenal. Muat ulang halaman."))
