"""Roles in words for pages: what each is called, and what its holder does."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.people.models import Role

Kind = Role.Kind

KIND_WORDS: dict[str, tuple[Promise | str, Promise | str]] = {
    Kind.VILLAGE_OPERATOR: (_("Operator desa/kelurahan"), _("Mengirim usulan satu desa atau kelurahan.")),
    Kind.DISTRICT_OPERATOR: (
        _("Operator kecamatan"),
        _("Memeriksa usulan desa di kecamatannya dan mengundang operator desa."),
    ),
    Kind.AGENCY_PLANNER: (_("Perencana perangkat daerah"), _("Memberi rekomendasi atas usulan bagi perangkatnya.")),
    Kind.PLANNER: (_("Bappeda"), _("Menyiapkan forum: berkas, penyelarasan, pagu, rekomendasi.")),
    Kind.TREASURY: (_("BPKAD"), _("Menjaga pagu dan sumber dana.")),
    Kind.SECRETARY: (_("Sekretaris forum"), _("Memimpin sidang di aplikasi, memutuskan, mengunci, menandatangani.")),
    Kind.PARTICIPANT: (_("Peserta forum"), _("Hadir, menilai, dan memberi suara.")),
    Kind.OBSERVER: (_("Pengamat"), _("Membaca persiapan forum tanpa mengubahnya.")),
    Kind.PPID_OFFICER: (_("Petugas PPID"), _("Menjawab permohonan informasi.")),
    Kind.PPID_SUPERIOR: (_("Atasan PPID"), _("Memutuskan keberatan atas permohonan informasi.")),
    Kind.DATA_PRODUCER: (_("Produsen data"), _("Mengirim data perangkatnya menurut standarnya.")),
    Kind.DATA_STEWARD: (_("Walidata"), _("Memeriksa data terhadap standarnya.")),
    Kind.SECURITY_OFFICER: (_("Petugas keamanan informasi"), _("Mencatat sistem, koneksi, dan temuan.")),
    Kind.AUDITOR: (_("Pemeriksa"), _("Membaca berkas dan catatan tindakan.")),
    Kind.ADMINISTRATOR: (_("Administrator"), _("Membuka akun dan memberi peran; tidak ikut memutuskan.")),
}


def kind_word(kind: str) -> Promise | str:
    return KIND_WORDS[kind][0]
