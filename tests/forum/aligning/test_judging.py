"""What a person says of duplicates, overlaps and findings counts at once, survives a new run, and can be taken back."""

from __future__ import annotations

import pytest

from selaras.audit.models import Entry
from selaras.forum.actions import align, check_plan
from selaras.forum.actions.judging import (
    judge_group,
    judge_overlap,
    reopen_finding,
    settle_findings,
    undo_group_verdict,
    undo_overlap_verdict,
)
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.inputs import gather
from selaras.forum.models import DuplicateGroup, Event, Finding, Forum, Overlap, OverlapVerdict, Proposal, Settlement
from selaras.forum.open_work import still_open
from selaras.government.models import Agency
from selaras.planning.models import WorkPlanItem
from tests.forum.aligning.desk import aligned_forum, members
from tests.forum.proposing.people import agency_planner, numbered, office
from tests.forum.small_forum import actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return aligned_forum()


def groups() -> list[tuple[list[str], bool, float]]:
    return [(members(one), one.judged, one.confidence) for one in DuplicateGroup.objects.all()]


def proposals(*numbers: str) -> list[Proposal]:
    return [numbered(number) for number in numbers]


@pytest.mark.parametrize(
    ("joined", "leads", "expected"),
    [
        (["1", "2", "3"], "2", [(["2", "1", "3"], True, 1.0)]),
        (["1", "2", "3"], None, [(["1", "2", "3"], True, 1.0)]),
        (["2", "3"], "3", [(["3", "2"], True, 1.0)]),
        ([], None, []),
    ],
)
def test_a_verdict_counts_at_once_and_after_aligning(
    forum: Forum, joined: list[str], leads: str | None, expected: list[tuple[list[str], bool, float]]
) -> None:
    judge_group(
        DuplicateGroup.objects.get(), proposals(*joined), numbered(leads) if leads else None, reason="Sudah ditanya.",
        actor=office(),
    )  # fmt: skip
    assert groups() == expected
    align(forum, actor=actor())
    assert groups() == expected
    assert Event.objects.filter(kind="duplicates_judged").count() == 3
    assert Entry.objects.filter(action="proposals.duplicates_judged").count() == 1


def test_those_that_differ_compete_each_for_itself(forum: Forum) -> None:
    assert len(gather(forum, "ranked")["groups"]) == 1
    judge_group(DuplicateGroup.objects.get(), [], actor=office())
    assert gather(forum, "ranked")["groups"] == {}


@pytest.mark.parametrize("joined", [["1", "2"], []])
def test_taken_back_it_waits_as_it_was_found(forum: Forum, joined: list[str]) -> None:
    before = groups()
    who = office()
    verdict = judge_group(DuplicateGroup.objects.get(), proposals(*joined), actor=who)
    undo_group_verdict(verdict, actor=who)
    assert groups() == before
    align(forum, actor=actor())
    assert groups() == before
    with pytest.raises(NotReady, match="sudah dibatalkan"):
        undo_group_verdict(verdict, actor=who)


@pytest.mark.usefixtures("forum")
@pytest.mark.parametrize(
    ("joined", "leads", "sentence"),
    [
        (["1"], None, "paling sedikit dua"),
        (["1", "2"], "3", "Usulan utama harus"),
        (["1", "4"], "1", "berubah sementara"),
    ],
)
def test_what_cannot_be_is_said(joined: list[str], leads: str | None, sentence: str) -> None:
    with pytest.raises(NotReady, match=sentence):
        judge_group(
            DuplicateGroup.objects.get(), proposals(*joined), numbered(leads) if leads else None, actor=office()
        )


@pytest.mark.usefixtures("forum")
def test_a_group_is_judged_once() -> None:
    who = office()
    group = DuplicateGroup.objects.get()
    judge_group(group, proposals("1", "2", "3"), actor=who)
    for stale in (group, DuplicateGroup.objects.get()):
        with pytest.raises(NotReady, match="sudah diputuskan"):
            judge_group(stale, [], actor=who)


