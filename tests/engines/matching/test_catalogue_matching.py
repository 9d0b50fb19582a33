"""A proposal finds its catalogue entry and field of duty, says how sure it is and by which words, or that none fits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.matching import CatalogueError, Entry, Matcher
from tests.engines.matching.catalogue_sample import sample_catalogue


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(sample_catalogue())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pengaspalan jln Krajan - Kauman", "1.03.10.2.01.0033"),
        ("Rehab ruang kelas SD N 1 Panjer", "1.01.02.2.01.0051"),
        ("Pengadaan mebeler sekolah", "1.01.02.2.01.0014"),
        ("Bedah rumah / RTLH 5 unit", "1.04.03.2.03.0002"),
        ("LPJU Dusun Kauman", "2.15.02.2.02.0002"),
        ("JUT Dk Pasar", "3.27.03.2.02.0003"),
        ("Bantuan gamelan dan kostum tari", "2.22.02.2.02.0001"),
        ("Bibit lele untuk pokdakan", "3.25.04.2.02.0001"),
        ("Motor roda tiga bank sampah", "2.11.11.2.01.0020"),
        ("Rehab jembatan", "1.03.10.2.01.0038"),
        ("Jambanisasi 20 KK", "1.03.05.2.01.0025"),
    ],
)
def test_everyday_words_find_the_official_entry(matcher: Matcher, text: str, code: str) -> None:
    match = matcher.match([text])[0]
    assert match.fits
    assert match.best[0].code == code
    assert match.field.code == code[:4]


@pytest.mark.parametrize("text", ["qwerty asdf", "", "  ", "12345", "xxxxxxxx", "😀😀", "RT 03 RW 02", "tes"])
def test_nonsense_fits_nothing(matcher: Matcher, text: str) -> None:
    match = matcher.match([text])[0]
    assert not match.fits
    assert match.best == ()
    assert match.field.confidence < 0.3


def test_the_words_that_decided_are_written_out_and_are_words_of_the_proposal(matcher: Matcher) -> None:
    words = matcher.match(["Pengaspalan jln Krajan"])[0].best[0].words
    assert {word.text for word in words} == {"jalan", "pengaspalan"}
    assert sum(word.weight for word in words) == pytest.approx(1, abs=0.01)


def test_answers_come_in_the_order_of_the_texts_and_do_not_depend_on_company(matcher: Matcher) -> None:
    texts = ["Rehab jembatan", "qwerty", "JUT Dk Pasar", "Rehab jembatan"]
    together = matcher.match(texts)
    assert [match.text for match in together] == texts
    assert together == [matcher.match([text])[0] for text in texts]


def test_the_same_catalogue_in_another_order_gives_the_same_answers() -> None:
    texts = ["Pengaspalan jalan", "Bibit lele", "Pelatihan menjahit", "BUMDes"]
    assert Matcher(sample_catalogue()).match(texts) == Matcher(reversed(sample_catalogue())).match(texts)


def test_a_catalogue_must_have_entries_and_name_a_code_once() -> None:
    with pytest.raises(CatalogueError, match="tidak berisi satu pun"):
        Matcher([])
    entry = Entry("1.03.10.2.01.0033", "Rekonstruksi Jalan")
    with pytest.raises(CatalogueError, match="dua kali"):
        Matcher([entry, replace(entry, name="Jalan")])


@given(st.lists(st.text(), max_size=5))
def test_any_text_is_answered_with_ordered_confidences(matcher: Matcher, texts: list[str]) -> None:
    for text, match in zip(texts, matcher.match(texts), strict=True):
        assert match.text == text
        assert match.fits == bool(match.best)
        assert match.field == match.fields[0]
        for confidences in ([each.confidence for each in match.best], [each.confidence for each in match.fields]):
            assert confidences == sorted(confidences, reverse=True)
            assert all(0 <= confidence <= 1 for confidence in confidences)


@given(
    st.lists(
        st.sampled_from(
            [
                "rehab",
                "jalan",
                "jln",
                "lele",
                "pupuk",
                "rt",
                "03",
                "dusun",
                "sawah",
                "lampu",
                "ruang",
                "kelas",
                "posyandu",
            ]
        )
    )
)
def test_a_candidate_never_claims_more_than_its_field(matcher: Matcher, words: list[str]) -> None:
    match = matcher.match([" ".join(words)])[0]
    assert len(match.best) <= 5
    for field in match.fields:
        of_field = [each.confidence for each in match.best if each.code.startswith(field.code + ".")]
        assert sum(of_field) <= field.confidence + 0.001
