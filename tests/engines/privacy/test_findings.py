"""What is found in a text, kind by kind, and what is left alone. Every name and number here is invented."""

from __future__ import annotations

import pytest

from selaras.engines.privacy import Kind, findings

FOUND = [
    # NIK
    (Kind.NIK, "NIK 3305125204850001", "3305125204850001"),
    (Kind.NIK, "nik:3305121204850001 sudah terdaftar", "3305121204850001"),
    (Kind.NIK, "3305 1212 0485 0001", "3305 1212 0485 0001"),
    (Kind.NIK, "33.05.12.120485.0001", "33.05.12.120485.0001"),
    (Kind.NIK, "330512-520485-0001", "330512-520485-0001"),
    (Kind.NIK, "(3401015212990003)", "3401015212990003"),
    (Kind.NIK, "warga 9104013001800002, RT 03", "9104013001800002"),
    (Kind.NIK, "RT 02 3305121204850001", "3305121204850001"),
    (Kind.NIK, "RT 02 3305 1212 0485 0001", "3305 1212 0485 0001"),
    (Kind.NIK, "No. KK 3305121204130007", "3305121204130007"),
    (Kind.NIK, "KTP: 1111111111111111", "1111111111111111"),
    (Kind.NIK, "nik 3305 1212 0485 0001 hp 081234567890", "3305 1212 0485 0001"),
    # telephone
    (Kind.PHONE, "hub. 081234567890", "081234567890"),
    (Kind.PHONE, "HP 0812-3456-7890", "0812-3456-7890"),
    (Kind.PHONE, "WA +62 812 3456 7890", "+62 812 3456 7890"),
    (Kind.PHONE, "+6281234567890", "+6281234567890"),
    (Kind.PHONE, "6285712345678", "6285712345678"),
    (Kind.PHONE, "(+62)81234567890", "(+62)81234567890"),
    (Kind.PHONE, "0857.1234.5678 siap dihubungi", "0857.1234.5678"),
    (Kind.PHONE, "telp (0287) 381234", "(0287) 381234"),
    (Kind.PHONE, "telepon 0287-381234", "0287-381234"),
    (Kind.PHONE, "0274 563231", "0274 563231"),
    (Kind.PHONE, "+62 287 381234", "+62 287 381234"),
    (Kind.PHONE, "telp. 381234 7", "381234 7"),
    (Kind.PHONE, "no hp: 0896 1234 567", "0896 1234 567"),
    (Kind.PHONE, "kontak 0813 9876 5432 (Andi)", "0813 9876 5432"),
    # e-mail
    (Kind.EMAIL, "surat ke contoh.nama@example.com ya", "contoh.nama@example.com"),
    (Kind.EMAIL, "email: warga_01@desa-contoh.example.id.", "warga_01@desa-contoh.example.id"),
    (Kind.EMAIL, "081234567890@example.com", "081234567890@example.com"),
    (Kind.EMAIL, "<a+b@mail.example.org>", "a+b@mail.example.org"),
    # bank account
    (Kind.ACCOUNT, "rekening BRI 0123-01-012345-50-1", "0123-01-012345-50-1"),
    (Kind.ACCOUNT, "no. rek. 1234567890 an. panitia", "1234567890"),
    (Kind.ACCOUNT, "norek 123 4567 890", "123 4567 890"),
    (Kind.ACCOUNT, "transfer ke Bank Jateng 3012345678", "3012345678"),
    (Kind.ACCOUNT, "Mandiri 1380012345678", "1380012345678"),
    # names of private persons
    (Kind.NAME, "Rehab rumah Bapak Suparno", "Suparno"),
    (Kind.NAME, "a.n. Siti Aminah", "Siti Aminah"),
    (Kind.NAME, "an. Siti Aminah Krajan", "Siti Aminah Krajan"),
    (Kind.NAME, "a/n Tukiman", "Tukiman"),
    (Kind.NAME, "atas nama Ngatiyem RT 01", "Ngatiyem"),
    (Kind.NAME, "milik Pak Tukiman RT 02", "Tukiman"),
    (Kind.NAME, "Ibu Hj. Sri", "Sri"),
    (Kind.NAME, "Sdr. Bejo Santoso", "Bejo Santoso"),
    (Kind.NAME, "Sdri Lastri, Dusun Krajan", "Lastri"),
    (Kind.NAME, "keluarga Bp. Wagimin", "Wagimin"),
    (Kind.NAME, "BANTUAN RTLH BAPAK SUPARNO DUSUN KRAJAN", "SUPARNO"),
    (Kind.NAME, "rehab rumah pak karto rt 3", "karto"),
    (Kind.NAME, "jamban bu tumirah di dusun krajan", "tumirah"),
    (Kind.NAME, "talud depan rumah Suparman", "Suparman"),
    (Kind.NAME, "milik Ngadimin", "Ngadimin"),
    (Kind.NAME, "sumur mbah Painem", "Painem"),
    (Kind.NAME, "H. Slamet Riyadi menyerahkan tanah", "Slamet Riyadi"),
    (Kind.NAME, "Hj. Maryam", "Maryam"),
    (Kind.NAME, "Bapak Drs. H. Sugeng Raharjo, RT 2", "Sugeng Raharjo"),
    (Kind.NAME, "Bpk. M. Yusuf", "M. Yusuf"),
    (Kind.NAME, "Pak Slamet R. Widodo", "Slamet R. Widodo"),
    (Kind.NAME, "Tn. Hendra", "Hendra"),
    (Kind.NAME, "Ny. Kartinah", "Kartinah"),
    (Kind.NAME, "Saudara Joko Susilo sepanjang 50 m", "Joko Susilo"),
    (Kind.NAME, "alm. Kasiman", "Kasiman"),
    (Kind.NAME, "gang depan warung Tukinah", "Tukinah"),
    (Kind.NAME, "tanah milik Ibu Zubaidah", "Zubaidah"),
    (Kind.NAME, "pak Dul'aini", "Dul'aini"),
    (Kind.NAME, "KH. Munawar", "Munawar"),
]  # fmt: skip

