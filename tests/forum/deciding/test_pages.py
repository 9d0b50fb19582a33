"""The pages of deciding, as the secretary, the treasury and a signatory go through them."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from selaras.forum.actions import Wish, decide, override, write
from selaras.forum.actions.locking import lock
from selaras.forum.actions.signing import name_signatory
from selaras.forum.models import Computation, Decision, Forum, Override, Proposal
from selaras.forum.pages.words import RULE_WORDS
from selaras.people.models import Role
from tests.counting import queries_of
from tests.forum.small_forum import actor, ready, table_counts
from tests.people.persons import PASSWORD, browser_of, person, secretary

pytestmark = pytest.mark.django_db


def text(response: Any) -> str:
    assert response.status_code == 200, response.status_code
    return " ".join(response.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.fixture
def forum() -> Forum:
    return ready()


@pytest.fixture
def office(forum: Forum) -> Client:
    return browser_of(secretary())


def test_before_a_decision_the_page_tells_what_is_missing(forum: Forum, office: Client) -> None:
    page = text(office.get(reverse("deciding")))
    assert "Forum belum memutuskan" in page
    assert "1 usulan belum jelas perangkat daerahnya" in page
    assert "1 usulan tanpa volume atau satuan" in page
    assert "Hitung keputusan" in page


@pytest.mark.django_db(transaction=True)
def test_asked_for_on_the_page_it_is_computed_and_followed(forum: Forum, office: Client) -> None:
    followed = office.post(reverse("compute"), {"kind": "decide", "rule": "optimal"})
    work = Computation.objects.get()
    assert followed.headers["Location"] == reverse("computation", args=[work.pk])
    assert "Menunggu giliran" in text(office.get(followed.headers["Location"]))
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    part = text(office.get(followed.headers["Location"], {"bagian": 1}))
    assert part.startswith("<p><strong>Selesai.</strong>")
    assert "usulan didanai" in text(office.get(reverse("deciding")))


def test_the_rules_stand_side_by_side_with_their_differences(forum: Forum, office: Client) -> None:
    decision = decide(forum, actor=actor())
    page = text(office.get(reverse("deciding")))
    for rule, row in decision.summary["rules"].items():
        if rule != decision.rule and any(one["rule"] == rule for one in decision.summary["differences"]):
            differs = text(office.get(reverse("rule-differences", args=[rule])))
            assert f"bila aturannya {RULE_WORDS[rule]}" in differs
            assert reverse("rule-differences", args=[rule]) in page
        assert str(row["funded"]) in page
    assert office.get(reverse("rule-differences", args=[decision.rule])).status_code == 404


def test_the_page_asks_the_same_questions_of_the_database_whatever_its_length(forum: Forum, office: Client) -> None:
    decide(forum, actor=actor())
    told = {"forum": forum, "kind": "refuse", "reason": "Contoh", "made_by": secretary()}
    counts = []
    for numbers in (["U-2"], ["U-4", "U-6", "U-8"]):
        for number in numbers:
            Override.objects.create(proposal=Proposal.objects.get(number=number), **told)
        office.get(reverse("deciding"))  # the first of a session also writes when it was seen
        counts.append(queries_of(office.get, reverse("deciding")))
    assert counts[0] == counts[1] <= 32


def test_an_override_is_seen_before_it_is_made(forum: Forum, office: Client) -> None:
    decide(forum, actor=actor())
    found = office.get(reverse("override-search"), {"nomor": "u-2"})
    where = found.headers["Location"]
    asked = {"kind": "fund", "reason": "Satu-satunya jalan ke puskesmas."}
    seen = text(office.post(where, {**asked, "langkah": "lihat"}))
    assert "1 usulan lain tergeser" in seen
    assert "U-1" in seen
    assert not Override.objects.exists()
    done = office.post(where, {**asked, "langkah": "putuskan"}, follow=True)
    assert "Hitung ulang keputusan supaya berlaku" in text(done)
    made = Override.objects.get()
    undone = office.post(reverse("override-undo", args=[made.pk]), follow=True)
    assert "Putusan dibatalkan" in text(undone)


def test_an_override_that_cannot_be_says_why_and_keeps_what_was_typed(forum: Forum, office: Client) -> None:
    where = reverse("override", args=[Proposal.objects.get(number="U-2").pk])
    page = text(office.post(where, {"kind": "fund", "cost": "Rp 200.000.001", "reason": "Mendesak sekali"}))
    assert "Pagu Kecamatan Ayah Rp 200.000.000" in page
    assert "Mendesak sekali" in page
    assert "Tulis alasan forum" in text(office.post(where, {"kind": "fund", "reason": ""}))


def test_a_number_that_is_none_is_told_so(forum: Forum, office: Client) -> None:
    assert "tidak ada. Periksa nomornya" in text(office.get(reverse("override-search"), {"nomor": "X"}, follow=True))


def _place(forum: Forum, ceiling: str) -> int:
    """Where the ceiling stands among the dials."""
    ledger = forum.decisions.get(current=True).summary["ledger"]
    return next(at for at, line in enumerate(ledger) if line["id"] == ceiling)


def test_a_question_is_answered_and_stores_nothing(forum: Forum, office: Client) -> None:
    decide(forum, actor=actor())
    before = table_counts()
    field = f"pagu-{_place(forum, 'district:33.05.01')}"
    page = text(office.get(reverse("what-if"), {field: "300.000.000"}))
    assert "3 usulan berubah" in page  # two enter in Ayah, one leaves in Buayan
    assert "U-2" in page
    part = text(office.get(reverse("what-if"), {field: "300.000.000", "bagian": 1}))
    assert "<html" not in part
    assert "3 usulan berubah" in part
    assert table_counts() == before
    assert "Tidak ada yang berubah" in text(office.get(reverse("what-if")))


@pytest.mark.parametrize("typed", ["banyak", "-1", "1e9", "9" * 40, "١٢"])
def test_a_number_that_is_none_stops_no_answer(forum: Forum, office: Client, typed: str) -> None:
    decide(forum, actor=actor())
    page = text(office.get(reverse("what-if"), {"pagu-0": typed, "bobot-mendesak": "70"}))
    assert "bukan angka yang dapat dipakai" in page


def test_a_question_about_an_older_decision_starts_anew(forum: Forum, office: Client) -> None:
    decide(forum, actor=actor())
    page = text(office.get(reverse("what-if"), {"pagu-0": "1", "keputusan": "0"}))
    assert "Tidak ada yang berubah" in page


def test_weights_that_nobody_can_weigh_by_are_told(forum: Forum, office: Client) -> None:
    decide(forum, actor=actor())
    page = text(office.get(reverse("what-if"), {"bobot-mendesak": "0", "bobot-manfaat": "0"}))
    assert "Tidak mungkin" in page


def test_a_question_becomes_a_change_by_who_may(forum: Forum, office: Client) -> None:
    decide(forum, actor=actor())
    field = f"pagu-{_place(forum, 'district:33.05.01')}"
    asked = {field: "300000000", "apa": "pagu", "reason": "Pendapatan naik"}
    assert office.post(reverse("what-if"), asked).status_code == 403  # the secretary sets no ceilings
    treasury = browser_of(person("bpkad", Role.Kind.TREASURY))
    assert "Jadikan perubahan sungguhan" in text(treasury.get(reverse("what-if"), {field: "300000000"}))
    assert "Hitung ulang" in text(treasury.post(reverse("what-if"), asked, follow=True))
    assert forum.cycle.ceilings.get(district="33.05.01").amount == 300_000_000
    weights = {"bobot-mendesak": "10", "apa": "bobot", "reason": "Kesepakatan sidang"}
    assert treasury.post(reverse("what-if"), weights).status_code == 403
    assert office.post(reverse("what-if"), weights).status_code == 302
    assert forum.criteria.get(key="mendesak").weight == 10


def test_a_change_without_a_reason_is_not_made(forum: Forum, office: Client) -> None:
    decide(forum, actor=actor())
    page = text(office.post(reverse("what-if"), {"bobot-mendesak": "10", "apa": "bobot"}, follow=True))
    assert "Tulis alasannya" in page
    assert forum.criteria.get(key="mendesak").weight == 60


def test_locked_written_and_signed_on_the_pages(forum: Forum, office: Client) -> None:
    decision = decide(forum, actor=actor())
    head = person("kepala", Role.Kind.AGENCY_PLANNER, password=PASSWORD)
    office.post(reverse("signatory-new"), {"office": "Kepala Dinas Kesehatan", "account": "KEPALA"})
    assert "tidak ada. Periksa nama akunnya" in text(
        office.post(reverse("signatory-new"), {"office": "Ketua", "account": "tidak-ada"}, follow=True)
    )
    write(decision, None, actor=secretary())
    assert "Keputusan dikunci" in text(office.post(reverse("lock"), follow=True))
    signer = browser_of(head)
    assert "Tanda tangani sebagai Kepala Dinas Kesehatan" in text(signer.get(reverse("sign")))
    assert "Kata sandinya tidak cocok" in text(signer.post(reverse("sign"), {"proof": "salah"}, follow=True))
    assert "Anda sudah menandatangani" in text(signer.post(reverse("sign"), {"proof": PASSWORD}, follow=True))
    assert "1 dari 1 sudah menandatangani" in text(office.get(reverse("deciding")))
    assert "Tulis alasan membuka kunci" in text(office.post(reverse("unlock"), {"reason": ""}, follow=True))
    office.post(reverse("unlock"), {"reason": "Pagu berubah"})
    assert "0 dari 1 sudah menandatangani" in text(office.get(reverse("deciding")))


def test_the_page_of_signing_tells_what_is_still_to_come(forum: Forum) -> None:
    head = person("kepala", Role.Kind.AGENCY_PLANNER)
    signer = browser_of(head)
    assert "Forum belum memutuskan" in text(signer.get(reverse("sign")))
    decision = decide(forum, actor=actor())
    name_signatory(forum, "Kepala", head, actor=secretary())
    assert "belum dikunci" in text(signer.get(reverse("sign")))
    lock(decision, actor=secretary())
    assert "belum ditulis" in text(signer.get(reverse("sign")))


def test_only_who_is_named_to_sign_finds_the_way_to_it(forum: Forum, office: Client) -> None:
    assert reverse("sign") not in text(office.get(reverse("desk")))
    name_signatory(forum, "Sekretaris", secretary(), actor=secretary())
    assert reverse("sign") in text(office.get(reverse("desk")))


def test_when_the_public_reads_is_set_on_the_page(forum: Forum, office: Client) -> None:
    decide(forum, actor=actor())
    office.post(reverse("announce"), {"kapan": "dikunci"})
    assert Client().get(reverse("decision")).status_code == 404
    office.post(reverse("lock"))
    assert Client().get(reverse("decision")).status_code == 200


def test_an_override_says_so_on_the_page_of_its_proposal(forum: Forum) -> None:
    override(Proposal.objects.get(number="U-2"), Wish("fund", "Satu-satunya jalan."), actor=secretary())
    decide(forum, actor=actor())
    assert Decision.objects.get().summary["overrides"][0]["id"] == "U-2"
    page = text(Client().get(reverse("proposal", args=[Proposal.objects.get(number="U-2").pk])))
    assert "Didanai atas putusan forum." in page
    assert "Satu-satunya jalan." in page
