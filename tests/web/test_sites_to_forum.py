"""A site that the computation chose goes to the forum as a proposal with its evidence, once."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from selaras.forum.models import Forum, Proposal
from selaras.government.models import Region
from selaras.outreach.models import Signal
from selaras.outreach.reach.actions.importing import Told, take_villages
from selaras.people.models import Role
from tests.forum.decided import decided_forum
from tests.people.persons import browser_of, someone

pytestmark = pytest.mark.django_db

ASKED = "km=4&menara=1&biaya=900000000"


def villages_of(forum: Forum) -> list[Region]:
    return list(Region.objects.filter(level=Region.Level.VILLAGE, parent__parent=forum.cycle.region).order_by("pk"))


def blank(*rows: str) -> None:
    """Villages with a row each: code, latitude, longitude, people."""
    content = "\n".join(("Kode;Lat;Lon;Penduduk", *rows))
    told = Told("Daftar blankspot (contoh)", "report", date(2020, 1, 1), all_are=Signal.BLANK)
    take_villages(told, "desa.csv", content.encode(), actor=someone(Role.Kind.PLANNER))


def blank_village() -> Region:
    village = villages_of(decided_forum())[0]
    blank(f"{village.pk};-7.6;109.6;1250")
    return village


def buttons(page: str) -> list[str]:
    """The sites that the page offers to propose."""
    return re.findall(r'name="site" value="([^"]+)"', page)


def test_the_page_tells_whom_the_site_reaches_and_sends_it_with_its_evidence() -> None:
    village, browser = blank_village(), browser_of(someone(Role.Kind.PLANNER))
    page = browser.get(f"/meja/sinyal/berikutnya/?{ASKED}").content.decode()
    assert "1.250 dari 1.250 orang di desa lemah sinyal akan terjangkau" in page
    assert "terbukti" in page
    before = set(Proposal.objects.values_list("pk", flat=True))
    (site,) = buttons(page)
    for told in ("masuk ke forum dengan buktinya", "sudah diusulkan sebagai"):
        sent = browser.post(f"/meja/sinyal/berikutnya/usulkan/?{ASKED}", {"site": site}, follow=True)
        assert told in sent.content.decode()
    made = Proposal.objects.exclude(pk__in=before).get()
    assert (made.village_id, made.cost, made.title) == (
        village.pk,
        900_000_000,
        f"Pembangunan menara telekomunikasi di {village.name}",
    )
    assert "menambah 1.250 orang terjangkau dalam 4 km" in made.problem
    for what in ("Sinyal desanya", "Penduduknya"):
        assert f"{what} menurut Daftar blankspot (contoh) (laporan, 1 Januari 2020)." in made.problem
    digest = re.search(r"Sidik perhitungannya (\w{12})\.", made.problem)
    later = browser.get(f"/meja/sinyal/berikutnya/?{ASKED}").content.decode()
    assert digest is not None
    assert digest[1] in later, "reckoned again, though the site is a proposal by now"
    assert f"/usulan/nomor/{made.number}/" in later


def test_villages_of_which_nothing_is_known_are_not_called_weak() -> None:
    """Counted because the keeper asked for it; page and evidence say so."""
    village = villages_of(decided_forum())[0]
    told = Told("Penduduk (contoh)", "census", date(2020, 1, 1))
    content = f"Kode;Lat;Lon;Penduduk\n{village.pk};-7.6;109.6;1250\n"
    take_villages(told, "desa.csv", content.encode(), actor=someone(Role.Kind.PLANNER))
    browser, where = browser_of(someone(Role.Kind.PLANNER)), f"{ASKED}&tanpa_kabar=on"
    page = browser.get(f"/meja/sinyal/berikutnya/?{where}").content.decode()
    assert "1.250 dari 1.250 orang di desa lemah sinyal atau belum diketahui akan terjangkau" in page
    browser.post(f"/meja/sinyal/berikutnya/usulkan/?{where}", {"site": buttons(page)[0]})
    evidence = Proposal.objects.get(title__startswith="Pembangunan menara telekomunikasi di").problem
    assert "1.250 orang di desa lemah sinyal atau belum diketahui sinyalnya" in evidence
    assert "Sinyal desanya menurut" not in evidence


@pytest.mark.parametrize(("title", "paid"), [("Tower sinyal", 40), ("Penguatan sinyal internet RT 3", 900)])
def test_only_who_names_a_mast_tells_what_one_costs(title: str, paid: int) -> None:
    proposal = asking(title)
    proposal.cost = 40
    proposal.save(update_fields=["cost"])
    page = browser_of(someone(Role.Kind.PLANNER)).get("/meja/sinyal/berikutnya/?km=4&dana=2000&biaya=900")
    assert proposal.number in page.content.decode()
    assert f"Biayanya Rp\N{NO-BREAK SPACE}{paid}." in page.content.decode()


def test_what_the_rupiah_buy_says_what_it_costs() -> None:
    blank_village()
    page = browser_of(someone(Role.Kind.PLANNER)).get("/meja/sinyal/berikutnya/?km=4&dana=2000&biaya=900")
    assert "Biayanya Rp\N{NO-BREAK SPACE}900." in page.content.decode()


def test_two_sites_of_one_village_are_told_apart() -> None:
    """One is where the public asked for it, between two other villages; the other the middle of the village."""
    forum = decided_forum()
    own, north, south = villages_of(forum)[:3]
    blank(f"{own.pk};-7.6;109.6;1250", f"{north.pk};-7.80;109.6;3000", f"{south.pk};-7.86;109.6;3000")
    asked = forum.proposals.earliest("pk")
    asked.title, asked.village, asked.latitude, asked.longitude = (
        "Menara sinyal",
        own,
        Decimal("-7.83"),
        Decimal("109.6"),
    )
    asked.save(update_fields=["title", "village", "latitude", "longitude"])
    browser = browser_of(someone(Role.Kind.PLANNER))
    where = ASKED.replace("menara=1", "menara=2")
    (site,) = buttons(browser.get(f"/meja/sinyal/berikutnya/?{where}").content.decode())
    sent = browser.post(f"/meja/sinyal/berikutnya/usulkan/?{where}", {"site": site}, follow=True).content.decode()
    assert "masuk ke forum dengan buktinya" in sent
    made = Proposal.objects.get(title=f"Pembangunan menara telekomunikasi di {own.name}")
    assert (made.latitude, made.longitude) == (Decimal("-7.6"), Decimal("109.6"))


@pytest.mark.parametrize(
    ("title", "is_asked"),
    [
        ("Menara sinyal", True),
        ("Pembangunan MENARA telekomunikasi di dusun atas", True),
        ("Tower  selular", True),
        ("Pengadaan BTS", True),
        ("Dusun blank-spot", True),
        ("Pembangunan menara air bersih", False),
        ("Menara masjid", False),
        ("Subtsistem irigasi", False),
    ],
)
def test_only_who_asks_for_a_mast_is_asked_for_one(title: str, is_asked: bool) -> None:
    proposal = asking(title)
    assert (proposal.number in offered()) is is_asked


def asking(title: str = "Menara sinyal") -> Proposal:
    """The first proposal of the forum asks for it, in a village without signal."""
    village = blank_village()
    proposal = Proposal.objects.earliest("pk")
    proposal.title, proposal.village = title, village
    proposal.save(update_fields=["title", "village"])
    return proposal


def offered() -> str:
    return browser_of(someone(Role.Kind.PLANNER)).get(f"/meja/sinyal/berikutnya/?{ASKED}").content.decode()


def test_a_proposal_that_stands_no_more_does_not_block_its_village() -> None:
    proposal = asking()
    assert not buttons(offered())
    proposal.ending = Proposal.Ending.WITHDRAWN
    proposal.save(update_fields=["ending"])
    assert buttons(offered())


def test_a_proposal_is_rejected_once_the_decision_is_locked() -> None:
    proposal = asking()
    decision = proposal.forum.decisions.get()
    proposal.outcomes.update(status=Proposal.Status.REJECTED)
    assert not buttons(offered())
    decision.locked_at, decision.locked_by = timezone.now(), someone(Role.Kind.PLANNER)
    decision.save(update_fields=["locked_at", "locked_by"])
    assert buttons(offered())


def test_a_site_whose_proposal_was_withdrawn_is_proposed_anew() -> None:
    blank_village()
    browser = browser_of(someone(Role.Kind.PLANNER))
    for _each in range(2):
        (site,) = buttons(offered())
        browser.post(f"/meja/sinyal/berikutnya/usulkan/?{ASKED}", {"site": site})
        Proposal.objects.filter(title__startswith="Pembangunan menara").update(ending=Proposal.Ending.WITHDRAWN)
    assert Proposal.objects.filter(title__startswith="Pembangunan menara telekomunikasi di").count() == 2


def test_a_site_that_was_not_chosen_is_not_sent() -> None:
    blank_village()
    browser, count = browser_of(someone(Role.Kind.PLANNER)), Proposal.objects.count()
    sent = browser.post(
        f"/meja/sinyal/berikutnya/usulkan/?{ASKED}", {"site": "33.05.99.2001 -7.600000 109.600000"}, follow=True
    )
    assert "tidak lagi ada dalam hasil hitungan" in sent.content.decode()
    assert Proposal.objects.count() == count


def test_a_question_that_does_not_do_is_told_beside_the_form() -> None:
    blank_village()
    page = browser_of(someone(Role.Kind.PLANNER)).get("/meja/sinyal/berikutnya/?km=4")
    assert page.status_code == 422
    assert "Isi salah satu" in page.content.decode()


def test_a_fair_choice_says_among_which_it_is_the_best() -> None:
    """Two sites for ninety and eighty people of one district and ten of another: the fair choice reaches fewer."""
    villages = villages_of(decided_forum())
    first = villages[0]
    second = next(one for one in villages[1:] if one.parent_id == first.parent_id)
    other = next(one for one in villages if one.parent_id != first.parent_id)
    blank(f"{first.pk};-7.4;109.6;90", f"{second.pk};-7.6;109.6;80", f"{other.pk};-7.8;109.6;10")
    browser, where = browser_of(someone(Role.Kind.PLANNER)), f"{ASKED.replace('menara=1', 'menara=2')}&adil=on"
    page = browser.get(f"/meja/sinyal/berikutnya/?{where}").content.decode()
    assert "100 dari 180 orang" in page
    assert "Tidak ada pilihan lain yang menjangkau lebih banyak orang" not in page
    assert (
        "Di setiap kecamatan terjangkau sekitar 53\N{NO-BREAK SPACE}% atau lebih dari orang di desa lemah sinyalnya"
        in page
    )
    assert "Di antara pilihan seadil itu tidak ada yang menjangkau lebih banyak orang: terbukti." in page
    browser.post(f"/meja/sinyal/berikutnya/usulkan/?{where}", {"site": buttons(page)[0]})
    evidence = Proposal.objects.get(title__startswith="Pembangunan menara telekomunikasi di").problem
    assert "di antara pilihan yang mengangkat kecamatan terlemah sampai sekitar 53" in evidence
    assert "kecamatan terlemah terbukti tidak dapat diangkat satu poin persen lagi" in evidence
