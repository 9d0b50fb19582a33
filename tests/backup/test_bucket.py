"""Documents in a bucket that speaks S3: written, read through the site, backed up and brought back to a disk."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

from tests.forum.small_folder import small_folder
from tests.processes import environment, free_port, selaras

pytestmark = pytest.mark.slow
KEYS = {"AWS_ACCESS_KEY_ID": "contoh", "AWS_SECRET_ACCESS_KEY": "contoh"}


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an empty bucket on this machine."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    port = free_port()
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    endpoint = f"http://127.0.0.1:{port}"
    boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1").create_bucket(Bucket="kantor")
    yield f"s3://kantor/berkas?endpoint={endpoint}&region=us-east-1"
    server.stop()


def test_documents_live_in_the_bucket_and_come_back_to_a_disk(bucket: str, tmp_path: Path) -> None:
    office, other = tmp_path / "office", tmp_path / "other"
    for home in (office, other):
        home.mkdir()
    ran = selaras(
        "forum", "run", small_folder(office / "folder"), "--out", office / "out", home=office, SELARAS_FILES=bucket
    )
    assert ran.returncode == 0, ran.stderr
    assert not (office / "files").exists()
    ran = selaras("backup", office / "all.tar.gz", home=office, SELARAS_FILES=bucket)
    assert ran.returncode == 0, ran.stderr
    ran = selaras("restore", office / "all.tar.gz", home=other)
    assert ran.returncode == 0, ran.stderr
    assert list((other / "files").rglob("*.pdf"))


def test_a_reader_gets_a_document_of_the_bucket_through_the_site(bucket: str, tmp_path: Path) -> None:
    selaras(
        "forum",
        "run",
        small_folder(tmp_path / "folder"),
        "--out",
        tmp_path / "out",
        home=tmp_path,
        SELARAS_FILES=bucket,
    )
    reading = (
        "import django; django.setup()\n"
        "from django.test import Client\n"
        "from selaras.forum.models import Document\n"
        "document = Document.objects.filter(file__endswith='.pdf').first()\n"
        "answer = Client(SERVER_NAME='localhost').get(f'/dokumen/{document.pk}/')\n"
        "print(answer.status_code, b''.join(answer.streaming_content)[:5].decode())\n"
    )
    own = environment(tmp_path, SELARAS_FILES=bucket, DJANGO_SETTINGS_MODULE="selaras.settings")
    ran = subprocess.run([sys.executable, "-c", reading], env=own, capture_output=True, text=True, cwd=tmp_path)
    assert ran.stdout.split() == ["200", "%PDF-"], ran.stderr
