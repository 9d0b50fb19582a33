"""`selaras information form`: every body of the region has a desk, and the calendar knows this year."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import selaras

pytestmark = pytest.mark.slow
PLACES = """
from selaras.cli.office import open_office
open_office()
from selaras.government.models import Agency, Region
regency = Region.objects.create(code="33.05", name="Kabupaten Kebumen", level="regency")
district = Region.objects.create(code="33.05.22", name="Sadang", level="district", parent=regency)
Region.objects.create(code="33.05.22.2002", name="Seboro", level="village", kind="desa", parent=district)
Agency.objects.create(region=regency, code="2.16.01", name="Dinas Komunikasi dan Informatika")
"""


def test_without_regions_it_says_what_to_do_first(tmp_path: Path) -> None:
    ran = selaras("information", "form", home=tmp_path)
    assert (ran.returncode, "masukkan berkas wilayah dahulu" in " ".join(ran.stderr.split())) == (2, True)


def test_each_body_is_entered_once(tmp_path: Path) -> None:
    environment = os.environ | {"SELARAS_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "selaras.settings"}
    subprocess.run([sys.executable, "-c", PLACES], env=environment, check=True)
    told = [selaras("information", "form", home=tmp_path).stdout for _ in range(2)]
    assert ["4 badan publik baru" in told[0], "0 badan publik baru" in told[1]] == [True, True]
    with sqlite3.connect(tmp_path / "selaras.sqlite3") as database:
        codes = {code for (code,) in database.execute("SELECT code FROM disclosure_publicbody")}
        versions = database.execute("SELECT count(*) FROM government_calendar").fetchone()
        (days,) = database.execute("SELECT count(DISTINCT substr(date, 1, 4)) FROM government_holiday").fetchone()
    assert codes == {"utama", "pd-2-16-01", "330522", "3305222002"}
    assert (versions, days) == ((1,), 2)
