"""The lists of proposals: the most varied of all, for every office has its own form."""

from __future__ import annotations

from selaras.engines.tabular.kind import (
    AGENCY_FIELD,
    DISTRICT_CODE_FIELD,
    DISTRICT_FIELD,
    FUNDS_FIELD,
    NOTE_FIELD,
    NUMBER_FIELD,
    UNIT_FIELD,
    YEAR_FIELD,
    Kind,
    field,
)
from selaras.engines.tabular.kinds_recommendations import RECOMMENDATION_FIELDS

_SOURCES = {
    "musrenbang desa": "village", "musrenbang kel": "village", "musrenbang kal": "village", "musrenbangdes": "village",
    "musrenbangkel": "village", "musrendes": "village", "musdes": "village", "desa": "village", "kelurahan": "village",
    "musrenbang kec": "district", "musrenbang kap": "district", "musrenbangcam": "district", "musrencam": "district",
    "kecamatan": "district", "pokok": "dprd", "pokir": "dprd", "dprd": "dprd", "reses": "dprd", "aspirasi": "dprd",
    "forum": "forum", "renja": "work_plan", "rancangan renja": "work_plan", "rencana kerja": "work_plan",
}  # fmt: skip

PROPOSALS = Kind(
    "proposals",
    "usulan",
    (
        NUMBER_FIELD,
        field(
            "title",
            "Usulan",
            "text",
            "aktivitas, uraian, uraian usulan, nama kegiatan, usulan kegiatan, usulan program "
            "kegiatan, judul usulan, nama usulan, kegiatan, jenis kegiatan, program kegiatan, usulan "
            "pekerjaan, pekerjaan, nama pekerjaan, kegiatan prioritas, gagasan, judul, uraian "
            "kegiatan, usulan program, nama paket, rincian usulan, usulan masyarakat, uraian "
            "pekerjaan",
            required=True,
        ),
        field(
            "problem",
            "Permasalahan",
            "text",
            "masalah, latar belakang, uraian masalah, isu, uraian kondisi, alasan usulan, permasalahan kebutuhan",
        ),
        field("source", "Sumber", "choice", "sumber usulan, asal usulan, jenis usulan, asal", choices=_SOURCES),
        field(
            "village",
            "Desa/Kelurahan",
            "name",
            "desa, kelurahan, kalurahan, nama desa, nama kelurahan, lokasi desa, desa kel, nama desa "
            "kelurahan, lokasi desa kelurahan",
        ),
        field(
            "village_code",
            "Kode desa",
            "code",
            "kode kelurahan, kode kalurahan, kode desa kelurahan, kode wilayah, kode wilayah desa",
        ),
        DISTRICT_FIELD,
        DISTRICT_CODE_FIELD,
        field("rt", "RT", "rt", "nomor rt, rukun tetangga"),
        field("rw", "RW", "rw", "nomor rw, rukun warga"),
        field(
            "address",
            "Alamat",
            "text",
            "lokasi, alamat lokasi, detail lokasi, lokasi kegiatan, dusun, rt rw, lokasi usulan, "
            "padukuhan, dukuh, alamat lengkap, lokus",
        ),
        field(
            "latitude",
            "Lintang",
            "latitude",
            "lat, latitude, garis lintang, koordinat lintang, koordinat y",
        ),
        field(
            "longitude",
            "Bujur",
            "longitude",
            "long, lng, longitude, garis bujur, koordinat bujur, koordinat x",
        ),
        field(
            "volume",
            "Volume",
            "quantity",
            "vol, besaran, jumlah volume, koefisien, kuantitas, volume usulan, besaran volume, jumlah, target volume",
        ),
        UNIT_FIELD,
        field(
            "cost",
            "Biaya",
            "money",
            "perkiraan biaya, anggaran, pagu, pagu indikatif, nilai, nilai usulan, usulan anggaran, "
            "jumlah dana, rab, biaya usulan, kebutuhan dana, estimasi biaya, pagu usulan, jumlah "
            "biaya, anggaran usulan, total biaya, perkiraan anggaran, nilai anggaran, jumlah "
            "anggaran, dana, biaya perkiraan end range, batas atas biaya, biaya maksimal",
            blocking=True,
        ),
        field(
            "cost_low",
            "Batas bawah biaya",
            "money",
            "biaya perkiraan start range, biaya minimal, biaya terendah",
        ),
        AGENCY_FIELD,
        field(
            "field_label",
            "Bidang urusan",
            "text",
            "urusan, urusan bidang, bidang, bidang usulan, urusan pemerintahan, bidang urusan "
            "pemerintahan, urusan bidang urusan",
        ),
        field(
            "proposer",
            "Pengusul",
            "text",
            "nama pengusul, pengusul usulan, diusulkan oleh, lembaga pengusul, anggota dprd, kelompok pengusul",
        ),
        YEAR_FIELD,
        FUNDS_FIELD,
        field("status", "Status", "text", "status usulan, keputusan, hasil"),
        NOTE_FIELD,
        *RECOMMENDATION_FIELDS,
    ),
)
