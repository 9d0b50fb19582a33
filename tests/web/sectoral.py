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

OUT = "penduduk-terbuka"


def a_version(forum: Forum) -> Version:
    """One that was checked and breaks its standard, so that every part of its page is there."""
    return Version.objects.filter(dataset__code=CODE).first() or _checked(forum, CODE, FAULTY)


def a_version_out(forum: Forum) -> Version:
    """One that everybody may read."""
    if found := Version.objects.filter(dataset__code=OUT).first():
        return found
    version = _checked(forum, OUT, GOOD)
    submit(version, actor=version.received_by)
    return release(version, actor=version.received_by)


def _checked(forum: Forum, code: str, content: bytes) -> Version:
    first = forum.proposals.earliest("pk")
    agency = first.handler or first.agency
    assert agency
    sender = Account.objects.filter(username="walidata-contoh").first()
    sender = sender or person("walidata-contoh", Role.Kind.DATA_STEWARD)
    dataset = describe_dataset(code, agency, SAID, actor=sender)
    set_standard(dataset, SCHEMA, actor=sender)
    version = upload_version(dataset, "penduduk.csv", io.BytesIO(content), actor=sender)
    run_check(check_version(version, actor=sender).pk)
    version.refresh_from_db()
    return version
