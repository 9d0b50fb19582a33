"""The log: append-only, and any later change shows."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from selaras.audit import queries
from selaras.audit.actions import GENESIS, record
from selaras.audit.models import Entry
from selaras.people.actions import system_account


@pytest.fixture
def three_entries(db: None) -> list[Entry]:
    actor = system_account()
    return [record("forum.decided", actor=actor, subject=str(n), detail={"biaya": n}) for n in range(3)]


def test_an_empty_log_is_intact(db: None) -> None:
    assert queries.verify() == queries.Verdict(0, GENESIS, None)


def test_each_entry_carries_the_hash_of_the_one_before(three_entries: list[Entry]) -> None:
    first, second, third = three_entries
    assert (first.previous, second.previous, third.previous) == (GENESIS, first.hash, second.hash)
    assert queries.verify().intact
    assert queries.head() == third.hash


@pytest.mark.parametrize(
    "change",
    [
        {"actor": "orang lain"},
        {"action": "forum.reopened"},
        {"subject": "lain"},
        {"detail": {"biaya": 99}},
        {"hash": "f" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_entry_is_found(three_entries: list[Entry], change: dict[str, object]) -> None:
    Entry.objects.filter(pk=three_entries[1].pk).update(**change)
    assert queries.verify().broken_at == three_entries[1].pk


def test_a_removed_entry_is_found(three_entries: list[Entry]) -> None:
    Entry.objects.filter(pk=three_entries[1].pk).delete()
    assert queries.verify().broken_at == three_entries[2].pk


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_make_one_chain() -> None:
    actor, writers = system_account(), 4

    def write() -> None:
        for n in range(10):
            record("test.written", actor=actor, detail={"n": n})
        connection.close()

    threads = [threading.Thread(target=write) for _ in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert queries.verify().intact
    assert Entry.objects.count() == writers * 10
