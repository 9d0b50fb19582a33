"""The measures of the evidence-based score in words: what is looked at, what was found, what would raise it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_NOTHING = _("Belum ada yang dapat dihitung, jadi tidak dinilai.")


@dataclass(frozen=True)
class Measure:
    """`found` and `advice` are filled in with `have`, `of` and what is `left`."""

    name: str | Promise
    found: str | Promise
    advice: str | Promise
    nothing: str | Promise = _NOTHING


MEASURES: dict[str, Measure] = {
    "published": Measure(
        _("Informasi wajib yang terbit"),
        _("%(have)s dari %(of)s informasi wajib sudah terbit."),
        _("Terbitkan %(left)s informasi wajib yang belum ada"),
    ),
    "fresh": Measure(
        _("Informasi wajib yang masih segar"),
        _("%(have)s dari %(of)s informasi wajib terbit dan belum lewat waktu pembaruannya."),
        _("Perbarui, atau pastikan masih sama, informasi wajib yang sudah lewat waktunya"),
    ),
    "excepted": Measure(
        _("Pengecualian yang sah"),
        _("%(have)s dari %(of)s pengecualian disetujui atasan PPID dan belum lewat waktunya."),
        _("Mintakan persetujuan, atau buka, %(left)s pengecualian yang belum disetujui atau sudah lewat waktunya"),
        _("Tidak ada yang dikecualikan, jadi tidak dinilai."),
    ),
    "online": Measure(
        _("Informasi yang isinya dapat diunduh"),
        _("%(have)s dari %(of)s informasi punya berkas atau tautan."),
        _("Lampirkan berkas atau tautan pada %(left)s informasi"),
    ),
    "open_data": Measure(
        _("Informasi dalam bentuk data terbuka"),
        _("%(have)s dari %(of)s informasi yang diharapkan tersedia sebagai data terbuka (CSV, XLSX, dan sejenisnya)."),
        _("Terbitkan %(left)s informasi lagi sebagai data terbuka, misalnya CSV atau XLSX"),
    ),
    "described": Measure(
        _("Kolom daftar informasi yang lengkap"),
        _("%(have)s dari %(of)s informasi menyebut yang menguasai, penanggung jawab, dan tanggalnya."),
        _("Lengkapi yang menguasai, penanggung jawab, dan tanggal pada %(left)s informasi"),
    ),
    "readable": Measure(
        _("Informasi yang mudah dibaca"),
        _("%(have)s dari %(of)s informasi ditulis dengan kalimat yang mudah dibaca."),
        _("Permudah kalimat pada %(left)s informasi"),
    ),
    "in_time": Measure(
        _("Permohonan yang dijawab tepat waktu"),
        _("%(have)s dari %(of)s permohonan dua belas bulan terakhir dijawab tepat waktu."),
        _("Jawab setiap permohonan sebelum batasnya; %(left)s terlambat atau lewat batas"),
        _("Belum ada permohonan yang harus dijawab, jadi tidak dinilai."),
    ),
    "complete": Measure(
        _("Permohonan yang lengkap sejak awal"),
        _("%(have)s dari %(of)s permohonan lengkap ketika pertama diperiksa."),
        _("Bantu pemohon melengkapi datanya di meja layanan; %(left)s permohonan harus dilengkapi"),
        _("Belum ada permohonan yang diperiksa, jadi tidak dinilai."),
    ),
    "decree": Measure(
        _("Keputusan pembentukan PPID"),
        _("Keputusan yang tercatat: %(have)s dari %(of)s."),
        _("Catat nomor dan tanggal keputusan pembentukan PPID"),
    ),
    "trained": Measure(
        _("Pelatihan dalam setahun"),
        _("Pelatihan dua belas bulan terakhir yang tercatat: %(have)s dari %(of)s."),
        _("Ikuti pelatihan layanan informasi, lalu catat"),
    ),
    "report": Measure(
        _("Laporan layanan tahunan"),
        _("%(have)s dari %(of)s bagian laporan layanan tahun terakhir sudah ditulis."),
        _("Tulis %(left)s bagian laporan layanan yang masih kosong"),
    ),
    "officers": Measure(
        _("Pejabat PPID"),
        _("%(have)s dari %(of)s jabatan PPID terisi."),
        _("Isi %(left)s jabatan PPID yang masih kosong"),
    ),
    "desk": Measure(
        _("Keterangan meja layanan"),
        _("%(have)s dari %(of)s keterangan meja layanan terisi: alamat, telepon, surel, jam buka."),
        _("Lengkapi %(left)s keterangan meja layanan: alamat, telepon, surel, atau jam buka"),
    ),
}
