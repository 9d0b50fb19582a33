"""Fixes go to the forum as one proposal: its cost is told, the systems and their weakness are not."""

from __future__ import annotations

import hashlib
import json

import pytest

from selaras.audit.models import Entry
from selaras.exposure.actions.fixing import Measured, suggest_fix
from selaras.exposure.models import Computation, Fix, System
from selaras.forum.models import Forum, Proposal
from selaras.government.models import Region
from selaras.people.models import Role
from tests.forum.decided import decided_forum
from tests.people.persons import browser_of, someone
from tests.web.exposure import a_connection, a_secret_system

pytestmark = pytest.mark.django_db

PAGE = "/meja/keamanan/perbaikan/usulkan/"


def forum_with_fixes() -> tuple[Forum, list[Fix]]:
    forum = decided_forum()
    chief = someone(Role.Kind.SECURITY_OFFICER)
    core, way = a_secret_system(forum), a_connection(forum)
    vault = suggest_fix(way, Measured(Fix.Kind.SEGMENT, "Brankas sandi (contoh)", 20_000_000), actor=chief)
    return forum, [vault, suggest_fix(core, Measured(Fix.Kind.PATCH, "Tambal SIMPEG", 5_000_000), actor=chief)]


def sent(forum: Forum, fixes: list[Fix], looked_at: str = "") -> str:
    district = Region.objects.filter(level=Region.Level.DISTRICT, parent=forum.cycle.region).earliest("pk")
    told = {"coba": [fix.key for fix in fixes], "kecamatan": district.pk, "sidik": looked_at or digest_on_page(fixes)}
    return browser_of(someone(Role.Kind.SECURITY_OFFICER)).post(PAGE, told, follow=True).content.decode()


def digest_on_page(fixes: list[Fix]) -> str:
    asked = {"coba": [fix.key for fix in fixes]}
    page = browser_of(someone(Role.Kind.SECURITY_OFFICER)).get(PAGE, asked).content.decode()
    return page.partition('name="sidik" value="')[2].partition('"')[0]


def test_the_forum_reads_the_cost_and_no_system() -> None:
    forum, fixes = forum_with_fixes()
    before = set(Proposal.objects.values_list("pk", flat=True))
    assert "masuk ke forum tanpa menyebut sistemnya" in sent(forum, fixes)
    proposal = Proposal.objects.exclude(pk__in=before).get()
    assert proposal.cost == 25_000_000
    said = f"{proposal.title} {proposal.problem} {list(proposal.events.values_list('after', flat=True))}".casefold()
    secrets = [*System.objects.values_list("name", flat=True), *(fix.label for fix in fixes), "celah", "rentan"]
    assert not [word for word in secrets if word.casefold() in said]
    assert set(Fix.objects.values_list("proposed_as", flat=True)) == {proposal.number}


def test_what_was_sent_is_not_sent_again() -> None:
    forum, fixes = forum_with_fixes()
    sent(forum, fixes)
    count = Proposal.objects.count()
    assert "Belum ada yang dicentang" in sent(forum, fixes)
    assert Proposal.objects.count() == count


def test_before_it_is_sent_the_page_shows_what_the_forum_will_read() -> None:
    _forum, fixes = forum_with_fixes()
    page = browser_of(someone(Role.Kind.SECURITY_OFFICER)).get(f"{PAGE}?coba={fixes[0].key}").content.decode()
    assert "Pemeliharaan keandalan layanan digital pemerintah daerah" in page
    assert "Rp\N{NO-BREAK SPACE}20.000.000" in page


def test_a_place_must_be_chosen_and_nothing_is_half_done() -> None:
    _forum, fixes = forum_with_fixes()
    count = Proposal.objects.count()
    answer = browser_of(someone(Role.Kind.SECURITY_OFFICER)).post(PAGE, {"coba": [fixes[0].key]})
    assert answer.status_code == 422
    assert Proposal.objects.count() == count
    assert not Fix.objects.exclude(proposed_as="").exists()


def test_the_digest_that_the_forum_reads_is_that_of_what_is_kept() -> None:
    forum, fixes = forum_with_fixes()
    sent(forum, fixes)
    number = Fix.objects.values_list("proposed_as", flat=True).distinct().get()
    kept = Computation.objects.get(kind="proposed")
    inventory = json.dumps(kept.result["inventory"], sort_keys=True, ensure_ascii=False).encode()
    lines = [hashlib.sha256(inventory).hexdigest(), *kept.result["fixes"]]
    assert hashlib.sha256("\n".join(lines).encode()).hexdigest() == kept.digest
    assert kept.digest[:12] in Proposal.objects.get(number=number).problem
    logged = Entry.objects.filter(action="exposure.fix_proposed")
    assert [entry.detail for entry in logged] == [{"proposal": number, "evidence": kept.digest}] * len(fixes)


def test_what_changed_since_it_was_looked_at_is_looked_at_again() -> None:
    forum, fixes = forum_with_fixes()
    seen, count = digest_on_page(fixes), Proposal.objects.count()
    Fix.objects.filter(pk=fixes[0].pk).update(cost=30_000_000)
    page = sent(forum, fixes, seen)
    assert "Periksa lagi yang akan dikirim, lalu kirim." in page
    assert Proposal.objects.count() == count
    assert set(Fix.objects.values_list("proposed_as", flat=True)) == {""}
