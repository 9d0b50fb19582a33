"""What the messages of the sample say; each is invented and says so."""

from __future__ import annotations

from selaras.outreach.models import Channel

Kind = Channel.Kind
EVERYWHERE = (
    (Kind.SITE, "Situs pemerintah daerah (contoh)"),
    (Kind.WHATSAPP, "Daftar WhatsApp kepala desa (contoh)"),
    (Kind.RADIO, "Radio daerah (contoh)"),
    (Kind.NOTICE_BOARD, "Papan pengumuman desa (contoh)"),
    (Kind.GROUP, "Kelompok informasi masyarakat (contoh)"),
    (Kind.MEETING, "Pertemuan kepala desa (contoh)"),
    (Kind.LOUDSPEAKER, "Mobil pengeras suara (contoh)"),
)
QUESTION = "Bolehkah dibacakan pada pengajian malam Jumat (contoh)?"
ASKED = "Apakah balita yang sudah diimunisasi bulan lalu perlu datang lagi (contoh)?"
ANSWER = "Tidak perlu. Cukup tunjukkan buku KIA kepada kader (contoh)."


def _words(
    kind: str, title: str, text: str, audience: str, purpose: str, basis: str = "Surat contoh"
) -> dict[str, str]:
    told = {"kind": kind, "title": f"{title} (contoh)", "text": f"{text} Pesan ini dibuat untuk contoh."}
    return told | {"audience": audience, "purpose": purpose, "legal_basis": f"{basis} nomor 1 (contoh)"}


URGENT = _words(
    "warning",
    "Gelombang tinggi sampai tiga hari ke depan",
    "Gelombang di pantai selatan dapat mencapai 4 meter. Jangan melaut dan jangan berenang. Tarik perahu ke darat.",
    "Nelayan dan warga pantai",
    "Agar tidak ada yang melaut saat gelombang tinggi",
)
HOAX = _words(
    "hoax",
    "Tidak ada bantuan tunai lewat tautan WhatsApp",
    "Pemerintah daerah tidak pernah meminta data lewat tautan. Jangan dibuka dan jangan diteruskan. "
    "Laporkan ke kantor desa.",
    "Semua warga",
    "Agar warga tidak kehilangan data dan uang",
) | {"claim": "Bantuan Rp 600.000 cair hari ini bila tautan ini diisi sebelum tengah malam."}
WRONG = _words(
    "news",
    "Imunisasi balita di posyandu mulai tanggal 3",
    "Bawa buku KIA. Imunisasi diberikan tanpa biaya.",
    "Orang tua balita",
    "Agar balita diimunisasi tepat waktu",
)
CORRECTED = _words(
    "news",
    "Ralat: imunisasi balita di posyandu mulai tanggal 10",
    "Tanggal 3 pada pesan pertama keliru. Yang benar tanggal 10. Bawa buku KIA. Imunisasi diberikan tanpa biaya.",
    "Orang tua balita",
    "Agar balita diimunisasi tepat waktu",
)
WITHDRAWN = _words(
    "call",
    "Nonton bareng film pendidikan di lapangan kecamatan",
    "Datang bersama keluarga pukul 19.00. Tidak dipungut biaya.",
    "Keluarga",
    "Agar warga tahu ada tontonan yang mendidik",
)
OLD = _words(
    "call",
    "Usulkan pekerjaan untuk tahun depan sebelum musyawarah desa",
    "Tulis usulan di situs ini atau sampaikan kepada kepala dusun. Sebut tempat, ukuran, dan siapa yang memakainya.",
    "Semua warga",
    "Agar usulan warga sampai ke forum",
)
DRAFT = _words(
    "news",
    "Jadwal layanan keliling bulan depan",
    "Layanan keliling datang dua kali sebulan. Jadwal tiap desa menyusul.",
    "Semua warga",
    "Agar warga tidak perlu ke kota",
)
