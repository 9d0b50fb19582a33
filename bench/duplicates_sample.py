"""Synthetic proposals whose twins are known: the labelled set for `duplicates`, drawn from a seed.

Every wish has one true place (hamlet, RT, RW) of which its text tells a part. Near every second wish stands a
neighbour that differs in one thing only: another RT, hamlet, phase, object or activity. A twin is the same wish
written by another hand. No word table of Selaras is used here; the hands write as the lists below say.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from selaras.engines.matching.duplicates import Proposal


@dataclass(frozen=True)
class Parameters:
    """How often what happens; shares between 0 and 1."""

    villages: int = 500
    per_village: int = 100
    villages_per_district: int = 20
    hamlets: int = 6
    twins: float = 0.3  # rows that repeat an earlier wish
    near_misses: float = 0.5  # wishes that differ from an earlier one in one thing
    tells_hamlet: float = 0.85
    tells_rt: float = 0.4
    tells_amount: float = 0.4
    # of a twin:
    slips: float = 0.45  # one or two slips of the pen
    short: float = 0.4  # per word that has a short form
    reordered: float = 0.35
    adds_place: float = 0.25  # the village or the district, or a part of the true place
    drops_place: float = 0.08
    other_word: float = 0.08  # perbaikan for rehabilitasi
    other_door: float = 0.4
    district_only: float = 0.15  # of those, told without the village
    other_volume: float = 0.1  # of those


ACTIVITIES = {
    "fisik": ("Pembangunan", "Rehabilitasi", "Peningkatan", "Pemeliharaan", "Lanjutan pembangunan"),
    "barang": ("Pengadaan", "Penggantian"),
    "orang": ("Pelatihan", "Sosialisasi", "Pendampingan", "Fasilitasi"),
}
OBJECTS = {
    "fisik": """jalan usaha tani; jalan lingkungan; jalan poros desa; jembatan gantung; gorong-gorong; talud jalan;
        talud sungai; drainase permukiman; saluran irigasi tersier; saluran irigasi sekunder; embung; sumur bor;
        jaringan perpipaan air bersih; MCK komunal; gedung posyandu; gedung PAUD; gedung serbaguna; balai pertemuan;
        lapangan voli; lapangan sepak bola; pos kamling; pagar makam; gapura masuk; pasar desa; kios cenderamata;
        rumah tidak layak huni; jalan rabat beton; jalan paving; jalan hotmix; bronjong tebing; tanggul pantai;
        kolam retensi; taman bacaan; lumbung pangan; gudang pupuk; kandang komunal; tempat wudu; musala; balai adat;
        ruang kelas SD; pagar SD; perpustakaan desa; tempat pembuangan sampah; bak penampungan air; pintu air;
        bendung kecil; jembatan penyeberangan; trotoar; lampu penerangan jalan; panggung kesenian; kolam ikan""",
    "barang": """bibit padi; bibit durian; bibit kelapa kopyor; pupuk organik; traktor tangan; mesin perontok;
        perahu fiber; jaring ikan; kambing etawa; sapi potong; ayam petelur; mesin jahit; alat musik hadrah;
        gamelan; seragam kader;
        timbangan balita; alat peraga PAUD; komputer desa; tenda hajatan; kursi lipat; gerobak sampah; mesin pencacah;
        sprayer elektrik; pompa air; cermin tikungan; rambu lalu lintas; perlengkapan linmas; kamera pengawas;
        peralatan bengkel; oven roti; mesin giling kedelai; kolam terpal; benih lele; pakan ternak; rak buku""",
    "orang": """menjahit; las listrik; olahan pangan lokal; batik tulis; pemasaran digital; budidaya jamur;
        budidaya madu; pengelolaan sampah; pencegahan stunting; kader kesehatan jiwa; bahasa Inggris pemuda; tata rias;
        barista kopi;
        administrasi desa; keuangan BUMDes; tanggap bencana; pertanian organik; anyaman pandan; karang taruna;
        pencegahan narkoba; kesadaran hukum; literasi keuangan; pembuatan pakan; pemandu wisata;
        kesenian tradisional""",
}
UNITS = {"fisik": ("m", "meter", "m2", "unit"), "barang": ("unit", "paket", "buah"), "orang": ("orang", "peserta")}
ENDS = ("anyar", "sari", "mulyo", "rejo", "dadi", "wetan", "kulon", "lor", "tengah", "gede", "tirto", "waru", "jati")
STARTS = ("Karang", "Kedung", "Sido", "Kali", "Wono", "Banyu", "Sumber", "Tlogo", "Jati", "Pager", "Gunung", "Rawa")
COMMON = ("Krajan", "Kauman", "Krajan Lor", "Krajan Kidul", "Pesantren", "Sawahan", "Tegalsari", "Dukuh Wetan")
SHORT = {
    "jalan": ("jln", "jl.", "jln."), "pembangunan": ("pemb.", "pembgn"), "rehabilitasi": ("rehab", "rehab."),
    "peningkatan": ("peningk.",), "pengadaan": ("pengad.",), "pelatihan": ("pelat.",), "lapangan": ("lap.", "lap"),
    "gedung": ("gd.", "gdg"), "saluran": ("sal.",), "kelompok": ("klp",), "jembatan": ("jemb.", "jbt"),
    "pemeliharaan": ("pemel.",), "lingkungan": ("lingk.",), "rumah tidak layak huni": ("RTLH",),
    "jalan usaha tani": ("JUT",), "lampu penerangan jalan": ("LPJU", "PJU"), "usaha tani": ("usahatani",),
    "irigasi": ("irig.",), "musala": ("mushola", "musholla"),
}  # fmt: skip
OTHER_WORD = {
    "Rehabilitasi": ("Perbaikan", "Renovasi"), "Pembangunan": ("Pembuatan",),
    "Pengadaan": ("Pembelian", "Penyediaan", "Bantuan"),
    "Pelatihan": ("Kursus", "Bimtek"), "Sosialisasi": ("Penyuluhan",), "Pemeliharaan": ("Perawatan",),
}  # fmt: skip


@dataclass(frozen=True)
class Wish:
    kind: str
    activity: str
    thing: str
    hamlet: str
    rt: int
    rw: int
    phase: int
    amount: int
    unit: str

    @property
    def identity(self) -> tuple[str, str, str, int, int, int]:
        """What makes it this wish and no other."""
        return self.activity, self.thing, self.hamlet, self.rt, self.rw, self.phase


@dataclass(frozen=True)
class Sample:
    proposals: list[Proposal]
    truth: dict[str, int]  # id → number of the wish
    names: dict[str, str]


def sample(parameters: Parameters, seed: int) -> Sample:
    """The labelled set; the same seed gives the same set."""
    draw = random.Random(seed)
    proposals: list[Proposal] = []
    truth: dict[str, int] = {}
    names: dict[str, str] = {}
    for number in range(parameters.villages):
        district = f"33.{number // parameters.villages_per_district // 99 + 1:02}."
        district += f"{number // parameters.villages_per_district % 99 + 1:02}"
        village = f"{district}.{2001 + number % parameters.villages_per_district}"
        names.setdefault(district, _name(draw))
        names[village] = _name(draw)
        for wish, proposal in _village(draw, parameters, village, names):
            proposals.append(replace(proposal, id=f"U{len(proposals):06}"))
            truth[proposals[-1].id] = number * parameters.per_village + wish
    draw.shuffle(proposals)
    return Sample(proposals, truth, names)


_amount = lru_cache(maxsize=None)(Decimal)  # one object an amount: the set should weigh what real rows weigh


def _name(draw: random.Random) -> str:
    return draw.choice(STARTS) + draw.choice(ENDS)


def _village(
    draw: random.Random, parameters: Parameters, village: str, names: dict[str, str]
) -> Iterator[tuple[int, Proposal]]:
    own = {names[village], names[village.rpartition(".")[0]]}
    drawn = [draw.choice(COMMON) if draw.random() < 0.3 else _name(draw) for _ in range(2 * parameters.hamlets)]
    hamlets = [name for name in dict.fromkeys(drawn) if name not in own][: parameters.hamlets]
    wishes: list[Wish] = []
    written: list[tuple[Proposal, tuple[bool, bool, bool]]] = []
    known: set[tuple[str, str, str, int, int, int]] = set()
    for _ in range(parameters.per_village):
        if wishes and draw.random() < parameters.twins:
            place = draw.randrange(len(wishes))
            yield place, _twin(draw, parameters, wishes[place], written[place], village, names)
            continue
        wish = _wish(draw, parameters, hamlets, wishes)
        while wish.identity in known:
            wish = _wish(draw, parameters, hamlets, wishes)
        known.add(wish.identity)
        tells = _tells(draw, parameters, wish, wishes)
        proposal = Proposal("", " ".join(_chunks(wish, tells)), village, volume=_amount(wish.amount), unit=wish.unit)
        wishes.append(wish)
        written.append((proposal, tells))
        yield len(wishes) - 1, proposal


def _tells(draw: random.Random, parameters: Parameters, wish: Wish, earlier: list[Wish]) -> tuple[bool, bool, bool]:
    """Which of hamlet, RT and amount the text tells: its RT or hamlet where only that sets it off from another wish."""
    alike = [other for other in earlier if (other.activity, other.thing) == (wish.activity, wish.thing)]
    other_rt = any(other.hamlet == wish.hamlet and other.phase == wish.phase for other in alike)
    return (
        bool(alike) or draw.random() < parameters.tells_hamlet,
        other_rt or draw.random() < parameters.tells_rt,
        draw.random() < parameters.tells_amount,
    )


def _wish(draw: random.Random, parameters: Parameters, hamlets: list[str], earlier: list[Wish]) -> Wish:
    kind = draw.choices(("fisik", "barang", "orang"), (6, 2, 2))[0]
    wish = Wish(
        kind, draw.choice(ACTIVITIES[kind]), _thing(draw, kind), draw.choice(hamlets), draw.randint(1, 9),
        draw.randint(1, 5), 0, draw.choice((draw.randint(1, 12), draw.randint(2, 60) * 5)),
        draw.choice(UNITS[kind]),
    )  # fmt: skip
    if not earlier or draw.random() >= parameters.near_misses:
        return wish
    near = draw.choice(earlier)
    change = draw.choice(("rt", "hamlet", "phase", "thing", "activity"))
    if change == "phase":
        return replace(near, phase=near.phase + 1, amount=wish.amount)
    if change == "rt":
        return replace(near, rt=wish.rt, rw=wish.rw, amount=wish.amount)
    if change == "hamlet":
        return replace(near, hamlet=wish.hamlet, amount=wish.amount)
    if change == "thing":
        return replace(near, thing=_thing(draw, near.kind), amount=wish.amount)
    return replace(near, activity=draw.choice(ACTIVITIES[near.kind]), amount=wish.amount)


def _thing(draw: random.Random, kind: str) -> str:
    return " ".join(draw.choice(OBJECTS[kind].split(";")).split())


def _chunks(wish: Wish, tells: tuple[bool, bool, bool]) -> list[str]:
    hamlet, rt, amount = tells
    parts = [wish.activity, wish.thing]
    if wish.phase:
        parts.append(f"tahap {wish.phase + 1}")
    if hamlet:
        parts.append(f"Dusun {wish.hamlet}")
    if rt or (wish.phase == 0 and not hamlet):
        parts.append(f"RT {wish.rt:02} RW {wish.rw:02}")
    if amount:
        parts.append(f"{wish.amount} {wish.unit}")
    return parts


def _twin(
    draw: random.Random, parameters: Parameters, wish: Wish, first: tuple[Proposal, tuple[bool, bool, bool]],
    village: str, names: dict[str, str],
) -> Proposal:  # fmt: skip
    proposal, (hamlet, rt, amount) = first
    if draw.random() < parameters.adds_place:
        hamlet, rt = True, rt or draw.random() < 0.5
    elif draw.random() < parameters.drops_place:
        rt = False
    if draw.random() < parameters.other_word and wish.activity in OTHER_WORD:
        wish = replace(wish, activity=draw.choice(OTHER_WORD[wish.activity]))
    parts = _chunks(wish, (hamlet, rt, draw.random() < 0.5 and amount))
    if draw.random() < parameters.adds_place:
        parts.append(draw.choice(("Desa ", "Ds. ", "ds ")) + names[village])
    if draw.random() < parameters.reordered:
        draw.shuffle(parts)
    text = _hurried(draw, " ".join(parts), parameters)
    source, region = "village", village
    if draw.random() < parameters.other_door:
        source = draw.choice(("dprd", "renja", "district"))
        if draw.random() < parameters.district_only:
            region = village.rpartition(".")[0]
        if draw.random() < parameters.other_volume:
            proposal = replace(proposal, volume=_amount(draw.choice((1, 2, 100, 150, 300))))
    return replace(proposal, text=text, source=source, region=region)


def _hurried(draw: random.Random, text: str, parameters: Parameters) -> str:
    text = text.lower() if draw.random() < 0.3 else text.upper() if draw.random() < 0.2 else text
    for long, shorts in SHORT.items():
        if draw.random() < parameters.short and long in text.lower():
            at = text.lower().index(long)
            text = text[:at] + draw.choice(shorts) + text[at + len(long) :]
    if draw.random() < 0.3:
        text = text.replace("RT 0", "RT.").replace("RW 0", "RW.").replace(" RW", "/RW")
    if draw.random() < parameters.slips:
        for _ in range(draw.choice((1, 1, 2))):
            text = _slip(draw, text)
    return text


def _slip(draw: random.Random, text: str) -> str:
    """One letter left out, doubled, changed for a neighbour on the keyboard, or swapped, in a word of five or more."""
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    if not long:
        return text
    place = draw.choice(long)
    word = words[place]
    at = draw.randrange(1, len(word) - 1)
    kind = draw.randrange(4)
    if kind == 0:
        word = word[:at] + word[at + 1 :]
    elif kind == 1:
        word = word[:at] + word[at] + word[at:]
    elif kind == 2:
        word = word[:at] + draw.choice(_NEIGHBOURS.get(word[at].lower(), "e")) + word[at + 1 :]
    else:
        word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    words[place] = word
    return " ".join(words)


_NEIGHBOURS = {
    "a": "sq", "e": "rw", "i": "uo", "o": "ip", "u": "yi", "n": "mb", "g": "fh", "k": "jl", "t": "ry", "r": "et",
    "l": "k", "s": "ad", "d": "sf", "m": "n", "b": "vn", "p": "o", "j": "hk", "w": "qe", "y": "tu", "h": "gj",
}  # fmt: skip
