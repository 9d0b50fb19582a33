"""The page that the code on paper leads to: who signed, whether it still holds, whether a file is the true one."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from selaras.audit.models import Entry
from selaras.forum.actions import decide, write
from selaras.forum.actions.locking import lock, unlock
from selaras.forum.actions.signing import name_signatory, sign
from selaras.forum.models import Decision, Document
from tests.forum.deciding.test_pages import text
from tests.forum.small_forum import actor, ready
from tests.people.persons import PASSWORD, secretary

pytestmark = pytest.mark.django_db


def signed() -> Decision:
    who = secretary(password=PASSWORD)
    decision = decide(ready(), actor=actor())
    name_signatory(decision.forum, "Sekretaris forum", who, actor=who)
    write(decision, None, actor=who)
    lock(decision, actor=who)
    sign(decision, PASSWORD, actor=who)
    return decision


def page(decision: Decision, **asked: str) -> str:
    return text(Client().get(reverse("verification", args=[decision.verification_code]), asked))


def test_it_tells_who_signed_in_which_office_and_that_it_holds() -> None:
    told = page(signed())
    for words in ("1 tanda tangan", "Sekretaris forum", "Sekretaris (contoh)", "cocok dengan dokumen dan catatan"):
        assert words in told


def test_a_document_changed_since_shows() -> None:
    decision = signed()
    Document.objects.filter(position=1).update(digest="0" * 64)
    assert "telah berubah sesudah ditandatangani" in page(decision)


def test_a_signature_that_the_log_does_not_hold_shows() -> None:
    decision = signed()
    Entry.objects.filter(action="forum.signed").delete()
    assert "cocok dengan dokumen" not in page(decision)


def test_a_decision_unlocked_again_tells_that_its_signatures_count_no_more() -> None:
    decision = signed()
    unlock(decision, "Pagu berubah", actor=secretary())
    told = page(decision)
    assert "Belum ditandatangani" in told
    assert "1 tanda tangan tidak berlaku lagi" in told
    assert "Belum. Keputusan ini masih dapat diubah." in told


def test_a_digest_of_one_of_its_files_is_told_true_and_any_other_is_not() -> None:
    decision = signed()
    for document in decision.documents.all():
        asked = document.digest.upper() if document.position == 1 else f" {document.digest}\n"
        assert f'Asli:</strong> <span lang="id">{document.title}' in page(decision, sidik=asked)
    assert "Bukan berkas dari keputusan ini" in page(decision, sidik="0" * 64)
    assert "Itu bukan sidik SHA-256" in page(decision, sidik="bukan <b>sidik</b>")
