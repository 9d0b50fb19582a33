"""Each rule with a text it remarks on and one it leaves alone."""

from __future__ import annotations

import pytest

from selaras.engines.plain_language import Remark, Rule, read
from selaras.engines.plain_language.wordings import FOREIGN, STIFF, VERBS

WORDS = ["kami", "akan", "datang", "ke", "balai", "desa", "pada", "hari", "Senin", "pagi"]


def said(text: str, rule: Rule) -> list[Remark]:
    return [remark for remark in read(text).remarks if remark.rule is rule]


FOUND = [
    (Rule.LONG_SENTENCE, " ".join(WORDS * 4) + " lagi.", "Kalimat ini 41 kata. Bagi menjadi dua."),
    (
        Rule.LONG_SENTENCE,
        " ".join(WORDS * 2) + ", sehingga " + " ".join(WORDS * 3) + ".",
        'Kalimat ini 51 kata. Bagi menjadi tiga, misalnya sebelum "sehingga".',
    ),
    (Rule.STIFF_WORD, "Rapat dalam rangka HUT.", 'Ganti "dalam rangka" dengan "untuk".'),
    (Rule.STIFF_WORD, "Dalam\n rangka itu kami rapat.", 'Ganti "Dalam rangka" dengan "Untuk".'),
    (Rule.STIFF_WORD, "Apabila hujan, rapat batal.", 'Ganti "Apabila" dengan "Jika".'),
    (Rule.STIFF_WORD, "Menindaklanjuti surat itu,", 'Ganti "Menindaklanjuti surat" dengan "Menjawab surat".'),
    (Rule.STIFF_WORD, "Rapat pada prinsipnya jadi.", 'Hapus "pada prinsipnya".'),
    (Rule.FOREIGN_WORD, "Semua stakeholder hadir.", 'Ganti kata asing "stakeholder" dengan "pihak terkait".'),
    (Rule.VERB_AS_NOUN, "Warga melakukan pembayaran.", 'Ganti "melakukan pembayaran" dengan "membayar".'),
    (Rule.VERB_AS_NOUN, "Kami memberi bantuan kepada warga.", 'Ganti "memberi bantuan kepada" dengan "membantu".'),
    (Rule.VERB_AS_NOUN, "Lalu dilakukan pemeriksaan.", 'Ganti "dilakukan pemeriksaan" dengan "diperiksa".'),
    (
        Rule.UNEXPLAINED_ABBREVIATION,
        "Kirim ke PPID desa.",
        '"PPID" belum dijelaskan. Tulis kepanjangannya saat pertama disebut: '
        '"Pejabat Pengelola Informasi dan Dokumentasi (PPID)".',
    ),
    (
        Rule.UNEXPLAINED_ABBREVIATION,
        "Aturannya Perbup itu.",
        '"Perbup" belum dijelaskan. Tulis kepanjangannya saat pertama disebut: "Peraturan Bupati (Perbup)".',
    ),
    (
        Rule.UNEXPLAINED_ABBREVIATION,
        "Lihat QZX desa.",
        '"QZX" belum dijelaskan. Tulis kepanjangannya saat pertama disebut.',
    ),
    (
        Rule.UNEXPLAINED_ABBREVIATION,
        "Toko BUMDes buka.",
        '"BUMDes" belum dijelaskan. Tulis kepanjangannya saat pertama disebut: "Badan Usaha Milik Desa (BUMDes)".',
    ),
    (
        Rule.UNEXPLAINED_ABBREVIATION,
        "Lihat PD kami.",
        '"PD" belum dijelaskan. Tulis kepanjangannya saat pertama disebut.',
    ),
    (
        Rule.YANG_CHAIN,
        "Warga yang datang yang membawa surat yang asli dilayani.",
        'Ada 3 "yang" dalam kalimat ini. Pecah kalimatnya: satu keterangan, satu kalimat.',
    ),
    (
        Rule.STACKED_NEGATION,
        "Bukan tidak mungkin jalan ditutup.",
        '"Bukan tidak" menyangkal dua kali. Katakan langsung apa yang benar atau boleh.',
    ),
    (
        Rule.STACKED_NEGATION,
        "Warga tidak dilayani tanpa surat.",
        '"tidak dilayani tanpa" menyangkal dua kali. Katakan langsung apa yang benar atau boleh.',
    ),
    (
        Rule.NESTED_PARENTHESES,
        "Bawa surat (asli (bukan salinan)) besok.",
        "Ada kurung di dalam kurung. Jadikan isinya kalimat sendiri, atau hapus.",
    ),
    (
        Rule.MANY_NOMINALISATIONS,
        "Pelaksanaan penyusunan dan penetapan penggunaan dana selesai.",
        "Ada 4 kata benda bentukan (pelaksanaan, penyusunan, penetapan, …). Ubah sebagian menjadi kata kerja, "
        'misalnya "penyusunan" menjadi "menyusun".',
    ),
    (
        Rule.NO_ACTOR,
        "Berkas dikirim lalu diperiksa besok.",
        'Tidak jelas siapa pelakunya (dikirim, diperiksa). Sebutkan pelakunya, misalnya "kami" atau nama kantor.',
    ),
]


