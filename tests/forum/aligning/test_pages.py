"""The alignment desk with plain forms: what waits is shown, a choice is kept, the next one follows, and back."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.forum.models import (
    Confirmation,
    DuplicateGroup,
    Finding,
    Forum,
    GroupVerdict,
    Match,
    Overlap,
    OverlapVerdict,
    Proposal,
    Settlement,
)
from selaras.forum.waiting import waiting_for
from selaras.government.models import Agency
from tests.forum.aligning.desk import CLINIC, ROAD, UPKEEP, aligned_forum, members
from tests.forum.proposing.people import agency_planner, numbered, office
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
BY_SCRIPT = {"X-Selaras-Card": "1"}


@pytest.fixture
def forum() -> Forum:
    return aligned_forum()


@pytest.fixture
def desk(forum: Forum) -> Client:
    return browser_of(office())


def shown(client: Client, name: str, query: str = "") -> str:
    response = client.get(f"{reverse(name)}{query}")
    assert response.status_code == 200
    return response.content.decode()


def card(client: Client, query: str = "") -> str | None:
    """The number of the proposal on the first card."""
    cards = client.get(f"{reverse('align-matches')}{query}").context["cards"]
    return cards[0].proposal.number if cards else None


def test_the_most_doubtful_stands_first_with_what_decided(desk: Client) -> None:
    assert card(desk) == "6"  # nothing fits it
    html = shown(desk, "align-matches", f"?lewati={numbered('6').pk}")
    assert "Pembangunan Jalan" in html or "Pembangunan Posyandu" in html
    assert "dari kata" in html
    assert "6</span> usulan menunggu dipastikan" in html


def test_a_choice_is_kept_and_the_next_card_follows(desk: Client) -> None:
    one = numbered("1")
    answer = desk.post(reverse("align-match", args=[one.pk]), {"pilih": f"2:{UPKEEP}"}, follow=True)
    assert "Usulan 1 dipastikan: 1.03.10.2.01.0009." in answer.content.decode()
    made = Confirmation.objects.get()
    assert (made.code, made.place) == (UPKEEP, 2)
    assert answer.context["left"] == 5
    assert answer.context["hour"] == 1
    desk.post(reverse("align-match-undo", args=[one.pk]))
    assert not Confirmation.objects.exists()


@pytest.mark.parametrize(
    ("sent", "code", "place"), [("0:", "", None), (f":{CLINIC}", CLINIC, None), (f"1:{ROAD}", ROAD, 1)]
)
def test_none_fits_and_what_was_searched_for_have_no_place(
    desk: Client, sent: str, code: str, place: int | None
) -> None:
    desk.post(reverse("align-match", args=[numbered("1").pk]), {"pilih": sent})
    assert (Confirmation.objects.get().code, Confirmation.objects.get().place) == (code, place)


@pytest.mark.parametrize("sent", [{}, {"pilih": ""}, {"pilih": "1"}, {"pilih": "1:tidak ada"}])
def test_nothing_chosen_or_an_unknown_code_changes_nothing(desk: Client, sent: dict[str, str]) -> None:
    answer = desk.post(reverse("align-match", args=[numbered("1").pk]), sent, follow=True)
    assert "notice-error" in answer.content.decode()
    assert not Confirmation.objects.exists()


def test_the_script_is_answered_with_what_is_left_or_with_a_sentence(desk: Client) -> None:
    address = reverse("align-match", args=[numbered("1").pk])
    assert desk.post(address, {"pilih": f"1:{ROAD}"}, headers=BY_SCRIPT).json() == {"left": 5, "hour": 1}
    refused = desk.post(address, {"pilih": "1:9.9"}, headers=BY_SCRIPT)
    assert refused.status_code == 409
    assert "bukan sub kegiatan" in refused.json()["error"]


def test_the_next_cards_leave_out_those_that_the_page_has(desk: Client) -> None:
    known = ",".join(str(numbered(number).pk) for number in ("6", "1", "2"))
    cards = desk.get(f"{reverse('align-cards')}?lewati={known}").context["cards"]
    assert sorted(one.proposal.number for one in cards) == ["3", "4", "5"]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("opd={1.02}", {"4", "6"}),
        ("urusan=2.16", {"5"}),
        ("kecamatan=33.05.01", {"1", "2", "3"}),
        ("opd=abc&urusan=zzz", {"1", "2", "3", "4", "5", "6"}),  # what cannot be is left out
    ],
)
def test_the_queue_is_narrowed(desk: Client, query: str, numbers: set[str]) -> None:
    asked = query.replace("{1.02}", str(Agency.objects.get(code="1.02").pk))
    cards = desk.get(f"{reverse('align-cards')}?{asked}").context["cards"]
    assert {one.proposal.number for one in cards} == numbers


@pytest.mark.parametrize(
    ("words", "codes"),
    [("jalan rutin", [UPKEEP]), ("1.02.02", [CLINIC]), ("PANJANG", [ROAD, UPKEEP]), ("zzz", []), ("", [])],
)
def test_the_catalogue_is_searched(desk: Client, words: str, codes: list[str]) -> None:
    for address in (reverse("align-catalogue"), reverse("align-match", args=[numbered("1").pk])):
        found = desk.get(address, {"q": words})
        assert [one.code for one in found.context["found"]] == codes
        assert ("Tidak ada sub kegiatan dengan kata" in found.content.decode()) is (words == "zzz")


def test_an_agency_sees_its_own_alone(forum: Forum) -> None:
    client = browser_of(agency_planner("1.02"))
    cards = client.get(reverse("align-cards")).context["cards"]
    assert {one.proposal.number for one in cards} == {"4", "6"}
    assert client.get(reverse("align-match", args=[numbered("1").pk])).status_code == 403
    assert client.get(reverse("align-groups")).status_code == 403
    own = client.get(reverse("align-findings")).context["faults"]
    assert {fault.finding.item for fault in own} == set()
    roads = browser_of(agency_planner("1.03")).get(reverse("align-findings")).context["faults"]
    assert {fault.finding.item for fault in roads} == {"R-1"}
    assert forum.findings.exclude(item="R-1").exists()


def test_a_group_stands_side_by_side_and_is_judged(desk: Client) -> None:
    html = shown(desk, "align-groups")
    assert all(title in html for title in ("Pembangunan jalan Dusun Siwatu RT 02", "Jalan Dusun Siwatu RT 02 dibangun"))
    group = DuplicateGroup.objects.get()
    keys = [numbered(number).pk for number in ("2", "3")]
    desk.post(reverse("align-group", args=[group.pk]), {"putusan": "sama", "sama": keys, "utama": keys[1]})
    assert members(DuplicateGroup.objects.get()) == ["3", "2"]
    assert "Semua kelompok sudah diputuskan" in shown(desk, "align-groups")
    desk.post(reverse("align-group-undo", args=[GroupVerdict.objects.get().pk]))
    assert len(members(DuplicateGroup.objects.get())) == 3


def test_different_takes_the_group_apart_whatever_is_ticked(desk: Client) -> None:
    group = DuplicateGroup.objects.get()
    desk.post(reverse("align-group", args=[group.pk]), {"putusan": "beda", "sama": [numbered("1").pk]})
    assert not DuplicateGroup.objects.exists()
    late = desk.post(reverse("align-group", args=[group.pk]), {"putusan": "sama"}, follow=True)
    assert "sudah diputuskan" in late.content.decode()


@pytest.mark.parametrize("sent", [{}, {"putusan": "mungkin"}, {"putusan": "sama"}])
def test_an_unclear_verdict_changes_nothing(desk: Client, sent: dict[str, str]) -> None:
    desk.post(reverse("align-group", args=[DuplicateGroup.objects.get().pk]), sent)
    assert DuplicateGroup.objects.get().judged is False
    overlap = reverse("align-overlap", args=[Overlap.objects.get().pk])
    desk.post(overlap, {"alasan": "Sudah dibahas."} | sent)
    assert not OverlapVerdict.objects.exists()


@pytest.mark.parametrize("code", ["1.03", None])
def test_an_overlap_is_judged_with_its_reason_and_back(desk: Client, code: str | None) -> None:
    assert "Pelatihan pemasaran digital untuk pelaku UMKM" in shown(desk, "align-overlaps")
    agency = Agency.objects.get(code=code) if code else None
    sent = {"putusan": str(agency.pk) if agency else "terpisah", "alasan": "Sasarannya satu."}
    desk.post(reverse("align-overlap", args=[Overlap.objects.get().pk]), sent)
    assert OverlapVerdict.objects.get().agency == agency
    assert "Sasarannya satu." not in shown(desk, "align-overlaps")
    assert "Sasarannya satu." in shown(desk, "align-overlaps", "?keadaan=sudah")
    desk.post(reverse("align-overlap-undo", args=[OverlapVerdict.objects.get().pk]))
    assert not OverlapVerdict.objects.exists()


def test_findings_lead_to_their_line_and_are_settled_with_a_note(forum: Forum, desk: Client) -> None:
    html = shown(desk, "align-findings")
    line = forum.cycle.work_plan.get(key="R-1")
    assert reverse("plan-record", args=["renja", line.pk]) in html
    assert "Panjang jalan yang dibangun" in html
    chosen = list(Finding.objects.filter(item="R-1").values_list("pk", flat=True))
    desk.post(reverse("align-findings"), {"pilih": chosen, "catatan": "Baru tahun ini."})
    assert Settlement.objects.count() == len(chosen)
    assert {fault.finding.item for fault in desk.get(reverse("align-findings")).context["faults"]} == {"R-2"}
    assert "Baru tahun ini." in shown(desk, "align-findings", "?keadaan=sudah")
    desk.post(reverse("align-finding-reopen", args=[chosen[0]]))
    assert Settlement.objects.count() == len(chosen) - 1


def test_checking_again_finds_what_is_still_wrong(forum: Forum, desk: Client) -> None:
    forum.cycle.work_plan.filter(key="R-1").update(location="Kecamatan Ayah")
    answer = desk.post(reverse("align-check"), follow=True)
    assert "sudah diperiksa ulang" in answer.content.decode()
    assert not Finding.objects.filter(item="R-1", kind="no_location").exists()


def test_aligning_anew_is_queued(desk: Client) -> None:
    from django_tasks_db.models import DBTaskResult

    desk.post(reverse("align-anew"))
    assert DBTaskResult.objects.get().task_path == "selaras.forum.tasks.align_proposals"


def test_the_waiting_list_leads_here(forum: Forum) -> None:
    told = {task.page: task.count for task in waiting_for(office(), forum)}
    assert told["align-matches"] == 1  # only what is doubtful
    assert told["align-groups"] == 1
    assert told["align-findings"] == forum.findings.count()
    own = {task.page: task.count for task in waiting_for(agency_planner("1.03"), forum)}
    assert own["align-findings"] == forum.findings.filter(item="R-1").count()
    assert "align-groups" not in own


@pytest.mark.parametrize("name", ["align-matches", "align-groups", "align-overlaps", "align-findings"])
def test_what_is_done_says_so(desk: Client, name: str) -> None:
    for model in (Match, DuplicateGroup, Overlap, Finding):
        model.objects.all().delete()
    assert 'class="empty"' in shown(desk, name)


@pytest.mark.parametrize("name", ["align-matches", "align-cards", "align-groups", "align-overlaps", "align-findings"])
def test_a_longer_list_asks_no_more(
    forum: Forum, desk: Client, name: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    address = reverse(name)
    desk.get(address)
    with django_assert_max_num_queries(60) as counted:
        desk.get(address)
    few = len(counted)
    _more(forum)
    with django_assert_max_num_queries(few):
        desk.get(address)


def _more(forum: Forum) -> None:
    """Thirty more of everything."""
    first = numbered("4")
    for at in range(30):
        copy = Proposal.objects.get(pk=first.pk)
        copy.pk, copy.number, copy.own_number = None, f"L-{at}", f"L-{at}"
        copy.save()
        Match.objects.create(proposal=copy, fits=True, field_code="1.02", best=first.match.best)
        group = forum.duplicate_groups.create(key=f"L-{at}", confidence=0.6, reason="mirip")
        group.members.create(proposal=copy, leads=True)
        forum.overlaps.create(first="R-1", second=f"L-{at}", confidence=0.5, reason="mirip")
        forum.findings.create(item="R-1", kind="no_unit", severity="error", sentence=f"Salah {at}.")
