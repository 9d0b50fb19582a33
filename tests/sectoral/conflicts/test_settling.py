"""Two agencies settle a conflict: they write, propose, agree; the owner or the steward decides, with a reason."""

from __future__ import annotations

from decimal import Decimal

import pytest

from selaras.audit.models import Entry
from selaras.sectoral.actions.deciding import decide
from selaras.sectoral.actions.discussing import agree, hand_over, propose, say
from selaras.sectoral.actions.reopening import reopen
from selaras.sectoral.conflicts.agreeing import standing
from selaras.sectoral.errors import NotAllowed, NotNow
from selaras.sectoral.models import Conflict, Word
from tests.people.persons import person
from tests.sectoral.conflicts.two_agencies import (
    HEALTH,
    REGISTRY,
    apart,
    at,
    dataset,
    looked,
    sender,
    sent,
    steward,
    superseded_of,
)

pytestmark = pytest.mark.django_db
State, Kind = Conflict.State, Word.Kind


def proposed(conflict: Conflict, number: int | None = 22) -> Word:
    told = None if number is None else Decimal(number)
    return propose(conflict, told, "jiwa" if number else "", "Menurut register.", actor=sender(REGISTRY))


def test_the_owner_decides_what_the_other_agreed_to_and_the_other_number_stays_as_superseded() -> None:
    conflict = apart(22, 25)
    proposal = proposed(conflict)
    agree(conflict, proposal.pk, actor=sender(HEALTH))
    decided = decide(conflict, Decimal(22), "jiwa", "Register yang dipakai.", actor=sender(HEALTH))
    assert (decided.state, decided.outcome, decided.number) == (State.SETTLED, "number", "22")
    loser = dataset(HEALTH).versions.get()
    assert [(one.number, one.column, one.row) for one in superseded_of(loser)] == [("25", "jumlah", 1)]
    assert not superseded_of(dataset(REGISTRY).versions.get()).exists()
    told = Entry.objects.get(action="sectoral.conflict_decided").detail
    assert told["superseded"] == [[loser.pk, "jumlah", 1]]


def test_both_may_be_right() -> None:
    conflict = apart()
    agree(conflict, proposed(conflict, None).pk, actor=sender(HEALTH))
    decided = decide(conflict, None, "", "Yang satu menghitung pendatang.", actor=sender(HEALTH))
    assert decided.outcome == "both"
    assert not decided.sides.filter(superseded=True).exists()


def test_a_number_that_rounding_explains_is_not_superseded() -> None:
    conflict = apart(22, 25)
    decide(conflict, Decimal("0.025"), "ribu jiwa", "Dibulatkan.", actor=steward())
    assert [one.superseded for one in conflict.sides.all()] == [True, False]


def test_the_owner_alone_does_not_decide_against_another_agency() -> None:
    conflict = apart(22, 25)
    with pytest.raises(NotAllowed, match="Usulkan dahulu, atau minta walidata"):
        decide(conflict, Decimal(25), "jiwa", "Angka kami benar.", actor=sender(HEALTH))
    agree(conflict, proposed(conflict).pk, actor=sender(HEALTH))
    with pytest.raises(NotAllowed):
        decide(conflict, Decimal(25), "jiwa", "Lain dari yang disetujui.", actor=sender(HEALTH))
    with pytest.raises(NotAllowed):
        decide(conflict, Decimal(22), "jiwa", "Bukan penanggung jawab.", actor=sender(REGISTRY))


def test_the_steward_decides_where_they_do_not_agree() -> None:
    decided = decide(apart(), Decimal(23), "jiwa", "Dihitung ulang bersama.", actor=steward())
    assert [one.superseded for one in decided.sides.all()] == [True, True]


def test_another_proposal_ends_the_agreement_to_the_one_before() -> None:
    conflict = apart()
    first = proposed(conflict)
    agree(conflict, first.pk, actor=sender(HEALTH))
    second = propose(conflict, Decimal(24), "jiwa", "Dihitung ulang.", actor=sender(HEALTH))
    last = standing(conflict)
    assert last.proposal == second
    assert (set(last.agreed), set(last.missing)) == ({at(HEALTH).pk}, {at(REGISTRY).pk})
    with pytest.raises(NotNow, match="sudah diganti"):
        agree(conflict, first.pk, actor=sender(REGISTRY))


