"""A table that lies in a bucket: fetched once, under its digest, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from django.core.files.storage import default_storage
from moto.server import ThreadedMotoServer
from pytest_django import Settings

from selaras.sectoral.errors import TableGone
from selaras.sectoral.models import Version
from selaras.sectoral.serving import Ask, caching, open_table, place_of
from tests.processes import free_port
from tests.sectoral.room import MENDED, out, room

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture
def bucket(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreadedMotoServer]:
    """The site's files in an empty bucket on this machine."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "contoh")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "contoh")
    port = free_port()
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    endpoint = f"http://127.0.0.1:{port}"
    boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1").create_bucket(Bucket="kantor")
    options = {"bucket_name": "kantor", "endpoint_url": endpoint, "region_name": "us-east-1", "file_overwrite": True}
    settings.HOME = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    }
    yield server
    server.stop()


def rows(version: Version) -> int:
    with open_table(version) as table:
        return table.count(Ask())


@pytest.mark.usefixtures("bucket")
def test_it_is_fetched_once_and_then_read_from_this_machine() -> None:
    version = out(room())
    assert rows(version) == 2
    kept = place_of(version)
    assert version.check_in_force
    assert kept.name == f"{version.check_in_force.table_digest}.parquet"
    default_storage.delete(str(version.check_in_force.table))
    assert rows(version) == 2
    assert [one.name for one in kept.parent.iterdir()] == [kept.name]


@pytest.mark.usefixtures("bucket")
def test_one_that_is_gone_or_was_changed_is_not_served() -> None:
    version = out(room())
    check = version.check_in_force
    assert check
    check.table_digest = "0" * 64
    with pytest.raises(TableGone, match="rusak"):
        place_of(version)
    default_storage.delete(str(check.table))
    with pytest.raises(TableGone, match="tidak ada di penyimpanan"):
        place_of(version)


@pytest.mark.usefixtures("bucket")
def test_what_was_not_read_for_longest_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = room()
    first, second = out(dataset), out(dataset, MENDED)
    old = place_of(first)
    os.utime(old, (1, 1))
    monkeypatch.setattr(caching, "MOST_BYTES", old.stat().st_size + 1)
    new = place_of(second)
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.usefixtures("own_files")
def test_one_that_is_gone_from_the_disk_is_told_too() -> None:
    version = out(room())
    assert version.check_in_force
    default_storage.delete(str(version.check_in_force.table))
    with pytest.raises(TableGone, match="Beri tahu walidata"):
        place_of(version)
