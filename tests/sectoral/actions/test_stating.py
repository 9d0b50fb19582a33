"""The steward states a level of maturity: with a reason, for this year, and never over what was not seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.utils import timezone

from selaras.audit.models import Entry
from selaras.sectoral.actions.stating import Claim, Proof, state_level
from selaras.sectoral.errors import Incomplete, NotAllowed, NotNow, Overtaken
from selaras.sectoral.models import Statement
from tests.sectoral.room import producer, room, steward

pytestmark = pytest.mark.django_db
STANDARD = "10101"
CLAIM = Claim(3, "Standar ditetapkan dengan keputusan bupati.", "https://contoh.go.id/sk")
PDF = Proof("sk.pdf", b"%PDF-1.7 contoh")


def this_year() -> int:
    return timezone.localdate().year


def test_each_statement_is_an_edition_with_what_the_system_proposed_that_day() -> None:
    room()
    first = state_level(this_year(), STANDARD, CLAIM, PDF, actor=steward())
    assert state_level(this_year(), STANDARD, CLAIM, actor=steward()) == first  # the same, and its document stays
    second = state_level(this_year(), STANDARD, Claim(4, "Ditinjau tiap tahun."), actor=steward())
    assert (first.edition, second.edition, first.proposed) == (1, 2, 4)
    assert (second.file, second.file_name) == (first.file, "sk.pdf")
    assert Statement.objects.get(pk=first.pk).level == 3
    logged = Entry.objects.filter(action="sectoral.level_stated", subject=STANDARD)
    assert [one.detail["level"] for one in logged] == [3, 4]


@pytest.mark.parametrize(
    ("claim", "proof", "field", "sentence"),
    [
        (Claim(0, "-"), None, "level", "Pilih tingkat 1 sampai 5."),
        (Claim(6, "-"), None, "level", "Pilih tingkat 1 sampai 5."),
        (Claim(2, " "), None, "note", "Tulis apa yang menunjukkan tingkat itu."),
        (Claim(2, "x" * 2001), None, "note", "Ini terlalu panjang: paling banyak 2000 huruf."),
        (Claim(2, "-", "contoh.go.id"), None, "link", "Tautan ini tidak lengkap. Mulailah dengan https://"),
        (Claim(2, "-", "javascript:alert(1)"), None, "link", "Tautan ini tidak lengkap. Mulailah dengan https://"),
        (Claim(2, "-"), Proof("a.pdf", b""), "file", "Berkas ini kosong. Pilih berkas lain."),
        (Claim(2, "-"), Proof("a.pdf", bytes(10_000_001)), "file", "Berkas ini lebih besar dari 10 MB."),
    ],
)
def test_what_lacks_or_does_not_fit_is_told_by_its_field(
    claim: Claim, proof: Proof | None, field: str, sentence: str
) -> None:
    room()
    with pytest.raises(Incomplete) as refused:
        state_level(this_year(), STANDARD, claim, proof, actor=steward())
    assert list(refused.value.fields) == [field]
    assert refused.value.fields[field].startswith(sentence)
    assert not Statement.objects.exists()


def test_nobody_states_over_an_edition_that_was_not_seen() -> None:
    room()
    state_level(this_year(), STANDARD, CLAIM, over=0, actor=steward())
    with pytest.raises(Overtaken) as refused:
        state_level(this_year(), STANDARD, Claim(5, "-"), over=0, actor=steward())
    assert Statement.objects.count() == 1
    assert state_level(this_year(), STANDARD, Claim(5, "-"), over=refused.value.newest, actor=steward()).edition == 2


def test_what_was_saved_before_the_connection_broke_is_no_conflict_with_itself() -> None:
    room()
    first = state_level(this_year(), STANDARD, CLAIM, over=0, actor=steward())
    assert state_level(this_year(), STANDARD, CLAIM, over=0, actor=steward()) == first


def test_only_the_steward_states_a_level() -> None:
    room()
    with pytest.raises(NotAllowed):
        state_level(this_year(), STANDARD, CLAIM, actor=producer())


def test_a_year_is_open_until_the_next_one_ends(today: Callable[[date], None]) -> None:
    room()
    today(date(2031, 1, 2))
    assert state_level(2030, STANDARD, CLAIM, actor=steward()).year == 2030
    for year in (2029, 2032):
        with pytest.raises(NotNow):
            state_level(year, STANDARD, CLAIM, actor=steward())


def test_an_indicator_that_is_on_no_list_has_no_level() -> None:
    room()
    with pytest.raises(NotNow):
        state_level(this_year(), "99999", CLAIM, actor=steward())
