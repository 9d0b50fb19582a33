"""A file of an office comes in whole or not at all; every row is taken or kept with its reason."""

from __future__ import annotations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras.engines.tabular import TabularError
from selaras.forum.actions import annotated
from selaras.forum.models import Ballot, Conflict, Criterion, Forum, Mark, Participant, Proposal
from selaras.government.models import Agency, Duty, Region
from selaras.intake.models import Batch, RememberedMapping, Row
from selaras.planning.models import CatalogueEntry, Ceiling, Crosswalk, RegionalPriority, StrategicTarget, WorkPlanItem
from tests.forum.small_forum import FILES, PROPOSALS, opened, table_counts, take

pytestmark = pytest.mark.django_db

ONE = "nomor,usulan,kode desa,perkiraan biaya\n"


@pytest.fixture
def forum() -> Forum:
    return opened()


def test_every_kind_of_list_lands_in_its_own_table() -> None:
    opened(*FILES)
    # the regency and the districts of the file; a row a participant and proposal; a target a year
    assert {model.__name__: model.objects.count() for model in _TABLES} == {
        "Region": 6, "Agency": 3, "Duty": 4, "CatalogueEntry": 13, "Crosswalk": 2, "RegionalPriority": 2,
        "Ceiling": 6, "StrategicTarget": 2, "WorkPlanItem": 4, "Participant": 3, "Proposal": 9, "Conflict": 1,
        "Mark": 16, "Ballot": 2, "Criterion": 2,
    }  # fmt: skip
    assert Batch.objects.count() == len(FILES)
    assert not Row.objects.filter(outcome="kept").exists()


_TABLES = (
    Region, Agency, Duty, CatalogueEntry, Crosswalk, RegionalPriority, Ceiling, StrategicTarget, WorkPlanItem,
    Participant, Proposal, Conflict, Mark, Ballot, Criterion,
)  # fmt: skip


def test_what_a_row_says_is_what_the_register_holds(forum: Forum) -> None:
    take(forum, "proposals", PROPOSALS)
    road = Proposal.objects.get(number="U-1")
    assert (road.title, road.village_id, road.district_id) == (
        "Pembangunan jalan Dusun Siwatu",
        "33.05.01.2003",
        "33.05.01",
    )
    assert (road.volume, road.unit, road.cost) == (400, "m", 120_000_000)
    assert (road.agency.code, road.handler, road.status) == ("1.03", None, "proposed")
    assert (road.row.number, road.row.raw["perkiraan biaya"]) == (2, "120.000.000")
    assert Region.objects.get(code="33.05.01.2003").parent_id == "33.05.01"
    assert [row.must_fund for row in WorkPlanItem.objects.order_by("key")] == [True, False, False, False]


@pytest.mark.parametrize("kind", FILES)
def test_the_same_file_twice_changes_nothing(kind: str) -> None:
    forum = opened(*FILES)
    name, text = FILES[kind]
    before, first = table_counts(), Batch.objects.get(name=name)
    again = take(forum, kind, text, name=name, sender=name.removesuffix(".csv"))
    assert again == first
    assert table_counts() == before


def test_a_corrected_file_with_the_same_numbers_updates(forum: Forum) -> None:
    take(forum, "proposals", PROPOSALS)
    before = {proposal.number: proposal.pk for proposal in Proposal.objects.all()}
    Proposal.objects.filter(number="U-1").update(status="accepted")
    take(forum, "proposals", PROPOSALS.replace("120.000.000", "125.000.000"))
    assert {proposal.number: proposal.pk for proposal in Proposal.objects.all()} == before
    corrected = Proposal.objects.get(number="U-1")
    assert (corrected.cost, corrected.status) == (125_000_000, "accepted")
    assert corrected.row.batch == Batch.objects.filter(kind="proposals").latest("pk")
    assert Batch.objects.filter(kind="proposals").count() == 2