def test_numbers_that_change_end_what_was_proposed() -> None:
    conflict = apart(22, 25)
    proposed(conflict)
    sent(dataset(HEALTH), "33.05.01,2024,27")
    looked()
    assert standing(conflict).proposal is None


def test_agreed_twice_is_agreed_once_and_proposed_twice_is_proposed_once() -> None:
    conflict = apart()
    for _ in range(2):
        agree(conflict, proposed(conflict).pk, actor=sender(HEALTH))
    assert [one.kind for one in conflict.words.all()] == [Kind.FOUND, Kind.PROPOSED, Kind.AGREED]


def test_a_decision_is_taken_back_with_a_reason_and_nothing_is_superseded_then() -> None:
    conflict = apart()
    decide(conflict, Decimal(22), "jiwa", "Register.", actor=steward())
    opened = reopen(conflict, "Ada hitungan baru.", actor=sender(REGISTRY))
    assert (opened.state, opened.number, opened.reason) == (State.OPEN, "", "")
    assert not conflict.sides.filter(superseded=True).exists()
    assert [one.kind for one in conflict.words.all()] == [Kind.FOUND, Kind.DECIDED, Kind.REOPENED]
    assert Entry.objects.get(action="sectoral.conflict_reopened").detail["before"]["number"] == "22"


def test_a_decision_holds_for_the_same_numbers_in_a_newer_version_and_ends_with_others() -> None:
    conflict = apart(22, 25)
    decide(conflict, Decimal(22), "jiwa", "Register.", actor=steward())
    newer = sent(dataset(HEALTH), "33.05.02,2024,1", "33.05.01,2024,25")
    looked()
    conflict.refresh_from_db()
    assert conflict.state == State.SETTLED
    assert [(one.row, one.number) for one in superseded_of(newer)] == [(2, "25")]
    sent(dataset(HEALTH), "33.05.01,2024,26")
    looked()
    conflict.refresh_from_db()
    assert conflict.state == State.OPEN
    assert conflict.words.last().text.startswith("Angkanya berubah sesudah diputus.")  # type: ignore[union-attr]


def test_the_owner_hands_it_over_to_the_other_agency() -> None:
    conflict = apart()
    with pytest.raises(NotAllowed):
        hand_over(conflict, at(REGISTRY), "Kami ambil.", actor=sender(REGISTRY))
    assert hand_over(conflict, at(REGISTRY), "Register mereka.", actor=sender(HEALTH)).owner == at(REGISTRY)


@pytest.mark.parametrize(
    ("number", "unit", "why", "sentence"),
    [
        (Decimal(22), "ha", "x", "Satuan ha tidak dapat dibandingkan dengan orang."),
        (Decimal(22), "(!)", "x", "Satuan .* tidak terbaca"),
        (Decimal("NaN"), "jiwa", "x", "Tulis angkanya"),
        (Decimal(22), "jiwa", " ", "Tulis alasan"),
        (None, "", "", "Tulis alasan"),
    ],
)
def test_what_does_not_fit_is_told(number: Decimal | None, unit: str, why: str, sentence: str) -> None:
    conflict = apart()
    for deed in (propose, decide):
        with pytest.raises(NotNow, match=sentence):
            deed(conflict, number, unit, why, actor=steward())
    assert [one.kind for one in conflict.words.all()] == [Kind.FOUND]


def test_who_is_not_involved_neither_writes_nor_proposes_nor_opens_again() -> None:
    conflict, guest = apart(), person("tamu")
    for deed in (
        lambda: say(conflict, "Halo.", actor=guest),
        lambda: propose(conflict, None, "", "Dua-duanya.", actor=guest),
        lambda: agree(conflict, 1, actor=steward()),
        lambda: decide(conflict, None, "", "Dua-duanya.", actor=guest),
    ):
        with pytest.raises(NotAllowed):
            deed()
    decide(conflict, None, "", "Dua-duanya.", actor=steward())
    with pytest.raises(NotAllowed):
        reopen(conflict, "Tidak.", actor=guest)


def test_what_is_settled_is_not_discussed_further() -> None:
    conflict = apart()
    decide(conflict, None, "", "Dua-duanya.", actor=steward())
    with pytest.raises(NotNow, match="Selisih ini diputus"):
        say(conflict, "Tapi…", actor=sender())
