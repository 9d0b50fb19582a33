"""The inventory of an office's systems and of their connections, by the columns of the government's own inventory."""

from __future__ import annotations

from selaras.engines.tabular.kind import AGENCY_FIELD, Kind, field

_CLASSES = {"terbuka": "open", "publik": "open", "umum": "open", "terbatas": "limited", "rahasia": "secret"}
_CYCLES = {
    "direncanakan": "planned",
    "rencana": "planned",
    "dibangun": "built",
    "pengembangan": "built",
    "dipakai": "used",
    "aktif": "used",
    "dihentikan": "retired",
    "tidak aktif": "retired",
}
_INTERNET = {
    "tidak terbuka": "closed",
    "tidak": "closed",
    "terbuka lewat vpn atau waf": "guarded",
    "vpn": "guarded",
    "waf": "guarded",
    "terbuka": "open",
    "ya": "open",
}
_FOOTHOLDS = {
    "bukan titik masuk": "none",
    "bukan": "none",
    "sistem desa": "village",
    "desa": "village",
    "sistem vendor": "vendor",
    "vendor": "vendor",
    "titik masuk lain": "other",
    "lain": "other",
}
_CONNECTIONS = {
    "jangkauan jaringan": "network",
    "jaringan": "network",
    "api": "api",
    "basis data bersama": "database",
    "basis data": "database",
    "kepercayaan login": "sign_in",
    "login": "sign_in",
    "sso": "sign_in",
    "peladen bersama": "hosting",
    "server bersama": "hosting",
    "pertukaran berkas": "files",
    "berkas": "files",
    "akses vendor": "vendor",
    "vendor": "vendor",
    "sandi tersimpan": "credentials",
    "sandi": "credentials",
}

SYSTEMS = Kind(
    "exposure_systems",
    "daftar sistem",
    (
        field("name", "Nama aplikasi", "text", "aplikasi, nama sistem, sistem, nama", required=True),
        AGENCY_FIELD,
        field("purpose", "Fungsi", "text", "deskripsi, deskripsi fungsi, kegunaan, uraian", required=True),
        field("contact_unit", "Bagian yang dihubungi", "text", "pic internal, pic, unit penanggung jawab, bidang"),
        field("classification", "Klasifikasi data", "choice", "klasifikasi, sifat data", choices=_CLASSES),
        field("holds", "Data yang digunakan", "text", "data, data yang disimpan"),
        field("personal_data", "Data pribadi", "boolean", "memuat data pribadi, ada data pribadi"),
        field("worth", "Bobot", "number", "bobot bila jatuh, nilai kepentingan"),
        field("life_cycle", "Status aplikasi", "choice", "status, daur hidup", choices=_CYCLES),
        field("internet", "Terbuka dari internet", "choice", "ip publik, akses internet", choices=_INTERNET),
        field("foothold", "Titik masuk", "choice", "", choices=_FOOTHOLDS),
        field("address", "Domain", "text", "alamat web, url, alamat, alamat domain"),
        field("host", "Server", "text", "peladen, nama server, nama peladen"),
        field("isolated", "Server terpisah", "boolean", "kontainer, mesin virtual"),
        field("users", "Pengguna", "text", "user, pengguna aplikasi"),
        field("output", "Luaran", "text", "output, luaran aplikasi"),
        field("access", "Cara akses", "text", ""),
        field("frequency", "Frekuensi pemakaian", "text", ""),
        field("environment", "Lingkungan", "text", "environment"),
        field("developer", "Unit pengembang", "text", "pengembang"),
        field("operator", "Unit operasional teknologi", "text", "unit operasional"),
        field("vendor", "Vendor", "text", "pic eksternal, penyedia"),
        field("language", "Bahasa pemrograman", "text", ""),
        field("database", "Basis data", "text", "database"),
        field("framework", "Kerangka pengembangan", "text", "framework, kerangka kerja"),
        field("data_centre", "Pusat komputasi", "text", "pusat komputasi utama, pdn utama, pusat data"),
        field("cost", "Nilai pengembangan", "text", ""),
        field("licence", "Tipe lisensi", "text", "lisensi"),
        field("tested", "VA/PT", "text", "status va/pt, uji kerentanan, pentest"),
        field("note", "Keterangan", "text", "catatan, ket"),
    ),
)
CONNECTIONS = Kind(
    "exposure_connections",
    "daftar koneksi",
    (
        field("source", "Dari sistem", "text", "dari, sistem asal, asal", required=True),
        field("target", "Ke sistem", "text", "ke, sistem tujuan, tujuan", required=True),
        field("kind", "Jenis koneksi", "choice", "jenis", required=True, choices=_CONNECTIONS),
        field("protected", "Terlindung", "boolean", "sudah terlindung, dilindungi"),
        field("note", "Catatan", "text", "keterangan, ket"),
    ),
)
