"""One case from the first form to the end of its dispute: every state, every clock, every deed in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from selaras.audit.queries import verify
from selaras.disclosure.actions.answering import Reply, Told, answer, answer_anew, deliver
from selaras.disclosure.actions.checking import accept, ask_to_complete, missing_now
from selaras.disclosure.actions.clocking import extend
from selaras.disclosure.actions.disputing import close_dispute, file_dispute, move_dispute
from selaras.disclosure.actions.objecting import decide_objection, object_to
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import By, Wanted, complete
from selaras.disclosure.actions.withholding import Weighing, approve, weigh
from selaras.disclosure.identity import Identity
from selaras.disclosure.models import Clock, Request
from tests.disclosure.network import SITI, asked, at_desk, network, superior_of

pytestmark = pytest.mark.django_db
EVERY_WORD = Weighing(
    "Daftar penerima", "NIK dan alamat", "Pasal 17 huruf h UU 14/2008", "Orang dirugikan", "Tidak ada", "Lebih kecil"
)


def states(request: Request) -> dict[str, str]:
    return dict(request.clocks.values_list("kind", "state"))


def test_from_the_form_to_the_end_of_the_dispute(today: Callable[[date], None]) -> None:
    body = network()
    desk, superior = at_desk(body), superior_of(body)
    today(date(2020, 3, 9))
    case = asked(body, identity=replace(SITI, identity_number=""), papers=())
    assert (case.number, case.state) == ("0001/3305222002/2020", "checking")
    assert missing_now(case) == ["identity_number", "identity"]
    case = ask_to_complete(case, missing_now(case), actor=desk)
    assert case.clocks.get(kind="complete").due_on == date(2020, 3, 12)
    today(date(2020, 3, 11))
    case = complete(case, Wanted(""), By(Identity(identity_number=SITI.identity_number)))
    assert missing_now(case) == ["identity"]
    today(date(2020, 3, 12))
    case = accept(case, actor=desk)
    assert case.complete_at_first is False
    assert case.clocks.get(kind="answer").due_on == date(2020, 3, 27)  # Nyepi lies between
    today(date(2020, 3, 26))
    assert extend(case, "Arsipnya di kecamatan.", actor=desk).due_on == date(2020, 4, 7)
    test = approve(weigh(body, EVERY_WORD, actor=desk), "01/2020", actor=superior)
    today(date(2020, 4, 3))
    parts = [Told("APBDes 2019", "given"), Told("Daftar penerima", "withheld", "Rahasia pribadi.", test)]
    given = answer(case, Reply(parts, "APBDes 2019 terlampir."), actor=desk)
    assert given.outcome == "partly"
    deliver(given, "lewat situs", actor=desk)
    today(date(2020, 5, 1))
    objection = object_to(case, uuid4(), "d", "Laporannya belum ada.", actor=APPLICANT)
    decide_objection(objection, "granted", "Laporan harus diberikan.", actor=superior)
    again = answer_anew(objection, Reply([Told("Laporan 2019", "given")], "Laporan terlampir."), actor=desk)
    assert again.outcome == "granted"
    dispute = file_dispute(objection, date(2020, 5, 1), "012/KI/2020", actor=APPLICANT)
    move_dispute(dispute, "adjudication", actor=desk)
    today(date(2020, 7, 1))
    close_dispute(dispute, "for_body", "Permohonan ditolak.", date(2020, 7, 1), actor=desk)
    case.refresh_from_db()
    assert case.state == "answered"
    assert states(case) == {
        **dict.fromkeys(["check", "complete", "answer", "object", "superior", "dispute", "settle"], Clock.State.MET),
        "court": Clock.State.RUNNING,
    }
    deeds = "received asked completed accepted extended answered delivered objected objection_answered answered"
    assert list(case.steps.values_list("kind", flat=True)) == [
        *deeds.split(),
        "disputed",
        "dispute_moved",
        "dispute_closed",
    ]
    assert verify().intact