LEFT_ALONE = [
    # numbers that are no identity
    "1234567890123456",
    "3305129904850001",
    "3305121213850001",
    "anggaran Rp 1.234.567.890",
    "Rp 150.000.000,00",
    "kode rekening 5.1.02.01.01.0024",
    "Kode rekening 1234567890123456",
    "kode 2.16.02.2.01.0025",
    "desa 33.05.12.2001",
    "kelompok tani 34.01.12.BAR.KT.07.2016",
    "tahun 2021 2022 2023 2024",
    "RT 021 150000",
    "volume 0,12 km",
    "sepanjang 081 m",
    "NIP 19850412 201001 1 001",
    "No. Ruas 2.02.03.001",
    "rekening listrik balai desa",
    "20210211123456789",
    # no address
    "kirim ke @desa_contoh",
    "harga @ Rp 25.000",
    # places with a person's name
    "Jalan Jenderal Sudirman",
    "Jl. H. Agus Salim",
    "jalan Pak Tukiman",
    "Gang Mbah Karto",
    "SD Kartini",
    "Masjid Al-Ikhlas",
    "Masjid H. Abdul Rahman",
    "Jln KH Hasyim Asyari",
    "Lapangan Bapak Sarno",
    "Gedung Haji",
    "Gang Melati RT 02",
    # offices
    "Pak Lurah",
    "Bapak Camat Sadang",
    "Kepala Desa",
    "Bapak Kepala Desa Krajan",
    "Pak RT 03",
    "Bapak Bupati",
    "Bu Bidan desa",
    "Pak Kadus Krajan",
    "Ibu Guru PAUD",
    "Bapak/Ibu guru",
    "Ketua RT 02",
    # relations, groups, things
    "ibu hamil dan balita",
    "ibu-ibu PKK",
    "ibu rumah tangga",
    "bapak ibu warga RT 02",
    "Ibu Kota Kabupaten",
    "kelompok ibu tani",
    "rumah tidak layak huni",
    "rumah sakit",
    "rumah warga RT 02",
    "keluarga miskin",
    "keluarga berencana",
    "milik desa",
    "tanah milik Pemerintah Desa",
    "a.n. Kelompok Tani Maju",
    "atas nama Panitia Pembangunan Masjid",
    "depan balai desa",
    "warung kopi",
    "tempat wudu",
    "belakang SD Negeri 1",
    "sawah tadah hujan",
    "pakan ternak, paket, pakaian",
    "buah, bumi, buku",
    "hibah barang",
    "Dusun Krajan RT 02 RW 03",
    "",
]


@pytest.mark.parametrize(("kind", "text", "told"), FOUND)
def test_is_found(kind: Kind, text: str, told: str) -> None:
    assert (kind, told) in [(one.kind, one.text) for one in findings(text)]


@pytest.mark.parametrize(("kind", "text", "told"), FOUND)
def test_nothing_but_what_is_found_is_marked_in_it(kind: Kind, text: str, told: str) -> None:
    of_this_kind = [one.text for one in findings(text) if one.kind is kind]
    assert of_this_kind == [told]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_is_left_alone(text: str) -> None:
    assert findings(text) == ()


def test_everyone_of_a_list_is_found() -> None:
    told = [one.text for one in findings("rumah Pak Slamet, Tukijo dan Bu Sumini")]
    assert told == ["Slamet", "Tukijo", "Sumini"]


def test_a_finding_says_where_it_stands() -> None:
    text = "Rumah Bapak Suparno, HP 081234567890"
    assert [text[one.start : one.end] for one in findings(text)] == ["Suparno", "081234567890"]
