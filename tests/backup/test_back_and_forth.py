"""A backup brings back the whole office, on either database, and says no where it cannot."""

from __future__ import annotations

import io
import json
import shutil
import tarfile
from pathlib import Path
from typing import Any

import pytest

from tests.cluster import Cluster
from tests.forum.small_folder import small_folder
from tests.processes import selaras

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a decided forum, its documents and a person who may sign in."""
    home = tmp_path_factory.mktemp("office")
    assert selaras("forum", "run", small_folder(home / "folder"), "--out", home / "out", home=home).returncode == 0
    assert selaras("account", "set", "ani", "--name", "Ani (contoh)", home=home).returncode == 0
    assert selaras("backup", home / "first.tar.gz", home=home).returncode == 0
    return home


def manifest_of(archive: Path) -> dict[str, Any]:
    with tarfile.open(archive) as members:
        told: dict[str, Any] = json.loads(members.extractfile("manifest.json").read())
    return told


def rewritten(archive: Path, target: Path, change: dict[str, bytes]) -> Path:
    """The archive with other content in some of its members."""
    with tarfile.open(archive) as old, tarfile.open(target, "w:gz") as new:
        for member in old.getmembers():
            content = change.get(member.name) or old.extractfile(member).read()
            member.size = len(content)
            new.addfile(member, io.BytesIO(content))
    return target


def restored(archive: Path, home: Path, database: str = "") -> dict[str, Any]:
    """What a backup of the restored office says of itself."""
    ran = selaras("restore", archive, home=home, database=database)
    assert ran.returncode == 0, ran.stderr
    again = home / "again.tar.gz"
    ran = selaras("backup", again, home=home, database=database)
    assert ran.returncode == 0, ran.stderr
    return manifest_of(again)


def test_every_row_and_file_comes_back_on_sqlite(office: Path, tmp_path: Path) -> None:
    first, again = manifest_of(office / "first.tar.gz"), restored(office / "first.tar.gz", tmp_path)
    assert again["tables"] == first["tables"]
    assert again["files"] == first["files"]
    assert again["audit_head"] == first["audit_head"]
    assert first["tables"]["forum.proposal"]["rows"] > 0
    assert first["files"]
    assert "Catatan utuh" in selaras("audit", "verify", home=tmp_path).stdout


def test_an_office_moves_to_postgresql_and_back(office: Path, tmp_path: Path, postgres: Cluster) -> None:
    first, home = manifest_of(office / "first.tar.gz"), tmp_path / "moved"
    home.mkdir()
    there = restored(office / "first.tar.gz", home, postgres.url)
    assert there["tables"] == first["tables"]
    assert there["files"] == first["files"]
    back = tmp_path / "back"
    back.mkdir()
    assert restored(home / "again.tar.gz", back)["tables"] == first["tables"]


def test_the_restored_office_goes_on_working(office: Path, tmp_path: Path, postgres: Cluster) -> None:
    restored(office / "first.tar.gz", tmp_path, postgres.url)
    ran = selaras("account", "set", "budi", "--name", "Budi (contoh)", home=tmp_path, database=postgres.url)
    assert ran.returncode == 0, ran.stderr  # new rows get keys that no restored row has


def test_an_office_that_holds_something_is_not_overwritten(office: Path) -> None:
    ran = selaras("restore", office / "first.tar.gz", home=office)
    assert ran.returncode == 2
    assert "sudah berisi" in ran.stderr


def test_a_changed_row_is_noticed_before_anything_is_written(office: Path, tmp_path: Path) -> None:
    archive = rewritten(office / "first.tar.gz", tmp_path / "x.tar.gz", {"tables/people.account.jsonl": b"[]\n"})
    ran = selaras("restore", archive, home=tmp_path)
    assert ran.returncode == 2
    assert "tidak cocok dengan sidiknya" in ran.stderr
    assert not (tmp_path / "selaras.sqlite3").exists()


def test_a_member_that_is_missing_is_named(office: Path, tmp_path: Path) -> None:
    archive = tmp_path / "x.tar.gz"
    with tarfile.open(office / "first.tar.gz") as old, tarfile.open(archive, "w:gz") as new:
        for member in old.getmembers():
            if member.name != "tables/people.account.jsonl":
                new.addfile(member, old.extractfile(member))
    ran = selaras("restore", archive, home=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "people.account.jsonl” tidak ada dalam cadangan" in ran.stderr.replace("\n", " ")


@pytest.mark.parametrize("length", [0, 100, 5_000])
def test_half_a_file_is_no_backup(office: Path, tmp_path: Path, length: int) -> None:
    broken = tmp_path / "broken.tar.gz"
    broken.write_bytes((office / "first.tar.gz").read_bytes()[:length])
    ran = selaras("restore", broken, home=tmp_path)
    assert (ran.returncode, "bukan cadangan Selaras yang utuh" in ran.stderr) == (2, True)


def test_a_backup_of_a_newer_version_says_which_version_it_needs(office: Path, tmp_path: Path) -> None:
    manifest = manifest_of(office / "first.tar.gz")
    manifest["migrations"].append(["forum", "9999_from_the_future"])
    changed = {"manifest.json": json.dumps(manifest).encode()}
    ran = selaras("restore", rewritten(office / "first.tar.gz", tmp_path / "x.tar.gz", changed), home=tmp_path)
    assert ran.returncode == 2
    assert "forum.9999_from_the_future" in ran.stderr


def test_a_member_that_points_outside_is_refused(office: Path, tmp_path: Path) -> None:
    evil = tmp_path / "evil.tar.gz"
    with tarfile.open(evil, "w:gz") as archive:
        member = tarfile.TarInfo("../outside")
        archive.addfile(member, io.BytesIO())
    ran = selaras("restore", evil, home=tmp_path)
    assert ran.returncode == 2
    assert not (tmp_path.parent / "outside").exists()


def test_a_missing_document_stops_the_backup_and_leaves_no_half_file(office: Path, tmp_path: Path) -> None:
    home = tmp_path / "copy"
    shutil.copytree(office, home)
    lost = next(path for path in (home / "files").rglob("*") if path.is_file())
    lost.unlink()
    ran = selaras("backup", home / "second.tar.gz", home=home)
    assert ran.returncode == 2
    assert lost.name in ran.stderr
    assert not list(home.glob("*second*"))


def test_a_backup_is_for_its_owner_alone_and_overwrites_nothing(office: Path) -> None:
    first = office / "first.tar.gz"
    assert first.stat().st_mode & 0o077 == 0
    before = first.read_bytes()
    assert selaras("backup", first, home=office).returncode == 2
    assert first.read_bytes() == before
