"""The answer of a body, part by part, given once; its delivery; and what everybody may read of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.disclosure.actions.clocking import start, stop
from selaras.disclosure.actions.guarding import held, require_desk
from selaras.disclosure.actions.remembering import remember
from selaras.disclosure.actions.withholding import in_force
from selaras.disclosure.desk import GRANTING, to_answer_anew
from selaras.disclosure.errors import Incomplete, NotNow
from selaras.disclosure.indexing import index_answer
from selaras.disclosure.models import Answer, AnswerDraft, Clock, Exemption, Objection, Part, Request, Step, WorkingFile
from selaras.people.models import Account

Fate = Part.Fate


@dataclass(frozen=True)
class Told:
    """One part of what was asked and its fate. What is withheld names the exemption that was tested and approved."""

    text: str
    fate: str
    reason: str = ""
    exemption: Exemption | None = None


@dataclass(frozen=True)
class Cost:
    """What a copy costs the applicant, in rupiah, and how it is paid."""

    amount: int = 0
    note: str = ""


FREE = Cost()


@dataclass(frozen=True)
class Reply:
    """What a desk answers: every part of what was asked, the words, the files that go out, and what it costs."""

    parts: Sequence[Told]
    text: str
    files: Sequence[WorkingFile] = ()
    cost: Cost = FREE


@transaction.atomic
def answer(request: Request, reply: Reply, *, actor: Account) -> Answer:
    """Answer an open request; the outcome follows from its parts. Raises NotNow, NotAllowed, Incomplete."""
    case = held(request, Request.State.OPEN)
    require_desk(case, actor)
    made = _write(case, None, reply, actor)
    today = timezone.localdate()
    stop(case, Clock.Kind.ANSWER, today)
    case.state = Request.State.ANSWERED
    case.save(update_fields=["state"])
    if not case.objections.exists():
        start(case, Clock.Kind.OBJECT, today)
    remember(case, Step.Kind.ANSWERED, actor=actor, **_figures(made, reply))
    return made


@transaction.atomic
def answer_anew(objection: Objection, reply: Reply, *, actor: Account) -> Answer:
    """Answer once more as the superior decided. Raises NotNow, NotAllowed, Incomplete."""
    case = held(objection.request, Request.State.ANSWERED)
    require_desk(case, actor)
    decided = Objection.objects.get(pk=objection.pk)
    if decided.decision not in GRANTING:
        raise NotNow(_("Keberatan ini tidak dikabulkan, jadi jawaban yang lama tetap berlaku."))
    if not unfulfilled(decided):
        raise NotNow(_("Permohonan ini sudah dijawab ulang sesuai putusan atasan PPID."))
    made = _write(case, decided, reply, actor)
    remember(case, Step.Kind.ANSWERED, actor=actor, objection=decided.number, **_figures(made, reply))
    return made


def _figures(made: Answer, reply: Reply) -> dict[str, Any]:
    return {"answer": made.pk, "outcome": made.outcome, "parts": len(reply.parts), "files": len(reply.files)}


def unfulfilled(objection: Objection) -> bool:
    """Whether the superior granted it and nothing was answered since; an answer that came later is the one granted."""
    return to_answer_anew().filter(pk=objection.pk).exists()


def _write(case: Request, objection: Objection | None, reply: Reply, actor: Account) -> Answer:
    _require_whole(case, reply)
    made = Answer.objects.create(
        request=case,
        objection=objection,
        outcome=outcome_of(part.fate for part in reply.parts),
        text=reply.text.strip(),
        cost=reply.cost.amount,
        cost_note=reply.cost.note.strip()[:255],
        made_at=timezone.now(),
        made_by=actor,
    )
    Part.objects.bulk_create(
        Part(
            answer=made,
            position=position,
            text=part.text.strip()[:400],
            fate=part.fate,
            article=part.exemption.article if part.exemption else "",
            reason=part.reason.strip(),
            exemption=part.exemption,
        )
        for position, part in enumerate(reply.parts, 1)
    )
    WorkingFile.objects.filter(pk__in=[file.pk for file in reply.files]).update(answer=made)
    AnswerDraft.objects.filter(request=case).delete()
    return made


def outcome_of(fates: Iterable[str]) -> str:
    """Granted where all is given, refused where something is withheld and nothing given, else in part or not held."""
    found = set(fates)
    if found == {Fate.GIVEN}:
        return str(Answer.Outcome.GRANTED)
    if Fate.GIVEN in found:
        return str(Answer.Outcome.PARTLY)
    return str(Answer.Outcome.REFUSED if Fate.WITHHELD in found else Answer.Outcome.NOT_HELD)


def _require_whole(case: Request, reply: Reply) -> None:
    wrong = {}
    if not reply.text.strip():
        wrong["text"] = _("Tulis jawabannya.")
    if not reply.parts or any(not part.text.strip() for part in reply.parts):
        wrong["parts"] = _("Sebut setiap bagian yang diminta dan putusannya.")
    elif any(part.fate not in Fate.values for part in reply.parts):
        wrong["parts"] = _("Pilih putusan untuk setiap bagian.")
    elif sentence := next(filter(None, (_unfounded(case, part) for part in reply.parts)), ""):
        wrong["parts"] = sentence
    if any(file.request_id != case.pk or not file.released_at for file in reply.files):
        wrong["files"] = _("Periksa dan lepas setiap berkas sebelum diserahkan.")
    elif any(file.answer_id for file in reply.files):
        wrong["files"] = _("Berkas itu sudah diserahkan dengan jawaban lain.")
    if reply.cost.amount < 0:
        wrong["cost"] = _("Biaya tidak dapat kurang dari nol.")
    elif reply.cost.amount and not reply.cost.note.strip():
        wrong["cost"] = _("Tulis untuk apa biayanya dan cara membayarnya.")
    if wrong:
        raise Incomplete(wrong)


def _unfounded(case: Request, part: Told) -> str:
    if part.fate == Fate.WITHHELD:
        if part.exemption is None or part.exemption.body_id != case.body_id:
            return _("Bagian yang dikecualikan harus menyebut uji konsekuensinya.")
        if not in_force(part.exemption, timezone.localdate()):
            return _("Uji konsekuensi itu belum disetujui atasan PPID, atau masanya sudah lewat.")
    if part.fate != Fate.GIVEN and not part.reason.strip():
        return _("Bagian yang tidak diberikan harus disertai alasannya.")
    return ""


@transaction.atomic
def deliver(given: Answer, how: str, *, actor: Account) -> Answer:
    """Note that the applicant has it. Raises NotNow, NotAllowed."""
    case = held(given.request, Request.State.ANSWERED)
    require_desk(case, actor)
    now = Answer.objects.select_for_update().get(pk=given.pk)
    if now.delivered_at:
        raise NotNow(_("Jawaban ini sudah diserahkan."))
    now.delivered_at, now.delivered_how = timezone.now(), how.strip()[:120]
    now.save(update_fields=["delivered_at", "delivered_how"])
    remember(case, Step.Kind.DELIVERED, actor=actor, how=now.delivered_how)
    return now


@transaction.atomic
def publish(given: Answer, title: str, *, actor: Account) -> Answer:
    """Let everybody read the answer and its released files, under a title that names no person; empty takes it back."""
    case = held(given.request)
    require_desk(case, actor)
    now = Answer.objects.select_for_update().get(pk=given.pk)
    if now.outcome not in {Answer.Outcome.GRANTED, Answer.Outcome.PARTLY}:
        raise NotNow(_("Hanya informasi yang diberikan yang dapat diterbitkan."))
    now.published_as = title.strip()[:200]
    now.published_at = timezone.now() if now.published_as else None
    now.save(update_fields=["published_as", "published_at"])
    index_answer(now)
    record("disclosure.answer_published", actor=actor, subject=case.number, detail={"title": now.published_as})
    return now
