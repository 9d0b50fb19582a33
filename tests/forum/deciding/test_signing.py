"""Signing by account and code: who may, what is signed, and what makes a signature count no more."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone
from pypdf import PdfReader

from selaras.audit import queries as audit
from selaras.audit.models import Entry
from selaras.forum import queries
from selaras.forum.actions import decide, write
from selaras.forum.actions.locking import lock, unlock
from selaras.forum.actions.signing import drop_signatory, name_signatory, sign
from selaras.forum.errors import NotAllowed, NotReady, WrongProof
from selaras.forum.models import Decision, Document, Signature
from selaras.people.models import Account, Role
from selaras.people.second_step import Secrets, new_secret
from tests.forum.small_forum import actor, ready
from tests.people.persons import PASSWORD, person, secretary

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision() -> Decision:
    """Decided, written, locked; the secretary and the head of one agency are to sign."""
    who = secretary(password=PASSWORD)
    made = decide(ready(), actor=actor())
    name_signatory(made.forum, "Sekretaris forum", who, actor=who)
    kepala = person("kepala", Role.Kind.AGENCY_PLANNER, password=PASSWORD)
    name_signatory(made.forum, "Kepala Dinas Kesehatan", kepala, actor=who)
    write(made, None, actor=actor())
    return lock(made, actor=who)


def head() -> Account:
    return Account.objects.get(username="kepala")


def sheet(decision: Decision) -> str:
    document = decision.documents.get(tells_signatures=True)
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(document.file.read())).pages)
    return " ".join(text.split())


def test_a_signature_holds_the_digests_of_what_is_signed(decision: Decision) -> None:
    signed = sign(decision, PASSWORD, actor=secretary())
    assert (signed.office, signed.name, signed.proof) == ("Sekretaris forum", "Sekretaris (contoh)", "password")
    assert signed.decision_digest == decision.digest
    assert signed.documents_digest == queries.documents_digest(decision)
    entry = Entry.objects.get(action="forum.signed")
    assert (signed.audit_head, signed.signed_at) == (entry.hash, entry.at)
    assert (entry.detail["decision"], entry.detail["documents"]) == (decision.digest, signed.documents_digest)
    assert audit.verify().intact


def test_the_sheet_lists_who_signed_and_who_has_not(decision: Decision) -> None:
    sign(decision, PASSWORD, actor=secretary())
    assert "Belum menandatangani: Kepala Dinas Kesehatan" in sheet(decision)
    sign(decision, PASSWORD, actor=head())
    text = sheet(decision)
    assert "Belum menandatangani" not in text
    assert "Kepala (contoh)" in text
    assert decision.verification_code in text
    assert decision.digest[:24] in text.replace(" ", "")
    assert f"{timezone.localtime():%Y}" in text


def test_the_sheet_does_not_change_what_is_signed(decision: Decision) -> None:
    first = sign(decision, PASSWORD, actor=secretary())
    second = sign(decision, PASSWORD, actor=head())
    assert first.documents_digest == second.documents_digest == queries.documents_digest(decision)


def test_by_the_code_of_the_telephone_where_there_is_one(decision: Decision) -> None:
    who, secret = head(), new_secret()
    Authenticator.objects.create(user=who, type="totp", data={"secret": Secrets().encrypt(secret)})
    with pytest.raises(WrongProof, match="Kodenya"):
        sign(decision, PASSWORD, actor=who)
    assert sign(decision, _code(secret), actor=who).proof == "code"


def _code(secret: str) -> str:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_a_wrong_proof_signs_nothing_is_logged_and_soon_stops(decision: Decision) -> None:
    who = head()
    for _ in range(5):
        with pytest.raises(WrongProof, match="Kata sandinya"):
            sign(decision, "salah", actor=who)
    with pytest.raises(WrongProof, match="Terlalu banyak"):
        sign(decision, PASSWORD, actor=who)
    assert not Signature.objects.exists()
    assert Entry.objects.filter(action="forum.signing_refused").count() == 5


def test_who_is_not_on_the_list_does_not_sign(decision: Decision) -> None:
    with pytest.raises(NotAllowed):
        sign(decision, PASSWORD, actor=person("lain", Role.Kind.PLANNER))


def test_a_signatory_whose_roles_have_ended_does_not_sign(decision: Decision) -> None:
    Role.objects.filter(account__username="kepala").delete()
    with pytest.raises(NotAllowed):
        sign(decision, PASSWORD, actor=head())


def test_nobody_signs_twice(decision: Decision) -> None:
    sign(decision, PASSWORD, actor=head())
    with pytest.raises(NotReady, match="sudah menandatangani"):
        sign(decision, PASSWORD, actor=head())


def test_nothing_is_signed_that_is_not_locked_or_not_written(decision: Decision) -> None:
    Document.objects.all().delete()
    with pytest.raises(NotReady, match="belum ditulis"):
        sign(decision, PASSWORD, actor=head())
    unlock(decision, "Keliru", actor=secretary())
    with pytest.raises(NotReady, match="belum dikunci"):
        sign(decision, PASSWORD, actor=head())


def test_unlocked_the_signatures_are_withdrawn_and_the_sheet_goes(decision: Decision) -> None:
    sign(decision, PASSWORD, actor=head())
    unlock(decision, "Pagu berubah", actor=secretary())
    assert Signature.objects.get().withdrawn_at is not None
    assert not queries.signatures_of(decision).exists()
    assert not decision.documents.filter(tells_signatures=True).exists()
    lock(decision, actor=secretary())
    sign(decision, PASSWORD, actor=head())
    assert queries.signatures_of(decision).count() == 1


def test_documents_that_were_signed_are_not_written_over(decision: Decision, tmp_path: Path) -> None:
    sign(decision, PASSWORD, actor=head())
    before = dict(decision.documents.values_list("title", "digest"))
    write(decision, tmp_path / "salinan", actor=actor())
    assert dict(decision.documents.values_list("title", "digest")) == before
    copies = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (tmp_path / "salinan").iterdir()}
    assert copies == set(before.values())


def test_who_may_say_who_signs(decision: Decision) -> None:
    other, who = person("lain", Role.Kind.PLANNER), secretary()
    with pytest.raises(NotAllowed):
        name_signatory(decision.forum, "Ketua", other, actor=other)
    with pytest.raises(NotReady, match="jabatannya"):
        name_signatory(decision.forum, " ", other, actor=who)
    with pytest.raises(NotReady, match="sudah ada"):
        name_signatory(decision.forum, "sekretaris FORUM", other, actor=who)
    with pytest.raises(NotReady, match="belum diberi peran"):
        name_signatory(decision.forum, "Ketua", person("kosong"), actor=who)
    chair = name_signatory(decision.forum, "Ketua", other, actor=who)
    drop_signatory(chair, actor=who)
    sign(decision, PASSWORD, actor=head())
    with pytest.raises(NotReady, match="sudah menandatangani"):
        drop_signatory(decision.forum.signatories.get(account__username="kepala"), actor=who)
