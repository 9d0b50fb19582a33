"""The lists a region plans with: regions, agencies, catalogue, ceilings, priorities, work plan, targets."""

from __future__ import annotations

from selaras.engines.tabular.kind import (
    AGENCY_CODE_FIELD,
    AGENCY_FIELD,
    DISTRICT_CODE_FIELD,
    DISTRICT_FIELD,
    FUNDS_FIELD,
    NOTE_FIELD,
    NUMBER_FIELD,
    UNIT_FIELD,
    Kind,
    Wide,
    field,
)

_LEVELS = {
    "bidang": "field", "urusan": "affair", "program": "programme", "kegiatan": "activity", "sub": "subactivity",
}  # fmt: skip

_REGION_LEVELS = {
    "provinsi": "province", "kabupaten": "regency", "kota": "regency", "kecamatan": "district", "distrik": "district",
    "kapanewon": "district", "desa": "village", "kelurahan": "village", "kalurahan": "village", "nagari": "village",
}  # fmt: skip

_CEILINGS = {
    "kabupaten": "total", "kota": "total", "total": "total", "keseluruhan": "total", "daerah": "total",
    "seluruh": "total", "perangkat daerah": "agency", "opd": "agency", "skpd": "agency", "sektoral": "agency",
    "program": "programme", "kecamatan": "district", "kewilayahan": "district", "wilayah": "district",
    "sumber dana": "source", "sumber": "source",
}  # fmt: skip

_RELATIONS = {
    "sama": "same", "tetap": "same", "berganti nama": "renamed", "ganti nama": "renamed", "berubah nama": "renamed",
    "digabung": "merged", "gabung": "merged",
    "dipecah": "split", "pecah": "split", "dihapus": "dropped", "hapus": "dropped",
}  # fmt: skip

REGIONS = Kind(
    "regions",
    "wilayah",
    (
        field("code", "Kode", "code", "kode wilayah, kode desa, kode kemendagri, kode kecamatan", required=True),
        field("name", "Nama", "name", "nama wilayah, nama desa, wilayah, nama daerah, desa, kecamatan", required=True),
        field("level", "Tingkat", "choice", "level, tingkat wilayah", choices=_REGION_LEVELS),
        field("kind", "Jenis", "text", "jenis wilayah, tipe"),
        field("parent", "Kode induk", "code", "induk, kode wilayah induk, kode atasan, kode kec, parent"),
        field("latitude", "Lintang", "latitude", "lat, latitude"),
        field("longitude", "Bujur", "longitude", "lng, long, longitude"),
        NOTE_FIELD,
    ),
)

AGENCIES = Kind(
    "agencies",
    "perangkat daerah",
    (
        field("code", "Kode perangkat daerah", "code", "kode, kode opd, kode skpd, kode unit", required=True),
        field("name", "Perangkat daerah", "name", "nama, nama opd, nama perangkat daerah, nama skpd", required=True),
        field("short_name", "Nama singkat", "text", "singkatan, akronim, nama pendek"),
        field(
            "duties",
            "Bidang urusan",
            "list",
            "urusan, kode bidang urusan, bidang, urusan yang diampu, kode urusan",
        ),
        field("programmes", "Program", "list", "kode program"),
        field("district_code", "Kode kecamatan", "code", "kode wilayah"),
        NOTE_FIELD,
    ),
)

CATALOGUE = Kind(
    "catalogue",
    "katalog program, kegiatan dan sub kegiatan",
    (
        field("code", "Kode", "code", "kode sub, kode sub kegiatan, kode nomenklatur, kode rekening", required=True),
        field(
            "name",
            "Nomenklatur",
            "text",
            "nama, sub kegiatan, uraian, nomenklatur urusan, nama sub kegiatan, subkegiatan, "
            "nomenklatur urusan kabupaten kota",
            required=True,
        ),
        field("level", "Tingkat", "choice", "level, jenjang", choices=_LEVELS),
        field("performance", "Kinerja", "text", "kinerja sub kegiatan"),
        field("indicator", "Indikator", "text", "indikator kinerja, indikator sub kegiatan"),
        UNIT_FIELD,
        field("definition", "Definisi operasional", "text", "definisi, definisi indikator"),
        field("field_code", "Kode bidang", "code", "kode bidang urusan"),
        field("field_name", "Bidang", "text", "bidang urusan, nama bidang urusan"),
        field("programme_code", "Kode program", "code"),
        field("programme_name", "Program", "text", "nama program"),
        field("activity_code", "Kode kegiatan", "code"),
        field("activity_name", "Kegiatan", "text", "nama kegiatan"),
        field("government", "Jenis pemda", "text", "kewenangan, jenis pemerintah daerah"),
        field(
            "previous",
            "Sebelumnya",
            "text",
            "subkegiatan sebelumnya, sub kegiatan sebelumnya, nomenklatur sebelumnya",
        ),
    ),
)

CROSSWALK = Kind(
    "crosswalk",
    "padanan katalog",
    (
        field("old_version", "Versi lama", "text", "daftar lama"),
        field("old_code", "Kode lama", "code", "kode sebelumnya, kode asal, kode awal"),
        field("old_name", "Nomenklatur lama", "text", "nama lama, nomenklatur sebelumnya"),
        field("new_version", "Versi baru", "text", "daftar baru"),
        field("new_code", "Kode baru", "code", "kode pemutakhiran, kode tujuan"),
        field("new_name", "Nomenklatur baru", "text", "nama baru"),
        field(
            "relation",
            "Hubungan",
            "choice",
            "jenis perubahan, perubahan, relasi, keterangan perubahan",
            choices=_RELATIONS,
        ),
    ),
    any_of=(("old_code", "new_code"),),
)

