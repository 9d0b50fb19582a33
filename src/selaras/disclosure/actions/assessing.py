"""A body fills in the yearly monitoring questionnaire, answer by answer, and sends it to the main PPID."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.disclosure import rules
from selaras.disclosure.actions.proving import Proof, keep_proof, why_not
from selaras.disclosure.actions.remembering import helping
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.disclosure.maturity.questionnaire import Question, Questionnaire, kept_questionnaire, questionnaire_on
from selaras.disclosure.maturity.suggesting import suggestions_for
from selaras.disclosure.models import Assessment, AssessmentAnswer, PublicBody
from selaras.engines.maturity import rounded
from selaras.people.models import Account

State = Assessment.State
_LINK = URLValidator(schemes=["http", "https"])
LONGEST_REASON, _LONGEST_LINK = 2000, 500


@dataclass(frozen=True)
class Reply:
    """One answer: its letter, why it differs from the system's, and where it can be seen."""

    choice: str
    reason: str = ""
    link: str = ""


def open_years(today: date) -> tuple[int, int]:
    """The years for which a questionnaire may be begun: this one, and the last for who is late."""
    return today.year, today.year - 1


@transaction.atomic
def save_answer(
    body: PublicBody, year: int, key: str, reply: Reply, proof: Proof | None = None, *, actor: Account
) -> AssessmentAnswer:
    """Answer one question; the questionnaire begins with its first answer, and the same answer again changes nothing.

    Raises NotAllowed, NotNow, Incomplete.
    """
    if not rules.works_at(actor, body):
        raise NotAllowed(_("Kuesioner ini diisi oleh meja layanan %(body)s.") % {"body": body.name})
    now = timezone.now()
    assessment = _begun(body, year)
    questionnaire = kept_questionnaire(assessment.method)
    question = questionnaire.question(key)
    if question is None:
        raise NotNow(_("Pertanyaan ini tidak ada dalam kuesioner tahun itu. Buka kembali daftarnya."))
    known = suggestions_for(body, questionnaire, timezone.localdate(now)) if question.measure else {}
    suggestion = known.get(key)
    by_system = suggestion.letter if suggestion else ""
    told = {"choice": reply.choice, "reason": reply.reason.strip(), "link": reply.link.strip(), "by_system": by_system}
    told["system_why"] = suggestion.why if suggestion else ""
    _require_whole(question, told, proof)
    answer, fresh = AssessmentAnswer.objects.get_or_create(
        assessment=assessment, question=key, defaults={**told, "saved_at": now, "saved_by_name": str(actor)[:150]}
    )
    changed = [name for name, value in told.items() if getattr(answer, name) != value]
    if changed:
        for name in changed:
            setattr(answer, name, told[name])
        answer.saved_at, answer.saved_by_name = now, str(actor)[:150]
        answer.verified = answer.verified_why = answer.verified_by_name = ""
        answer.save()
    added = keep_proof(answer, proof) if proof else False
    if fresh or changed or added:
        detail = {"year": year, "question": key, "choice": answer.choice, "by_system": by_system, "paper": added}
        detail["helping"] = _helper_of(actor, body)
        record("disclosure.assessment_answered", actor=actor, subject=body.code, detail=detail)
    return answer


def _begun(body: PublicBody, year: int) -> Assessment:
    """The questionnaire of the year, locked until the transaction ends. Raises NotNow."""
    PublicBody.objects.select_for_update().get(pk=body.pk)  # two who begin at once begin one
    today = timezone.localdate()
    known = Assessment.objects.select_for_update().filter(body=body, year=year).order_by().first()
    if known is None and year not in open_years(today):
        raise NotNow(_("Kuesioner tahun itu sudah tidak dapat diisi. Pilih tahun ini."))
    if known is not None and known.state != State.DRAFT:
        raise NotNow(_("Kuesioner ini sudah dikirim, jadi jawabannya tidak dapat diubah."))
    if known is not None:
        return known
    method = questionnaire_on(min(today, date(year, 12, 31))).as_json()
    return Assessment.objects.create(body=body, year=year, method=method, begun_at=timezone.now())


def _require_whole(question: Question, told: dict[str, str], proof: Proof | None) -> None:
    wrong = {}
    if told["choice"] not in question.answers:
        wrong["choice"] = _("Pilih salah satu jawaban.")
    elif told["by_system"] and told["choice"] != told["by_system"] and not told["reason"]:
        wrong["reason"] = _("Jawaban Anda berbeda dari menurut sistem. Tulis mengapa.")
    if len(told["reason"]) > LONGEST_REASON:
        wrong["reason"] = _("Alasan ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": LONGEST_REASON}
    if told["link"] and _is_no_link(told["link"]):
        wrong["link"] = _("Tautan ini tidak lengkap. Mulailah dengan https://")
    if proof and (sentence := why_not(proof)):
        wrong["proof"] = sentence
    if wrong:
        raise Incomplete(wrong)


def _is_no_link(text: str) -> bool:
    try:
        _LINK(text)
    except ValidationError:
        return True
    return len(text) > _LONGEST_LINK


@transaction.atomic
def submit_assessment(assessment: Assessment, *, actor: Account) -> Assessment:
    """Send it to the main PPID once every question is answered. Sent twice is sent once. Raises NotAllowed, NotNow."""
    held = held_assessment(assessment)
    if not rules.works_at(actor, held.body):
        raise NotAllowed(_("Kuesioner ini dikirim oleh meja layanan %(body)s.") % {"body": held.body.name})
    if held.state != State.DRAFT:
        return held
    questionnaire, choices = kept_questionnaire(held.method), choices_of(held)
    if left := unanswered(questionnaire, choices):
        told = {"many": len(left), "first": left[0].text}
        raise NotNow(_("Masih ada %(many)s pertanyaan yang belum dijawab. Mulai dari: %(first)s") % told)
    held.state, held.sent_at, held.sent_by_name = State.SENT, timezone.now(), str(actor)[:150]
    held.claimed, held.returned_why = rounded(questionnaire.points(choices)), ""
    held.save()
    detail = {"year": held.year, "claimed": str(held.claimed), "helping": _helper_of(actor, held.body)}
    record("disclosure.assessment_sent", actor=actor, subject=held.body.code, detail=detail)
    return held


def _helper_of(actor: Account, body: PublicBody) -> str:
    """The district that acted in a village's name; nothing where the body acted itself."""
    helper = helping(actor, body)
    return helper.code if helper else ""


def held_assessment(assessment: Assessment) -> Assessment:
    """As it stands now, locked until the transaction ends."""
    return Assessment.objects.select_for_update(of=("self",)).select_related("body").get(pk=assessment.pk)


def choices_of(assessment: Assessment) -> dict[str, str]:
    """What the body answered."""
    return dict(assessment.answers.values_list("question", "choice"))


def unanswered(questionnaire: Questionnaire, choices: dict[str, str]) -> list[Question]:
    return [one for one in questionnaire.questions if one.key not in choices]
