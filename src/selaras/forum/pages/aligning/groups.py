"""Proposals that look alike, one group at a time, side by side: the same, or not."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from selaras.forum import open_work, rules
from selaras.forum.actions.judging import judge_group, undo_group_verdict
from selaras.forum.errors import NotReady
from selaras.forum.models import DuplicateGroup, Forum, GroupMember, GroupVerdict, Proposal, VerdictMember
from selaras.forum.pages.aligning.queue import skipped_in
from selaras.forum.pages.aligning.tabs import tabs_of
from selaras.forum.pages.doors import done, for_those
from selaras.people.pages.doors import visitor

LATEST = 10
_VERDICTS = ("sama", "beda")


@for_those(rules.runs_forum)
@require_safe
def groups_page(request: HttpRequest, forum: Forum) -> HttpResponse:
    """The least sure group that waits, and the last verdicts to take back."""
    waiting = open_work.unjudged_groups(forum)
    skipped = skipped_in(request.GET)
    places = GroupMember.objects.select_related("proposal__village", "proposal__district", "proposal__agency")
    shown = waiting.exclude(pk__in=skipped).prefetch_related(Prefetch("members", places.order_by("-leads", "pk")))
    said = VerdictMember.objects.select_related("proposal").order_by("-leads", "-joins", "pk")
    verdicts = GroupVerdict.objects.filter(forum=forum).order_by("-pk").prefetch_related(Prefetch("members", said))
    context = {
        "tabs": tabs_of(request.user, forum),
        "group": shown.first(),
        "left": waiting.count(),
        "skipped": ",".join(map(str, skipped)),
        "verdicts": list(verdicts[:LATEST]),
    }
    return render(request, "forum/aligning/groups.html", context)


@require_POST
@for_those(rules.runs_forum)
def judge(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    group = DuplicateGroup.objects.filter(forum=forum, pk=pk).first() or DuplicateGroup(forum=forum, pk=pk)
    verdict = request.POST.get("putusan")
    same = verdict == "sama"
    joined = _chosen(forum, request.POST.getlist("sama")) if same else []
    leads = next(iter(_chosen(forum, [request.POST.get("utama", "")])), None) if same else None

    def act() -> Any:
        if verdict not in _VERDICTS:
            raise NotReady(_("Tekan “Sama” atau “Beda”."))
        if same and not joined:
            raise NotReady(_("Pilih paling sedikit dua usulan yang sama, atau tekan “Beda” bila tidak ada yang sama."))
        return judge_group(group, joined, leads, reason=request.POST.get("alasan", "")[:600], actor=visitor(request))

    told = _("Dinyatakan sama: satu yang mewakili, yang lain ikut.") if joined else _("Dinyatakan berbeda.")
    skipped = request.GET.get("lewati")
    return done(request, act, told, reverse("align-groups") + (f"?lewati={skipped}" if skipped else ""))


def _chosen(forum: Forum, keys: list[str]) -> list[Proposal]:
    numbers = [int(key) for key in keys if key.isdecimal()]
    return list(Proposal.objects.filter(forum=forum, pk__in=numbers))


@require_POST
@for_those(rules.runs_forum)
def undo(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    verdict = get_object_or_404(GroupVerdict, forum=forum, pk=pk)
    told = _("Putusan dibatalkan; kelompok itu menunggu lagi.")
    return done(request, lambda: undo_group_verdict(verdict, actor=visitor(request)), told, "align-groups")
