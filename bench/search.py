"""Search over the proposals of the sample region: whole answers of the public page, on both databases."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench import case
from tests.cluster import Cluster, NoPostgres

SAMPLE = Path(__file__).resolve().parents[1] / "examples" / "kebumen-2021"
TURNS = 300


@case("search", asks="4,560 proposals searched in at most 100 ms in the median, on SQLite and on PostgreSQL")
def search() -> None:
    with tempfile.TemporaryDirectory(prefix="selaras-bench-") as folder:
        first = _office(folder, "satu")
        kept = str(Path(folder, "kantor.tar.gz"))
        _selaras(first, "forum", "run", str(SAMPLE), "--out", f"{folder}/hasil")
        _selaras(first, "backup", kept)
        _measure("SQLite", first)
        try:
            cluster = Cluster.start()
        except NoPostgres as absent:
            print(f"PostgreSQL: {absent}")
            return
        try:
            second = _office(folder, "dua") | {"SELARAS_DATABASE_URL": cluster.url}
            _selaras(second, "restore", kept)
            _measure("PostgreSQL", second)
        finally:
            cluster.stop()


def _office(folder: str, name: str) -> dict[str, str]:
    return os.environ | {"SELARAS_HOME": f"{folder}/{name}"}


def _selaras(office: dict[str, str], *words: str) -> None:
    subprocess.run([sys.executable, "-m", "selaras", *words], env=office, stdout=subprocess.DEVNULL, check=True)


def _measure(name: str, office: dict[str, str]) -> None:
    print(name, flush=True)
    subprocess.run([sys.executable, "-m", "bench.search"], env=office, check=True)


def _asked() -> Iterator[tuple[str, dict[str, str]]]:
    """What people ask for, by kind: drawn from the proposals themselves, with a seed."""
    from selaras.forum.codes import code_of
    from selaras.forum.models import Proposal

    draw = random.Random(2021)
    rows = Proposal.objects.exclude(village=None).select_related("village", "district").order_by("pk")
    for one in draw.sample(list(rows), TURNS // 5):
        words = [word for word in one.title.split() if len(word) > 3] or [one.title]
        yield "a word", {"q": draw.choice(words)}
        yield "a word in a village", {"q": f"{draw.choice(words)} {one.village.name}"}
        yield "two words", {"q": " ".join(draw.sample(words, min(2, len(words))))}
        yield "a village", {"kecamatan": one.district_id, "desa": one.village_id}
        yield "a code", {"q": code_of(one.pk)}


def _run() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "selaras.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    client, address, taken = Client(headers={"host": "localhost"}), reverse("proposals"), {}
    for kind, asked in _asked():
        wall, cpu = time.perf_counter(), time.process_time()
        response = client.get(address, asked)
        spent = (time.perf_counter() - wall, time.process_time() - cpu)
        assert response.status_code == 200, asked
        taken.setdefault(kind, []).append(spent)
    for kind, figures in [*taken.items(), ("all", [one for many in taken.values() for one in many])]:
        walls, cpus = ([one[at] * 1000 for one in figures] for at in (0, 1))
        p95 = statistics.quantiles(walls, n=20)[-1]
        print(
            f"  {kind:20} {len(figures):4} asked: median {statistics.median(walls):4.0f} ms, p95 {p95:4.0f} ms, "
            f"median CPU of the site {statistics.median(cpus):4.0f} ms"
        )


if __name__ == "__main__":
    _run()
