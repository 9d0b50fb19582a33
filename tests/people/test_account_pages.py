"""The administrator's pages: find, open, give, end, close; each a form that keeps what was typed."""

from __future__ import annotations

import pytest
from django.test import Client

from selaras.people.models import Account, Role
from selaras.people.queries import roles_of
from tests.counting import queries_of
from tests.people.office import agency, seen_again, village
from tests.people.persons import browser_of, person

pytestmark = pytest.mark.usefixtures("office")
Kind = Role.Kind


@pytest.fixture
def visitor() -> Client:
    return browser_of(person("admin", Kind.ADMINISTRATOR))


def _names(visitor: Client, query: str) -> list[str]:
    """The names of the accounts that a search lists."""
    page = visitor.get(f"/akun/?{query}")
    return [account.username for account in page.context["page"]]


def _officers() -> None:
    siti = person("siti", Kind.VILLAGE_OPERATOR, region=village())
    siti.first_name, siti.email = "Siti Aminah (contoh)", "sekretariat@utara.test"
    siti.save()
    person("budi", Kind.AGENCY_PLANNER, agency=agency())
    closed = person("tutup", Kind.AUDITOR)
    closed.is_active = False
    closed.save()


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["admin", "budi", "siti"]),
        ("q=aminah", ["siti"]),
        ("q=utara.test", ["siti"]),
        ("q=dinas+contoh", ["budi"]),
        ("q=desa+utara", ["siti"]),
        ("q=desa+tiada", []),
        ("peran=agency_planner", ["budi"]),
        ("peran=raja", ["admin", "budi", "siti"]),
        ("keadaan=tutup", ["tutup"]),
        ("hal=99", ["admin", "budi", "siti"]),
    ],
)
def test_accounts_are_found_by_name_address_body_role_and_state(query: str, names: list[str], visitor: Client) -> None:
    _officers()
    assert _names(visitor, query) == names


def test_the_program_itself_is_not_listed(visitor: Client) -> None:
    from selaras.people.actions import system_account

    system = system_account()
    assert _names(visitor, "keadaan=tutup") == []
    assert visitor.get(f"/akun/{system.pk}/").status_code == 404


def test_the_list_asks_the_database_as_often_for_forty_accounts_as_for_one(visitor: Client) -> None:
    visitor.get("/akun/")
    few = queries_of(visitor.get, "/akun/")
    for at in range(40):
        person(f"orang{at}", Kind.VILLAGE_OPERATOR, region=village())
    assert queries_of(visitor.get, "/akun/") == few


def test_an_account_is_opened_with_a_password_shown_once(visitor: Client) -> None:
    told = {"username": "Siti.Desa", "name": "Siti", "email": "", "body": village().code, "until": ""}
    page = visitor.post("/akun/baru/?jenis=village_operator", told)
    password = page.context["password"]
    account = Account.objects.get(username="siti.desa")
    assert account.check_password(password)
    assert roles_of(account).regions(Kind.VILLAGE_OPERATOR) == {village().code}
    assert password not in visitor.get(f"/akun/{account.pk}/").content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"username": "admin"}, "sudah dipakai"),
        ({"username": "siti desa"}, "tanpa spasi"),
        ({"body": "33.99.99.9999"}, "Pilih tempatnya dari daftar"),
        ({"body": ""}, "Pilih tempatnya dari daftar"),
        ({"until": "besok"}, "tahun-bulan-hari"),
        ({"until": "2020-01-01"}, "sudah lewat"),
        ({"email": "siti@"}, "tidak lengkap"),
    ],
)
def test_a_fault_is_told_and_nothing_typed_is_lost(wrong: dict[str, str], said: str, visitor: Client) -> None:
    told = {"username": "siti", "name": "Siti Aminah", "email": "", "body": village().code, "until": ""}
    page = visitor.post("/akun/baru/?jenis=village_operator", told | wrong).content.decode()
    assert said in page
    assert 'value="Siti Aminah"' in page
    assert not Account.objects.filter(first_name="Siti Aminah").exists()


def test_each_role_offers_only_bodies_that_fit_it(visitor: Client) -> None:
    other = person("budi")
    for kind, offered, not_offered in (
        (Kind.VILLAGE_OPERATOR, "Desa Utara", "Dinas Contoh"),
        (Kind.DISTRICT_OPERATOR, "Kecamatan Utara", "Desa Utara"),
        (Kind.AGENCY_PLANNER, "Dinas Contoh", "Kecamatan Utara"),
        (Kind.SECRETARY, "seluruh daerah", "Dinas Contoh"),
    ):
        form = visitor.get(f"/akun/{other.pk}/peran/?jenis={kind}").content.decode().split("<form")[1]
        assert offered in form
        assert not_offered not in form


def test_a_role_is_given_and_ended_by_buttons(visitor: Client) -> None:
    other = person("budi", Kind.OBSERVER)
    assert "Pilih perannya" in visitor.get(f"/akun/{other.pk}/peran/").content.decode()
    visitor.post(f"/akun/{other.pk}/peran/?jenis=agency_planner", {"body": f"opd-{agency().pk}", "until": ""})
    assert roles_of(seen_again(other)).agencies(Kind.AGENCY_PLANNER) == {agency().pk}
    again = visitor.post(f"/akun/{other.pk}/peran/?jenis=agency_planner", {"body": f"opd-{agency().pk}", "until": ""})
    assert "sudah memegang" in again.content.decode()
    role = other.roles.get(kind=Kind.AGENCY_PLANNER)
    told = visitor.post(f"/akun/peran/{role.pk}/akhiri/", follow=True).content.decode()
    assert "Peran diakhiri" in told
    assert not roles_of(seen_again(other)).any_of(Kind.AGENCY_PLANNER)


def test_an_account_is_closed_opened_again_and_given_a_new_password(visitor: Client) -> None:
    other = person("budi", Kind.OBSERVER)
    address = f"/akun/{other.pk}/"
    assert "Akun ditutup" in visitor.post(f"{address}tutup/", follow=True).content.decode()
    assert "Buka lagi" in visitor.get(address).content.decode()
    visitor.post(f"{address}buka/")
    page = visitor.post(f"{address}sandi/")
    assert seen_again(other).check_password(page.context["password"])


def test_ones_own_page_offers_no_change(visitor: Client) -> None:
    own = Account.objects.get(username="admin")
    page = visitor.get(f"/akun/{own.pk}/").content.decode()
    assert "diubah oleh administrator lain" in page
    assert "Tutup akun" not in page
    assert visitor.post(f"/akun/{own.pk}/tutup/").status_code == 403


def test_names_and_addresses_of_officers_are_for_administrators_alone(visitor: Client) -> None:
    _officers()
    siti = Account.objects.get(username="siti")
    for kind in Kind:
        if kind == Kind.ADMINISTRATOR:
            continue
        other = browser_of(person(f"orang-{kind}", kind))
        for address in ("/akun/", f"/akun/{siti.pk}/", "/akun/baru/", f"/akun/{siti.pk}/peran/"):
            assert other.get(address).status_code == 403, (kind, address)
