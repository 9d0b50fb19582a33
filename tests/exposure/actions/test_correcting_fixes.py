"""What is told of a candidate fix can be told anew until it is done, dropped or sent to the forum."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from selaras.audit.models import Entry
from selaras.exposure.actions.fixing import Measured, correct_fix, drop_fix, finish_fix, suggest_fix
from selaras.exposure.errors import Incomplete, NotAllowed, NotNow
from selaras.exposure.models import Connection, Fix, System
from tests.exposure.room import HEALTH, chief, inventory, officer

pytestmark = pytest.mark.django_db
SAID = Measured(Fix.Kind.PATCH, "Tambal arsip (contoh)", 5_000_000, 10, Decimal("7.5"))


def a_fix() -> Fix:
    return suggest_fix(inventory()["arsip"], SAID, actor=chief())


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ({"cost": 7_000_000}, 7_000_000),
        ({"label": " Perbarui arsip (contoh) "}, "Perbarui arsip (contoh)"),
        ({"left": 0}, 0),
        ({"severity": Decimal("9.8")}, Decimal("9.8")),
    ],
)
def test_each_of_them_is_told_anew_and_nothing_else_moves(told: dict[str, object], value: object) -> None:
    fix = a_fix()
    correct_fix(fix, replace(SAID, **told), actor=chief())  # type: ignore[arg-type]
    after = Fix.objects.values().get()
    name = next(iter(told))
    before = {one: getattr(fix, one) for one in after}
    assert after == before | {name: value}


def test_the_record_tells_the_figures_before_and_after_and_no_word_of_the_weakness() -> None:
    correct_fix(a_fix(), replace(SAID, cost=7_000_000, label="Lubang di arsip (contoh)"), actor=chief())
    logged = Entry.objects.get(action="exposure.fix_corrected")
    assert logged.detail == {"cost": ["5000000", "7000000"], "changed": ["label", "cost"]}


def test_told_as_it_stands_nothing_is_recorded() -> None:
    correct_fix(a_fix(), SAID, actor=chief())
    assert not Entry.objects.filter(action="exposure.fix_corrected").exists()


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"cost": 0}, "cost"),
        ({"label": "  "}, "label"),
        ({"label": "a" * 201}, "label"),
        ({"left": 100}, "left"),
        ({"severity": Decimal(11)}, "severity"),
        ({"kind": Fix.Kind.RETIRE}, "kind"),
    ],
)
def test_what_is_wrong_is_told_by_its_field_and_changes_nothing(told: dict[str, object], field: str) -> None:
    fix = a_fix()
    with pytest.raises(Incomplete) as refused:
        correct_fix(fix, replace(SAID, **told), actor=chief())  # type: ignore[arg-type]
    assert list(refused.value.fields) == [field]
    assert (Fix.objects.get().cost, Fix.objects.get().label) == (5_000_000, SAID.label)


def test_what_was_done_or_dropped_meanwhile_stays_as_it_was() -> None:
    inventory()
    for settle, sentence in ((finish_fix, "sudah selesai"), (drop_fix, "sudah tidak jadi")):
        fix = suggest_fix(System.objects.get(name="Arsip surat (contoh)"), SAID, actor=chief())
        settle(fix, actor=chief())
        refuses(fix, sentence)


def test_what_went_to_the_forum_meanwhile_stays_as_it_was_sent() -> None:
    fix = a_fix()
    Fix.objects.update(proposed_as="U-1")
    refuses(fix, "sudah dikirim ke forum sebagai usulan U-1.")


def refuses(fix: Fix, sentence: str) -> None:
    with pytest.raises(NotNow, match=sentence):
        correct_fix(fix, replace(SAID, cost=9_000_000), actor=chief())
    assert Fix.objects.get(pk=fix.pk).cost == 5_000_000


def test_only_who_keeps_its_target_corrects_it() -> None:
    fix = a_fix()
    with pytest.raises(NotAllowed):
        correct_fix(fix, SAID, actor=officer(HEALTH))


def test_of_what_is_no_patch_the_assumptions_tell_what_it_leaves() -> None:
    inventory()
    said = Measured(Fix.Kind.SEGMENT, "Brankas sandi (contoh)", 20_000_000)
    fix = suggest_fix(Connection.objects.get(kind="credentials"), said, actor=chief())
    correct_fix(fix, replace(said, left=50), actor=chief())
    assert Fix.objects.get().left == 0
