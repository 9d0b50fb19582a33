"""The board: which village has sent, which is silent, and the list of the silent ones."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.forum.board import board
from selaras.forum.models import Proposal
from tests.forum.decided import decided_forum
from tests.forum.waiting_setting import silent_village

pytestmark = pytest.mark.django_db


def test_every_village_stands_on_it_once_with_what_it_sent() -> None:
    forum = decided_forum()
    silent_village(forum)
    lines = board(forum, Proposal.objects.all())
    villages = [village for line in lines for village in line.villages]
    assert len({village.code for village in villages}) == len(villages)
    own = forum.proposals.filter(source=Proposal.Source.VILLAGE).exclude(village=None)
    assert sum(village.proposals for village in villages) == own.count() > 0
    assert [village.name for village in villages if not village.proposals].count("Desa Sunyi") == 1


def test_the_page_counts_and_leads_to_the_villages(staff: Client) -> None:
    forum = decided_forum()
    village = silent_village(forum)
    page = staff.get(reverse("board")).content.decode()
    assert "desa/kelurahan sudah mengirim usulan" in page
    drilled = staff.get(reverse("board"), {"kecamatan": village.parent_id}).content.decode()
    assert "Desa Sunyi" in drilled
    assert "belum" in drilled


def test_the_file_lists_the_silent_alone(staff: Client) -> None:
    forum = decided_forum()
    village = silent_village(forum)
    lines = staff.get(reverse("silent-file")).content.decode("utf-8-sig").splitlines()
    assert f"{village.pk},Desa Sunyi,{village.parent.name}" in lines
    sent = forum.proposals.filter(source=Proposal.Source.VILLAGE).exclude(village=None).earliest("pk").village
    assert not [line for line in lines if line.startswith(f"{sent.pk},")]


def test_three_queries_whatever_the_number_of_villages(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    forum = decided_forum()
    with django_assert_num_queries(3):
        board(forum, Proposal.objects.all())
