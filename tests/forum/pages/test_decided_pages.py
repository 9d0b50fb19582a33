"""The landing page, the ledger and the decision: each begins with the answer, and their figures are the decision's."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.forum.models import Forum
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db


def _page(name: str) -> str:
    return Client().get(reverse(name)).content.decode().replace("\N{NO-BREAK SPACE}", " ")


def _heading(page: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    assert found
    return re.sub(r"<[^>]+>", "", found[1]).strip()


def test_the_landing_page_answers_in_its_first_sentence() -> None:
    decided_forum()
    assert _heading(_page("home")) == "17 dari 30 usulan warga didanai untuk 2021."
    assert "Dananya Rp 1,2 miliar dari Rp 3,3 miliar yang diminta." in _page("home")


def test_the_landing_page_draws_each_district_and_says_the_same_in_a_table() -> None:
    forum = decided_forum()
    page = _page("home")
    for district in forum.decisions.get().summary["districts"]:
        share = round(district["funded_cost"] / district["asked_cost"] * 100)
        assert f'aria-label="{district["name"]}: {share} %"' in page
        row = re.search(rf"<tr[^>]*><th[^>]*><a[^>]*>{district['name']}</a>.*?</tr>", page)
        assert row
        assert re.findall(r"<td[^>]*>([^<]*)</td>", row[0])[:2] == [str(district["funded"]), str(district["asked"])]


def test_districts_without_a_place_on_the_grid_leave_the_table_alone() -> None:
    decision = decided_forum().decisions.get()
    for district in decision.summary["districts"]:
        district["column"] = None
    decision.save()
    page = _page("home")
    assert "tile" not in page
    assert '<details class="details" open>' in page


def test_before_the_decision_the_public_learns_only_that_a_forum_is_prepared() -> None:
    forum = decided_forum()
    forum.decisions.all().delete()
    page = _page("home")
    assert _heading(page) == "Forum ini belum memutuskan."
    assert "Selasa, 11 Februari 2020" in page
    assert Client().get(reverse("proposal", args=[forum.proposals.earliest("pk").pk])).status_code == 404
    for name in ("ceilings", "decision"):
        assert Client().get(reverse(name)).status_code == 404


def test_the_ledger_shows_every_ceiling_with_the_figures_of_the_decision() -> None:
    forum = decided_forum()
    page = _page("ceilings")
    assert _heading(page) == "Sisa Rp 180 juta dari pagu Rp 2,3 miliar."
    ledger = forum.decisions.get().summary["ledger"]
    assert page.count('<tr role="row"><th role="rowheader"') == len(ledger)
    for line in ledger:
        row = re.search(rf"<tr role=\"row\"><th[^>]*>{re.escape(line['label'])}<svg.*?</tr>", page, re.DOTALL)
        assert row, line["label"]
        for key in ("amount", "plan", "used", "left"):
            assert f"Rp {line[key]:,}".replace(",", ".") in row[0]


def test_the_ledger_puts_first_what_stopped_most() -> None:
    decided_forum()
    districts = re.search(r'<section id="district".*?</section>', _page("ceilings"), re.DOTALL)
    assert districts
    stopped = [int(count) for count in re.findall(r">(\d+) usulan</a>", districts[0])]
    assert stopped == sorted(stopped, reverse=True)
    assert stopped[0] == 5


def test_the_decision_names_its_rule_its_proof_and_how_to_repeat_it() -> None:
    decision = decided_forum().decisions.get()
    page = _page("decision")
    assert _heading(page) == "Aturan “Urutan nilai” mendanai 17 dari 30 usulan."
    for wanted in (decision.verification_code, decision.digest, decision.inputs_digest, "selaras forum replay"):
        assert wanted in page
    for rule in ("Urutan nilai", "Nilai total tertinggi", "Bagian setara"):
        assert rule in page.partition("</h1>")[2]
    assert "U-0011, U-0024" in page


def test_participants_are_counted_and_not_named() -> None:
    forum = decided_forum()
    page = _page("decision")
    assert not [one.name for one in forum.participants.all() if one.name in page]
    assert re.search(r"Kecamatan</th><td[^>]*>3</td><td[^>]*>3</td>", page)


def test_minima_that_were_missed_and_plan_lines_that_did_not_fit_are_told() -> None:
    decision = decided_forum().decisions.get()
    decision.summary |= {"unmet": [{"id": "x", "label": "Pagu Kecamatan Ayah", "short": 5_000}]}
    decision.summary |= {"plan_deferred": ["RENJA-7"]}
    decision.save()
    page = _page("decision")
    assert re.search(r"Pagu Kecamatan Ayah <span[^>]*>kurang Rp 5.000<", page)
    assert "RENJA-7" in page


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "id",
            "Aturan “Nilai total tertinggi” tidak memberi hasil, sebab batas terendah pada pagu tidak dapat dicapai "
            "semuanya.",
        ),
        (
            "en",
            "The rule “Highest total score” gives no result, because the minima set inside the ceilings cannot all be "
            "reached.",
        ),
    ],
)
def test_a_rule_that_no_choice_satisfies_is_told_beside_the_comparison(language: str, told: str) -> None:
    decision = decided_forum().decisions.get()
    assert told not in _page("decision")
    decision.summary |= {"rules": {"ranked": decision.summary["rules"]["ranked"]}, "impossible": ["optimal"]}
    decision.save()
    client = Client()
    client.post(reverse("set-language"), {"language": language, "next": "/"})
    page = client.get(reverse("decision")).content.decode()
    assert told in page.partition("</h1>")[2].partition("<aside")[0]


def test_a_decision_without_comparison_ties_or_stability_still_has_its_page() -> None:
    decision = decided_forum().decisions.get()
    decision.summary |= {"rules": {}, "ties": [], "stability": None, "priorities": []}
    decision.save()
    page = _page("decision")
    assert "Bila aturannya lain" not in page
    assert "Tidak ada keputusan yang bergantung" in page


@pytest.mark.parametrize(("name", "queries"), [("home", 5), ("ceilings", 4), ("decision", 5), ("documents", 4)])
def test_the_number_of_queries_is_fixed(
    name: str, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    decided_forum()
    with django_assert_num_queries(queries):
        Client().get(reverse(name))


def test_a_newer_forum_takes_the_place_of_the_older() -> None:
    older = decided_forum()
    newer = Forum.objects.create(slug="baru", cycle=older.cycle, name="Forum baru", held_on="2021-02-09")
    assert older.name in _page("home")
    decision = older.decisions.get()
    decision.pk, decision.forum = None, newer
    decision.save()
    assert "Forum baru" in _page("home")
