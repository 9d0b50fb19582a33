"""What a model of another tool says and the engine of routes reckons otherwise: each by name, with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from selaras.engines.findings.model import Difference

_NAMED = 12


@dataclass(frozen=True, slots=True)
class Reason:
    title: str
    sentence: str


DIFFERENCES = {
    "likelihoods": Reason(
        "Peluang", "Model ini tidak menyebut peluang. Selaras memakai asumsi setiap jenis koneksi dari halaman rute."
    ),
    "footholds": Reason(
        "Titik masuk",
        "Menurut model, penyusup pasti ada di sini. Dalam daftar sistem ia mungkin ada, dengan peluang dan kisarannya.",
    ),
    "worths": Reason("Bobot", "Sistem inti dari model sama beratnya. Ubah bobotnya menurut akibatnya bila jatuh."),
    "privileges": Reason(
        "Hak akses",
        "MulVAL membedakan membaca berkas, akun layanan, dan root. Di sini sistem yang dimasuki jatuh seluruhnya.",
    ),
    "reach": Reason(
        "Jangkauan tanpa kelemahan",
        "hacl menuju host tanpa kelemahan dan tanpa berkas bersama tidak membuka apa pun, jadi tidak menjadi koneksi.",
    ),
    "flaws": Reason(
        "Kelemahan",
        "Kelemahan model menjadi alasan adanya koneksi, bukan temuan. Kirim laporan pemindai agar tercatat.",
    ),
    "exports": Reason(
        "Berkas yang dibagikan",
        "Host yang diberi bagian dapat mengubah berkas di peladen tanpa kelemahan: pertukaran berkas ke peladen itu.",
    ),
    "mounts": Reason(
        "Berkas yang dipasang",
        "Berkas peladen dijalankan di host yang memasangnya: pertukaran berkas melawan arah pemasangan.",
    ),
    "protocols": Reason(
        "Protokol",
        "Protokol menjadi jenis koneksi, dan peluangnya milik jenis itu. Penyandian lalu lintas tidak menurunkannya.",
    ),
    "protections": Reason(
        "Pelindung koneksi",
        "Hanya VPN, login dua langkah, dan sertifikat klien menurunkan peluang. Sandi, token, dan sesi tidak.",
    ),
    "unauthenticated": Reason(
        "Tanpa autentikasi",
        "Threagile menandainya berisiko. Selaras memberinya peluang yang sama dengan koneksi sejenis.",
    ),
    "boundaries": Reason(
        "Batas kepercayaan",
        "Batas tidak menutup dan tidak mempersulit langkah yang melintasinya. Bila ada penyaring, tandai koneksinya "
        "terlindung.",
    ),
    "identity": Reason(
        "Kepercayaan login",
        "Siapa menguasai penyimpan identitas masuk ke sistem yang bertanya kepadanya: koneksi kedua, melawan arah.",
    ),
    "runtimes": Reason(
        "Mesin bersama",
        "Di Threagile hanya keterangan. Di sini penyusup dapat lepas dari satu sistem ke semua yang ada di mesin itu, "
        "jadi ada rute yang lebih pendek daripada alur data.",
    ),
    "out_of_scope": Reason(
        "Di luar lingkup",
        "Threagile tidak menilainya. Di sini tetap dapat menjadi langkah atau titik masuk, tetapi bukan sistem inti.",
    ),
    "risks": Reason(
        "Risiko tanpa rute",
        "Model menilai risiko setiap aset dengan aturan, tanpa rute. Risiko itu dan statusnya tidak menjadi temuan.",
    ),
    "answers": Reason(
        "Aliran jawaban", "Aliran balik adalah jawaban pada koneksi yang sama, bukan jalan bagi penyusup."
    ),
    "flows": Reason(
        "Aliran tanpa protokol",
        "Jenis koneksinya diduga: basis data bersama bila menyentuh penyimpan data, selain itu API.",
    ),
    "roles": Reason(
        "Peran",
        "pytm tidak menyebut yang harus dijaga. Penyimpan data dianggap sistem inti, pelaku dianggap titik masuk.",
    ),
    "data": Reason("Klasifikasi data", "Tidak ikut masuk. Isi klasifikasi dan data pribadi pada setiap sistem."),
}
"""The one register: a reader names a key of it, a page shows its words."""


def difference(key: str, named: Iterable[str] = (), *, always: bool = False) -> tuple[Difference, ...]:
    """With the parts of the model it is about, the first dozen by name; none where the model has no such part.

    >>> difference("answers", ["Select", "Response"])
    (Difference(key='answers', count=2, named=('Select', 'Response')),)
    """
    parts = tuple(dict.fromkeys(named))
    return (Difference(key, len(parts), parts[:_NAMED]),) if parts or always else ()


def common(cores: Iterable[str], footholds: Iterable[str]) -> tuple[Difference, ...]:
    """What holds of every model that knows neither likelihoods nor weights."""
    return (
        *difference("likelihoods", always=True),
        *difference("footholds", footholds),
        *difference("worths", cores),
    )
