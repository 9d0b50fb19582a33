"""The publication list of a public body, with the columns of its form (daftar informasi publik)."""

from __future__ import annotations

from selaras.engines.tabular.kind import Kind, field

_CATEGORIES = {
    "berkala": "periodic",
    "serta merta": "immediate",
    "setiap saat": "any_time",
    "tersedia setiap saat": "any_time",
    "dikecualikan": "excepted",
}
_FORMS = {
    "cetak dan rekam": "both",
    "cetak rekam": "both",
    "hardcopy dan softcopy": "both",
    "hardcopy softcopy": "both",
    "cetak": "printed",
    "hardcopy": "printed",
    "rekam": "recorded",
    "softcopy": "recorded",
    "digital": "recorded",
    "elektronik": "recorded",
}

PUBLICATION = Kind(
    "publication",
    "daftar informasi",
    (
        field(
            "title",
            "Judul informasi",
            "text",
            "informasi, judul, jenis informasi, nama informasi, informasi publik, nama dokumen",
        ),
        field(
            "summary",
            "Ringkasan isi informasi",
            "text",
            "ringkasan, ringkasan isi, isi informasi, uraian, uraian informasi, deskripsi",
        ),
        field(
            "category",
            "Kategori",
            "choice",
            "kategori informasi, klasifikasi, klasifikasi informasi, sifat informasi",
            choices=_CATEGORIES,
        ),
        field(
            "unit",
            "Unit yang menguasai",
            "text",
            "pejabat yang menguasai, unit yang menguasai informasi, pejabat unit yang menguasai informasi, unit kerja "
            "yang menguasai, satuan kerja yang menguasai informasi",
        ),
        field(
            "responsible",
            "Penanggung jawab",
            "text",
            "penanggung jawab pembuatan, penanggung jawab pembuatan atau penerbitan informasi, penanggung jawab "
            "penerbitan",
        ),
        field("made_on", "Waktu pembuatan", "date", "tanggal pembuatan, tanggal dibuat, waktu dibuat, tanggal terbit"),
        field("made_where", "Tempat pembuatan", "text", "waktu dan tempat pembuatan, tempat dibuat"),
        field(
            "form",
            "Bentuk",
            "choice",
            "bentuk informasi, bentuk informasi yang tersedia, format, format informasi, bentuk tersedia",
            choices=_FORMS,
        ),
        field(
            "retention",
            "Jangka waktu simpan",
            "text",
            "retensi, retensi arsip, jangka waktu penyimpanan, masa simpan, jangka waktu penyimpanan retensi arsip",
        ),
        field("link", "Tautan", "text", "link, url, alamat, alamat tautan, tautan dokumen"),
    ),
    any_of=(("title", "summary"),),
)
