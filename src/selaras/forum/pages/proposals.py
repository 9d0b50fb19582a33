"""The proposals: found by search, read one by one, taken away as a file."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.engines.scoring import WHOLE
from selaras.forum import queries
from selaras.forum.codes import code_of
from selaras.forum.models import Decision, Forum, Outcome, Proposal
from selaras.forum.pages import ledger
from selaras.forum.pages.masking import masked
from selaras.forum.pages.public import told
from selaras.forum.pages.public.short import address_of, picture_of
from selaras.forum.pages.search import ProposalSearch, listed
from selaras.forum.pages.story import story
from selaras.forum.pages.words import SOURCE_WORDS, STATUS_WORDS

PAGE = 20
COLUMNS = (
    "nomor", "kode", "usulan", "asal", "kecamatan", "desa", "perangkat_daerah", "volume", "satuan", "biaya_diusulkan",
    "hasil", "urutan", "nilai", "volume_didanai", "biaya_didanai", "penjelasan",
)  # fmt: skip


@require_safe
def proposal_list(request: HttpRequest) -> HttpResponse:
    """The search: form, count, one page of proposals."""
    forum = queries.current_forum(request.user)
    decision = queries.decision_in_force(forum)
    form = ProposalSearch(request.GET, forum=forum)
    form.is_valid()
    visible = queries.proposals_visible_to(request.user).filter(forum=forum)
    page = Paginator(form.keys(visible, decision), PAGE).get_page(request.GET.get("hal"))
    rows = listed(visible, decision, list(page))
    ceiling = _ceiling_label(decision, form.cleaned_data.get("pagu", ""))
    context = {"forum": forum, "decision": decision, "form": form, "page": page, "rows": rows, "ceiling": ceiling}
    return render(request, "forum/proposals.html", context)


def _ceiling_label(decision: Decision | None, ceiling: str) -> str:
    ledger_lines = decision.summary["ledger"] if decision else []
    return next((line["label"] for line in ledger_lines if line["id"] == ceiling), ceiling)


@require_safe
def proposal_file(request: HttpRequest) -> StreamingHttpResponse:
    """The proposals asked for, as CSV: all of them, not one page."""
    forum = queries.current_forum(request.user)
    if forum is None:
        raise Http404(_("Belum ada usulan untuk diunduh."))
    decision = queries.decision_in_force(forum)
    form = ProposalSearch(request.GET, forum=forum)
    form.is_valid()
    found = form.found(queries.proposals_visible_to(request.user).filter(forum=forum), decision)
    response = StreamingHttpResponse(_csv_lines(found.iterator(), decision), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="usulan-{forum.slug}.csv"'
    return response


class _Echo:
    """A file that hands each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def _csv_lines(proposals: Iterable[Proposal], decision: Decision | None) -> Iterator[str]:
    fates = {outcome.proposal_id: outcome for outcome in decision.outcomes.defer("detail")} if decision else {}
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(COLUMNS)  # the mark tells Excel that the file is UTF-8
    for proposal in proposals:
        yield writer.writerow([harmless(cell) for cell in _cells(proposal, fates.get(proposal.pk))])


def _cells(proposal: Proposal, outcome: Outcome | None) -> list[object]:
    agency = proposal.handler or proposal.agency
    granted = outcome is not None and outcome.cost is not None
    return [
        proposal.number,
        code_of(proposal.pk),
        masked(proposal.title),
        SOURCE_WORDS[proposal.source],
        proposal.district.name if proposal.district else "",
        proposal.village.name if proposal.village else "",
        agency.name if agency else "",
        proposal.volume,
        proposal.unit,
        proposal.cost,
        STATUS_WORDS[proposal.status],
        *(
            (outcome.rank, _points(outcome), outcome.volume if granted else None, outcome.cost, outcome.sentence)
            if outcome
            else (None, None, None, None, "")
        ),
    ]


def _points(outcome: Outcome) -> Decimal | None:
    return None if outcome.score is None else (Decimal(outcome.score) * 100 / WHOLE).quantize(Decimal("0.01"))


def harmless(value: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") else text


@require_safe
def proposal_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal: what became of it, why, and what would change that."""
    visible = queries.with_everything(queries.proposals_visible_to(request.user))
    proposal = get_object_or_404(visible, pk=pk)
    decision = queries.decision_in_force(proposal.forum)
    outcome = queries.outcome_of(proposal, decision)
    context = {
        "forum": proposal.forum,
        "decision": decision,
        "proposal": proposal,
        "outcome": outcome,
        "agency": proposal.handler or proposal.agency,
        **story(proposal, outcome),
        "code": code_of(proposal.pk),
        "address": address_of(proposal.pk).partition("://")[2],
        "picture": picture_of(proposal.pk),
        "deeds": told.deeds_of(proposal),
        "kin": told.kin_of(proposal),
        "progress": told.progress_of(proposal, outcome),
        "ledger": ledger.over(proposal, outcome, decision.summary["ledger"]) if decision and outcome else [],
    }
    return render(request, "forum/proposal.html", context)


@require_safe
def proposal_by_number(request: HttpRequest, number: str) -> HttpResponse:
    """A number as it stands on paper leads to the page of its proposal."""
    forum: Forum | None = queries.current_forum(request.user)
    visible = queries.proposals_visible_to(request.user).filter(forum=forum)
    return redirect(reverse("proposal", args=[get_object_or_404(visible, number=number).pk]))