def test_two_senders_may_use_the_same_numbers(forum: Forum) -> None:
    take(forum, "proposals", ONE + "1,Talud Srati,33.05.01.2003,5000000\n", sender="Srati")
    take(forum, "proposals", ONE + "1,Talud Jintung,33.05.01.2005,6000000\n", sender="Jintung")
    assert dict(Proposal.objects.values_list("number", "title")) == {"1": "Talud Srati", "Jintung-1": "Talud Jintung"}
    take(forum, "proposals", ONE + "1,Talud Jintung,33.05.01.2005,7000000\n", sender="Jintung")
    assert dict(Proposal.objects.values_list("number", "cost")) == {"1": 5_000_000, "Jintung-1": 7_000_000}


def test_rows_without_a_number_are_known_by_what_they_say(forum: Forum) -> None:
    text = "usulan,kode desa,perkiraan biaya\nTalud,33.05.01.2003,5000000\nTalud,33.05.01.2003,5000000\n"
    batch = take(forum, "proposals", text)
    assert (batch.taken, batch.kept) == (1, 1)
    assert batch.rows.get(outcome="kept").reasons == ["Isinya sama dengan baris 2; baris pertama yang dipakai."]
    take(forum, "proposals", text + "Gorong-gorong,33.05.01.2003,9000000\n")
    assert sorted(Proposal.objects.values_list("title", flat=True)) == ["Gorong-gorong", "Talud"]


def test_a_number_given_twice_is_kept_the_second_time(forum: Forum) -> None:
    batch = take(forum, "proposals", ONE + "7,Talud,33.05.01.2003,5000000\n7,Drainase,33.05.01.2003,6000000\n")
    assert Proposal.objects.get().title == "Talud"
    assert batch.rows.get(outcome="kept").reasons == [
        "Nomor “7” sudah dipakai baris 2. Beri setiap usulan nomor sendiri."
    ]


KEPT = [
    ("regions", "kode,nama\n33.5.1,Ayah\n", "Kode wilayah “33.5.1” tidak dikenal. Tulis misalnya"),
    ("map", "kode kecamatan,kolom,baris\n33.05.99,1,1\n", "“33.05.99” belum ada dalam daftar wilayah"),
    ("agencies", "kode,nama\n9.9,Dinas A\n9.9,Dinas B\n", "Sama dengan baris 2"),
    ("catalogue", "kode,nomenklatur\n1.2.3.4,Apa\n", "“1.2.3.4” bukan kode nomenklatur"),
    ("ceilings", "lingkup,perangkat daerah,pagu\nopd,Dinas Khayalan,5000000\n", "“Dinas Khayalan” belum ada"),
    ("ceilings", "perangkat daerah,pagu\nDinas Khayalan,5000000\n", "“Dinas Khayalan” belum ada"),
    ("ceilings", "lingkup,opd,pagu\nopd,DPU,5000000\nopd,Dinas Pekerjaan Umum,6000000\n", "sudah ada pada baris 2"),
    ("ceilings", "lingkup,opd,pagu\nprogram,DPU,5000000\n", "Kode program belum diisi"),
    ("ceilings", "lingkup,opd,pagu\nsumber dana,,5000000\n", "Sumber dana belum diisi"),
    ("crosswalk", "kode lama,kode baru\n1.03,1.04\n", "Versi katalog belum diisi"),
    ("priorities", "nomor,prioritas daerah\nsatu,Jalan\n", "belum diisi dengan bilangan"),
    ("map", "kode kecamatan,kolom,baris\n33.05.01,-1,1\n", "harus bilangan bulat dari 0 sampai 99"),
    ("ceilings", "lingkup,kecamatan,pagu\nkecamatan,Khayal,5000000\n", "Kecamatan “Khayal” belum ada"),
    ("ceilings", "lingkup,pagu,minimal\nkabupaten,5000000,6000000\n", "Jumlah minimal lebih besar daripada pagunya"),
    ("targets", "perangkat daerah,indikator,target 2021\nDinas Khayalan,Panjang,5\n", "“Dinas Khayalan” belum ada"),
    ("workplan", "nomor,opd,kode,sub kegiatan,pagu\n1,Khayalan,1.03.10,Jalan,5\n", "“Khayalan” belum ada"),
    ("workplan", "nomor,opd,kode,sub kegiatan,pagu\n1,DPU,1.03.10,A,5\n1,DPU,1.03.10,B,5\n", "dipakai dua kali"),
    ("participants", "nomor,nama\nP8,Ani (contoh)\nP8,Budi (contoh)\n", "Nomor “P8” sudah dipakai baris 2"),
    ("scores", "peserta,usulan,Kemendesakan\nP9,U-1,3\n", "Peserta “P9” belum ada dalam daftar peserta"),
    ("scores", "peserta,usulan,Kemendesakan\nP1,U-99,3\n", "Usulan “U-99” tidak ada dalam forum ini"),
    ("scores", "peserta,usulan,Kemendesakan\nP1,U-1,7\n", "di luar skala 1 sampai 5"),
    ("scores", "peserta,usulan,kriteria,nilai\nP1,U-1,Kemendesakan,0\n", "di luar skala 1 sampai 5"),
    ("conflicts", "peserta,usulan,alasan\nP9,U-1,saudara\n", "Peserta “P9” belum ada"),
    ("ballots", "peserta,usulan\nP1,U-1; U-77\n", "Usulan U-77 tidak ada dalam forum ini"),
]