MAP = Kind(
    "map",
    "peta bagan",
    (
        field("district_code", "Kode kecamatan", "code", "kode kec, kode wilayah, kode", required=True),
        DISTRICT_FIELD,
        field("column", "Kolom", "number", "kolom ke", required=True),
        field("row", "Baris", "number", "baris ke", required=True),
    ),
)

CEILINGS = Kind(
    "ceilings",
    "pagu indikatif",
    (
        field("kind", "Lingkup", "choice", "jenis pagu, lingkup pagu, jenis", choices=_CEILINGS),
        AGENCY_CODE_FIELD,
        AGENCY_FIELD,
        field("programme", "Kode program", "code", "kode"),
        field("programme_name", "Program", "text", "nama program"),
        DISTRICT_CODE_FIELD,
        DISTRICT_FIELD,
        FUNDS_FIELD,
        field(
            "amount",
            "Pagu indikatif",
            "money",
            "pagu, jumlah, nilai pagu, anggaran, pagu anggaran, jumlah pagu",
            required=True,
            blocking=True,
        ),
        field(
            "minimum", "Minimal", "money", "pagu minimal, belanja minimal, paling sedikit, batas bawah", blocking=True
        ),
        field("applies_to", "Berlaku untuk", "text", "untuk"),
        NOTE_FIELD,
    ),
)

PRIORITIES = Kind(
    "priorities",
    "prioritas daerah",
    (
        field("number", "Nomor", "code", "no, prioritas ke, nomor prioritas"),
        field(
            "name",
            "Prioritas daerah",
            "text",
            "prioritas, prioritas pembangunan, nama prioritas, uraian prioritas",
            required=True,
        ),
        field("goal", "Sasaran daerah", "text", "sasaran, sasaran prioritas, tujuan"),
        field("indicator", "Indikator", "text", "indikator sasaran, indikator kinerja"),
        field(
            "codes",
            "Kode program",
            "list",
            "program, program pendukung, kode program pendukung, kode bidang urusan",
        ),
        NOTE_FIELD,
    ),
)

WORK_PLAN = Kind(
    "workplan",
    "rancangan Renja",
    (
        NUMBER_FIELD,
        AGENCY_CODE_FIELD,
        AGENCY_FIELD,
        field(
            "code",
            "Kode sub kegiatan",
            "code",
            "kode, kode rekening, kode kegiatan, kode program kegiatan sub kegiatan",
            required=True,
        ),
        field(
            "subactivity",
            "Sub kegiatan",
            "text",
            "nama sub kegiatan, nomenklatur, urusan bidang program kegiatan, program kegiatan sub "
            "kegiatan, urusan bidang urusan program kegiatan sub kegiatan",
        ),
        field(
            "title",
            "Rincian pekerjaan",
            "text",
            "pekerjaan, uraian, nama kegiatan, rincian, aktivitas, paket pekerjaan",
        ),
        field(
            "indicator",
            "Indikator",
            "text",
            "indikator kinerja, indikator keluaran, indikator kinerja program kegiatan",
        ),
        UNIT_FIELD,
        field(
            "baseline",
            "Kondisi awal",
            "number",
            "data awal, capaian awal, baseline, data capaian awal",
        ),
        field(
            "target",
            "Target",
            "quantity",
            "target capaian, target kinerja, target capaian kinerja, target tahun rencana",
        ),
        field("location", "Lokasi", "text", "lokasi kegiatan"),
        field("region_code", "Kode wilayah", "code", "kode lokasi, kode desa, kode kecamatan"),
        field(
            "cost",
            "Pagu indikatif",
            "money",
            "pagu, kebutuhan dana, anggaran, biaya, kebutuhan dana pagu indikatif",
            required=True,
            blocking=True,
        ),
        FUNDS_FIELD,
        field(
            "forward_target",
            "Target prakiraan maju",
            "quantity",
            "prakiraan maju target, target tahun n 1",
        ),
        field(
            "forward_cost",
            "Pagu prakiraan maju",
            "money",
            "prakiraan maju pagu, prakiraan maju, kebutuhan dana prakiraan maju",
            blocking=True,
        ),
        field("must_fund", "Wajib", "boolean", "wajib didanai, belanja wajib, mandatori"),
        NOTE_FIELD,
    ),
    any_of=(("subactivity", "title"),),
)

STRATEGIC_TARGETS = Kind(
    "targets",
    "target Renstra",
    (
        AGENCY_CODE_FIELD,
        AGENCY_FIELD,
        field("code", "Kode", "code", "kode program, kode sub kegiatan, kode rekening"),
        field(
            "name",
            "Program/sub kegiatan",
            "text",
            "program, sub kegiatan, program kegiatan, tujuan sasaran program",
        ),
        field(
            "indicator", "Indikator", "text", "indikator kinerja, indikator sasaran, indikator program", required=True
        ),
        UNIT_FIELD,
        field(
            "baseline",
            "Kondisi awal",
            "number",
            "data awal, capaian awal, baseline, data capaian awal, kondisi awal 2020",
        ),
        field("year", "Tahun", "year"),
        field("target", "Target", "number", "target tahun, nilai target"),
        NOTE_FIELD,
    ),
    wide=Wide("targets", "year"),
    any_of=(("target", "targets"),),
)
