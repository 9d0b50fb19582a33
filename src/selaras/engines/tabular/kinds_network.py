"""The service desks of the public bodies: where they are, by which decree they were formed, who serves there."""

from __future__ import annotations

from selaras.engines.tabular.kind import DISTRICT_FIELD, Kind, field

DESKS = Kind(
    "desks",
    "meja layanan informasi",
    (
        field("code", "Kode badan", "code", "kode, kode wilayah, kode desa, kode opd, kode badan publik"),
        field("name", "Nama badan", "name", "badan, badan publik, nama badan publik, nama desa, desa, instansi, nama"),
        DISTRICT_FIELD,
        field(
            "decree",
            "Keputusan pembentukan",
            "text",
            "keputusan, nomor sk, no sk, sk ppid, nomor keputusan, keputusan ppid, sk pembentukan, nomor sk ppid",
        ),
        field("decree_date", "Tanggal keputusan", "date", "tanggal sk, tgl sk, tanggal sk ppid, tanggal penetapan"),
        field("address", "Alamat", "text", "alamat meja, alamat kantor, alamat meja layanan, alamat layanan"),
        field("hours", "Jam layanan", "text", "jam, jam buka, waktu layanan, jam pelayanan, hari dan jam layanan"),
        field("phone", "Telepon", "text", "no telepon, nomor telepon, telp, no telp, kontak"),
        field("email", "Surel", "text", "email, e-mail, alamat surel, alamat email"),
        field("superior", "Atasan PPID", "text", "nama atasan ppid, atasan, kepala desa"),
        field("head", "PPID", "text", "nama ppid, pejabat ppid, ppid desa, ppid pelaksana"),
        field("staff", "Petugas layanan informasi", "list", "petugas, petugas layanan, nama petugas, petugas ppid"),
    ),
    any_of=(("code", "name"),),
)
