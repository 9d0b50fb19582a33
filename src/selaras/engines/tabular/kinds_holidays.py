"""The holidays of a year, as a decree lists them."""

from __future__ import annotations

from selaras.engines.tabular.kind import Kind, field

_KINDS = {
    "libur nasional": "national",
    "nasional": "national",
    "hari libur nasional": "national",
    "cuti bersama": "joint_leave",
    "libur daerah": "local",
    "libur lokal": "local",
    "daerah": "local",
}

HOLIDAYS = Kind(
    "holidays",
    "hari libur",
    (
        field("date", "Tanggal", "date", "hari dan tanggal, tgl, tanggal libur", required=True),
        field(
            "name",
            "Nama hari libur",
            "text",
            "nama, keterangan, hari libur, uraian, peringatan, nama libur",
            required=True,
        ),
        field("kind", "Jenis", "choice", "jenis libur, jenis hari libur, kategori", choices=_KINDS),
        field("estimated", "Perkiraan", "boolean", "masih perkiraan, sementara"),
    ),
)