@pytest.mark.parametrize(("kind", "text", "reason"), KEPT)
def test_what_a_room_cannot_take_is_kept_with_its_reason(kind: str, text: str, reason: str) -> None:
    forum = opened(*FILES)
    batch = take(forum, kind, text, name="lain.csv")
    assert batch.kept == 1
    assert reason in " ".join(batch.rows.get(outcome="kept").reasons)


def test_an_unknown_place_or_agency_is_told_and_the_proposal_is_not_lost(forum: Forum) -> None:
    text = "nomor,usulan,desa,kode desa,perkiraan biaya,opd\n1,Talud,Antah,33.05.09.2999,5000000,Dinas Khayalan\n"
    batch = take(forum, "proposals", text)
    told = " ".join([*batch.rows.get().notes, *batch.rows.get().reasons])
    assert "Perangkat daerah “Dinas Khayalan” belum ada dalam daftar" in told
    assert "33.05.09.2999" in told or "Antah" in told
    stored = Proposal.objects.get()
    assert (stored.title, stored.village, stored.agency) == ("Talud", None, None)


def test_a_file_replaces_the_ceilings_of_the_kinds_it_holds_and_no_others(forum: Forum) -> None:
    take(forum, "ceilings", "kode perangkat daerah,pagu indikatif\n1.03,999.000.000\n", sender="Pagu OPD")
    assert list(Ceiling.objects.filter(kind="agency").values_list("agency__code", "amount")) == [("1.03", 999_000_000)]
    assert Ceiling.objects.filter(kind="district").count() == 2


def test_a_text_longer_than_its_column_is_cut_and_the_sender_is_told(forum: Forum) -> None:
    batch = take(forum, "proposals", ONE + f"1,{'jalan ' * 200},33.05.01.2003,5000000\n")
    assert len(Proposal.objects.get().title) == 600
    assert (
        "“jalan jalan jalan ja…” lebih dari 600 huruf, jadi dipotong. Persingkat bila perlu." in batch.rows.get().notes
    )
    assert len(batch.rows.get().raw["usulan"]) > 600


@pytest.mark.parametrize("kind", FILES)
def test_text_and_numbers_of_any_length_are_taken_or_kept_never_an_error(kind: str) -> None:
    forum = opened(*FILES)
    header, first, *_ = FILES[kind][1].splitlines()
    cells = first.split(",")
    long = [",".join([*cells[:at], "panjang sekali " * 90, *cells[at + 1 :]]) for at in range(len(cells))]
    huge = [",".join([*cells[:at], "9" * 40, *cells[at + 1 :]]) for at in range(len(cells))]
    batch = take(forum, kind, "\n".join([header, *long, *huge]), name="panjang.csv")
    assert batch.read == batch.taken + batch.kept == 2 * len(cells)


MAPPED = "no;Judul A;Judul B;Desa;Biaya\n1;Talud;Drainase;Srati;5000000\n2;Jalan;Irigasi;Jintung;6000000\n"


