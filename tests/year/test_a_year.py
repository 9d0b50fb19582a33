"""A whole year in a real browser: a village proposes, levels recommend, 80 participants vote, the secretary decides
and signs, the public reads why, the agency reports, and the next year opens with what was left.

Pictures of every turn, on a telephone and on a desk's screen, are kept in the folder that SELARAS_PICTURES names.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings

from selaras import background
from selaras.forum.actions.aligning import align
from selaras.forum.models import Decision, Forum, Participant, Progress, Proposal, Round
from selaras.government.models import Agency
from selaras.people.actions import system_account
from selaras.people.models import Role
from tests.people.persons import PASSWORD, person, secretary
from tests.web.browser import PHONE, chromium
from tests.web.site import own_files
from tests.year.office import office_on_the_eve
from tests.year.stage import DESK, Stage

__all__ = ["chromium", "own_files"]
pytestmark = [pytest.mark.browser, pytest.mark.slow(minutes=3), pytest.mark.django_db(transaction=True)]
Kind = Role.Kind
TITLE = "Pembangunan talud jalan Dusun Karang RT 02"


@pytest.fixture
def forum(tmp_path: Path) -> Forum:
    forum = office_on_the_eve(tmp_path / "kantor")
    first = forum.proposals.exclude(village=None).exclude(handler=None).earliest("pk")
    person("desa", Kind.VILLAGE_OPERATOR, password=PASSWORD, region=first.village)
    person("kecamatan", Kind.DISTRICT_OPERATOR, password=PASSWORD, region=first.district)
    person("opd", Kind.AGENCY_PLANNER, password=PASSWORD, agency=first.handler)
    person("bappeda", Kind.PLANNER, password=PASSWORD)
    secretary(password=PASSWORD)
    return forum


@pytest.fixture
def stage(chromium: Browser, live_server: Any, tmp_path: Path, settings: Settings) -> Stage:
    settings.SITE = live_server.url
    return Stage.at(chromium, live_server.url, tmp_path)


def test_a_year(stage: Stage, forum: Forum) -> None:
    the_village_proposes(stage, forum)
    the_levels_recommend(stage, forum)
    tokens = the_secretary_prepares_the_hall(stage)
    voting = the_secretary_opens_the_vote(stage, forum)
    everybody_checks_in_and_votes(stage, voting, tokens)
    the_vote_closes_and_the_screen_shows_it(stage, voting)
    the_secretary_decides_and_locks(stage, forum)
    the_secretary_signs(stage, forum)
    the_public_reads_why(stage, forum)
    the_agency_reports_a_quarter(stage)
    the_next_year_opens(stage, forum)
    assert stage.wide == {}


def the_village_proposes(stage: Stage, forum: Forum) -> None:
    before = forum.proposals.count()
    with stage.actor(PHONE, "desa") as page:
        page.goto(reverse("proposal-new"))
        stage.picture(page, "desa-menulis")
        page.get_by_label("Yang diusulkan").fill(TITLE)
        page.get_by_label("Volume").fill("120")
        page.get_by_label("Satuan").fill("meter")
        page.get_by_label("Perkiraan biaya").fill("85 jt")
        page.get_by_label("Perangkat daerah yang dituju").select_option(label=agency_of("opd").name)
        page.get_by_role("button", name="Kirim usulan").click()
        expect(page.locator("[data-outbox-list]").get_by_role("link")).to_be_visible()  # its number: the site has it
        stage.picture(page, "desa-terkirim")
        page.goto(reverse("own-proposals"))
        expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    assert forum.proposals.count() == before + 1


def agency_of(username: str) -> Agency:
    return Agency.objects.get(pk=Role.objects.get(account__username=username).agency_id)


def the_levels_recommend(stage: Stage, forum: Forum) -> None:
    """The district less money with a reason, the agency as the district."""
    for username, screen, cost, reason in (
        ("kecamatan", PHONE, "80 jt", "Sebagian batu tersedia dari swadaya."),
        ("opd", DESK, "", ""),
    ):
        with stage.actor(screen, username) as page:
            page.goto(f"{reverse('recommend-list')}?q=Dusun+Karang")
            page.get_by_role("link", name=TITLE).click()
            page.get_by_label("Biaya yang disarankan").fill(cost)
            page.get_by_label("Alasan").fill(reason)
            stage.picture(page, f"rekomendasi-{username}")
            page.get_by_role("button", name="Simpan, ke daftar").click()
    levels = set(forum.proposals.get(title=TITLE).recommendations.values_list("level", "cost"))
    assert ("district", 80_000_000) in levels
    assert "agency" in {level for level, _ in levels}
    align(forum, actor=system_account())


def the_secretary_prepares_the_hall(stage: Stage) -> dict[int, str]:
    """The personal link of each of the 80, as their cards carry it."""
    with stage.actor(DESK, "sekretaris") as page:
        page.goto(reverse("attendance"))
        page.get_by_role("button", name="Buka daftar hadir lewat telepon").click()
        stage.picture(page, "daftar-hadir")
        page.goto(reverse("cards"))
        page.get_by_role("main").get_by_role("button").first.click()
        expect(page.locator(".hall-card svg")).to_have_count(80)
        links = re.findall(r"/hadir/[A-Za-z0-9_-]{20,}/", page.content())
        stage.picture(page, "kartu")
    people = list(Participant.objects.order_by("element", "name"))
    assert len(set(links)) == len(people) == 80
    return dict(zip((one.pk for one in people), dict.fromkeys(links), strict=True))


def the_secretary_opens_the_vote(stage: Stage, forum: Forum) -> Round:
    numbers = [forum.proposals.get(title=TITLE).number]
    numbers += forum.proposals.exclude(title=TITLE).order_by("-cost").values_list("number", flat=True)[:2]
    with stage.actor(DESK, "sekretaris") as page:
        page.goto(reverse("new-round"))
        page.get_by_label("Judul atau pertanyaan").fill("Nilai tiga usulan")
        page.get_by_label("Nomor usulan").fill("\n".join(numbers))
        page.get_by_role("button", name="Siapkan").click()
        page.get_by_role("button", name="Buka pemungutan suara").click()
        expect(page.get_by_text("Dibuka sejak pukul")).to_be_visible()
        stage.picture(page, "suara-dibuka")
    return Round.objects.get()


def everybody_checks_in_and_votes(stage: Stage, voting: Round, links: dict[int, str]) -> None:
    for at, link in enumerate(links.values()):
        with stage.actor(PHONE) as page:
            page.goto(link)
            page.get_by_role("button", name="Catat saya hadir").click()
            expect(page.get_by_role("heading", level=1)).to_contain_text("Anda tercatat hadir")
            if at == 0:
                the_secretary_admits(stage, voting)
                stage.picture(page, "hadir")
            vote(page, voting, at)
            if at == 0:
                stage.picture(page, "memberi-nilai")
    assert Participant.objects.filter(present=True).count() == 80


def the_secretary_admits(stage: Stage, voting: Round) -> None:
    """Who comes after the opening gets a slip too."""
    with stage.actor(DESK, "sekretaris") as page:
        page.goto(reverse("round", args=[voting.pk]))
        page.get_by_role("button", name="Beri surat suara kepada peserta baru").click()


def vote(page: Page, voting: Round, at: int) -> None:
    """A mark on every criterion of every proposal; told saved only once the site has it."""
    page.goto(reverse("ballot", args=[voting.pk]))
    for item in voting.items.all():
        for scale in page.locator(f"#i{item.pk} [role=radiogroup]").all():
            scale.locator("label").nth((at + item.pk) % 5).click()
    expect(page.get_by_text("Semua tersimpan.")).to_be_visible()


def the_vote_closes_and_the_screen_shows_it(stage: Stage, voting: Round) -> None:
    with stage.actor(DESK, "sekretaris") as page:
        page.goto(reverse("round", args=[voting.pk]))
        page.get_by_text("Tutup pemungutan suara").click()
        page.get_by_role("button", name="Ya, tutup sekarang").click()
        page.get_by_role("link", name="Lihat hasil").click()
        expect(page.get_by_text("80 dari 80 pemilih memberi suara.")).to_be_visible()
        stage.picture(page, "hasil-suara")
        page.goto(reverse("screen"))
        stage.picture(page, "layar")


def the_secretary_decides_and_locks(stage: Stage, forum: Forum) -> None:
    with stage.actor(DESK, "sekretaris") as page:
        page.goto(reverse("deciding"))
        stage.picture(page, "sebelum-memutuskan")
        page.get_by_role("button", name="Hitung keputusan").click()
        background.work_off("year")
        page.goto(reverse("deciding"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("usulan didanai")
        stage.picture(page, "putusan")
        page.goto(reverse("what-if"))
        stage.picture(page, "andai")
        page.goto(reverse("deciding"))
        page.locator("summary", has_text="Tambah penanda tangan").click()
        page.get_by_label("Jabatan").fill("Sekretaris forum")
        page.get_by_label("Nama akun").fill("sekretaris")
        page.get_by_role("button", name="Tambah penanda tangan").click()
        page.get_by_role("button", name="Kunci keputusan").click()
        page.get_by_role("button", name=re.compile("Tulis")).first.click()
        background.work_off("year")
    assert Decision.objects.get(forum=forum, current=True).documents.count() >= 10


def the_secretary_signs(stage: Stage, forum: Forum) -> None:
    with stage.actor(DESK, "sekretaris") as page:
        page.goto(reverse("sign"))
        page.locator("#proof").fill(PASSWORD)
        page.get_by_role("button", name=re.compile("Tanda")).last.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Anda sudah menandatangani")
        stage.picture(page, "ditandatangani")
    assert Decision.objects.get(forum=forum, current=True).signatures.count() == 1


def the_public_reads_why(stage: Stage, forum: Forum) -> None:
    decision = Decision.objects.get(forum=forum, current=True)
    proposal = Proposal.objects.get(title=TITLE)
    with stage.actor(PHONE) as page:
        page.goto("/")
        stage.picture(page, "beranda")
        page.get_by_role("searchbox").first.fill("talud Dusun Karang")
        page.get_by_role("button", name="Cari").first.click()
        page.get_by_role("link", name=TITLE).first.click()
        expect(page.locator(".answer-text strong")).to_be_visible()
        stage.picture(page, "usulan")
        page.goto(reverse("verification", args=[decision.verification_code]))
        expect(page.get_by_text("Sekretaris forum").first).to_be_visible()
        stage.picture(page, "verifikasi")
    assert proposal.outcomes.filter(decision=decision).exists()


def the_agency_reports_a_quarter(stage: Stage) -> None:
    with stage.actor(DESK, "bappeda") as page:
        page.goto(f"{reverse('progress')}?tw=1")
        row = page.locator("tbody tr").first
        title = row.get_by_role("rowheader").evaluate("cell => cell.firstChild.textContent")
        row.locator("input").nth(0).fill("40")
        row.locator("input").nth(1).fill("1 jt")
        page.get_by_role("button", name="Simpan triwulan 1").click()
        expect(page.locator("tbody tr").first.locator("input").nth(0)).to_have_value("40")
        stage.picture(page, "kemajuan")
    told = Progress.objects.get()
    assert (told.quarter, told.spent, told.proposal.title) == (1, 1_000_000, title)
    with stage.actor(PHONE) as page:
        page.goto(reverse("proposal", args=[told.proposal_id]))
        expect(page.get_by_text("40").first).to_be_visible()
        stage.picture(page, "usulan-didanai")


def the_next_year_opens(stage: Stage, forum: Forum) -> None:
    with stage.actor(DESK, "bappeda") as page:
        page.goto(reverse("next-forum"))
        page.get_by_role("button", name="Buka forum berikutnya").click()
        page.wait_for_url("**" + reverse("last-year"))
    with stage.actor(PHONE, "kecamatan") as page:
        page.goto(reverse("last-year"))
        stage.picture(page, "tahun-lalu")
        page.get_by_role("button", name=re.compile("^Usulkan lagi [^s]")).first.click()
        expect(page.get_by_text("sudah diusulkan lagi").first).to_be_visible()
    following = Forum.objects.exclude(pk=forum.pk).get()
    assert following.cycle.year == forum.cycle.year + 1
    again = following.proposals.get()
    assert forum.proposals.filter(title=again.title, village=again.village).exists()
