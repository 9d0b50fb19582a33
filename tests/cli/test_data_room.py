"""`selaras data list`, `send`, `release` and `maturity`: the room of sectoral data without a browser, by its rules."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import ROOT, environment, selaras
from tests.sectoral.room import CODE, FAULTY, GOOD

pytestmark = pytest.mark.slow
AT_HOME = ("--dataset", CODE, "--account", "produsen")
HAND_IN = f"""
import django
django.setup()
from selaras.sectoral.actions.submitting import submit
from selaras.sectoral.models import Version
from tests.sectoral.room import producer
submit(Version.objects.get(dataset__code="{CODE}", number=1), actor=producer())
"""


def python(*words: str, home: Path) -> None:
    own = environment(home, PYTHONPATH=os.pathsep.join((str(ROOT / "src"), str(ROOT))))
    own |= {"DJANGO_SETTINGS_MODULE": "selaras.settings"}
    subprocess.run([sys.executable, *words], env=own, cwd=ROOT, check=True)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a producer (produsen), a steward (walidata) and one dataset; not to be changed."""
    place = tmp_path_factory.mktemp("office")
    python("-m", "tests.sectoral.deeds", "prepare", home=place)
    return place


@pytest.fixture
def home(office: Path, tmp_path: Path) -> Path:
    """That office for one test, and two files to send."""
    shutil.copytree(office, tmp_path, dirs_exist_ok=True)
    (tmp_path / "baik.csv").write_bytes(GOOD)
    (tmp_path / "keliru.csv").write_bytes(FAULTY)
    return tmp_path


def test_a_file_is_sent_checked_and_released(home: Path) -> None:
    told = [selaras("data", "send", "baik.csv", *AT_HOME, "--json", home=home) for _ in range(2)]
    assert [one.returncode for one in told] == [0, 0], told[0].stderr
    sent = json.loads(told[0].stdout)
    assert (sent["version"], sent["passed"], sent["rows"], sent["state"]) == (1, True, 2, "checked")
    assert told[1].stdout == told[0].stdout  # the same bytes are the same version
    early = selaras("data", "release", CODE, "1", "--account", "walidata", home=home)
    assert (early.returncode, "Versi 1 sudah diperiksa." in early.stderr) == (2, True)
    python("-c", HAND_IN, home=home)
    refused = selaras("data", "release", CODE, "1", "--account", "produsen", home=home)
    assert (refused.returncode, "Hanya walidata" in refused.stderr) == (2, True)
    released = selaras("data", "release", CODE, "1", "--account", "walidata", "--json", home=home)
    assert json.loads(released.stdout)["state"] == "released"
    assert "lulus pemeriksaan" not in selaras("data", "list", home=home).stdout
    (public,) = json.loads(selaras("data", "list", "--json", home=home).stdout)
    assert (public["code"], public["state"]) == (CODE, "dirilis")


def test_faults_end_with_code_one_and_the_words_that_mend_them(home: Path) -> None:
    ran = selaras("data", "send", "keliru.csv", *AT_HOME, home=home)
    assert ran.returncode == 1
    words = " ".join(ran.stdout.split())
    assert f"{CODE} versi 1: 3 baris, 3 hal belum sesuai standar." in words
    assert "Baris 4, kolom perempuan:" in words


def test_the_list_of_a_desk_shows_what_the_public_does_not(home: Path) -> None:
    assert json.loads(selaras("data", "list", "--json", home=home).stdout) == []
    assert "Belum ada himpunan data." in selaras("data", "list", home=home).stdout
    (own,) = json.loads(selaras("data", "list", "--account", "produsen", "--json", home=home).stdout)
    assert (own["code"], own["newest"], own["released"]) == (CODE, None, 0)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("send", "baik.csv", "--dataset", CODE, "--account", "siapa"), "Akun “siapa” tidak ada atau ditutup."),
        (("send", "baik.csv", "--dataset", "lain", "--account", "produsen"), "tidak diisi dengan akun ini"),
        (("send", "tiada.csv", *AT_HOME), "tidak ada berkas atau folder dengan nama itu"),
        (("send", "kosong.csv", *AT_HOME), "Berkas ini kosong."),
        (("release", CODE, "9", "--account", "walidata"), "tidak ada di meja akun ini"),
        (("list", "--account", "siapa"), "Akun “siapa” tidak ada atau ditutup."),
    ],
)
def test_what_cannot_be_done_ends_with_a_sentence(home: Path, words: tuple[str, ...], sentence: str) -> None:
    (home / "kosong.csv").touch()
    ran = selaras("data", *words, home=home)
    assert ran.returncode == 2
    assert sentence in " ".join(ran.stderr.split())


def test_maturity_tells_what_the_page_tells(home: Path) -> None:
    told = json.loads(selaras("data", "maturity", "--json", home=home).stdout)
    by_code = {one["code"]: one for one in told["indicators"]}
    assert (len(by_code), told["index"], by_code["10101"]["have"], by_code["10101"]["proposed"]) == (38, None, 1, 4)
    assert told["to_do"][0] in by_code
    words = " ".join(selaras("data", "maturity", home=home).stdout.split())
    assert words.startswith("Indeks antara ")
