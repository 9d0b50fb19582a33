"""One of each thing of the room of sectoral data that an address may name: at the agency of the first proposal."""

from __future__ import annotations

import io

from django.utils import timezone

from selaras.forum.models import Forum
from selaras.people.models import Account, Role
from selaras.sectoral.actions.checking import check_version, run_check
from selaras.sectoral.actions.describing import describe_dataset
from selaras.sectoral.actions.drafting import reopen_standard
from selaras.sectoral.actions.filling_in import fill_in
from selaras.sectoral.actions.listing_codes import import_code_list
from selaras.sectoral.actions.releasing import release
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.actions.stating import Claim, Proof, state_level
from selaras.sectoral.actions.submitting import submit
from selaras.sectoral.actions.uploading import upload_version
from selaras.sectoral.models import CodeList, Dataset, Metadata, Statement, Version
from tests.people.persons import person
from tests.sectoral.metadata import VARIABLE
from tests.sectoral.room import CODE, FAULTY, GOOD, MESSY, SAID, SCHEMA


def a_version(forum: Forum) -> Version:
    """One that was checked and breaks its standard, so that every part of its page is there."""
    if found := Version.objects.filter(number=1).first():
        return found
    first = forum.proposals.earliest("pk")
    agency = first.handler or first.agency
    assert agency
    sender = person("walidata-contoh", Role.Kind.DATA_STEWARD)
    dataset = describe_dataset(CODE, agency, SAID, actor=sender)
    set_standard(dataset, SCHEMA, actor=sender)
    return _looked_at(dataset, FAULTY, sender)


def a_messy_version(forum: Forum) -> Version:
    """One whose column names are not those of the standard."""
    dataset = a_version(forum).dataset
    if found := dataset.versions.filter(number=2).first():
        return found
    return _looked_at(dataset, MESSY, Account.objects.get(username="walidata-contoh"))


def a_question(forum: Forum) -> tuple[str, int]:
    """Of a standard that is being changed."""
    dataset = a_version(forum).dataset
    reopen_standard(dataset, actor=Account.objects.get(username="walidata-contoh"))
    return dataset.code, 1


def a_code_list(forum: Forum) -> CodeList:
    """One with a row that was kept back."""
    a_version(forum)
    steward = Account.objects.get(username="walidata-contoh")
    return import_code_list("contoh@2020", b"kode,nama\n1,Satu\n1,Dua\n", "kode.csv", actor=steward)


def _looked_at(dataset: Dataset, content: bytes, sender: Account) -> Version:
    version = upload_version(dataset, "penduduk.csv", io.BytesIO(content), actor=sender)
    run_check(check_version(version, actor=sender).pk)
    version.refresh_from_db()
    return version


def a_statement(forum: Forum) -> Statement:
    """One with a document."""
    if found := Statement.objects.first():
        return found
    a_version(forum)
    steward = Account.objects.get(username="walidata-contoh")
    told, proof = Claim(2, "Contoh."), Proof("contoh.pdf", b"%PDF-1.7")
    return state_level(timezone.localdate().year, "10101", told, proof, actor=steward)


def a_release(forum: Forum) -> Version:
    """A later version of the same dataset, in the catalogue."""
    dataset = a_version(forum).dataset
    if found := dataset.versions.filter(state=Version.State.RELEASED).first():
        return found
    keeper = Account.objects.get(username="walidata-contoh")
    version = upload_version(dataset, "penduduk.csv", io.BytesIO(GOOD), actor=keeper)
    run_check(check_version(version, actor=keeper).pk)
    return release(submit(version, actor=keeper), actor=keeper)


def a_described_release(forum: Forum) -> Version:
    """The same, with a metadata form filled in."""
    version = a_release(forum)
    if not version.dataset.metadata.exists():
        keeper = Account.objects.get(username="walidata-contoh")
        fill_in(version.dataset, Metadata.Form.VARIABLE, "desa", VARIABLE, actor=keeper)
    return version
