"""A file of proposals may carry what each level recommended: it is recorded, decides, and stays with the proposal."""

from __future__ import annotations

import pytest

from selaras.forum.actions import align
from selaras.forum.inputs import gather
from selaras.forum.models import Forum, Proposal, Recommendation
from selaras.forum.recommendations import stance
from selaras.intake.models import Batch
from tests.forum.small_forum import actor, opened, take

HEADER = (
    "nomor,usulan,kode desa,volume,satuan,perkiraan biaya,opd,Rekomendasi Kelurahan/Desa,Rekomendasi Kecamatan,"
    "Volume rekomendasi kecamatan,Anggaran rekomendasi kecamatan,Alasan kecamatan,Rekomendasi Mitra Bappeda,"
    "Rekomendasi SKPD,Rekomendasi TAPD,Biaya rekomendasi TAPD\n"
)
ROAD = "1,Pembangunan jalan Dusun Siwatu,33.05.01.2003,400,m,120.000.000,DPU,"


@pytest.fixture
def forum(db: None) -> Forum:
    return opened()


def sent(forum: Forum, cells: str, *, name: str = "sipd.csv") -> Batch:
    return take(forum, "proposals", f"{HEADER}{ROAD}{cells}\n", name=name)


def recorded() -> dict[str, tuple[bool, int | None, int | None, str]]:
    rows = Recommendation.objects.filter(by="file").values_list("level", "supports", "volume", "cost", "reason")
    return {level: (supports, volume, cost, reason) for level, supports, volume, cost, reason in rows}


def notes(batch: Batch) -> list[str]:
    return list(batch.rows.get().notes)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Setuju", (True, "")), ("DISETUJUI", (True, "")), ("Dapat diterima", (True, "")), ("✓", (True, "")),
        ("Layak, dengan catatan volume dikurangi", (True, "Dengan catatan volume dikurangi")),
        ("Ditolak", (False, "")), ("tidak layak", (False, "")), ("Tidak", (False, "")),
        ("Tdk  disetujui.", (False, "")),
        ("Ditolak karena bukan prioritas", (False, "Bukan prioritas")),
        ("Belum disetujui (lahan belum siap)", (False, "Lahan belum siap")),
        ("Bukan kewenangan kabupaten", (False, "Bukan kewenangan kabupaten")),
        ("Tidak sesuai RTRW", (False, "Tidak sesuai RTRW")),
        ("Perlu survei", (None, "Perlu survei")), ("Belum diverifikasi", (None, "Belum diverifikasi")),
        ("Tidak ada", (None, "Tidak ada")), ("2020-01-05", (None, "2020-01-05")), ("", (None, "")),
    ],
)  # fmt: skip
def test_the_opening_of_a_word_tells_whether_a_level_supports(word: str, said: tuple[bool | None, str]) -> None:
    assert stance(word) == said


def test_each_level_is_recorded_with_its_amounts_and_reason(forum: Forum) -> None:
    batch = sent(
        forum, "Setuju,Setuju,300,90.000.000,Sebagian sudah dibangun,Layak,Diterima,Ditolak: pagu tidak cukup,0"
    )
    assert recorded() == {
        "village": (True, None, None, ""),
        "district": (True, 300, 90_000_000, "Sebagian sudah dibangun"),
        "partner": (True, None, None, ""),
        "agency": (True, None, None, ""),
        "budget_team": (False, None, None, "Pagu tidak cukup"),
    }
    assert notes(batch) == []


def test_a_file_without_such_columns_records_nothing(forum: Forum) -> None:
    take(forum, "proposals", f"nomor,usulan,kode desa,volume,satuan,perkiraan biaya,opd\n{ROAD[:-1]}\n")
    assert Proposal.objects.get().agency_id
    assert not Recommendation.objects.exists()


