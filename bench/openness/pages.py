"""The pages that are asked for, each with addresses drawn from what lies in the database, and who asks."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from selaras.disclosure.links import token_for
from selaras.disclosure.models import Item, PublicBody, Request

TURNS = int(os.environ.get("BENCH_TURNS", "24"))
REQUEST, OTHERS = 60, 150  # ms
FROIDE = "400 ms, 10 queries"  # a request page, 500 requests of 4 messages; published, not measured in this run
QUESTIONS = ("apbdes", "dana desa", "talud", "peta batas", "jadwal pelayanan", "posyandu", "aset kendaraan", "jalan")


@dataclass(frozen=True)
class Asked:
    """One page at several addresses; `by` is the account that looks, empty for everybody."""

    name: str
    addresses: Sequence[str]
    by: str = ""
    most_ms: int = OTHERS
    most_queries: int | None = None
    peer: str = ""


def asked() -> Iterator[Asked]:
    draw = Random(1)
    yield from _cases()
    yield from _desks()
    yield from _published(draw)
    yield from _figures(draw)


def _cases() -> Iterator[Asked]:
    main = Request.objects.filter(body__kind="main").order_by("?")
    some = [one for state in Request.State.values for one in main.filter(state=state)[:5]]
    argued = list(main.filter(objections__isnull=False)[:TURNS])
    desk = [reverse("request-desk", args=[one.pk]) for one in some]
    yield Asked("case, at its desk", desk, "utama", REQUEST, 10, FROIDE)
    if argued:
        yield Asked("case with objection", _of("request-desk", argued), "utama", REQUEST, 10, FROIDE)
    mine = [reverse("my-request", args=[token_for(one.submission)]) for one in [*some, *argued[:5]]]
    yield Asked("case, as its applicant", mine, "", REQUEST, 10, FROIDE)


def _of(name: str, rows: Sequence[Request | Item]) -> list[str]:
    return [reverse(name, args=[one.pk]) for one in rows]


def _desks() -> Iterator[Asked]:
    queue, register = reverse("information-desk"), reverse("information-register")
    yield Asked("desk queue, main PPID", [queue], "utama", peer="list of 50 by API: 56 queries")
    yield Asked("desk queue, all states", [f"{queue}?keadaan=semua", f"{queue}?keadaan=semua&hal=60"], "utama")
    yield Asked("desk queue, by number", [f"{queue}?nomor=0{number}" for number in range(120, 130)], "utama")
    yield Asked("desk queue, only late", [f"{queue}?lewat=on"], "utama")
    yield Asked("desk queue, a district", [queue], "kecamatan")
    yield Asked("desk queue, a village", [queue], "desa")
    yield Asked("desk queue, superior", [queue], "atasan")
    yield Asked("late everywhere", [reverse("information-overdue")], "utama")
    yield Asked("deadlines", [reverse("deadlines")], "utama")
    yield Asked("what waits for me", [reverse("desk")], "utama")
    yield Asked("register, this year", [register, f"{register}?hal=20"], "utama")
    yield Asked("register, three years", [f"{register}?dari=2020-01-01", f"{register}?dari=2020-01-01&hal=90"], "utama")


def _published(draw: Random) -> Iterator[Asked]:
    every, public, busy = reverse("publication"), reverse("information"), _busiest()
    yield Asked("search of all", [f"{public}?{urlencode({'q': one})}" for one in QUESTIONS])
    yield Asked("bodies by name", [f"{public}?{urlencode({'badan': one})}" for one in ("kecamatan", "sadang", "desa")])
    yield Asked("publication lists", [every, f"{every}?hal=100", f"{every}?jenis=village"])
    yield Asked("publication lists, search", [f"{every}?{urlencode({'q': one})}" for one in QUESTIONS])
    yield Asked("list of one body", [reverse("publication-of-body", args=[body.code]) for body in busy])
    yield Asked("one item", _of("publication-item", draw.sample(list(Item.objects.all()[:500]), 10)))
    yield Asked("lists to keep, a district", [reverse("publication-desk")], "kecamatan")
    yield Asked("intake, first step", [reverse("ask", args=[body.code]) for body in busy])


def _figures(draw: Random) -> Iterator[Asked]:
    figures, report = reverse("information-statistics"), reverse("service-report")
    years = [timezone.localdate().year - back for back in range(3)]
    yield Asked("statistics, network", [f"{figures}?tahun={year}" for year in years])
    bodies = [_busiest()[0], draw.choice(list(PublicBody.objects.filter(kind="village")))]
    yield Asked("statistics, one body", [f"{figures}?badan={body.code}" for body in bodies])
    yield Asked("statistics, CSV", [f"{reverse('information-statistics-file')}?tahun={years[1]}"])
    yield Asked("service report, to write", [f"{report}?tahun={years[1]}"], "utama")
    yield Asked("holidays", [reverse("holidays")], "utama")


def _busiest() -> list[PublicBody]:
    return list(PublicBody.objects.annotate(many=Count("requests")).order_by("-many")[:10])
