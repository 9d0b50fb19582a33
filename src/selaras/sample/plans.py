"""The strategic plan by years and the draft work plan, with planted faults and overlaps that their key names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from selaras.sample.draw import Draw
from selaras.sample.facts import Agency, Entry, Village, activities, agencies, catalogue, districts

RENSTRA_HEADER = [
    "kode perangkat daerah",
    "perangkat daerah",
    "kode",
    "program/sub kegiatan",
    "indikator",
    "satuan",
    "kondisi awal 2020",
    "target 2021",
    "target 2022",
    "target 2023",
    "target 2024",
    "target 2025",
    "target 2026",
]
RENJA_HEADER = [
    "nomor",
    "kode perangkat daerah",
    "perangkat daerah",
    "kode sub kegiatan",
    "sub kegiatan",
    "rincian pekerjaan",
    "indikator",
    "satuan",
    "kondisi awal",
    "target 2021",
    "lokasi",
    "kode wilayah",
    "pagu indikatif",
    "sumber dana",
    "target prakiraan maju",
    "pagu prakiraan maju",
    "wajib",
    "keterangan",
]
RENJA_KEY_HEADER = ["nomor", "cacat", "pasangan"]
MARK = "data sintetis"
FUNDS = ("DAU", "DAU", "DAU", "PAD", "PAD", "DAK Fisik", "DBHCHT", "Bantuan Keuangan Provinsi")
OUTCOME_TARGETS = (
    ("2.16.2.20.2.21.01.0000", "2.16.02", "Persentase kualitas layanan komunikasi", "%", "89,10", "90,38"),
    ("2.16.2.20.2.21.01.0000", "2.16.03", "Indeks SPBE", "Indeks", "2,60", "2,80"),
    ("2.16.2.20.2.21.01.0000", "2.20.02", "Persentase data sektoral yang memenuhi standar", "%", "55,00", "62,00"),
    ("2.16.2.20.2.21.01.0000", "2.21.02", "Indeks keamanan informasi", "Indeks", "258", "280"),
    ("1.03.2.10.0.00.01.0000", "1.03.10", "Persentase jalan kabupaten dalam kondisi mantap", "%", "71,00", "73,00"),
    ("1.03.2.10.0.00.01.0000", "1.03.03", "Persentase rumah tangga berakses air minum layak", "%", "84,00", "86,00"),
    ("1.01.0.00.0.00.01.0000", "1.01.02", "Angka partisipasi murni SD", "%", "92,10", "92,80"),
    ("1.02.0.00.0.00.01.0000", "1.02.02", "Prevalensi balita stunting", "%", "15,40", "14,60"),
)
VAGUE = ("Meningkatnya kualitas pelayanan", "Terlaksananya kegiatan dengan baik", "Optimalnya koordinasi")
OVERLAPS = (
    ("1.03.06.2.01.0012", "1.04.05.2.01.0007", "Drainase lingkungan perumahan"),
    ("1.03.02.2.02.0014", "3.27.03.2.02.0010", "Perbaikan saluran irigasi tersier"),
    ("1.01.02.2.04.0034", "2.23.02.2.02.0004", "Pojok baca dan perpustakaan desa"),
    ("1.02.02.2.02.0015", "2.14.03.2.04.0005", "Pemberian makanan tambahan balita stunting"),
    ("2.07.03.2.01.0001", "3.31.02.2.01.0005", "Pelatihan anyaman pandan"),
    ("1.05.03.2.02.0016", "1.06.06.2.02.0001", "Pelatihan siaga bencana longsor"),
    ("2.16.02.2.01.0017", "2.13.04.2.01.0005", "Pelatihan pengelola informasi publik desa"),
)
BY_UNIT = {  # typical targets and costs in millions of rupiah of one unit, where no kind of proposal tells them
    "Dokumen": (1, 4, 45),
    "Laporan": (2, 12, 12),
    "Orang": (40, 400, 1),
    "Unit": (1, 6, 60),
    "Ruang": (4, 30, 130),
    "Paket": (2, 20, 40),
    "KM": (2, 14, 900),
    "Orang/bulan": (55, 55, 90),
}
PLANTED = 8  # lines for each kind of fault


@dataclass(slots=True)
class Plan:
    """One line of the draft work plan."""

    number: str
    agency: Agency
    entry: Entry
    detail: str
    indicator: str
    unit: str
    baseline: str
    target: int
    village: Village | None
    cost: int
    fund: str
    must_fund: bool
    usual_cost: int
    in_renstra: bool = False
    faults: list[str] = field(default_factory=list)
    pair: str = ""


def make_plans(seed: int) -> tuple[list[Plan], list[list[str]]]:
    """The lines of the draft work plan and the rows of the strategic plan."""
    draw = Draw(seed, "renja")
    plans: list[Plan] = []
    for agency in agencies():
        for entry in _duties(agency):
            plans.append(_plan(draw, f"SIN-R{len(plans) + 1:04d}", agency, entry))
    _plant_overlaps(draw, plans)
    strategic = _strategic(draw, plans)
    _plant_faults(draw, plans)
    _plant_outside_duty(draw, plans)
    return plans, strategic


def renja_row(plan: Plan) -> list[str]:
    village = plan.village
    return [
        plan.number,
        plan.agency.code,
        plan.agency.name,
        plan.entry.code,
        plan.entry.name,
        plan.detail,
        plan.indicator,
        plan.unit,
        plan.baseline,
        str(plan.target),
        f"{village.kind.title()} {village.name}" if village else "Kabupaten Kebumen",
        village.code if village else "33.05",
        str(plan.cost),
        plan.fund,
        str(_next(plan.target)),
        str(plan.cost * 105 // 100),
        "ya" if plan.must_fund else "tidak",
        MARK,
    ]


def renja_key(plan: Plan) -> list[str]:
    return [plan.number, "; ".join(plan.faults), plan.pair]


def _duties(agency: Agency) -> Sequence[Entry]:
    entries = [e for e in catalogue() if e.level == "sub kegiatan" and agency.holds(e.code)]
    urban = {v.district for d in districts() for v in d.villages if v.kind == "kelurahan"}
    return [e for e in entries if not e.code.startswith("7.01.03.2.02") or agency.district in urban]


def _plan(draw: Draw, number: str, agency: Agency, entry: Entry) -> Plan:
    target, cost = _size(draw, entry)
    return Plan(
        number=number,
        agency=agency,
        entry=entry,
        detail=entry.name,
        indicator=entry.indicator,
        unit=entry.unit,
        baseline=str(max(0, target - draw.whole(0, max(1, target // 5)))),
        target=target,
        village=None,
        cost=cost,
        fund=draw.pick(FUNDS),
        must_fund=entry.programme.endswith(".01") or draw.chance(0.08),
        usual_cost=cost,
    )


def _size(draw: Draw, entry: Entry) -> tuple[int, int]:
    kinds = [a for a in activities() if a.code == entry.code and a.unit.lower() == entry.unit.lower()]
    if kinds:
        target, each = kinds[0].most * draw.whole(2, 6), kinds[0].unit_cost
    else:
        least, most, millions = BY_UNIT.get(entry.unit, (1, 8, 40))
        target, each = draw.whole(least, most), millions * 1_000_000
    return target, target * each * draw.whole(85, 115) // 100_000_000 * 1_000_000 or 1_000_000


def _plant_overlaps(draw: Draw, plans: list[Plan]) -> None:
    by_code = {p.entry.code: p for p in plans}
    villages = [v for d in districts() for v in d.villages if v.kind == "desa"]
    for left, right, subject in OVERLAPS:
        village = draw.pick(villages)
        pair = (by_code[left], by_code[right])
        for one, other in (pair, pair[::-1]):
            one.village, one.pair = village, other.number
            one.detail = f"{subject} {'di ' if one is pair[0] else ''}Desa {village.name}"


def _strategic(draw: Draw, plans: Sequence[Plan]) -> list[list[str]]:
    names = {a.code: a.name for a in agencies()}
    programmes = {e.code: e.name for e in catalogue()}
    rows = [
        [code, names[code], programme, programmes[programme], indicator, unit, start, *_path(start, first)]
        for code, programme, indicator, unit, start, first in OUTCOME_TARGETS
    ]
    for plan in plans:
        if not plan.agency.district and draw.chance(0.5):
            targets = [plan.target]
            for _ in range(5):
                targets.append(_next(targets[-1]))
            plan.in_renstra = True
            entry, agency = plan.entry, plan.agency
            path = [plan.baseline, *map(str, targets)]
            rows.append([agency.code, agency.name, entry.code, entry.name, plan.indicator, plan.unit, *path])
    return rows


def _path(start: str, first: str) -> list[str]:
    """Six yearly targets that go on by the step of the first year."""
    places = len(first.partition(",")[2])
    begin, target = (round(float(text.replace(",", ".")) * 10**places) for text in (start, first))
    values = [target + (target - begin) * year for year in range(6)]
    return [f"{v / 10**places:.{places}f}".replace(".", ",") for v in values]


def _next(target: int) -> int:
    return target + max(1, target // 20)


def _plant_faults(draw: Draw, plans: list[Plan]) -> None:
    free = [p for p in plans if not p.pair and not p.must_fund]
    central = [p for p in free if not p.agency.district]
    # every district office plans these: a cost far from its like shows
    offices = [p for p in free if p.agency.district and not p.entry.code.startswith("7.01.03.2.02")]
    targeted = [p for p in central if p.in_renstra and p.target >= 6]
    for plan in _clean(draw, targeted):
        plan.target //= 3
        plan.faults.append("target tidak sesuai Renstra")
    for plan in _clean(draw, central):
        plan.unit = ""
        plan.faults.append("satuan kosong")
    for plan in _clean(draw, central):
        plan.indicator = draw.pick(VAGUE)
        plan.faults.append("indikator kabur")
    for plan in _clean(draw, central):
        plan.baseline = ""
        plan.faults.append("kondisi awal kosong")
    for plan in _clean(draw, offices):
        plan.cost *= 12
        plan.faults.append("biaya satuan janggal")


def _clean(draw: Draw, plans: Sequence[Plan]) -> list[Plan]:
    return draw.sample([p for p in plans if not p.faults], PLANTED)


def _plant_outside_duty(draw: Draw, plans: list[Plan]) -> None:
    central = [a for a in agencies() if not a.district]
    movable = [p for p in plans if not p.pair and not p.must_fund and not p.agency.district]
    for plan in _clean(draw, movable):
        plan.agency = draw.pick([a for a in central if not a.holds(plan.entry.code)])
        plan.faults.append("di luar tugas dan fungsi")
