"""The printed report: the way in, the core systems, where routes pass, the plan, and the assumptions; PDF."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import override

from selaras.documents.blocks import Block, Heading, Paragraph, table
from selaras.engines.indonesian.wording import long_date, number, rupiah
from selaras.engines.routes import Route, percent
from selaras.exposure.assumptions import assumptions
from selaras.exposure.core_routes import core_routes, way_of
from selaras.exposure.errors import NotNow
from selaras.exposure.models import Computation
from selaras.exposure.moved import kind_word, of_weight, risk_moved, route_moved
from selaras.exposure.planning_fixes import digest_of, measures
from selaras.exposure.printing import printed
from selaras.exposure.queries import candidates_visible_to, computations_visible_to, fixes_visible_to
from selaras.exposure.remaining import part_left
from selaras.exposure.viewing import View, view_of
from selaras.people.models import Account

TITLE = "Rute ke sistem inti"
WARNING = "RAHASIA: hanya untuk petugas keamanan informasi dan pemeriksa"
Kind = Computation.Kind


def exposure_report(person: Account) -> bytes:
    """From what the person sees, with the newest reckonings that still hold. Raises NotNow."""
    view = view_of(person)
    if not view.graph.cores:
        raise NotNow("Belum ada sistem inti. Beri bobot pada sistem yang tidak boleh jatuh, lalu cetak lagi.")
    with override("id"):  # the report is Indonesian, whoever prints it
        routes = core_routes(view.graph)
        first = routes[0].sentence() if routes else "Menurut yang terdaftar, tidak ada rute ke sistem inti."
        return printed(TITLE, WARNING, first, _blocks(view, routes, person), person)


def _blocks(view: View, routes: list[Route], person: Account) -> Iterator[Block]:
    yield Paragraph(
        f"{number(len(view.own))} sistem terdaftar, {number(len(view.graph.cores))} sistem inti. Selaras hanya membaca "
        "yang didaftarkan dan tidak memindai sistem apa pun. Peluang di bawah berasal dari asumsi di bagian akhir."
    )
    if routes:
        yield Paragraph(route_moved(routes[0], view.graph))
    yield Heading("Setiap sistem inti")
    rows = [(route.core.told, way_of(route), percent(route.chance)) for route in routes]
    rows += [(core.told, "tidak ada rute", "–") for core in view.graph.cores if core.key not in _reached(routes)]
    yield table(("Sistem inti", "Rute yang paling mungkin", "Peluang rute ini"), rows, wordy=True)
    done = computations_visible_to(person).filter(state=Computation.State.DONE)
    yield from _estimate(view, done.filter(kind=Kind.EXPOSURE, digest=view.digest).first())
    yield from _plan(view, done.filter(kind=Kind.PLAN), person)
    yield Heading("Asumsi")
    yield Paragraph("Asumsi proyek Selaras, bukan hitungan kejadian: peluang dalam setahun dan kisarannya.")
    yield table(
        ("Yang terjadi", "Peluang", "Kisaran"),
        [
            (
                str(one.word),
                _share(one.likelihood.usual),
                f"{_share(one.likelihood.low)} – {_share(one.likelihood.high)}",
            )
            for one in assumptions()
        ],
    )


def _reached(routes: list[Route]) -> set[str]:
    return {route.core.key for route in routes}


def _share(chance: float) -> str:
    return f"{chance * 100:.0f} %"


def _estimate(view: View, found: Computation | None) -> Iterator[Block]:
    yield Heading("Keterpaparan lewat rute mana pun")
    if found is None or found.done_at is None:
        yield Paragraph(
            "Belum dihitung untuk daftar sistem ini. Hitung di halaman Rute ke sistem inti, lalu cetak lagi."
        )
        return
    yield Paragraph(f"Dihitung {_moment(found)} dari {number(found.result['worlds'])} contoh kejadian.")
    shares = found.result["shares"]
    yield table(
        ("Sistem inti", "Peluang jatuh", "Kisaran hitungan"),
        [
            (core.told, percent(shares[core.key][0]), " – ".join(map(percent, shares[core.key][1:])))
            for core in view.graph.cores
        ],
        wordy=True,
    )
    weight = found.result["weight"]
    yield Heading("Bila asumsi bergeser")
    yield Paragraph(risk_moved(view, found.result))
    yield table(
        ("Asumsi yang digeser", "Di batas bawah", "Di batas atas"),
        [
            (kind_word(kind), of_weight(low, weight), of_weight(high, weight))
            for kind, low, high in found.result["moved"]
        ],
    )
    passed = [(view.name(key), number(routes)) for key, routes, _weight in found.result["chokes"][:10]]
    if passed:
        yield table(("Simpul yang dilewati banyak rute", "Rute"), passed)


def _plan(view: View, plans: QuerySet[Computation], person: Account) -> Iterator[Block]:
    if not plans:
        return
    yield Heading("Rencana perbaikan")
    found = plans.filter(digest=digest_of(view, measures(view, candidates_visible_to(person)))).first()
    if found is None:
        yield Paragraph(
            "Daftar sistem atau calon perbaikan berubah sesudah rencana terakhir. Susun lagi di halaman Perbaikan, "
            "lalu cetak lagi."
        )
        return
    names = dict(fixes_visible_to(person).values_list("key", "label"))
    before = found.result["before"][0]
    yield Paragraph(f"{found.result['sentence']} Anggaran {rupiah(found.budget)}; disusun {_moment(found)}.")
    steps = [
        (names.get(key, "–"), rupiah(spent), percent(part_left(risk, before)))
        for key, spent, risk, _low, _high in found.result["steps"]
    ]
    if steps:
        yield table(("Perbaikan", "Jumlah biaya", "Sisa risiko"), steps, wordy=True)


def _moment(found: Computation) -> str:
    at = timezone.localtime(found.done_at)
    return f"{long_date(at.date())} pukul {at:%H.%M}"
