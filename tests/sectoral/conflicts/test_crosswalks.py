"""Tables of what one office's words mean in another's are data: imported whole, bad rows kept back with the reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selaras.engines.tabular import TabularError
from selaras.sectoral.actions.importing_crosswalks import Published, import_crosswalk
from selaras.sectoral.actions.measuring import Measured
from selaras.sectoral.errors import Incomplete, NotAllowed, NotNow
from selaras.sectoral.models import Conflict, Crosswalk
from tests.sectoral.conflicts.two_agencies import HEALTH, REGISTRY, dataset, looked, sender, sent, steward

pytestmark = pytest.mark.django_db
CODES = Published("codes", "BPS (contoh)", "2023", "bps 2023", "kemendagri 2025")
PAPUA = b"dari,ke\n91,92\n94,91\n"


def sent_with(said: Measured, ours: str, theirs: str) -> None:
    sent(dataset(REGISTRY), ours)
    sent(dataset(HEALTH, said=said), theirs)


def test_codes_of_the_statistical_office_are_compared_with_the_region_they_mean() -> None:
    said = Measured("penduduk", "jumlah", "kode", "bps 2023", "jiwa", "tahun")
    sent_with(said, "91,2024,500", "94,2024,510")
    import_crosswalk("padanan.csv", PAPUA, CODES, actor=steward())
    looked()
    conflict = Conflict.objects.get()
    assert conflict.region == "91", "Papua, which is 94 at the statistical office"
    assert [(one.region, one.code_system) for one in conflict.sides.all()] == [
        ("91", "kemendagri 2025"),
        ("94", "bps 2023"),
    ]


def test_units_and_names_of_indicators_are_brought_together_too() -> None:
    said = Measured("Jml. Penduduk", "jumlah", "kode", "kemendagri 2025", "ribu pddk", "tahun")
    sent_with(said, "33.05,2024,22000", "33.05,2024,25")
    assert looked().compared == 0
    import_crosswalk("s.csv", b"dari;ke\nRibu  PDDK;ribu jiwa\n", Published("units", "Contoh", "1"), actor=steward())
    names = Published("definitions", "Contoh", "1")
    import_crosswalk("n.csv", b"dari;ke\njml. penduduk;penduduk\n", names, actor=steward())
    looked()
    conflict = Conflict.objects.get()
    assert (conflict.indicator, conflict.gap) == ("penduduk", "3000")
    assert conflict.sides.last().unit == "ribu pddk", "as it was written"  # type: ignore[union-attr]


def test_rows_that_cannot_serve_are_kept_back_with_the_reason() -> None:
    content = b"dari,ke\n91,92\n94,\n91,96\n" + b"1" * 201 + b",92\n"
    made = import_crosswalk("padanan.csv", content, CODES, actor=steward())
    assert [(one.written, one.meant) for one in made.rows.all()] == [("91", "92")]
    kept = {row.number: row.reasons[0] for row in made.batch.rows.filter(outcome="kept")}
    assert kept[3] == "Kolom “ke” kosong. Isi keduanya."
    assert kept[4].startswith("Sama dengan baris 2")
    assert "terlalu panjang" in kept[5]
    assert (made.batch.read, made.batch.taken, made.batch.kept) == (4, 1, 3)


def test_the_newest_of_its_kind_and_systems_holds_and_the_same_file_again_changes_nothing() -> None:
    made = import_crosswalk("padanan.csv", PAPUA, CODES, actor=steward())
    assert import_crosswalk("lain.csv", PAPUA, CODES, actor=steward()) == made
    import_crosswalk("baru.csv", b"dari,ke\n94,94\n", replace(CODES, version="2024"), actor=steward())
    said = Measured("penduduk", "jumlah", "kode", "bps 2023", "jiwa", "tahun")
    sent_with(said, "94,2024,500", "94,2024,510")
    looked()
    assert Conflict.objects.get().region == "94"
    assert Crosswalk.objects.count() == 2


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"kind": "lain"}, "kind"),
        ({"source": ""}, "source"),
        ({"version": " "}, "version"),
        ({"from_system": ""}, "from_system"),
        ({"to_system": "BPS 2023"}, "to_system"),
        ({"version": "1" * 61}, "version"),
    ],
)
def test_what_lacks_is_told_beside_its_field(other: dict[str, str], field: str) -> None:
    with pytest.raises(Incomplete) as refused:
        import_crosswalk("padanan.csv", PAPUA, replace(CODES, **other), actor=steward())
    assert list(refused.value.fields) == [field]


@pytest.mark.parametrize("content", [b"asal,tujuan\n1,2\n", b""])
def test_another_file_is_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises((NotNow, TabularError)):
        import_crosswalk("padanan.csv", content, CODES, actor=steward())


def test_only_the_steward_imports() -> None:
    with pytest.raises(NotAllowed):
        import_crosswalk("padanan.csv", PAPUA, CODES, actor=sender())
