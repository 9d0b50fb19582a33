"""One of each thing of the room of sectoral data that an address may name: at the agency of the first proposal."""

from __future__ import annotations

import io

from selaras.forum.models import Forum
from selaras.people.models import Account, Role
from selaras.sectoral.actions.checking import check_version, run_check
from selaras.sectoral.actions.describing import describe_dataset
from selaras.sectoral.actions.releasing import release
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.actions.submitting import submit
from selaras.sectoral.actions.uploading import upload_version
from selaras.sectoral.models import Version
from tests.people.persons import person
from tests.sectoral.room import CODE, FAULTY, GOOD, SAID, SCHEMA


def a_version(forum: Forum) -> Version:
    """One that was checked and breaks its standard, so that every part of its page is there."""
    if found := Version.objects.filter(state=Version.State.CHECKED).first():
        return found
    first = forum.proposals.earliest("pk")
    agency = first.handler or first.agency
    assert agency
    sender = person("walidata-contoh", Role.Kind.DATA_STEWARD)
    dataset = describe_dataset(CODE, agency, SAID, actor=sender)
    set_standard(dataset, SCHEMA, actor=sender)
    version = upload_version(dataset, "penduduk.csv", io.BytesIO(FAULTY), actor=sender)
    run_check(check_version(version, actor=sender).pk)
    version.refresh_from_db()
    return version


def a_release(forum: Forum) -> Version:
    """A later version of the same dataset, in the catalogue."""
    dataset = a_version(forum).dataset
    if found := dataset.versions.filter(state=Version.State.RELEASED).first():
        return found
    keeper = Account.objects.get(username="walidata-contoh")
    version = upload_version(dataset, "penduduk.csv", io.BytesIO(GOOD), actor=keeper)
    run_check(check_version(version, actor=keeper).pk)
    return release(submit(version, actor=keeper), actor=keeper)
