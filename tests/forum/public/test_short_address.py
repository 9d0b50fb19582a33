"""The short code as an address: on the page, in the file, in the search, and what a mistyped one says."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from selaras.forum.codes import code_of
from selaras.forum.models import Forum, Proposal
from selaras.forum.pages.public.short import address_of
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposal() -> Proposal:
    decided_forum()
    return Proposal.objects.get(number="U-0001")


def _page(path: str, status: int = 200) -> str:
    response = Client().get(path)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.parametrize("written", [str, str.lower, lambda code: f"{code[:3]}-{code[3:]}"])
def test_it_leads_to_the_page(proposal: Proposal, written: object) -> None:
    code = written(code_of(proposal.pk))  # type: ignore[operator]
    response = Client().get(reverse("short", args=[code]))
    assert response.headers["Location"] == reverse("proposal", args=[proposal.pk])


def test_the_page_shows_it_with_a_picture_that_leads_there(proposal: Proposal) -> None:
    page = _page(reverse("proposal", args=[proposal.pk]))
    assert code_of(proposal.pk) in page
    assert 'class="qr"' in page
    assert address_of(proposal.pk) == f"http://localhost:8000/u/{code_of(proposal.pk)}/"
    assert f"localhost:8000/u/{code_of(proposal.pk)}/" in page


def test_the_file_has_it(proposal: Proposal) -> None:
    lines = b"".join(Client().get(reverse("proposal-file"))).decode("utf-8-sig").splitlines()  # type: ignore[arg-type]
    assert lines[0].startswith("nomor,kode,usulan")
    assert any(line.startswith(f"U-0001,{code_of(proposal.pk)},") for line in lines)


@pytest.mark.parametrize("written", [str, str.lower, lambda code: f"{code[:3]} {code[3:]}"])
def test_the_search_finds_it(proposal: Proposal, written: object) -> None:
    typed = written(code_of(proposal.pk))  # type: ignore[operator]
    assert proposal.title in _page(reverse("proposals") + f"?q={typed}")


def test_one_wrong_sign_offers_the_right_proposal(proposal: Proposal) -> None:
    code = code_of(proposal.pk)
    page = _page(reverse("short", args=[("7" if code[0] != "7" else "8") + code[1:]]), 404)
    assert "salah ketik" in page
    assert proposal.title in page
    assert reverse("proposal", args=[proposal.pk]) in page


def test_a_wrong_code_says_what_to_do(proposal: Proposal) -> None:
    assert "terdiri atas 6 tanda" in _page(reverse("short", args=["ABC"]), 404)
    assert "Belum ada usulan dengan kode" in _page(reverse("short", args=[code_of(2**24)]), 404)


def test_a_code_tells_nothing_of_a_forum_that_has_not_decided(proposal: Proposal) -> None:
    Forum.objects.get().decisions.all().delete()
    assert proposal.title not in _page(reverse("short", args=[code_of(proposal.pk)]), 404)
    code = code_of(proposal.pk)
    assert proposal.title not in _page(reverse("short", args=["7" + code[1:]]), 404)
