"""The board of who has sent what: which villages are silent, and until when they may still send."""

from __future__ import annotations

import csv

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from selaras.forum import queries
from selaras.forum.board import DistrictLine, board
from selaras.forum.models import Forum
from selaras.people.queries import has_role
from selaras.planning.models import Stage

SENDING = "musrenbang-desa"  # the stage in which villages send


@never_cache
@login_required
@require_safe
def board_page(request: HttpRequest) -> HttpResponse:
    """Every district; the villages of the one that was asked for."""
    forum, lines = _lines(request)
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


@never_cache
@login_required
@require_safe
def silent_file(request: HttpRequest) -> HttpResponse:
    """The villages that have sent nothing, as CSV, for whoever reminds them."""
    forum, lines = _lines(request)
    if forum is None:
        raise Http404(_("Belum ada forum."))
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="belum-mengirim-{forum.slug}.csv"'
    writer = csv.writer(response)
    writer.writerow(["kode", "desa", "kecamatan"])
    for line in lines:
        writer.writerows([village.code, village.name, line.name] for village in line.villages if not village.proposals)
    return response


def _lines(request: HttpRequest) -> tuple[Forum | None, list[DistrictLine]]:
    if not has_role(request.user):
        raise PermissionDenied(_("Akun ini belum diberi peran. Hubungi administrator."))
    forum = queries.current_forum(request.user)
    return forum, board(forum, queries.proposals_visible_to(request.user)) if forum else []
