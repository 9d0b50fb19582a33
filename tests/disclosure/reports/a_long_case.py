"""One case that calls for every kind of letter. All names are invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from uuid import uuid4

from openpyxl import Workbook

from selaras.disclosure.actions.answering import Cost, Reply, Told, answer
from selaras.disclosure.actions.checking import accept, ask_to_complete, missing_now
from selaras.disclosure.actions.clocking import extend
from selaras.disclosure.actions.objecting import decide_objection, object_to
from selaras.disclosure.actions.releasing import add_file, release_file
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import By, Wanted, complete
from selaras.disclosure.actions.withholding import Weighing, approve, weigh
from selaras.disclosure.identity import Identity
from selaras.disclosure.models import Officer, PublicBody, Request
from tests.disclosure.network import SITI, asked, at_desk, superior_of

WEIGHING = Weighing(
    "Daftar penerima bantuan",
    "NIK dan alamat penerima",
    "Pasal 17 huruf h UU 14/2008",
    "Rahasia pribadi penerima bantuan terungkap dan dapat disalahgunakan.",
    "Tidak ada yang dirugikan; jumlah penerima tetap diketahui.",
    "Kepentingan umum terpenuhi dengan jumlah per dusun.",
)


def _recipients() -> bytes:
    """A table with a number that must not go out."""
    book, target = Workbook(), BytesIO()
    for row in (("Nama", "NIK", "Dusun"), ("Siti (contoh)", "3305226501900001", "Krajan")):
        book.active.append(row)
    book.save(target)
    return target.getvalue()


def furnished(body: PublicBody) -> PublicBody:
    """With an address, hours and officers, as they stand in its letters."""
    body.address, body.phone = "Jalan Raya Sadang 12 (contoh), Seboro", "0287-5550101"
    body.email, body.hours = "ppid@seboro.example", "Senin sampai Jumat, 08.00-15.00"
    body.save()
    Officer.objects.create(body=body, post="head", name="Sutrisno (contoh)", position="Sekretaris Desa")
    Officer.objects.create(body=body, post="superior", name="Wagiman (contoh)", position="Kepala Desa")
    return body


def long_case(body: PublicBody, today: Callable[[date], None]) -> Request:
    desk, superior = at_desk(body), superior_of(body)
    today(date(2020, 3, 9))
    who = replace(SITI, identity_number="", email="siti@warga.example", job="Guru (contoh)")
    case = asked(body, identity=who, papers=())
    case = ask_to_complete(case, missing_now(case), "Foto kartu boleh diambil dengan ponsel.", actor=desk)
    today(date(2020, 3, 11))
    case = accept(complete(case, Wanted(""), By(Identity(identity_number=SITI.identity_number))), actor=desk)
    today(date(2020, 3, 24))
    extend(case, "Arsip tahun 2019 masih disimpan di kantor kecamatan.", actor=desk)
    test = approve(weigh(body, WEIGHING, actor=desk), "188/03/KEP/2020", actor=superior)
    file = add_file(case, "penerima-bantuan.xlsx", _recipients(), actor=desk)
    file = release_file(file, (), actor=desk)
    today(date(2020, 4, 1))
    parts = [
        Told("APBDes tahun 2019 beserta laporannya", "given"),
        Told("Daftar penerima bantuan", "withheld", "Memuat NIK dan alamat warga.", test),
        Told("Peta bidang tanah desa", "not_held", "Dikuasai oleh Kantor Pertanahan Kabupaten Kebumen."),
    ]
    words = "APBDes tahun 2019 dan laporannya kami sampaikan sebagai berkas digital.\n\nSalinan cetaknya dapat diambil."
    answer(case, Reply(parts, words, [file], Cost(15_000, "Fotokopi 50 lembar, dibayar di meja layanan.")), actor=desk)
    today(date(2020, 4, 20))
    objection = object_to(case, uuid4(), "ad", "Jumlah penerima per dusun tidak perlu ditutup.", actor=APPLICANT)
    today(date(2020, 4, 30))
    decide_objection(objection, "partly", "Jumlahnya diberikan.\n\nNama tetap tertutup.", actor=superior)
    return Request.objects.get(pk=case.pk)
