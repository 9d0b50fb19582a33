"""The board of who has sent what: which villages are silent, and until when they may still send."""

from __future__ import annotations

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from selaras.forum import queries
from selaras.forum.board import DistrictLine, board
from selaras.forum.models import Forum
from selaras.forum.pages.doors import for_those
from selaras.people.pages.doors import only
from selaras.people.queries import has_role
from selaras.planning.models import Stage

SENDING = "musrenbang-desa"  # the stage in which villages send


@only(has_role)
@require_safe
def board_page(request: HttpRequest) -> HttpResponse:
    """Every district; the villages of the one that was asked for."""
    forum = queries.current_forum(request.user)
    lines = _lines(request, forum) if forum else []
    chosen = next((line for line in lines if line.code == request.GET.get("kecamatan")), None)
    context = {
        "forum": forum,
        "lines": lines,
        "chosen": chosen,
        "villages": sum(len(line.villages) for line in lines),
        "sent": sum(line.sent for line in lines),
        "stage": Stage.objects.filter(cycle=forum.cycle, key=SENDING).first() if forum else None,
    }
    return render(request, "forum/board.html", context)


@for_those(has_role)
@require_safe
def silent_file(request: HttpRequest, forum: Forum) -> HttpResponse:
    """The villages that have sent nothing, as CSV, for whoever reminds them."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="belum-mengirim-{forum.slug}.csv"'
    writer = csv.writer(response)
    writer.writerow(["kode", "desa", "kecamatan"])
    for line in _lines(request, forum):
        writer.writerows([village.code, village.name, line.name] for village in line.villages if not village.proposals)
    return response


def _lines(request: HttpRequest, forum: Forum) -> list[DistrictLine]:
    return board(forum, queries.proposals_visible_to(request.user))
