"""Masking on a labelled set of invented texts: precision and recall by kind, and the time of 100,000 short texts."""

from __future__ import annotations

import random
from collections import Counter

import bench
from selaras.engines.privacy import Kind, findings

SEED = 20200211
TEXTS = 100_000
SURE_OF_NAME = 0.5

# Names put together from syllables too, so that not all of them stand in the engine's list.
_KNOWN = ("Suparno", "Siti", "Tukiman", "Slamet", "Sri", "Bambang", "Wagimin", "Dewi", "Eko", "Painem", "Joko", "Nur")
_STARTS, _ENDS = (
    ("Dar", "Kas", "Mar", "Wir", "Jay", "Pon", "Sar", "Lam"),
    ("tono", "diyah", "wanto", "inem", "yadi", "sono"),
)
_BEFORE = (
    "rumah Bapak {}", "milik Pak {}", "a.n. {}", "Ibu {}", "Sdr. {}", "keluarga Bp. {}", "atas nama {}", "warung Bu {}",
    "Ibu Hj. {}", "Bapak H. {}", "depan rumah {known}", "sumur mbah {}", "rmh pak {lower}", "RUMAH PAK {UPPER}",
    "gang depan rumah {}", "penerima: {}", "{} (RT 03)", "pak {} dan {known}",
)  # fmt: skip
_PLAIN = (
    "Pembangunan talud Jalan Jenderal Sudirman RT 02 RW 03", "Rehab SD Kartini Dusun Krajan",
    "Bantuan ibu hamil dan balita",
    "Pavingisasi halaman Masjid Al-Ikhlas 150 m2",
    "Pengadaan laptop Rp 12.500.000 tahun 2021", "Sambutan Bapak Camat dan Pak Lurah",
    "Pelatihan ibu-ibu PKK 25 orang", "Jl. H. Agus Salim rusak sepanjang 1.200 m", "kode rekening 5.1.02.01.01.0024",
    "Rumah tidak layak huni 5 unit RT 01", "Kegiatan 2.16.02.2.01.0025 desa 33.05.12.2001",
    "Pembangunan jembatan Kali Jaya",
    "Rumah Dinas Camat", "Ibu Pertiwi Award", "Jembatan Pak Karto", "warung Tegal Asri", "Tanah Abang Lor RT 04",
    "Bantuan kambing kelompok tani Ngudi Makmur", "Perbaikan gedung milik Pemerintah Desa",
    "jalan rusak depan balai desa",
)  # fmt: skip


def _name(draw: random.Random) -> str:
    parts = [draw.choice(_KNOWN) if draw.random() < SURE_OF_NAME else draw.choice(_STARTS) + draw.choice(_ENDS)]
    if draw.random() < 0.4:
        parts.append(draw.choice(_KNOWN))
    return " ".join(parts)


def _person(draw: random.Random) -> tuple[str, set[str]]:
    values = {"": _name(draw), "known": draw.choice(_KNOWN)}
    values |= {"lower": values["known"].lower(), "UPPER": values["known"].upper()}
    form = draw.choice(_BEFORE)
    told = {value for key, value in values.items() if f"{{{key}}}" in form}
    return form.format(values[""], **{key: value for key, value in values.items() if key}), told


def _nik(draw: random.Random) -> tuple[str, set[str]]:
    day, month = draw.randint(1, 28) + draw.choice((0, 40)), draw.randint(1, 12)
    parts = [
        "33",
        "05",
        f"{draw.randint(1, 26):02}",
        f"{day:02}{month:02}{draw.randint(50, 99)}",
        f"{draw.randint(1, 9999):04}",
    ]
    told = draw.choice(("", "", " ", ".")).join(parts)
    return draw.choice(("NIK ", "no. KTP ", "")) + told, {told}


def _phone(draw: random.Random) -> tuple[str, set[str]]:
    a, b, c = draw.randint(12, 59), draw.randint(1000, 9999), draw.randint(1000, 9999)
    told = draw.choice(
        (
            f"08{a}{b}{c}",
            f"08{a}-{b}-{c}",
            f"+628{a}{b}{c}",
            f"+62 8{a} {b} {c}",
            f"(0287) {b}{c // 100}",
            f"0287-{b}{c // 100}",
        )
    )
    return draw.choice(("HP ", "hub. ", "WA ", "")) + told, {told}


def _account(draw: random.Random) -> tuple[str, set[str]]:
    told = draw.choice(
        (f"{draw.randint(10**9, 10**10 - 1)}", f"{draw.randint(1000, 9999)}-01-{draw.randint(10**5, 10**6 - 1)}-50-1")
    )
    return draw.choice(("rekening BRI ", "no. rek ", "Bank Jateng ")) + told, {told}


def _email(draw: random.Random) -> tuple[str, set[str]]:
    told = f"{_name(draw).replace(' ', '.').lower()}{draw.randint(1, 99)}@example.com"
    return draw.choice(("email ", "surat ke ", "")) + told, {told}


_MAKERS = {Kind.NAME: _person, Kind.NIK: _nik, Kind.PHONE: _phone, Kind.ACCOUNT: _account, Kind.EMAIL: _email}


def labelled(count: int, seed: int) -> list[tuple[str, frozenset[tuple[Kind, str]]]]:
    """Short texts with what must be found in them; about half tell nothing of anyone."""
    draw = random.Random(seed)
    texts = []
    for _ in range(count):
        parts, told = [draw.choice(_PLAIN)], set[tuple[Kind, str]]()
        if draw.random() < 0.5:
            for kind in draw.sample(list(_MAKERS), draw.choice((1, 1, 2))):
                part, values = _MAKERS[kind](draw)
                parts.append(part)
                told.update((kind, value) for value in values)
        draw.shuffle(parts)
        texts.append((", ".join(parts), frozenset(told)))
    return texts


@bench.case("privacy", asks="100,000 short texts <= 2 CPU s; precision and recall by kind")
def privacy() -> None:
    """Time, then precision and recall (a finding counts only with its exact bounds)."""
    texts = labelled(TEXTS, SEED)
    with bench.spent() as spent:
        found = [findings(text) for text, _ in texts]
    print(f"{TEXTS:,} texts: {spent.cpu:.2f} CPU s")
    right, wrong, missed = Counter[Kind](), Counter[Kind](), Counter[Kind]()
    for (_, told), some in zip(texts, found, strict=True):
        seen = {(one.kind, one.text) for one in some}
        right.update(kind for kind, _ in seen & told)
        wrong.update(kind for kind, _ in seen - told)
        missed.update(kind for kind, _ in told - seen)
    for kind in Kind:
        precision, recall = (
            right[kind] / max(right[kind] + wrong[kind], 1),
            right[kind] / max(right[kind] + missed[kind], 1),
        )
        print(f"  {kind.name:8} precision {precision:.4f}  recall {recall:.4f}  ({right[kind] + missed[kind]:,} told)")
