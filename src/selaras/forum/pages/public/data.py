"""The open data: proposals and ceilings as CSV and JSON, and the page that says what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.documents.types import TYPES
from selaras.engines.tabular.streams import Cells, csv_lines, json_lines
from selaras.forum import queries
from selaras.forum.models import Decision, Forum
from selaras.forum.pages.public.decided import decided
from selaras.forum.pages.public.rows import (
    CEILINGS,
    PROPOSALS,
    ceiling_rows,
    proposal_rows,
)
from selaras.forum.pages.search import ProposalSearch


@require_safe
def data_page(request: HttpRequest) -> HttpResponse:
    """Every file with its columns, its licence, and the feeds."""
    forum = queries.current_forum(request.user)
    decision = queries.decision_in_force(forum)
    documents = queries.documents_visible_to(request.user).filter(decision=decision)
    context = {
        "forum": forum,
        "decision": decision,
        "proposals": PROPOSALS,
        "ceilings": CEILINGS,
        "licence": settings.DATA_LICENCE,
        "machine": [one for one in documents if PurePosixPath(one.file.name or "").suffix in (".pb", ".json")],
    }
    return render(request, "forum/public/data.html", context)


@require_safe
def proposal_file(request: HttpRequest) -> StreamingHttpResponse:
    """The proposals asked for, as CSV: all of them, not one page."""
    forum, _decision, rows = _proposals(request)
    return _download(csv_lines(PROPOSALS, rows), f"usulan-{forum.slug}.csv")


@require_safe
def proposal_json(request: HttpRequest) -> StreamingHttpResponse:
    """The same as JSON."""
    forum, decision, rows = _proposals(request)
    return _download(json_lines(_about(forum, decision), "usulan", PROPOSALS, rows), f"usulan-{forum.slug}.json")


@require_safe
def ceiling_file(request: HttpRequest) -> StreamingHttpResponse:
    """The ledger as CSV."""
    forum, decision = decided(request)
    return _download(csv_lines(CEILINGS, ceiling_rows(decision)), f"pagu-{forum.slug}.csv")


@require_safe
def ceiling_json(request: HttpRequest) -> StreamingHttpResponse:
    """The ledger as JSON."""
    forum, decision = decided(request)
    lines = json_lines(_about(forum, decision), "pagu", CEILINGS, ceiling_rows(decision))
    return _download(lines, f"pagu-{forum.slug}.json")


def _proposals(request: HttpRequest) -> tuple[Forum, Decision | None, Iterator[Cells]]:
    forum = queries.current_forum(request.user)
    if forum is None:
        raise Http404(_("Belum ada usulan untuk diunduh."))
    decision = queries.decision_in_force(forum)
    form = ProposalSearch(request.GET, forum=forum)
    form.is_valid()
    found = form.found(queries.proposals_visible_to(request.user).filter(forum=forum), decision)
    return forum, decision, proposal_rows(found.iterator(), decision)


def _about(forum: Forum, decision: Decision | None) -> dict[str, Any]:
    """What a file says of itself, so that it can be told from others and be checked."""
    return {
        "forum": forum.name,
        "tahun": forum.cycle.year,
        "data_contoh": forum.synthetic,
        "lisensi": settings.DATA_LICENCE,
        "sidik_keputusan": decision.digest if decision else "",
    }


def _download(lines: Iterator[str], name: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(lines, content_type=TYPES[PurePosixPath(name).suffix])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
