"""The main PPID looks through a questionnaire: each answer accepted or corrected, then the visit, then the result."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.disclosure import rules
from selaras.disclosure.actions.assessing import held_assessment
from selaras.disclosure.actions.guarding import require_reason
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.disclosure.maturity.method import WHOLE
from selaras.disclosure.maturity.questionnaire import kept_questionnaire
from selaras.disclosure.maturity.scoring import scores
from selaras.disclosure.models import Assessment, AssessmentAnswer, PublicBody
from selaras.engines.maturity import rounded
from selaras.people.models import Account

State = Assessment.State
_CENT = Decimal("0.01")


@transaction.atomic
def judge_answer(answer: AssessmentAnswer, choice: str, why: str, *, actor: Account) -> AssessmentAnswer:
    """Accept it, by its own letter, or correct it with the reason; both stay. Raises NotAllowed, NotNow, Incomplete."""
    held = _before_verifier(answer.assessment, actor)
    now = held.answers.select_for_update().get(pk=answer.pk)
    question = kept_questionnaire(held.method).question(now.question)
    if question is None or choice not in question.answers:
        raise Incomplete({"choice": _("Pilih salah satu jawaban.")})
    told = why.strip() if choice != now.choice else ""
    if choice != now.choice and not told:
        raise Incomplete({"why": _("Tulis mengapa jawabannya diubah. Badan itu membacanya.")})
    if (now.verified, now.verified_why) == (choice, told):
        return now
    now.verified, now.verified_why, now.verified_by_name = choice, told, str(actor)[:150]
    now.save(update_fields=["verified", "verified_why", "verified_by_name"])
    detail = {"year": held.year, "question": now.question, "choice": now.choice, "verified": choice}
    record("disclosure.assessment_judged", actor=actor, subject=held.body.code, detail=detail)
    return now


@transaction.atomic
def accept_rest(assessment: Assessment, *, actor: Account) -> int:
    """Accept every answer that was not judged yet; returns how many. Raises NotAllowed, NotNow."""
    held = _before_verifier(assessment, actor)
    many = held.answers.filter(verified="").update(verified=F("choice"), verified_by_name=str(actor)[:150])
    if many:
        detail = {"year": held.year, "answers": many}
        record("disclosure.assessment_accepted", actor=actor, subject=held.body.code, detail=detail)
    return many


@transaction.atomic
def return_assessment(assessment: Assessment, why: str, *, actor: Account) -> Assessment:
    """Give it back to be mended. Raises NotAllowed, NotNow."""
    held = _before_verifier(assessment, actor)
    held.returned_why = require_reason(why, _("Tulis apa yang harus diperbaiki."))
    held.state = State.DRAFT
    held.save(update_fields=["state", "returned_why"])
    record("disclosure.assessment_returned", actor=actor, subject=held.body.code, detail={"year": held.year})
    return held


@transaction.atomic
def verify_assessment(assessment: Assessment, visit: Decimal, note: str, *, actor: Account) -> Assessment:
    """Close it with the points of the visit (0 to 100): the total and the band by the regulation's formula.

    Verified twice is verified once. Raises NotAllowed, NotNow, Incomplete.
    """
    require_verifier(actor)
    now = held_assessment(assessment)
    if now.state == State.VERIFIED:
        return now
    held = _before_verifier(assessment, actor)
    if not visit.is_finite() or not 0 <= visit <= WHOLE or visit != visit.quantize(_CENT):
        raise Incomplete({"visit": _("Nilai visitasi ialah 0 sampai 100, paling banyak dua angka di belakang koma.")})
    found = dict(held.answers.values_list("question", "verified"))
    if left := sum(not letter for letter in found.values()):
        raise NotNow(_("Masih ada %(many)s jawaban yang belum dinilai. Terima atau ubah dahulu.") % {"many": left})
    questionnaire, today = kept_questionnaire(held.method), timezone.localdate()
    held.found, held.visit, held.visit_note = rounded(questionnaire.points(found)), visit, note.strip()
    held.total = rounded(questionnaire.total(found, visit))
    held.band = questionnaire.method.band_of(held.total).name
    held.by_evidence = _evidence_of(held.body, today)
    held.state, held.verified_at, held.verified_by_name = State.VERIFIED, timezone.now(), str(actor)[:150]
    held.save()
    detail = {"year": held.year, "total": str(held.total), "visit": str(visit), "band": held.band}
    record("disclosure.assessment_verified", actor=actor, subject=held.body.code, detail=detail)
    return held


def _evidence_of(body: PublicBody, today: date) -> Decimal | None:
    return scores(PublicBody.objects.filter(pk=body.pk), today)[body.pk].points


def _before_verifier(assessment: Assessment, actor: Account) -> Assessment:
    """Locked, for who may judge it. Nobody judges the own body. Raises NotAllowed, NotNow."""
    require_verifier(actor)
    held = held_assessment(assessment)
    if held.body.kind == PublicBody.Kind.MAIN:
        raise NotAllowed(_("PPID Utama tidak menilai dirinya sendiri; itu tugas Komisi Informasi."))
    if held.state == State.DRAFT:
        raise NotNow(_("Kuesioner ini belum dikirim oleh badannya."))
    if held.state == State.VERIFIED:
        raise NotNow(_("Kuesioner ini sudah terverifikasi, jadi tidak dapat diubah."))
    return held


def require_verifier(actor: Account) -> None:
    """Raises NotAllowed."""
    if not rules.verifies_maturity(actor):
        raise NotAllowed(_("Kuesioner diverifikasi oleh PPID Utama."))
