"""Confirmed matches change what the matcher answers, for the same text and for texts like it."""

from __future__ import annotations

import pytest

from selaras.engines.matching import Confirmed, ConfirmedError, Matcher
from tests.engines.matching.catalogue_sample import sample_catalogue

WORK = "Padat karya cor blok jalan"


def test_a_confirmed_code_is_honoured_for_the_same_text_however_it_is_written() -> None:
    matcher = Matcher(sample_catalogue(), confirmed=[Confirmed("Rehab jln Krajan", "3.27.03.2.02.0003")])
    for text in ("Rehab jln Krajan", "REHABILITASI JALAN KRAJAN."):
        match = matcher.match([text])[0]
        assert match.best[0].code == "3.27.03.2.02.0003"
        assert match.best[0].confidence > 0.9
        assert match.field.code == "3.27"
        assert len({each.code for each in match.best}) == len(match.best)


def test_a_text_confirmed_twice_differently_is_shared_out() -> None:
    confirmed = [Confirmed("Rehab jalan", "3.27.03.2.02.0003")] * 2 + [Confirmed("Rehab jalan", "1.03.10.2.01.0044")]
    best = Matcher(sample_catalogue(), confirmed=confirmed).match(["rehab jalan"])[0].best
    assert [each.code for each in best[:2]] == ["3.27.03.2.02.0003", "1.03.10.2.01.0044"]
    assert best[0].confidence == pytest.approx(2 * best[1].confidence, abs=0.001)


def test_confirmed_fields_of_duty_move_the_texts_like_them() -> None:
    text = "Pengadaan tenda hajatan RT"
    untaught = Matcher(sample_catalogue())
    assert not untaught.match([text])[0].fits
    groups = ["Mekar", "Melati", "Sido Rukun", "Guyub", "Makmur", "Sejahtera", "Mawar", "Anggrek"]
    confirmed = [Confirmed(f"Bantuan tenda hajatan {group}", "Pemberdayaan Masyarakat dan Desa") for group in groups]
    confirmed += [Confirmed(f"Rehab jalan {group}", "1.03") for group in groups]
    untaught.learn(confirmed)
    taught = untaught.match([text])[0]
    assert taught.field.code == "2.13"
    assert taught.fits


def test_what_is_learned_does_not_depend_on_the_order_of_confirming() -> None:
    confirmed = [Confirmed(f"Lumbung {number}", "Pertanian") for number in range(4)]
    confirmed += [Confirmed(f"Tenda {number}", "2.13") for number in range(4)]
    texts = ["Lumbung desa", "Tenda", "Jalan"]
    forwards = Matcher(sample_catalogue(), confirmed=confirmed).match(texts)
    assert forwards == Matcher(sample_catalogue(), confirmed=confirmed[::-1]).match(texts)
    step_by_step = Matcher(sample_catalogue(), confirmed=confirmed[:3])
    step_by_step.learn(confirmed[3:])
    assert forwards == step_by_step.match(texts)


def test_many_confirmed_matches_are_calibrated_on_answers_not_seen() -> None:
    fields = {"1.03": "Rehab jalan", "3.27": "Bantuan pupuk", "2.11": "Bank sampah"}
    confirmed = [Confirmed(f"{said} blok {number}", code) for code, said in fields.items() for number in range(20)]
    match = Matcher(sample_catalogue(), confirmed=confirmed).match(["Bantuan pupuk organik"])[0]
    assert match.field.code == "3.27"
    assert match.field.confidence > 0.8


def test_a_field_that_the_catalogue_does_not_hold_teaches_nothing() -> None:
    plain = Matcher(sample_catalogue()).match(["Rehab jalan"])
    assert (
        Matcher(sample_catalogue(), confirmed=[Confirmed("Rehab jalan", "Statistik")]).match(["Rehab jalan"]) == plain
    )


def test_an_unknown_answer_is_named() -> None:
    with pytest.raises(ConfirmedError, match=r"9\.99\.99"):
        Matcher(sample_catalogue(), confirmed=[Confirmed(WORK, "9.99.99")])


def test_what_was_learned_can_be_forgotten() -> None:
    texts = ["Rehab jln Krajan", "Tenda hajatan", "Bantuan pupuk"]
    matcher = Matcher(sample_catalogue())
    untaught = matcher.match(texts)
    matcher.learn([Confirmed("Rehab jln Krajan", "3.27.03.2.02.0003"), Confirmed("Tenda hajatan", "2.13")])
    assert matcher.match(texts) != untaught
    matcher.forget()
    assert matcher.match(texts) == untaught
