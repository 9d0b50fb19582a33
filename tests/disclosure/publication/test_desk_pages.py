"""The desk's pages of the publication list: what this month needs, one tap each, and back again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from selaras.disclosure.actions.networking import let_help
from selaras.disclosure.actions.withholding import Weighing, approve, weigh
from selaras.disclosure.models import Exemption, Item, ItemFile, PublicBody
from selaras.people.models import Account, Role
from tests.disclosure.network import DISTRICT, agency, at_desk, network, superior_of
from tests.disclosure.publication.items import BUDGET, an_item_of
from tests.disclosure.publication.test_files import NIK, workbook

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
STIFF = "Dalam rangka pelaksanaan kegiatan, apabila diperlukan, akan dilakukan pemeriksaan terhadap dokumen dimaksud."


@pytest.fixture
def body(today: Today, settings: Any, tmp_path: Path) -> PublicBody:
    """A village with one item of January; it is February."""
    settings.MEDIA_ROOT = tmp_path
    made = network()
    today(date(2020, 1, 14))
    an_item_of(made)
    today(date(2020, 2, 11))
    return made


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def month(client: Client, body: PublicBody) -> str:
    return client.get(reverse("publication-month", args=[body.code])).content.decode()


def test_the_month_tells_how_far_it_is(body: PublicBody) -> None:
    desk = signed_in(at_desk(body))
    page = desk.get(reverse("publication-desk")).content.decode()  # the one desk needs no choice
    assert "0 dari 10 informasi bulan ini beres" in page
    assert "Paling lambat Jumat, 14 Februari 2020" in page
    assert "Diperiksa Selasa, 14 Januari 2020, ditambah 1 bulan: Jumat, 14 Februari 2020." in page
    response = desk.post(reverse("publication-confirm", args=[Item.objects.get().pk]), follow=True)
    assert "1 dari 10 informasi bulan ini beres" in response.content.decode()


def test_a_tap_is_taken_back_with_the_next(body: PublicBody) -> None:
    desk, item = signed_in(at_desk(body)), Item.objects.get()
    done = desk.post(reverse("publication-confirm", args=[item.pk]), follow=True).content.decode()
    undo = reverse("publication-undo", args=[item.editions.latest("number").pk])
    assert undo in done
    for _ in range(2):
        assert "0 dari 10" in desk.post(undo, follow=True).content.decode()
    item.refresh_from_db()
    assert item.checked_on == date(2020, 1, 14)


def test_what_is_missing_is_filled_in(body: PublicBody) -> None:
    desk = signed_in(at_desk(body))
    address = reverse("publication-new", args=[body.code]) + "?jenis=profil"
    assert 'value="Profil desa"' in desk.get(address).content.decode()
    said = {"title": "Profil desa", "summary": "Kantor di RT 01. Buka jam delapan.", "form": "recorded"}
    for _ in range(2):  # sent twice on a weak signal
        assert desk.post(address, said, follow=True).status_code == 200
    made = Item.objects.get(template="profil")
    assert (made.category, made.editions.count()) == ("periodic", 1)


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(body: PublicBody) -> None:
    address = reverse("publication-change", args=[Item.objects.get().pk])
    said = {"title": "Judul baru", "summary": "", "link": "contoh", "form": "recorded"}
    page = signed_in(at_desk(body)).post(address, said).content.decode()
    assert "Tulis satu atau dua kalimat tentang isinya." in page
    assert "Mulailah dengan https://" in page
    assert 'value="Judul baru"' in page
    assert Item.objects.get().title == BUDGET.title


def test_remarks_are_shown_on_demand_and_save_nothing(body: PublicBody) -> None:
    address = reverse("publication-change", args=[Item.objects.get().pk])
    said = {"title": "Judul", "summary": STIFF, "form": "recorded", "baca": "1"}
    page = signed_in(at_desk(body)).post(address, said).content.decode()
    assert "dapat dipermudah" in page
    assert "Ganti &quot;apabila&quot; dengan &quot;jika&quot;." in page
    assert Item.objects.get().summary == BUDGET.summary


def test_remarks_are_told_after_saving(body: PublicBody) -> None:
    address = reverse("publication-change", args=[Item.objects.get().pk])
    said = {"title": "Judul", "summary": STIFF, "form": "recorded"}
    page = signed_in(at_desk(body)).post(address, said, follow=True).content.decode()
    assert "tersimpan. 1 kalimat dapat dipermudah." in page


def test_a_file_with_findings_waits_for_a_decision(body: PublicBody) -> None:
    desk, item = signed_in(at_desk(body)), Item.objects.get()
    said = {"title": BUDGET.title, "summary": BUDGET.summary, "form": "recorded"}
    said["file"] = SimpleUploadedFile("penerima.xlsx", workbook(NIK))  # type: ignore[assignment]
    page = desk.post(reverse("publication-change", args=[item.pk]), said, follow=True).content.decode()
    assert "nomor induk kependudukan" in page
    assert "menunggu keputusan Anda" in month(desk, body)
    assert Client().get(reverse("publication-file", args=[item.pk])).status_code == 404
    desk.post(reverse("publication-file-check", args=[ItemFile.objects.get().pk]))
    copy = Client().get(reverse("publication-file", args=[item.pk]))
    assert copy.status_code == 200
    assert copy["Content-Disposition"].startswith("attachment")


def test_a_bad_file_keeps_what_was_written(body: PublicBody) -> None:
    desk, item = signed_in(at_desk(body)), Item.objects.get()
    said = {"title": "Judul baru", "summary": BUDGET.summary, "form": "recorded"}
    said["file"] = SimpleUploadedFile("rusak.pdf", b"bukan apa-apa")  # type: ignore[assignment]
    page = desk.post(reverse("publication-change", args=[item.pk]), said, follow=True).content.decode()
    assert "Tulisannya tersimpan, tetapi berkasnya belum." in page
    assert Item.objects.get().title == "Judul baru"


def test_a_dropped_file_waits_no_more(body: PublicBody) -> None:
    desk, item = signed_in(at_desk(body)), Item.objects.get()
    said = {"title": BUDGET.title, "summary": BUDGET.summary, "form": "recorded"}
    said["file"] = SimpleUploadedFile("penerima.xlsx", workbook(NIK))  # type: ignore[assignment]
    desk.post(reverse("publication-change", args=[item.pk]), said)
    desk.post(reverse("publication-file-drop", args=[ItemFile.objects.get().pk]))
    assert "menunggu keputusan Anda" not in month(desk, body)


def test_withdrawing_needs_a_reason(body: PublicBody) -> None:
    desk, item = signed_in(at_desk(body)), Item.objects.get()
    address = reverse("publication-withdraw", args=[item.pk])
    assert "Tulis mengapa" in desk.post(address, {"why": " "}).content.decode()
    desk.post(address, {"why": "Angkanya salah."})
    assert "Terbitkan lagi" in month(desk, body)


def test_an_exemption_that_is_over_is_opened_and_published(body: PublicBody, today: Today) -> None:
    desk = signed_in(at_desk(body))
    weighing = Weighing("Rencana lelang", "Harga", "Pasal 17 huruf b UU 14/2008", "Rugi", "Tidak ada", "Kecil")
    approve(weigh(body, weighing, date(2020, 3, 1), actor=at_desk(body)), "01/2020", actor=superior_of(body))
    assert "Pengecualian yang segera berakhir" in month(desk, body)
    today(date(2020, 3, 2))
    desk = signed_in(at_desk(body))  # the session of February is over
    assert "Harus dibuka" in month(desk, body)
    page = desk.post(reverse("publication-open-up", args=[Exemption.objects.get().pk]), follow=True)
    assert 'value="Rencana lelang"' in page.content.decode()


def test_a_district_chooses_among_the_villages_it_helps(body: PublicBody) -> None:
    district = PublicBody.objects.get(region=DISTRICT)
    let_help(body, district, actor=at_desk(body))
    helper = Account.objects.create_user("kecamatan")
    Role.objects.create(account=helper, kind=Role.Kind.DISTRICT_OPERATOR, region=district.region)
    page = signed_in(helper).get(reverse("publication-desk")).content.decode()
    assert body.name in page
    assert district.name in page


@pytest.mark.parametrize(
    "name", ["publication-confirm", "publication-change", "publication-withdraw", "publication-undo"]
)
def test_another_desk_finds_nothing_there(body: PublicBody, name: str) -> None:
    item = Item.objects.get()
    key = item.editions.get().pk if name == "publication-undo" else item.pk
    assert signed_in(at_desk(agency())).post(reverse(name, args=[key])).status_code == 404
    assert item.editions.count() == 1
