"""The rows of the small decided forum: invented proposals, none of them a real one."""

from __future__ import annotations

from typing import NamedTuple

# code, name, column, row on the schematic map
DISTRICTS = (
    ("33.05.01", "Ayah", 0, 2),
    ("33.05.02", "Buayan", 1, 1),
    ("33.05.22", "Sadang", 2, 0),
)
VILLAGES = (
    ("33.05.01.2001", "Argopeni"),
    ("33.05.01.2015", "Jatijajar"),
    ("33.05.02.2001", "Karangbolong"),
    ("33.05.02.2007", "Rogodadi"),
    ("33.05.22.2001", "Pucangan"),
    ("33.05.22.2002", "Seboro"),
)
# code, name, short name, field of duty
AGENCIES = (
    ("1.03.01", "Dinas Pekerjaan Umum dan Penataan Ruang", "DPUPR", "1.03"),
    ("1.04.01", "Dinas Perumahan dan Kawasan Permukiman", "Disperkim", "1.04"),
    ("2.16.01", "Dinas Komunikasi dan Informatika", "Diskominfo", "2.16"),
    ("1.02.01", "Dinas Kesehatan", "Dinkes", "1.02"),
)
CATALOGUE = (
    ("1.03.06", "programme", "Program Pengelolaan dan Pengembangan Sistem Drainase"),
    ("1.03.10", "programme", "Program Penyelenggaraan Jalan"),
    ("1.03.10.2.01", "activity", "Penyelenggaraan Jalan Kabupaten/Kota"),
    ("1.03.10.2.01.09", "subactivity", "Rehabilitasi Jalan"),
    ("1.04.05", "programme", "Program Peningkatan Prasarana, Sarana dan Utilitas Umum"),
    ("2.16.02", "programme", "Program Informasi dan Komunikasi Publik"),
    ("2.16.03", "programme", "Program Aplikasi Informatika"),
    ("1.02.02", "programme", "Program Pemenuhan Upaya Kesehatan Perorangan dan Masyarakat"),
)
PRIORITIES = (
    (1, "Pembangunan prasarana wilayah", ["1.03", "1.04"]),
    (2, "Layanan informasi dan kesehatan sampai ke desa", ["2.16", "1.02"]),
)
# key, label, weight
CRITERIA = (
    ("mendesak", "Mendesak", 40),
    ("manfaat", "Banyaknya penerima manfaat", 35),
    ("siap", "Kesiapan lahan dan rencana", 25),
)
# What stays free in each ceiling, in thousands of rupiah; a rejected proposal below needs more than that.
LEFT = {
    ("total", ""): 180_000,
    ("agency", "1.03.01"): 95_000,
    ("agency", "1.04.01"): 96_500,
    ("agency", "2.16.01"): 22_250,
    ("agency", "1.02.01"): 105_000,
    ("programme", "1.03.10"): 90_000,
    ("district", "33.05.01"): 64_000,
    ("district", "33.05.02"): 150_000,
    ("district", "33.05.22"): 12_400,
    ("source", "APBD Kabupaten"): 130_000,
}
# agency, code, name, thousands of rupiah, must be funded
WORK_PLAN = (
    (0, "1.03.10.2.01.09", "Rehabilitasi ruas jalan kabupaten", 420_000, False),
    (1, "1.04.05", "Penataan sarana lingkungan permukiman", 150_000, False),
    (2, "2.16.02", "Diseminasi informasi publik sampai ke desa", 90_000, False),
    (3, "1.02.02", "Operasional puskesmas pembantu", 200_000, True),
)


class Line(NamedTuple):
    """One proposal: `village` and `agency` are places in the tables above; `cost` in thousands, `score` of 10,000."""

    source: str
    title: str
    village: int
    agency: int
    code: str
    cost: int | None
    volume: str
    unit: str
    status: str
    reason: str
    score: int | None