def test_a_persons_word_on_the_columns_is_used_and_remembered_for_this_sender(forum: Forum) -> None:
    chosen = {"no": "number", "Judul B": "title", "Desa": "village", "Biaya": "cost"}
    take(forum, "proposals", MAPPED, sender="Ayah", mapping=chosen)
    assert set(Proposal.objects.values_list("title", flat=True)) == {"Drainase", "Irigasi"}
    assert RememberedMapping.objects.get().sender == "Ayah"
    take(forum, "proposals", MAPPED.replace("Irigasi", "Embung"), sender="Ayah")  # the mapping of last time
    assert set(Proposal.objects.values_list("title", flat=True)) == {"Drainase", "Embung"}
    other = take(forum, "proposals", MAPPED, sender="Buayan")  # another sender is read by his columns alone
    assert other.mapping["Judul B"] != "title"


def test_columns_read_anew_bring_the_register_up_to_date(forum: Forum) -> None:
    wrong = {"no": "number", "Judul A": "title", "Desa": "village", "Biaya": "cost"}
    right = wrong | {"Judul A": "problem", "Judul B": "title"}
    take(forum, "proposals", MAPPED, mapping=wrong)
    batch = take(forum, "proposals", MAPPED, mapping=right)
    before = table_counts()
    assert take(forum, "proposals", MAPPED, mapping=right) == batch
    assert table_counts() == before
    assert Batch.objects.filter(kind="proposals").count() == 1
    assert set(Proposal.objects.values_list("title", "problem")) == {("Drainase", "Talud"), ("Irigasi", "Jalan")}


def test_every_proposal_keeps_its_row_when_columns_are_read_anew(forum: Forum) -> None:
    columns = {"no": "number", "Judul A": "title", "Desa": "village", "Biaya": "cost"}
    take(forum, "proposals", MAPPED)
    batch = take(forum, "proposals", MAPPED, mapping=columns)
    assert {proposal.row.batch_id for proposal in Proposal.objects.all() if proposal.row} == {batch.pk}
    assert not Proposal.objects.filter(row=None).exists()


WRONG = {
    "empty": b"",
    "blank": b" \r\n \r\n",
    "pdf": b"%PDF-1.4\n1 0 obj\n",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "web page": b"<html><table><tr><td>1</td></tr></table></html>",
    "broken workbook": b"PK\x03\x04rusak",
}


@pytest.mark.parametrize("content", WRONG.values(), ids=WRONG)
def test_a_wrong_file_is_refused_with_a_sentence_and_leaves_nothing_behind(forum: Forum, content: bytes) -> None:
    before = table_counts()
    with pytest.raises(TabularError) as wrong:
        take(forum, "proposals", content, name="usulan.xlsx")
    assert str(wrong.value).endswith((".", "?"))
    assert "Berkas" in str(wrong.value)
    assert table_counts() == before


def test_the_sender_gets_his_file_back_with_what_became_of_each_row(forum: Forum) -> None:
    batch = take(forum, "proposals", ONE + "7,Talud,33.05.01.2003,5000000\n7,Drainase,33.05.01.2003,6000000\n")
    import io

    import openpyxl

    sheet = openpyxl.load_workbook(io.BytesIO(annotated(batch))).active
    told = [" ".join(str(cell) for cell in row if cell is not None) for row in sheet.iter_rows(values_only=True)]
    assert "Diambil" in told[1]
    assert "Ditahan" in told[2]
    assert "sudah dipakai baris 2" in told[2]


_CELL = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters='";'), max_size=30)
_COST = st.sampled_from(["", "5000000", "150 jt", "Rp 1.250.000,00", "seratusan", "-5", "0", "1e9", "=1+1"])
_ROW = st.tuples(
    st.sampled_from(["", "1", "2", "A-3"]), _CELL, st.sampled_from(["Srati", "Sratti", "Antah", ""]), _COST
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(_ROW, max_size=8))
def test_rows_read_are_always_rows_taken_and_rows_kept(forum: Forum, rows: list[tuple[str, ...]]) -> None:
    text = "nomor;usulan;desa;biaya\n" + "".join(";".join(row) + "\n" for row in rows)
    with transaction.atomic():
        point = transaction.savepoint()
        batch = take(forum, "proposals", text)
        assert batch.read == batch.taken + batch.kept == batch.rows.count()
        assert batch.taken == Proposal.objects.filter(row__batch=batch).count()
        assert all(row.reasons for row in batch.rows.filter(outcome="kept"))
        transaction.savepoint_rollback(point)
