"""What takes long is queued, worked out in the background, and kept by the digest of what it was worked out from."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.background import start_after_commit
from selaras.engines.routes import RoutesError
from selaras.exposure import rules
from selaras.exposure.curves import curve
from selaras.exposure.errors import NotAllowed, NotNow
from selaras.exposure.estimating import estimate
from selaras.exposure.models import Computation
from selaras.exposure.planning_fixes import digest_of, measures, planned
from selaras.exposure.queries import candidates_visible_to
from selaras.exposure.viewing import View, view_of
from selaras.people.models import Account

Kind, State = Computation.Kind, Computation.State


@transaction.atomic
def ask_estimate(*, actor: Account) -> Computation:
    """Queue the exposure of what the actor sees; the one of the same inventory where there is one. Raises NotAllowed,
    NotNow."""
    view = _view(actor)
    return _asked(Kind.EXPOSURE, view.scope, view.digest, 0, actor)


@transaction.atomic
def ask_plan(budget: int, *, actor: Account) -> Computation:
    """Queue the plan for a budget in rupiah. Raises NotAllowed, NotNow."""
    view = _view(actor)
    if budget <= 0:
        raise NotNow(_("Isi anggaran lebih dari Rp 0, misalnya 150.000.000."))
    chosen = measures(view, candidates_visible_to(actor))
    if not chosen:
        raise NotNow(_("Belum ada calon perbaikan yang dapat direncanakan. Tambahkan dahulu, lalu susun lagi."))
    return _asked(Kind.PLAN, view.scope, digest_of(view, chosen), budget, actor)


@transaction.atomic
def ask_curve(*, actor: Account) -> Computation:
    """Queue the comparison of ten budgets. Raises NotAllowed, NotNow."""
    view = _view(actor)
    chosen = measures(view, candidates_visible_to(actor))
    if not chosen:
        raise NotNow(_("Belum ada calon perbaikan yang dapat dibandingkan. Tambahkan dahulu, lalu hitung lagi."))
    return _asked(Kind.CURVE, view.scope, digest_of(view, chosen), 0, actor)


def _view(actor: Account) -> View:
    if not rules.reads_desk(actor):
        raise NotAllowed
    view = view_of(actor)
    if not view.graph.cores:
        raise NotNow(_("Belum ada sistem inti. Beri bobot pada sistem yang tidak boleh jatuh, lalu hitung lagi."))
    return view


def _asked(kind: str, scope: str, digest: str, budget: int, actor: Account) -> Computation:
    from selaras.exposure.tasks import compute_in_background  # the task names this module

    found, new = Computation.objects.get_or_create(
        kind=kind,
        scope=scope,
        digest=digest,
        budget=budget,
        defaults={"asked_by": actor, "asked_at": timezone.now()},
    )
    if not new and (found.state == State.DONE or (found.state == State.WAITING and not found.is_stuck)):
        return found
    if not new:
        found.state, found.words, found.asked_by, found.asked_at = State.WAITING, "", actor, timezone.now()
        found.save(update_fields=["state", "words", "asked_by", "asked_at"])
    compute_in_background.enqueue(found.pk)
    start_after_commit()
    record("exposure.computation_asked", actor=actor, detail={"kind": kind, "budget": budget, "digest": digest})
    return found


def run_computation(pk: int) -> None:
    """Do what was queued; what a person can mend is told on the page. Anything else is an error of the program."""
    asked = Computation.objects.select_related("asked_by").get(pk=pk)
    if asked.state != State.WAITING:  # another process did it meanwhile
        return
    try:
        asked.result = _worked_out(asked)
    except (RoutesError, NotNow) as wrong:
        _ended(asked, State.FAILED, str(wrong)[:1000])
    except Exception:
        _ended(asked, State.FAILED, _("Program gagal menghitung. Beri tahu administrator."))
        raise
    else:
        _ended(asked, State.DONE)


def _ended(asked: Computation, state: str, words: str = "") -> None:
    asked.state, asked.words, asked.done_at = state, words, timezone.now()
    asked.save(update_fields=["result", "words", "state", "done_at"])


def _worked_out(asked: Computation) -> dict[str, Any]:
    view = view_of(asked.asked_by)
    chosen = measures(view, candidates_visible_to(asked.asked_by)) if asked.kind != Kind.EXPOSURE else []
    digest = digest_of(view, chosen) if asked.kind != Kind.EXPOSURE else view.digest
    if (view.scope, digest) != (asked.scope, asked.digest):
        raise NotNow(_("Daftar sistem berubah sebelum dihitung. Hitung lagi."))
    if asked.kind == Kind.CURVE:
        return curve(view, chosen)
    return planned(view, chosen, asked.budget) if asked.kind == Kind.PLAN else estimate(view.graph)
