"""Further columns of the government's inventory of applications, kept where an office knows them.

The names follow the ministry's inventory ("Data Aplikasi") and, from `scope` on, the metadata of the architecture of
electronic government; whoever keeps such a sheet finds its columns here.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

DETAILS = {
    "users": _("Pengguna"),
    "output": _("Luaran"),
    "access": _("Cara akses"),
    "frequency": _("Frekuensi pemakaian"),
    "environment": _("Lingkungan (produksi, uji)"),
    "developer": _("Unit pengembang"),
    "operator": _("Unit operasional teknologi"),
    "vendor": _("Vendor"),
    "language": _("Bahasa pemrograman"),
    "database": _("Basis data"),
    "framework": _("Kerangka pengembangan"),
    "data_centre": _("Pusat komputasi utama dan cadangan"),
    "cost": _("Nilai pengembangan"),
    "licence": _("Tipe lisensi"),
    "tested": _("Uji kerentanan terakhir (VA/PT)"),
    "software": _("Perangkat lunak"),
    "national_centre": _("Pusat Data Nasional"),
    "cloud": _("Cloud"),
    "public_ip": _("Alamat IP publik"),
    "ssl": _("SSL"),
    "internal_api": _("API internal"),
    "waf": _("WAF"),
    "antivirus": _("Antivirus"),
    "asset": _("Status BMN/BMD"),
    "scope": _("Jenis aplikasi (umum/khusus)"),
    "base": _("Basis aplikasi (web, mobile, desktop)"),
    "raa": _("Kode RAA"),
    "service": _("Layanan yang didukung (RAL)"),
    "process": _("Proses bisnis (RAB)"),
    "data_reference": _("Referensi data (RAD)"),
    "splp": _("Terhubung SPLP"),
    "pse": _("Terdaftar PSE"),
    "note": _("Keterangan"),
}
LONGEST = 300
LESSON = "insiden"
WRITTEN_BY_HAND = (LESSON,)
SEVERITIES = {
    "critical": _("kritis"),
    "high": _("tinggi"),
    "medium": _("sedang"),
    "low": _("rendah"),
    "info": _("info"),
    "unknown": _("tidak disebut"),
}
# For a tool that tells a word and no score: the middle of the word's band in CVSS 3.1.
SCORES = {"critical": 9.5, "high": 8.0, "medium": 5.5, "low": 2.0}