LINES = (
    Line(
        "village",
        "Rehab jln lingkungan RT 02 RW 01",
        5,
        0,
        "1.03.10",
        85_000,
        "470",
        "meter",
        "rejected",
        "ceiling",
        6120,
    ),
    Line(
        "village",
        "Pembangunan talud jalan dusun Krajan",
        0,
        0,
        "1.03.10",
        140_000,
        "120",
        "meter",
        "accepted",
        "funded",
        8810,
    ),
    Line(
        "village",
        "Saluran drainase depan balai desa",
        1,
        0,
        "1.03.06",
        95_000,
        "200",
        "meter",
        "accepted",
        "funded",
        8540,
    ),
    Line(
        "village",
        "Perbaikan jembatan gantung Kali Jatinegara",
        1,
        0,
        "1.03.10",
        210_000,
        "1",
        "unit",
        "accepted",
        "funded",
        9020,
    ),
    Line(
        "district",
        "Pelebaran jalan poros kecamatan",
        2,
        0,
        "1.03.10",
        260_000,
        "800",
        "meter",
        "changed",
        "funded",
        8300,
    ),
    Line(
        "village", "Rabat beton jalan usaha tani", 3, 0, "1.03.10", 120_000, "300", "meter", "accepted", "funded", 7990
    ),
    Line(
        "village",
        "Jalan usaha tani blok Lor dirabat beton",
        3,
        0,
        "1.03.10",
        125_000,
        "310",
        "meter",
        "merged",
        "group_taken",
        7700,
    ),
    Line(
        "village",
        "Penerangan jalan umum dusun Pucung",
        4,
        1,
        "1.04.05",
        45_000,
        "12",
        "titik",
        "accepted",
        "funded",
        8100,
    ),
    Line("village", "Sumur resapan di lima titik", 4, 1, "1.04.05", 38_000, "5", "unit", "accepted", "funded", 7450),
    Line("dprd", "Rehab rumah tidak layak huni", 5, 1, "1.04.05", 100_000, "5", "unit", "rejected", "ceiling", 5900),
    Line("village", "SPAL dan jamban sehat", 0, 1, "1.04.05", 72_000, "12", "unit", "accepted", "funded", 8220),
    Line(
        "village",
        "Taman baca dan taman bermain desa",
        2,
        1,
        "1.04.05",
        160_000,
        "1",
        "paket",
        "rejected",
        "ceiling",
        5010,
    ),
    Line(
        "village",
        "Internet desa untuk kantor desa dan sekolah",
        5,
        2,
        "2.16.03",
        60_000,
        "1",
        "paket",
        "rejected",
        "ceiling",
        7010,
    ),
    Line(
        "village", "Pelatihan admin situs web desa", 0, 2, "2.16.02", 18_500, "20", "orang", "accepted", "funded", 7880
    ),
    Line("forum", "Jaringan PPID sampai ke desa", 2, 2, "2.16.02", 75_000, "6", "desa", "accepted", "must_fund", None),
    Line(
        "district", "Menara telekomunikasi bersama", 4, 2, "2.16.03", 450_000, "1", "unit", "rejected", "ceiling", 6610
    ),
    Line(
        "village",
        "Papan informasi digital di balai desa",
        3,
        2,
        "2.16.02",
        24_000,
        "1",
        "unit",
        "rejected",
        "ceiling",
        5230,
    ),
    Line(
        "village",
        "Radio komunitas untuk siaga bencana",
        1,
        2,
        "2.16.02",
        22_000,
        "1",
        "paket",
        "accepted",
        "funded",
        7120,
    ),
    Line(
        "village",
        "Posyandu keliling untuk dusun terpencil",
        4,
        3,
        "1.02.02",
        30_000,
        "12",
        "kali",
        "accepted",
        "funded",
        8650,
    ),
    Line("village", "Rehab atap puskesmas pembantu", 2, 3, "1.02.02", 88_000, "1", "unit", "accepted", "funded", 8480),
    Line(
        "village",
        "Rehabilitasi atap pustu Karangbolong",
        2,
        3,
        "1.02.02",
        90_000,
        "1",
        "unit",
        "merged",
        "group_taken",
        8100,
    ),
    Line("dprd", "Ambulans desa", 0, 3, "1.02.02", 240_000, "1", "unit", "rejected", "ceiling", 6200),
    Line(
        "village", "Penyuluhan stunting untuk kader", 1, 3, "1.02.02", 15_000, "40", "orang", "accepted", "funded", 7930
    ),
    Line("village", "Alat timbang bayi posyandu", 5, 3, "1.02.02", 9_500, "10", "unit", "accepted", "funded", 8000),
    Line(
        "village",
        "Pengaspalan jalan provinsi di batas desa",
        3,
        0,
        "",
        500_000,
        "2",
        "km",
        "rejected",
        "ineligible",
        None,
    ),
    Line("village", "Bantuan modal usaha", 1, 1, "", None, "", "", "rejected", "ineligible", None),
    Line(
        "dprd",
        "Gorong-gorong lanjutan saluran blok Kidul",
        3,
        0,
        "1.03.06",
        70_000,
        "25",
        "meter",
        "rejected",
        "requirement_missing",
        6400,
    ),
    Line(
        "village",
        "Talud sungai dekat sekolah dasar",
        4,
        0,
        "1.03.06",
        92_000,
        "90",
        "meter",
        "rejected",
        "ceiling",
        7300,
    ),
    Line("work_plan", "Rehab gedung arsip kelurahan", 0, 1, "1.04.05", 56_000, "1", "unit", "accepted", "funded", 6900),
    Line(
        "village",
        "Lampu tenaga surya di jalan makam",
        1,
        1,
        "1.04.05",
        33_000,
        "6",
        "titik",
        "accepted",
        "funded",
        6710,
    ),
    Line("village", "Usulan susulan: pagar balai desa", 4, 1, "", 27_000, "40", "meter", "proposed", "", None),
)
# the proposal that was merged (its place in LINES) and the one that stands for it
MERGED = {6: 5, 20: 19}
CHANGED = {4: (180_000, "550")}  # what the forum granted instead