@pytest.mark.parametrize(("rule", "text", "message"), FOUND)
def test_what_is_remarked_on(rule: Rule, text: str, message: str) -> None:
    assert [remark.message for remark in said(text, rule)] == [message]


LEFT_ALONE = [
    (Rule.LONG_SENTENCE, " ".join(WORDS * 2) + " lima kata lagi di sini."),
    (Rule.STIFF_WORD, "Rangka jembatan ada di dalam gudang."),
    (Rule.STIFF_WORD, "Ia ada di dalam, rangka itu di luar."),
    (Rule.STIFF_WORD, "Warga memakai teknologi tepat guna."),
    (Rule.STIFF_WORD, "Perihal : jawaban"),
    (Rule.FOREIGN_WORD, "Semua pihak terkait hadir."),
    (Rule.VERB_AS_NOUN, "Warga melakukan ronda lalu pembayaran selesai."),
    (Rule.UNEXPLAINED_ABBREVIATION, "Pejabat Pengelola Informasi dan Dokumentasi (PPID) menjawab. PPID buka pagi."),
    (Rule.UNEXPLAINED_ABBREVIATION, "PPID (Pejabat Pengelola Informasi dan Dokumentasi) menjawab."),
    (Rule.UNEXPLAINED_ABBREVIATION, 'Pejabat itu, selanjutnya disebut "PPID", menjawab.'),
    (Rule.UNEXPLAINED_ABBREVIATION, "Bawa KTP ke RT 03 pukul 08.00 WIB."),
    (Rule.UNEXPLAINED_ABBREVIATION, "Lihat surat No. 012/QZX/2021 kami."),
    (Rule.UNEXPLAINED_ABBREVIATION, "Lihat Bab IV dan Lampiran XII."),
    (Rule.UNEXPLAINED_ABBREVIATION, "PENGUMUMAN LELANG DESA\nbalai desa buka."),
    (Rule.UNEXPLAINED_ABBREVIATION, "Badan Usaha Milik Desa (BUMDes) buka."),
    (Rule.YANG_CHAIN, "Warga yang datang membawa surat yang asli."),
    (Rule.YANG_CHAIN, "Warga yang datang. Surat yang asli. Hari yang baik."),
    (Rule.STACKED_NEGATION, "Layanan ini tidak mahal dan tidak lama."),
    (Rule.STACKED_NEGATION, "Kami tidak buka, bukan karena libur."),
    (Rule.STACKED_NEGATION, "Kami tidak melayani warga desa lain tanpa surat."),
    (Rule.NESTED_PARENTHESES, "Bawa surat (asli) dan KTP (salinan)."),
    (Rule.MANY_NOMINALISATIONS, "Penyusunan dan penetapan dana selesai."),
    (Rule.NO_ACTOR, "Berkas dikirim lalu diperiksa oleh petugas."),
    (Rule.NO_ACTOR, "Berkas dikirim besok."),
    (Rule.NO_ACTOR, "Berkas yang dikirim lalu yang telah diperiksa ada di meja."),
    (Rule.NO_ACTOR, "Berkas dikirim Pemerintah Desa dan diperiksa."),
]


@pytest.mark.parametrize(("rule", "text"), LEFT_ALONE)
def test_what_is_left_alone(rule: Rule, text: str) -> None:
    assert said(text, rule) == []


def test_a_short_form_is_remarked_on_once() -> None:
    assert len(said("PPID buka. PPID tutup. PPID libur.", Rule.UNEXPLAINED_ABBREVIATION)) == 1


def test_the_suggestion_can_stand_in_place_of_the_span() -> None:
    text = "Apabila hujan, warga melakukan pembayaran secara online."
    for remark in sorted(read(text).remarks, key=lambda one: -one.start):
        text = text[: remark.start] + remark.suggestion + text[remark.end :]
    assert text == "Jika hujan, warga membayar secara daring."


def test_what_can_go_is_marked_as_such() -> None:
    [remark] = read("Adapun rapat mulai pagi.").remarks
    assert (remark.suggestion, remark.removes) == ("", True)


def test_what_helps_most_comes_first() -> None:
    long = " ".join(WORDS * 5)
    reading = read(f"Apabila hujan, rapat batal. {long.capitalize()}. Berkas dikirim lalu diperiksa.")
    assert [remark.rule for remark in reading.remarks] == [Rule.LONG_SENTENCE, Rule.STIFF_WORD, Rule.NO_ACTOR]
    assert reading.remarks[-1].gain == 0


@pytest.mark.parametrize("pairs", [STIFF, FOREIGN, VERBS])
def test_no_plainer_word_needs_a_plainer_one(pairs: dict[tuple[str, ...], str]) -> None:
    texts = {plainer: [r for r in read(plainer).remarks if r.rule in WORD_RULES] for plainer in pairs.values()}
    assert {plainer: found for plainer, found in texts.items() if found} == {}


WORD_RULES = {Rule.STIFF_WORD, Rule.FOREIGN_WORD, Rule.VERB_AS_NOUN}


def test_every_pair_of_the_lists_is_found() -> None:
    for stiff, plainer in (STIFF | FOREIGN | VERBS).items():
        [remark] = [r for r in read(" ".join(stiff)).remarks if r.rule in WORD_RULES]
        assert remark.suggestion == plainer
