"""Quarterly progress of a funded proposal: by who carries it out, only growing, never above what was granted."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.audit.models import Entry
from selaras.forum.actions.progressing import report_progress
from selaras.forum.errors import ForumError, Incomplete, NotAllowed, NotReady
from selaras.forum.models import Event, Progress, Proposal
from selaras.government.models import Agency
from selaras.people.models import Account, Role
from tests.forum.decided import decided_forum
from tests.people.persons import browser_of, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def funded() -> Proposal:
    """U-0002, which is funded."""
    decided_forum()
    return Proposal.objects.select_related("forum", "handler").get(number="U-0002")


@pytest.fixture
def own(funded: Proposal) -> Account:
    return person("opd", Role.Kind.AGENCY_PLANNER, agency=funded.handler)


def _granted(proposal: Proposal) -> int:
    cost = proposal.outcomes.get().cost
    assert cost
    return cost


def test_it_is_kept_with_an_event_and_an_entry_in_the_log(funded: Proposal, own: Account) -> None:
    told = report_progress(funded, 1, 30, 5_000_000, note=" Galian selesai. ", actor=own)
    assert (told.percent, told.spent, told.note) == (30, 5_000_000, "Galian selesai.")
    event = Event.objects.get(proposal=funded)
    assert (event.kind, event.before, event.after["percent"]) == ("progress", None, 30)
    assert Entry.objects.latest("pk").action == "proposal.progress"


def test_reported_again_it_replaces_and_the_event_keeps_what_was(funded: Proposal, own: Account) -> None:
    report_progress(funded, 1, 30, 5_000_000, actor=own)
    report_progress(funded, 1, 25, 4_000_000, actor=own)
    assert Progress.objects.get().percent == 25
    assert Event.objects.latest("pk").before["percent"] == 30


def test_bappeda_may_too_and_another_agency_may_not(funded: Proposal) -> None:
    report_progress(funded, 1, 10, 0, actor=person("bappeda", Role.Kind.PLANNER))
    other = Agency.objects.exclude(pk=funded.handler_id).first()
    with pytest.raises(NotAllowed):
        report_progress(funded, 1, 10, 0, actor=person("lain", Role.Kind.AGENCY_PLANNER, agency=other))
    with pytest.raises(NotAllowed):
        report_progress(funded, 1, 10, 0, actor=person("desa", Role.Kind.SECRETARY))


@pytest.mark.parametrize(
    ("quarter", "percent", "spent", "field"),
    [
        (0, 50, 0, "quarter"),
        (5, 50, 0, "quarter"),
        (3, -1, 0, "done"),
        (3, 101, 0, "done"),
        (3, 50, -1, "spent"),
        (3, 50, 10**12, "spent"),
        (3, 39, 5_000_000, "done"),  # less than quarter 2
        (3, 50, 4_999_999, "spent"),
        (1, 41, 0, "done"),  # more than quarter 2
        (1, 10, 5_000_001, "spent"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    funded: Proposal, own: Account, quarter: int, percent: int, spent: int, field: str
) -> None:
    report_progress(funded, 2, 40, 5_000_000, actor=own)
    with pytest.raises(Incomplete) as wrong:
        report_progress(funded, quarter, percent, spent, actor=own)
    assert set(wrong.value.fields) == {field}
    assert Progress.objects.count() == 1


def test_all_of_what_was_granted_may_be_spent_and_no_rupiah_more(funded: Proposal, own: Account) -> None:
    report_progress(funded, 4, 100, _granted(funded), actor=own)
    with pytest.raises(ForumError, match="melebihi dana usulan ini"):
        report_progress(funded, 4, 100, _granted(funded) + 1, actor=own)


def test_a_proposal_that_is_not_funded_has_no_progress(funded: Proposal) -> None:
    refused = Proposal.objects.get(number="U-0001")
    with pytest.raises(NotReady):
        report_progress(refused, 1, 10, 0, actor=person("bappeda", Role.Kind.PLANNER))


def test_the_public_page_tells_it(funded: Proposal, own: Account) -> None:
    page = reverse("proposal", args=[funded.pk])
    assert "Pekerjaannya belum dilaporkan" in Client().get(page).content.decode()
    report_progress(funded, 1, 30, 5_000_000, note="Hubungi Bapak Sutarjo 0812-3456-7890", actor=own)
    report_progress(funded, 2, 45, 6_000_000, actor=own)
    told = Client().get(page).content.decode()
    assert "Pekerjaannya 45 persen" in told
    assert "terpakai Rp\N{NO-BREAK SPACE}6.000.000" in told
    assert "0812" not in told
    assert (
        "Pekerjaannya"
        not in Client().get(reverse("proposal", args=[Proposal.objects.get(number="U-0001").pk])).content.decode()
    )


# The table


def _sent(proposal: Proposal, done: str, spent: str, note: str = "") -> dict[str, str]:
    return {f"{proposal.pk}-done": done, f"{proposal.pk}-spent": spent, f"{proposal.pk}-note": note}


def test_the_table_has_all_funded_of_the_agency_and_no_other(funded: Proposal, own: Account) -> None:
    page = browser_of(own).get(reverse("progress")).content.decode()
    ours = Proposal.objects.filter(handler=funded.handler, outcomes__cost__isnull=False)
    assert page.count('role="rowheader"') == ours.count() > 0
    office = browser_of(person("bappeda", Role.Kind.PLANNER))
    everything = office.get(reverse("progress")).content.decode()
    assert everything.count('role="rowheader"') == Proposal.objects.filter(outcomes__cost__isnull=False).count()
    assert office.get(reverse("progress"), {"opd": funded.handler_id}).content.decode().count('role="rowheader"') == (
        ours.count()
    )


def test_sound_rows_are_saved_and_the_others_come_back_as_typed(own: Account, funded: Proposal) -> None:
    ours = list(Proposal.objects.filter(handler=funded.handler, outcomes__cost__isnull=False).order_by("pk"))
    good, bad, fraction = ours[:3]
    sent = _sent(good, "40", "Rp 1.000.000", "Baik") | _sent(bad, "40", "999 miliar") | _sent(fraction, "12,5", "0")
    response = browser_of(own).post(reverse("progress") + "?tw=2", sent)
    page = response.content.decode()
    assert response.status_code == 200
    assert [(one.proposal_id, one.quarter) for one in Progress.objects.all()] == [(good.pk, 2)]
    assert "1 baris tersimpan" in page
    assert "999 miliar" in page
    assert "melebihi dana usulan ini" in page
    assert "Isi persen tanpa koma" in page


def test_sent_again_it_changes_nothing(own: Account, funded: Proposal) -> None:
    browser, address = browser_of(own), reverse("progress") + "?tw=2"
    for _ in range(2):
        assert browser.post(address, _sent(funded, "40", "1000000")).status_code == 302
    assert Event.objects.filter(kind="progress").count() == 1


def test_who_reports_nothing_is_kept_out(funded: Proposal) -> None:
    assert browser_of(person("sekretaris", Role.Kind.SECRETARY)).get(reverse("progress")).status_code == 403


def test_the_number_of_queries_does_not_grow(
    own: Account, funded: Proposal, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    office = browser_of(person("bappeda", Role.Kind.PLANNER))
    with django_assert_max_num_queries(14):
        office.get(reverse("progress"))
    with django_assert_max_num_queries(14):
        office.get(reverse("progress"), {"opd": funded.handler_id})
