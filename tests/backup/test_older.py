"""A backup that an earlier version wrote is brought back with its own tables, and then to the newest shape."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.own_database import own_database
from tests.processes import environment, selaras

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

# The office as the first version had it: its tables, a few rows, and a backup written from them.
EARLIER = """
import sys
from pathlib import Path
from types import SimpleNamespace
import django
django.setup()
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from selaras.audit.actions import record
from selaras.backup import back_up, writing

FIRST = [(app, "0001_initial") for app in ("audit", "forum", "government", "intake", "people", "planning", "web")]
executor = MigrationExecutor(connection)
executor.migrate(FIRST)
then = executor.loader.project_state(FIRST).apps
regency = then.get_model("government", "Region").objects.create(code="33.05", name="Kebumen", level="regency")
account = then.get_model("people", "Account").objects.create(username="ani", password="!", first_name="Ani (contoh)")
then.get_model("people", "Role").objects.create(account=account, kind="secretary")
cycle = then.get_model("planning", "Cycle").objects.create(region=regency, year=2021)
forum = then.get_model("forum", "Forum").objects.create(slug="dahulu", name="Dahulu", cycle=cycle, held_on="2020-02-11")
proposal = then.get_model("forum", "Proposal").objects.create(forum=forum, number="U-1", title="Talud")
for level in ("district", "partner"):
    then.get_model("forum", "Recommendation").objects.create(proposal=proposal, level=level, reason="Perlu")
record("forum.opened", actor=SimpleNamespace(get_username=lambda: "ani"))
writing.apps = then
back_up(Path(sys.argv[1]), progress=print)
"""
NOW = """
import django
django.setup()
from selaras.forum.models import Forum, Recommendation
from selaras.people.models import Account
from selaras.people.queries import roles_of
from selaras.audit.queries import verify
print(Forum.objects.get().slug, *Recommendation.objects.order_by("level").values_list("level", "by"))
print([held.kind for held in roles_of(Account.objects.get(username="ani"))], verify().intact)
"""


def _said(program: str, home: Path, database: str, *words: str) -> str:
    own = environment(home, database, DJANGO_SETTINGS_MODULE="selaras.settings")
    ran = subprocess.run([sys.executable, "-c", program, *words], env=own, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_what_the_first_version_kept_stands_in_the_newest_tables(tmp_path: Path) -> None:
    earlier, now = tmp_path / "earlier", tmp_path / "now"
    earlier.mkdir()
    now.mkdir()
    archive = tmp_path / "dahulu.tar.gz"
    with own_database("earlier") as database:
        _said(EARLIER, earlier, database, str(archive))
    with own_database("now") as database:
        ran = selaras("restore", archive, home=now, database=database)
        assert ran.returncode == 0, ran.stderr
        told = _said(NOW, now, database).splitlines()
    assert told == ["dahulu ('district', 'person') ('partner', 'aligning')", "['secretary'] True"]
