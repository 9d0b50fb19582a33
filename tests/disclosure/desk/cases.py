"""Cases in the states that the pages of the desk show, and pages as a person reads them. All names are invented."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.actions.checking import accept
from selaras.disclosure.actions.networking import let_help
from selaras.disclosure.actions.objecting import object_to
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.withholding import Weighing, weigh
from selaras.disclosure.models import Exemption, Objection, PublicBody, Request
from selaras.people.models import Account, Role
from tests.disclosure.network import DISTRICT, asked, at_desk

NIK = "3305226501900001"
WEIGHED = Weighing(
    "Daftar penerima", "NIK dan alamat", "Pasal 17 huruf h UU 14/2008", "Orang dirugikan", "Tidak ada", "Lebih kecil"
)


def words(response: Any) -> str:
    """What stands on the page, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def opened(body: PublicBody, **told: Any) -> Request:
    return accept(asked(body, **told), actor=at_desk(body))


def answered(body: PublicBody) -> Request:
    case = opened(body)
    answer(case, Reply([Told("APBDes 2019", "given")], "Terlampir."), actor=at_desk(body))
    return Request.objects.get(pk=case.pk)


def objected(body: PublicBody) -> Objection:
    return object_to(answered(body), uuid4(), "d", "Laporannya belum ada.", actor=APPLICANT)


def weighed(body: PublicBody) -> Exemption:
    return weigh(body, WEIGHED, actor=at_desk(body))


def helper_of(body: PublicBody) -> Account:
    """Who works at the district that helps the village."""
    let_help(body, PublicBody.objects.get(region=DISTRICT), actor=at_desk(body))
    account = Account.objects.create_user("petugas-kecamatan", first_name="Petugas Kecamatan (contoh)")
    Role.objects.create(account=account, kind=Role.Kind.DISTRICT_OPERATOR, region_id=DISTRICT)
    return account


def list_with_a_nik() -> bytes:
    book, target = Workbook(), BytesIO()
    for row in (("Nama", "NIK"), ("Siti (contoh)", NIK)):
        book.active.append(row)
    book.save(target)
    return target.getvalue()


def do(client: Client, case: Request, slug: str, **told: Any) -> Any:
    """Press the button of a deed; the page that comes of it."""
    return client.post(reverse("request-deed", args=[case.pk, slug]), told, follow=True)
