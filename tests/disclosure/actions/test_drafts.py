"""Drafts without an account: forgotten in the end, unless somebody still writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest

from selaras.audit.models import Entry
from selaras.disclosure.actions.saving_drafts import add_draft_paper, forget_drafts, open_draft, save_draft, send_draft
from selaras.disclosure.drafts import draft_behind, sheet_of
from selaras.disclosure.errors import Incomplete, NoSuchLink, NotNow
from selaras.disclosure.models import Draft, DraftPaper, PublicBody, Request
from selaras.disclosure.papers import Paper
from selaras.people.actions.accounts import system_account
from tests.disclosure.network import PICTURE, network

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]


@pytest.fixture
def body(today: Today) -> PublicBody:
    made = network()
    today(date(2020, 3, 2))
    return made


def forgotten() -> int:
    return forget_drafts(actor=system_account())


def test_it_goes_a_month_after_it_was_last_touched(body: PublicBody, today: Today) -> None:
    token = open_draft(body, uuid4(), {"subject": "APBDes"})
    add_draft_paper(draft_behind(token), Paper("identity", "image/jpeg", PICTURE))
    today(date(2020, 3, 20))
    save_draft(draft_behind(token), {"purpose": "Riset"})
    today(date(2020, 4, 19))
    assert forgotten() == 0
    today(date(2020, 4, 20))
    assert (forgotten(), forgotten()) == (1, 0)
    assert not DraftPaper.objects.exists()
    with pytest.raises(NoSuchLink):
        draft_behind(token)
    assert Entry.objects.filter(action="disclosure.drafts_forgotten").count() == 1


def test_what_is_saved_stays_beside_what_was_saved_before(body: PublicBody) -> None:
    token = open_draft(body, uuid4(), {"subject": "APBDes", "unknown": "x"})
    save_draft(draft_behind(token), {"purpose": "Riset"})
    assert sheet_of(draft_behind(token)).fields == {"subject": "APBDes", "purpose": "Riset"}


def test_a_sent_draft_takes_nothing_more(body: PublicBody) -> None:
    token = open_draft(body, uuid4(), {"subject": "APBDes 2019"})
    send_draft(draft_behind(token))
    with pytest.raises(NotNow):
        save_draft(draft_behind(token), {"subject": "Lain"})
    with pytest.raises(NotNow):
        add_draft_paper(draft_behind(token), Paper("identity", "image/jpeg", PICTURE))
    assert sheet_of(draft_behind(token)).fields == {}


def test_what_cannot_be_sent_stays_a_draft(body: PublicBody) -> None:
    token = open_draft(body, uuid4(), {"subject": " "})
    with pytest.raises(Incomplete):
        send_draft(draft_behind(token))
    assert not sheet_of(draft_behind(token)).sent
    assert not Request.objects.exists()


def test_saving_leaves_no_trace_in_the_log(body: PublicBody) -> None:
    before = Entry.objects.count()
    save_draft(draft_behind(open_draft(body, uuid4(), {"subject": "APBDes"})), {"name": "Siti (contoh)"})
    assert Draft.objects.count() == 1
    assert Entry.objects.count() == before
