"""How the figures are counted, in words, and the names of their parts: one text for the page, the file, the report."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PARTS: dict[str, str | Promise] = {
    "in_time": _("dijawab tepat waktu"),
    "late": _("dijawab terlambat"),
    "open": _("masih diproses, batasnya belum lewat"),
    "waiting": _("menunggu dilengkapi pemohon"),
    "overdue": _("belum dijawab dan batasnya sudah lewat"),
    "lapsed": _("gugur karena tidak dilengkapi"),
    "withdrawn": _("ditarik pemohon"),
    "moved": _("diteruskan ke badan lain"),
}
OUTCOMES: dict[str, str | Promise] = {
    "granted": _("dikabulkan seluruhnya"),
    "partly": _("dikabulkan sebagian"),
    "refused": _("ditolak"),
    "not_held": _("tidak dikuasai"),
}
REASONS: dict[str, str | Promise] = {
    "not_held": _("informasi tidak dikuasai"),
    "not_documented": _("informasi belum didokumentasikan"),
}
OBJECTIONS: dict[str, str | Promise] = {
    "granted": _("diterima"),
    "partly": _("diterima sebagian"),
    "rejected": _("ditolak"),
    "open": _("belum ditanggapi"),
}
DISPUTES: dict[str, str | Promise] = {
    "agreed": _("sepakat dalam mediasi"),
    "for_applicant": _("pemohon dimenangkan"),
    "for_body": _("badan publik dimenangkan"),
    "dropped": _("dicabut atau gugur"),
    "open": _("belum selesai"),
}
METHOD: tuple[str | Promise, ...] = (
    _(
        "Yang dihitung ialah permohonan yang diterima dalam tahun itu, menurut hari diterima, dengan keadaannya pada "
        "tanggal yang disebut. Setiap permohonan masuk tepat satu golongan, jadi jumlah semua golongan sama dengan "
        "yang diterima. Yang belum dijawab, lewat waktu, gugur, dan ditarik ikut dihitung."
    ),
    _(
        "Permohonan yang diteruskan dihitung di badan asal sebagai diteruskan, dan di badan tujuan sebagai permohonan "
        "yang diterima. Jumlah seluruh jaringan menyebut berapa yang karena itu terhitung dua kali."
    ),
    _(
        "Tepat waktu berarti dijawab paling lambat pada batas jawab, termasuk perpanjangan dan penghentian yang sah. "
        "Bagian tepat waktu dihitung dari yang sudah dijawab ditambah yang sudah lewat batas; yang batasnya belum "
        "lewat belum dinilai."
    ),
    _(
        "Lengkap sejak awal dihitung dari permohonan yang sudah diperiksa, sekali, di badan yang menerimanya pertama "
        "kali."
    ),
    _(
        "Lama menjawab ialah hari kerja sejak permohonan dinyatakan lengkap sampai dijawab, tanpa hari saat waktunya "
        "dihentikan. Median berarti separuh jawaban datang dalam waktu itu atau lebih cepat; persentil ke-90 berarti "
        "sembilan dari sepuluh. Permohonan yang belum dijawab tidak ikut, maka bacalah bersama jumlah yang lewat batas."
    ),
    _(
        "Alasan penolakan dihitung per bagian yang dikecualikan, menurut pasalnya; satu permohonan dapat memuat "
        "beberapa."
    ),
    _(
        "Angka kecil tidak disembunyikan, karena yang dihitung hanya permohonan: tidak ada nama, alamat, pekerjaan, "
        "atau isi permohonan di dalamnya."
    ),
)
