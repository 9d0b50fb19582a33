"""Invented texts at three levels come out in their order, and mending a text by its remarks makes it easier."""

from __future__ import annotations

import pytest

from selaras.engines.plain_language import Band, Reading, Rule, read

VILLAGE_NOTICE = """
Air bersih mati dua hari

Air bersih di Dusun Contoh mati pada hari Selasa dan Rabu. Kami mengganti pipa yang bocor. Pipa itu ada di depan balai
desa.

Warga dapat mengambil air di masjid. Petugas menjaga tandon dari pagi sampai malam. Bawa ember sendiri.

Air jalan lagi hari Kamis pagi. Jika air belum jalan, hubungi kantor desa. Kami buka dari pukul delapan pagi. Semua
biaya ditanggung desa. Warga tidak perlu membayar. Kami minta maaf atas gangguan ini. Terima kasih atas bantuan warga.

Siapa yang sakit atau punya bayi kami bantu lebih dulu. Kirim nama dan alamat ke ketua RT. Petugas akan membawa air ke
rumah Anda.
"""
AGENCY_LETTER = """
Yth. Pemohon Informasi

Sehubungan dengan surat Saudara tentang permintaan anggaran perbaikan jalan tahun lalu, kami telah mencatat permintaan
tersebut pada hari Senin dan menjawabnya dalam sepuluh hari kerja. Dinas memiliki daftar ruas jalan, panjang jalan, dan
biaya yang dikeluarkan untuk setiap ruas. Daftar itu kami lampirkan bersama surat ini dalam bentuk tabel.

Sebagian data yang Saudara minta masih dalam pemeriksaan oleh Inspektorat, sehingga belum dapat kami berikan.
Pemeriksaan diperkirakan selesai pada akhir bulan depan. Setelah hasil pemeriksaan disampaikan kepada Bupati, dinas akan
mengirimkan data tersebut melalui alamat yang Saudara tulis dalam formulir permintaan.

Apabila Saudara tidak puas dengan jawaban ini, Saudara dapat mengajukan keberatan kepada atasan PPID selambat-lambatnya
tiga puluh hari kerja. Formulir keberatan tersedia di meja layanan dan di laman dinas.
"""
REGULATION = """
Dalam rangka pelaksanaan ketentuan mengenai keterbukaan informasi publik sebagaimana dimaksud pada ayat sebelumnya,
setiap badan publik yang menyelenggarakan fungsi pelayanan yang berkaitan dengan penyelenggaraan pemerintahan yang
sebagian atau seluruh dananya bersumber dari anggaran pendapatan dan belanja daerah wajib melakukan penyusunan,
pengumpulan, pendokumentasian, serta pemutakhiran seluruh informasi yang berada di bawah kewenangannya secara
berkesinambungan sesuai dengan ketentuan peraturan perundang-undangan yang berlaku.

Dalam hal terdapat permohonan yang tidak disertai dengan kelengkapan persyaratan administratif sebagaimana dimaksud
dalam ketentuan ini, pejabat yang bersangkutan memberikan pemberitahuan secara tertulis selambat-lambatnya tiga hari
kerja terhitung sejak tanggal diterimanya permohonan tersebut, dan apabila pemohon yang bersangkutan tidak melengkapi
kekurangan persyaratan yang diberitahukan dalam jangka waktu yang telah ditetapkan, permohonan dimaksud dinyatakan
tidak dapat ditindaklanjuti tanpa menghilangkan hak pemohon untuk mengajukan permohonan kembali.
"""
# The letter as its remarks ask for it.
MENDED = (
    AGENCY_LETTER.replace("Apabila", "Jika")
    .replace("selambat-lambatnya", "paling lambat")
    .replace("Sehubungan dengan surat Saudara", "Kami sudah menerima surat Saudara")
    .replace("tahun lalu, kami telah mencatat", "tahun lalu. Kami mencatat")
)


@pytest.fixture(scope="module")
def levels() -> list[Reading]:
    return [read(text) for text in (VILLAGE_NOTICE, AGENCY_LETTER, REGULATION)]


def test_the_levels_come_in_their_order(levels: list[Reading]) -> None:
    notice, letter, regulation = levels
    assert notice.score + 10 <= letter.score
    assert letter.score + 25 <= regulation.score
    assert [reading.band for reading in levels] == [Band.EASY, Band.FAIR, Band.VERY_HARD]


@pytest.mark.parametrize("part", range(5))
def test_no_part_puts_a_harder_level_before_an_easier_one(levels: list[Reading], part: int) -> None:
    points = [reading.parts[part].points for reading in levels]
    assert points == sorted(points)


def test_the_sentence_that_makes_it_hard_scores_highest() -> None:
    reading = read(VILLAGE_NOTICE + REGULATION)
    hardest = max(reading.sentences, key=lambda sentence: sentence.score)
    assert hardest.start >= len(VILLAGE_NOTICE)
    assert reading.remarks[0].rule is Rule.LONG_SENTENCE


def test_headings_do_not_hide_long_sentences() -> None:
    assert read(REGULATION + "\n\nPenutup" * 10).parts[0].points >= read(REGULATION).parts[0].points - 2


def test_a_mended_text_is_easier() -> None:
    assert read(MENDED).score < read(AGENCY_LETTER).score


@pytest.mark.parametrize("band", Band)
def test_every_band_says_what_it_means(band: Band) -> None:
    assert band.meaning.endswith(".")


def test_a_short_text_says_that_it_is_short(levels: list[Reading]) -> None:
    short = read("Jalan rusak. Kami memperbaikinya.")
    assert (short.is_short, short.fry) == (True, None)
    assert not any(reading.is_short for reading in levels)


def test_the_point_on_the_graph_of_fry() -> None:
    """A hundred words in ten sentences; 190 syllables times 0.6."""
    fry = read(" ".join(["Kami datang ke balai desa lalu kembali ke rumah kita."] * 10)).fry
    assert fry is not None
    assert (fry.sentences, fry.syllables) == (10.0, 114)
