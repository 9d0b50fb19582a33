"""One proposal: the answer first, then the ceilings, what would change it, how it went, and what was sent."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.forum.models import Forum, Proposal, Recommendation
from selaras.forum.pages.story import sent_cells, ways
from tests.forum.decided import decided_forum


def _page(forum: Forum, number: str) -> str:
    path = reverse("proposal", args=[forum.proposals.get(number=number).pk])
    return Client().get(path).content.decode().replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("number", "status", "answer"),
    [
        ("U-0001", "Belum didanai", "<strong>Belum didanai.</strong> Pagu Kecamatan Sadang tinggal Rp 12.400.000"),
        ("U-0002", "Didanai", "<strong>Didanai.</strong> Usulan ini mendapat Rp 140.000.000."),
        ("U-0005", "Didanai dengan perubahan", "<strong>Didanai.</strong> Usulan ini mendapat Rp 180.000.000."),
        ("U-0007", "Digabung", "<strong>Digabung.</strong>"),
        ("U-0025", "Belum dapat dinilai", "<strong>Belum dapat dinilai.</strong>"),
        ("U-0027", "Belum didanai", "Usulan lain yang harus ada lebih dulu"),
        ("U-0031", "Diusulkan", "<strong>Menunggu keputusan.</strong>"),
    ],
)
def test_the_first_sentence_is_the_answer(number: str, status: str, answer: str) -> None:
    page = _page(decided_forum(), number)
    assert re.search(rf"<span class=\"tag [^>]+>.*?</svg>{status}</span>", page)
    assert answer in page


@pytest.mark.django_db
def test_it_names_what_would_change_it_and_the_ceilings_above_it() -> None:
    page = _page(decided_forum(), "U-0001")
    assert "Pagu Kecamatan Sadang bertambah Rp 72.600.000." in page
    assert page.count("didanai bila") == 1
    assert "kurang Rp 72.600.000" in page
    above = re.findall(r"<h3>(Pagu [^<]+?)\s*<", page)
    assert above == [
        "Pagu Kecamatan Sadang",
        "Pagu seluruh daerah",
        "Pagu DPUPR",
        "Pagu Program Penyelenggaraan Jalan",
        "Pagu sumber dana APBD Kabupaten",
    ]


@pytest.mark.django_db
def test_it_shows_the_match_the_group_and_what_each_level_said() -> None:
    forum = decided_forum()
    merged = _page(forum, "U-0007")
    assert "Rabat beton jalan usaha tani" in merged
    assert "desa yang sama dan pokok yang sama" in merged
    first = _page(forum, "U-0001")
    assert "Program Penyelenggaraan Jalan" in first
    assert "keyakinan 87 %" in first
    assert "Ruas lain di kecamatan lebih mendesak." in first


@pytest.mark.django_db
def test_a_late_proposal_shows_no_ceiling_and_an_open_way() -> None:
    page = _page(decided_forum(), "U-0031")
    assert "Pagu yang menaungi" not in page
    assert page.count('<li class="open">') == 3


@pytest.mark.django_db
def test_a_number_on_paper_leads_to_the_page_even_with_a_slash_in_it() -> None:
    forum = decided_forum()
    proposal = forum.proposals.get(number="U-0002")
    Proposal.objects.filter(pk=proposal.pk).update(number="002/MUS/2020")
    response = Client().get(reverse("proposal-by-number", args=["002/MUS/2020"]))
    assert response.headers["Location"] == reverse("proposal", args=[proposal.pk])
    assert Client().get(reverse("proposal-by-number", args=["tidak-ada"])).status_code == 404


@pytest.mark.django_db
def test_the_number_of_queries_is_fixed(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    forum = decided_forum()
    for number, queries in (("U-0001", 8), ("U-0007", 9), ("U-0031", 8)):
        path = reverse("proposal", args=[forum.proposals.get(number=number).pk])
        with django_assert_num_queries(queries):
            Client().get(path)


CEILING = {"kind": "ceiling", "ceiling": "district:1", "label": "Pagu Kecamatan Sadang", "amount": 72_600_000}
COST = {"kind": "cost", "amount": 12_400_000, "volume": "40.00", "unit": "meter"}


@pytest.mark.parametrize(
    ("flips", "sentences"),
    [
        ([], []),
        ([CEILING], ["Pagu Kecamatan Sadang bertambah Rp 72.600.000."]),
        (
            [COST, COST | {"volume": None}],
            ["Volumenya menjadi 40 meter (Rp 12.400.000).", "Biayanya menjadi Rp 12.400.000."],
        ),
        ([{"kind": "score", "score": "81.500000"}], ["Nilainya naik menjadi 81,5."]),
    ],
)
def test_every_change_is_a_sentence(flips: Any, sentences: list[str]) -> None:
    assert [one.replace("\N{NO-BREAK SPACE}", " ") for one in ways(flips)] == sentences


@pytest.mark.django_db
def test_marks_stand_on_their_own_scale_and_the_score_on_a_hundred() -> None:
    page = _page(decided_forum(), "U-0002")
    assert re.search(r"Mendesak</th>.*?width=\"96.00%\".*?>4,84<small>dari 5</small>", page, re.DOTALL)
    assert "Nilai seluruhnya 88,1, urutan 2." in page


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ({"Usulan": "Jalan", "Kosong": "", "Biaya": "5"}, [("Usulan", "Jalan"), ("Biaya", "5")]),
        ({"Nama Pengusul": "Ibu Contoh", "No. HP": "1", "NIK": "2", "Usulan": "Jalan"}, [("Usulan", "Jalan")]),
        ({"Kolom 3": "dari Ibu Contoh", "Usulan": "Jalan"}, [("Usulan", "Jalan")]),
        ({}, []),
    ],
)
def test_the_row_as_sent_leaves_out_who_proposed(raw: Any, shown: list[tuple[str, str]]) -> None:
    assert sent_cells(raw, "ibu contoh") == shown


@pytest.mark.django_db
def test_recommendations_stand_in_the_order_of_the_levels_whenever_they_came() -> None:
    forum = decided_forum()
    proposal = forum.proposals.get(number="U-0001")
    for level, by, reason in (
        ("budget_team", "file", "Pagu cukup."),
        ("partner", "file", "Belum ada DED."),
        ("partner", "aligning", "Diteruskan."),
    ):
        Recommendation.objects.create(proposal=proposal, level=level, by=by, reason=reason)
    page = _page(forum, "U-0001").partition("Rekomendasi tiap tingkat</h2>")[2].partition("</table>")[0]
    told = ["Desa/kelurahan", "Ruas lain di kecamatan", "Belum ada DED.", "Diteruskan.", "Tim anggaran", "Pagu cukup."]
    assert sorted(told, key=page.index) == told
