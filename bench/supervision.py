"""The page of supervision with every village of a large regency and four years of messages, on both databases."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import timedelta

from bench import case
from tests.cluster import Cluster, NoPostgres

VILLAGES, DISTRICTS, MESSAGES = 460, 26, 200
URGENT_EVERY, HEARD_OF = 7, 5  # every seventh message is urgent; of five deliveries four are acknowledged
TURNS = int(os.environ.get("BENCH_TURNS", "30"))


@case("supervision", asks="460 villages x 200 messages: at most 10 queries and 150 ms, on SQLite and on PostgreSQL")
def supervision() -> None:
    with tempfile.TemporaryDirectory(prefix="selaras-bench-") as folder:
        _measure("SQLite", os.environ | {"SELARAS_HOME": f"{folder}/satu"})
        try:
            cluster = Cluster.start()
        except NoPostgres as absent:
            print(f"PostgreSQL: {absent}")
            return
        try:
            own = {"SELARAS_HOME": f"{folder}/dua", "SELARAS_DATABASE_URL": cluster.url}
            _measure("PostgreSQL", os.environ | own)
        finally:
            cluster.stop()


def _measure(name: str, office: dict[str, str]) -> None:
    print(name, flush=True)
    subprocess.run([sys.executable, "-m", "bench.supervision"], env=office, check=True)


def _fill() -> None:
    """Messages that still hold, so that every one of them counts; made by hand, for sending takes its time."""
    from django.db import connection
    from django.utils import timezone

    from selaras.government.actions import seed_parameters
    from selaras.government.models import Region
    from selaras.outreach.models import Delivery, Message
    from selaras.people.actions import system_account
    from tests.people.persons import person

    writer, now = person("penyampai", "ppid_officer"), timezone.now()
    seed_parameters(actor=system_account())
    regency = Region.objects.create(code="33.05", name="Contoh", level="regency")
    districts = [
        Region(code=f"33.05.{n:02}", name=f"Kecamatan {n}", level="district", parent=regency)
        for n in range(1, DISTRICTS + 1)
    ]
    Region.objects.bulk_create(districts)
    villages = [
        Region(code=f"{districts[n % DISTRICTS].pk}.{2001 + n}", name=f"Desa {n}", level="village")
        for n in range(VILLAGES)
    ]
    for place in villages:
        place.parent_id = place.pk[:8]
    Region.objects.bulk_create(villages)
    told = dict.fromkeys(("title", "text", "audience", "purpose", "legal_basis"), "Contoh")
    for n in range(MESSAGES):
        at = now - timedelta(days=5 + n)
        days = {"valid_from": at.date(), "valid_until": (now + timedelta(days=30)).date()}
        moments = {"state": "sent", "written_by": writer, "written_at": at, "sent_at": at}
        one = Message.objects.create(
            key=f"m{n}", submission=f"00000000-0000-4000-8000-{n:012}", urgent=n % URGENT_EVERY == 0, kind="news",
            **told, **days, **moments,
        )  # fmt: skip
        heard = {"acknowledged_at": at, "acknowledged_by": writer, "way": "phone", "reply": "A", "told_at": at}
        Delivery.objects.bulk_create(
            Delivery(message=one, village=place, due_at=at + timedelta(days=3), **(heard if m % HEARD_OF else {}))
            for m, place in enumerate(villages, n)
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "postgresql" else "SELECT 1")


def _run() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "selaras.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection, transaction
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    from selaras.backup.shaping import bring_up
    from selaras.people.models import Account

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    bring_up()
    with transaction.atomic():  # one commit: a disk that is slow to settle would need minutes for one each
        _fill()
    client, address = Client(headers={"host": "localhost"}), reverse("message-desk")
    client.force_login(Account.objects.get(username="penyampai"))
    client.get(address)  # the first look of a session is written down
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    queries = len(asked)  # the next request empties what was captured
    walls, cpus = [], []
    for _ in range(TURNS):
        wall, cpu = time.perf_counter(), time.process_time()
        response = client.get(address)
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
        assert response.status_code == 200
    print(
        f"  {VILLAGES} villages x {MESSAGES} messages: {queries} queries, median {statistics.median(walls):.0f} ms "
        f"(fastest {min(walls):.0f} ms), median CPU of the site {statistics.median(cpus):.0f} ms"
    )


if __name__ == "__main__":
    _run()