@pytest.mark.parametrize(
    ("cells", "levels", "told"),
    [
        (",Ditolak,,,,,,,", [], "Rekomendasi kecamatan menolak tanpa alasan, jadi belum dicatat. Tuliskan alasannya."),
        (",Setuju,300,,,,,,", ["district"], "Rekomendasi kecamatan mengubah volume atau biaya. Tuliskan alasannya."),
        (",,,,,,,,90.000.000", ["budget_team"], "Rekomendasi TAPD mengubah volume atau biaya. Tuliskan alasannya."),
        (
            ",,,,,Perlu survei,,,",
            [],
            "Rekomendasi mitra Bappeda “Perlu survei” belum jelas mendukung atau tidak, jadi belum dicatat. "
            "Awali dengan “setuju” atau “ditolak”.",
        ),
    ],
)
def test_what_lacks_its_reason_or_is_unclear_is_asked_and_holds_no_row_back(
    forum: Forum, cells: str, levels: list[str], told: str
) -> None:
    batch = sent(forum, cells)
    assert (batch.rows.get().outcome, notes(batch)) == ("taken", [told])
    assert list(recorded()) == levels


def test_amounts_as_asked_need_no_reason(forum: Forum) -> None:
    assert notes(sent(forum, ",Setuju,400,120.000.000,,,,,120.000.000")) == []


def test_a_file_sent_again_brings_its_own_words_up_to_date(forum: Forum) -> None:
    sent(forum, "Setuju,Setuju,300,90.000.000,Sebagian sudah dibangun,,,,")
    sent(forum, ",Ditolak,,,Sudah dibangun seluruhnya,,,,")
    assert recorded() == {
        "village": (True, None, None, ""),  # of which the second file says nothing
        "district": (False, None, None, "Sudah dibangun seluruhnya"),
    }
    assert Proposal.objects.count() == 1


def test_a_file_does_not_replace_what_a_person_recommended(forum: Forum) -> None:
    sent(forum, "Setuju,,,,,,,,")
    Recommendation.objects.create(proposal=Proposal.objects.get(), level="district", supports=False, reason="Banjir.")
    batch = sent(forum, "Setuju,Setuju,,,,,,,")
    assert notes(batch) == ["Rekomendasi kecamatan sudah diisi di Selaras; isi berkas tidak menggantikannya."]
    assert Recommendation.objects.get(level="district").reason == "Banjir."


def agreed(forum: Forum) -> tuple[int, str, str]:
    row = gather(forum, "ranked")["proposals"][0]
    return row["cost"], row["volume"], row["changed"]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (",Setuju,300,90.000.000,Sebagian jadi,,,,", (90_000_000, "300", "Sebagian jadi")),
        # the later level gave a cost alone, so the volume of the earlier one stands
        (",Setuju,300,90.000.000,Sebagian jadi,,,,75.000.000", (75_000_000, "300", "Menurut rekomendasi TAPD.")),
        (",Ditolak,1,1.000.000,Sudah dibangun,,,,", (120_000_000, "400", "")),
        (",Setuju,400,120.000.000,,,,,0", (120_000_000, "400", "")),
    ],
)
def test_the_last_level_that_gave_a_number_decides_it(forum: Forum, cells: str, told: tuple[int, str, str]) -> None:
    sent(forum, cells)
    align(forum, actor=actor())
    assert agreed(forum) == told


def test_the_order_of_the_levels_counts_and_not_that_of_their_coming(forum: Forum) -> None:
    sent(forum, ",,,,,,,Setuju,100.000.000")
    proposal = Proposal.objects.get()
    Recommendation.objects.create(proposal=proposal, level="forum", cost=80_000_000, reason="Disepakati forum.")
    Recommendation.objects.create(proposal=proposal, level="district", cost=110_000_000, reason="Harga setempat.")
    assert agreed(forum) == (80_000_000, "400", "Disepakati forum.")


def test_a_recommended_volume_completes_a_proposal_that_lacks_its_own(forum: Forum) -> None:
    take(forum, "proposals", f"{HEADER}{ROAD.replace(',400,', ',,')},Setuju,300,,,,,,\n")
    align(forum, actor=actor())
    assert gather(forum, "ranked")["proposals"][0]["gates"] == []


def test_what_a_partner_recommended_in_a_file_survives_aligning(forum: Forum) -> None:
    sent(forum, ",,,,,Ditolak: belum ada DED,,,")
    Proposal.objects.update(title="Pembangunan posyandu Melati")  # which is for another agency than the one asked
    align(forum, actor=actor())
    align(forum, actor=actor())
    told = Recommendation.objects.filter(level="partner").order_by("by").values_list("by", "supports")
    assert list(told) == [("aligning", True), ("file", False)]
