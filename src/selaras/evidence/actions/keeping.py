"""Targets are set, problems raised, settled, and opened again."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.evidence import rules
from selaras.evidence.errors import Incomplete, NotAllowed
from selaras.evidence.models import Indicator, Problem, Target
from selaras.people.models import Account

_MOST = Decimal("9999999999")


def _require_keeper(actor: Account) -> None:
    if not rules.keeps_register(actor):
        raise NotAllowed(_("Target dan masalah dicatat oleh Bappeda dan walidata."))


@transaction.atomic
def set_target(indicator: Indicator, year: int | None, value: Decimal | None, basis: str, *, actor: Account) -> Target:
    """Set what it should reach in a year; an earlier word for that year is kept in the log. Raises NotAllowed,
    Incomplete.
    """
    _require_keeper(actor)
    wrong = {}
    if year is None or not 2000 <= year <= 2100:
        wrong["year"] = _("Tulis tahunnya, misalnya 2021.")
    if value is None or abs(value) > _MOST:
        wrong["value"] = _("Tulis angka targetnya, misalnya 90,38.")
    if not 0 < len(basis.strip()) <= 300:
        wrong["basis"] = _("Tulis dokumen yang menetapkan target ini, paling banyak 300 huruf.")
    if year is None or value is None or wrong:
        raise Incomplete(wrong)
    before = Target.objects.select_for_update().filter(indicator=indicator, year=year).first()
    told = {"value": value.quantize(Decimal("0.01")), "basis": basis.strip()}
    if before and all(getattr(before, name) == each for name, each in told.items()):
        return before
    target, _fresh = Target.objects.update_or_create(indicator=indicator, year=year, defaults=told)
    detail = {"year": year, "value": str(told["value"]), "before": str(before.value) if before else None}
    record("evidence.target_set", actor=actor, subject=indicator.code, detail=detail)
    return target


@transaction.atomic
def raise_problem(
    title: str, evidence: str, indicator: Indicator | None = None, *, submission: UUID | None = None, actor: Account
) -> Problem:
    """Note what should become better and how one knows; one `submission` (from the form) is one problem.

    Raises NotAllowed, Incomplete.
    """
    _require_keeper(actor)
    wrong = {}
    if not 0 < len(title.strip()) <= 200:
        wrong["title"] = _("Tulis masalahnya dalam satu kalimat, paling banyak 200 huruf.")
    if not evidence.strip():
        wrong["evidence"] = _("Tulis buktinya: angka, survei, atau laporan yang menunjukkannya.")
    if wrong:
        raise Incomplete(wrong)
    told: dict[str, Any] = {"title": title.strip(), "evidence": evidence.strip(), "indicator": indicator}
    told |= {"raised_by": actor, "raised_at": timezone.now()}
    problem, fresh = Problem.objects.get_or_create(submission=submission or uuid4(), defaults=told)
    if not fresh:
        return problem
    record("evidence.problem_raised", actor=actor, subject=str(problem.pk), detail={"title": problem.title})
    return problem


@transaction.atomic
def settle_problem(problem: Problem, how: str, *, actor: Account) -> Problem:
    """Say how it was settled; settled twice is settled once. Raises NotAllowed, Incomplete."""
    _require_keeper(actor)
    now = Problem.objects.select_for_update(of=("self",)).get(pk=problem.pk)
    if now.settled_at is not None:
        return now
    if not how.strip():
        raise Incomplete({"how": _("Tulis bagaimana masalah ini selesai.")})
    now.settled_at, now.settled_how = timezone.now(), how.strip()
    now.save(update_fields=["settled_at", "settled_how"])
    record("evidence.problem_settled", actor=actor, subject=str(now.pk), detail={"how": now.settled_how})
    return now


@transaction.atomic
def reopen_problem(problem: Problem, *, actor: Account) -> Problem:
    """A problem that turned out not to be settled is open again; how it was said to be settled stays in the log.

    Raises NotAllowed.
    """
    _require_keeper(actor)
    now = Problem.objects.select_for_update(of=("self",)).get(pk=problem.pk)
    if now.settled_at is None:
        return now
    before = now.settled_how
    now.settled_at, now.settled_how = None, ""
    now.save(update_fields=["settled_at", "settled_how"])
    record("evidence.problem_reopened", actor=actor, subject=str(now.pk), detail={"how_before": before})
    return now
