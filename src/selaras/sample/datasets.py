"""Tables that agencies of the sample region send: invented figures by district, and in two of them one disagreement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selaras.sample.draw import Draw
from selaras.sample.facts import District, districts
from selaras.sample.tables import Row, csv_bytes

CODES = {
    "name": "kemendagri",
    "version": "2025",
    "names": "kecamatan",
}  # as the parameter sectoral.region_codes names them
MARK = "data sintetis"
YEARS = (2017, 2018, 2019, 2020)
DISPUTED = 3  # districts of which two agencies say different numbers of inhabitants


@dataclass(frozen=True)
class Table:
    """A dataset as an agency describes it, its standard, and the files it sent, the oldest first."""

    code: str
    agency: str
    title: str
    summary: str
    concept: str
    definition: str
    unit: str
    section: str
    schema: dict[str, Any]
    files: tuple[tuple[str, bytes], ...]
    compared: str = ""  # the column of inhabitants, which two agencies tell


def make_tables(seed: int) -> tuple[Table, ...]:
    """The same tables for the same seed."""
    return (_inhabitants(seed), _served(seed), _harvest(seed), _roads(seed), _wifi(seed))


def _standard(*measured: dict[str, Any], rules: tuple[str, ...] = ()) -> dict[str, Any]:
    """By district and year, as all of these tables are."""
    filled = {"required": True}
    place = {"name": "kode_kecamatan", "title": "Kode kecamatan", "constraints": filled, "sdi:codeSystem": CODES}
    return {
        "fields": [
            place,
            {"name": "kecamatan", "title": "Kecamatan", "constraints": filled},
            {"name": "tahun", "title": "Tahun", "type": "year", "constraints": filled},
            *measured,
            {"name": "catatan", "title": "Catatan"},
        ],
        "primaryKey": ["kode_kecamatan", "tahun"],
        **({"sdi:rules": list(rules)} if rules else {}),
    }


def _whole(name: str, title: str, unit: str) -> dict[str, Any]:
    return {
        "name": name,
        "title": title,
        "type": "integer",
        "constraints": {"required": True, "minimum": 0},
        "sdi:unit": unit,
    }


def _number(name: str, title: str, unit: str) -> dict[str, Any]:
    return {**_whole(name, title, unit), "type": "number"}


def _file(name: str, schema: dict[str, Any], rows: Iterator[Row]) -> tuple[str, bytes]:
    return name, csv_bytes([field["name"] for field in schema["fields"]], rows)


def _people(seed: int) -> dict[str, list[tuple[int, int]]]:
    """Men and women by district and year: some 2,800 a village, growing by up to one percent a year."""
    draw = Draw(seed, "datasets/people")
    told = {}
    for district in districts():
        men = len(district.villages) * draw.whole(2_200, 3_400) // 2
        women = men * draw.whole(96, 103) // 100
        growth = [draw.between(1.002, 1.010) ** at for at in range(len(YEARS))]
        told[district.code] = [(round(men * by), round(women * by)) for by in growth]
    return told


def _inhabitants(seed: int) -> Table:
    people = _people(seed)
    schema = _standard(
        _whole("laki_laki", "Laki-laki", "jiwa"),
        _whole("perempuan", "Perempuan", "jiwa"),
        _whole("jumlah", "Jumlah penduduk", "jiwa"),
        rules=("laki_laki + perempuan = jumlah",),
    )

    def rows(years: tuple[int, ...]) -> Iterator[Row]:
        for district in districts():
            for year in years:
                men, women = people[district.code][YEARS.index(year)]
                yield [*_place(district, year), str(men), str(women), str(men + women), MARK]

    return Table(
        "jumlah-penduduk",
        "2.12.0.00.0.00.01.0000",
        "Jumlah penduduk menurut kecamatan (contoh)",
        "Penduduk tiap kecamatan menurut jenis kelamin dan tahun.",
        "Penduduk",
        "Orang yang terdaftar di kecamatan itu pada akhir tahun.",
        "jiwa",
        "Bidang Pengelolaan Informasi Administrasi Kependudukan",
        schema,
        (
            _file("penduduk-2017-2019.csv", schema, rows(YEARS[:3])),
            _file("penduduk-2017-2020.csv", schema, rows(YEARS)),
        ),
        compared="jumlah",
    )


def _served(seed: int) -> Table:
    """The health service counts inhabitants too, and differently in a few districts."""
    people, draw = _people(seed), Draw(seed, "datasets/served")
    disputed = {district.code for district in draw.sample(districts(), DISPUTED)}
    schema = _standard(
        _whole("puskesmas", "Puskesmas", "unit"), _whole("penduduk", "Jumlah penduduk wilayah kerja", "jiwa")
    )

    def rows() -> Iterator[Row]:
        for district in districts():
            told = sum(people[district.code][-1])
            if district.code in disputed:
                told += told * draw.whole(4, 9) // 100
            yield [*_place(district, YEARS[-1]), str(1 + len(district.villages) // 15), str(told), MARK]

    return Table(
        "layanan-puskesmas",
        "1.02.0.00.0.00.01.0000",
        "Puskesmas dan penduduk yang dilayaninya (contoh)",
        "Puskesmas dan penduduk wilayah kerjanya di tiap kecamatan.",
        "Layanan kesehatan dasar",
        "Puskesmas yang beroperasi pada akhir tahun dan penduduk wilayah kerjanya.",
        "unit",
        "Bidang Pelayanan Kesehatan",
        schema,
        (_file("puskesmas-2020.csv", schema, rows()),),
        compared="penduduk",
    )


def _harvest(seed: int) -> Table:
    draw = Draw(seed, "datasets/harvest")
    schema = _standard(_number("luas_panen", "Luas panen", "ha"), _number("produksi", "Produksi padi", "ton"))

    def rows() -> Iterator[Row]:
        for district in districts():
            area = len(district.villages) * draw.whole(60, 180)
            for year in YEARS:
                cut = area * draw.whole(94, 104) / 100
                yield [*_place(district, year), f"{cut:.1f}", f"{cut * draw.between(5.2, 6.1):.1f}", MARK]

    return Table(
        "produksi-padi",
        "3.27.2.09.0.00.01.0000",
        "Luas panen dan produksi padi (contoh)",
        "Luas panen dan produksi gabah kering giling tiap kecamatan.",
        "Produksi padi",
        "Gabah kering giling dari sawah yang dipanen dalam setahun.",
        "ton",
        "Bidang Tanaman Pangan",
        schema,
        (_file("padi-2017-2020.csv", schema, rows()),),
    )


def _roads(seed: int) -> Table:
    draw = Draw(seed, "datasets/roads")
    schema = _standard(
        _number("baik", "Baik", "km"),
        _number("rusak", "Rusak", "km"),
        _number("panjang", "Panjang jalan", "km"),
        rules=("baik + rusak = panjang",),
    )

    def rows() -> Iterator[Row]:
        for district in districts():
            good, broken = draw.whole(150, 420), draw.whole(20, 160)
            yield [
                *_place(district, YEARS[-1]),
                *(f"{tenth / 10:.1f}" for tenth in (good, broken, good + broken)),
                MARK,
            ]

    return Table(
        "kondisi-jalan",
        "1.03.2.10.0.00.01.0000",
        "Panjang jalan kabupaten menurut kondisi (contoh)",
        "Jalan kabupaten yang baik dan yang rusak di tiap kecamatan.",
        "Kondisi jalan kabupaten",
        "Panjang ruas jalan kabupaten menurut survei kondisi tahun itu.",
        "km",
        "Bidang Bina Marga",
        schema,
        (_file("jalan-2020.csv", schema, rows()),),
    )


def _wifi(seed: int) -> Table:
    """Sent with faults, so that there is something to mend at the desk."""
    draw = Draw(seed, "datasets/wifi")
    schema = _standard(_whole("titik", "Titik akses internet publik", "titik"))

    def rows() -> Iterator[Row]:
        for at, district in enumerate(districts()):
            spots = draw.whole(0, len(district.villages))
            yield [
                *_place(district, YEARS[-1]),
                "belum ada" if at == 4 else str(-1 - spots if at == 9 else spots),
                MARK,
            ]

    return Table(
        "titik-internet-publik",
        "2.16.2.20.2.21.01.0000",
        "Titik akses internet publik (contoh)",
        "Titik akses internet gratis milik pemerintah di tiap kecamatan.",
        "Akses internet publik",
        "Titik yang dapat dipakai siapa saja tanpa bayar pada akhir tahun.",
        "titik",
        "Bidang Infrastruktur TIK",
        schema,
        (_file("titik-internet-2020.csv", schema, rows()),),
    )


def _place(district: District, year: int) -> list[str]:
    return [district.code, district.name, str(year)]