@pytest.mark.usefixtures("forum")
def test_only_the_office_judges() -> None:
    planner = agency_planner()
    with pytest.raises(NotAllowed):
        judge_group(DuplicateGroup.objects.get(), [], actor=planner)
    with pytest.raises(NotAllowed):
        judge_overlap(Overlap.objects.get(), None, "Beda sasaran.", actor=planner)


@pytest.mark.parametrize("code", ["1.03", None])
def test_an_overlap_is_joined_or_kept_apart_with_a_reason(forum: Forum, code: str | None) -> None:
    agency = Agency.objects.get(code=code) if code else None
    who = office()
    judge_overlap(Overlap.objects.get(), agency, "Sasarannya sama.", actor=who)
    check_plan(forum, actor=actor())
    verdict = OverlapVerdict.objects.get()
    overlap = Overlap.objects.get()
    assert (verdict.first, verdict.second) == (overlap.first, overlap.second)
    assert (verdict.agency, verdict.reason, verdict.by) == (agency, "Sasarannya sama.", who)
    judge_overlap(overlap, None, "Ternyata beda.", actor=who)
    assert OverlapVerdict.objects.get().agency is None
    undo_overlap_verdict(OverlapVerdict.objects.get(), actor=who)
    assert not OverlapVerdict.objects.exists()
    actions = Entry.objects.filter(action__startswith="forum.overlap_").values_list("action", flat=True)
    assert list(actions) == ["forum.overlap_judged", "forum.overlap_judged", "forum.overlap_reopened"]


@pytest.mark.usefixtures("forum")
def test_an_overlap_needs_a_reason_and_one_of_its_agencies() -> None:
    who = office()
    with pytest.raises(NotReady, match="alasan"):
        judge_overlap(Overlap.objects.get(), None, "  ", actor=who)
    with pytest.raises(NotReady, match="salah satu dari kedua"):
        judge_overlap(Overlap.objects.get(), Agency.objects.get(code="1.02"), "Karena.", actor=who)


def of_line(key: str) -> list[Finding]:
    return list(Finding.objects.filter(item=key, kind="no_baseline"))


def test_a_settled_finding_stays_off_the_list_until_it_is_another(forum: Forum) -> None:
    assert settle_findings(forum, of_line("R-1"), "Baru mulai tahun ini.", actor=agency_planner("1.03")) == 1
    check_plan(forum, actor=actor())
    left = still_open(forum.findings.all())
    assert not left.filter(item="R-1", kind="no_baseline").exists()
    assert left.count() == Finding.objects.count() - 1
    Settlement.objects.update(sentence="Kalimat lain.")  # the same line has another fault now
    assert still_open(forum.findings.all()).count() == Finding.objects.count()


def test_a_mended_line_leaves_the_list_by_itself(forum: Forum) -> None:
    WorkPlanItem.objects.filter(key="R-1").update(location="Kecamatan Ayah")
    check_plan(forum, actor=actor())
    assert not still_open(forum.findings.all()).filter(item="R-1", kind="no_location").exists()


def test_a_settled_finding_can_be_put_back(forum: Forum) -> None:
    who = agency_planner("1.03")
    settle_findings(forum, of_line("R-1"), "Baru mulai tahun ini.", actor=who)
    reopen_finding(of_line("R-1")[0], actor=who)
    assert still_open(forum.findings.all()).filter(item="R-1", kind="no_baseline").exists()
    with pytest.raises(NotReady, match="masih terbuka"):
        reopen_finding(of_line("R-1")[0], actor=who)


def test_an_agency_settles_only_its_own(forum: Forum) -> None:
    who = agency_planner("1.03")
    with pytest.raises(NotAllowed):
        settle_findings(forum, [*of_line("R-1"), *of_line("R-2")], "Semua beres.", actor=who)
    assert not Settlement.objects.exists()
    assert settle_findings(forum, [*of_line("R-1"), *of_line("R-2")], "Semua beres.", actor=office()) == 2


@pytest.mark.parametrize(("chosen", "note"), [([], "Beres."), (["R-1"], " ")])
def test_what_is_missing_is_said(forum: Forum, chosen: list[str], note: str) -> None:
    with pytest.raises(NotReady):
        settle_findings(forum, [one for key in chosen for one in of_line(key)], note, actor=office())
