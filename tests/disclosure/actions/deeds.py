"""Every deed on a case, as the state machine of `test_in_any_order` does it: with what it needs, right or wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.utils import timezone

from selaras.disclosure.actions.answering import Reply, Told, answer, answer_anew, deliver
from selaras.disclosure.actions.checking import accept, ask_to_complete, lapse
from selaras.disclosure.actions.clocking import extend, pause, resume
from selaras.disclosure.actions.disputing import Meeting, close_dispute, file_dispute, move_dispute, set_hearing
from selaras.disclosure.actions.erasing import erase_applicant
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.actions.objecting import decide_objection, object_to
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import By, Wanted, complete, withdraw
from selaras.disclosure.errors import NotNow
from selaras.disclosure.identity import Identity
from selaras.disclosure.models import Dispute, Objection, PublicBody, Request
from selaras.people.actions.accounts import system_account
from tests.disclosure.network import at_desk, superior_of

Deed = Callable[[], Any]


@dataclass(frozen=True)
class Choice:
    """What the machine drew: a number to choose with, a day, a key of a submission, and a wrong turn now and then."""

    number: int
    days_ago: int
    key: UUID

    @property
    def day(self) -> date:
        return timezone.localdate() - timedelta(days=self.days_ago)

    def of(self, things: list[Any]) -> Any:
        return things[self.number % len(things)]


def objection_of(case: Request) -> Objection:
    found = case.objections.first()
    if found is None:
        raise NotNow("tidak ada keberatan")
    return found


def dispute_of(case: Request) -> Dispute:
    found = Dispute.objects.filter(objection__request=case).first()
    if found is None:
        raise NotNow("tidak ada sengketa")
    return found


def pieces_of(case: Request, choice: Choice) -> list[Piece]:
    others = list(PublicBody.objects.exclude(pk=case.body_id).order_by("pk"))
    first = choice.of(others)
    stays = [Piece(case.body, "bagian yang tetap")] if choice.number % 3 == 0 else []
    return [*stays, Piece(first, "bagian yang diteruskan")]


def parts_of(choice: Choice) -> list[Told]:
    fates = [("given", ""), ("not_held", "Ada di dinas."), ("withheld", "Tanpa uji konsekuensi.")]
    fate, reason = choice.of([fates[0], fates[0], fates[1], fates[2]])
    return [Told("APBDes 2019", fate, reason)]


def deed(name: str, case: Request, choice: Choice) -> Deed:
    """The deed of a name, ready to be done once or twice. Raises NotNow where there is nothing to do it on."""
    desk = at_desk(case.body)
    if name in {"move_dispute", "set_hearing", "close_dispute"}:
        return _on_dispute(name, dispute_of(case), choice)
    if name in {"decide_objection", "answer_anew", "file_dispute"}:
        objection = objection_of(case)
        actor = APPLICANT if choice.number % 2 else desk
        return {
            "decide_objection": partial(
                decide_objection,
                objection,
                choice.of(["granted", "partly", "rejected"]),
                "Tanggapan",
                actor=superior_of(case.body),
            ),
            "answer_anew": partial(answer_anew, objection, Reply(parts_of(choice), "Jawaban lagi"), actor=desk),
            "file_dispute": partial(file_dispute, objection, choice.day, "1/KI", actor=actor),
        }[name]
    if name == "answer_elsewhere":
        return partial(answer, case, Reply(parts_of(choice), "Bukan meja saya."), actor=at_desk(_other(case)))
    if name == "move":
        return partial(move, case, pieces_of(case, choice), "Bukan di sini.", actor=desk)
    everything: dict[str, Deed] = {
        "ask": partial(ask_to_complete, case, choice.of([["purpose"], ["identity", "name"], []]), actor=desk),
        "accept": partial(accept, case, actor=desk),
        "complete": partial(
            complete,
            case,
            Wanted("", "Penelitian"),
            By(Identity(phone="081200000002")),
            actor=choice.of([APPLICANT, desk]),
        ),
        "withdraw": partial(withdraw, case),
        "lapse": partial(lapse, case, actor=system_account()),
        "extend": partial(extend, case, choice.of(["Arsipnya jauh.", ""]), actor=desk),
        "pause": partial(pause, case, "Menunggu banjir surut.", actor=desk),
        "resume": partial(resume, case, actor=desk),
        "answer": partial(answer, case, Reply(parts_of(choice), "Ini jawabannya."), actor=desk),
        "deliver": partial(_deliver, case, desk),
        "object": partial(
            object_to, case, choice.key, choice.of(["c", "d", ""]), "Belum lengkap.", actor=choice.of([APPLICANT, desk])
        ),
        "erase": partial(erase_applicant, case, "Diminta pemohon.", actor=desk),
    }
    return everything[name]


def _on_dispute(name: str, dispute: Dispute, choice: Choice) -> Deed:
    desk = at_desk(dispute.objection.request.body)
    outcome = choice.of(["agreed", "for_applicant", "for_body", "dropped"])
    return {
        "move_dispute": partial(
            move_dispute, dispute, choice.of(["mediation", "adjudication", "court", "filed"]), actor=desk
        ),
        "set_hearing": partial(set_hearing, dispute, Meeting(timezone.now(), "Semarang"), actor=desk),
        "close_dispute": partial(close_dispute, dispute, outcome, "Isi putusan", choice.day, actor=desk),
    }[name]


def _deliver(case: Request, desk: Any) -> Any:
    given = case.answers.last()
    if given is None:
        raise NotNow("belum dijawab")
    return deliver(given, "lewat situs", actor=desk)


def _other(case: Request) -> PublicBody:
    return PublicBody.objects.exclude(pk=case.body_id).filter(kind=PublicBody.Kind.VILLAGE).earliest("pk")


_FITTING = {
    "checking": "ask*3 accept*8 move withdraw",
    "incomplete": "complete*3 lapse*3",
    "open": "extend pause resume answer*4 object*2 move withdraw decide_objection*2 file_dispute",
    "answered": "deliver object*4 decide_objection*4 answer_anew*2 file_dispute*3 move_dispute*2 set_hearing "
    "close_dispute erase",
    "lapsed": "erase",
    "withdrawn": "erase",
    "moved": "erase",
}


def _spread(told: str) -> list[str]:
    """`answer*4` is four times as likely."""
    pairs = (word.partition("*") for word in told.split())
    return [name for name, _, times in pairs for _ in range(int(times or 1))]


FITTING = {state: _spread(told) for state, told in _FITTING.items()}
EVERY = sorted({name for names in FITTING.values() for name in names} | {"answer_elsewhere"})
REPEATED = {"set_hearing"}  # the only deed that may rightly be done twice: there are several hearings
