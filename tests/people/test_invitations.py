"""Invitations: a link that opens one account once, kept as a digest, sent by who may give that role there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from selaras.audit.models import Entry
from selaras.people.actions.inviting import accept, invite, send_again, withdraw
from selaras.people.errors import AccountExists, InvitationEnded, NotAllowed, WrongBody
from selaras.people.models import Account, Invitation, Role
from selaras.people.queries import roles_of
from tests.people.office import district, village
from tests.people.persons import PASSWORD, browser_of, person

pytestmark = pytest.mark.usefixtures("office")
Kind = Role.Kind


@pytest.fixture
def administrator() -> Account:
    return person("admin", Kind.ADMINISTRATOR)


def _invite(actor: Account, at: int = 0) -> tuple[Invitation, str]:
    return invite("Siti (contoh)", "siti@contoh.test", Kind.VILLAGE_OPERATOR, village(at), actor=actor)


def test_the_link_opens_an_account_with_the_role_once(administrator: Account) -> None:
    _invitation, token = _invite(administrator)
    account = accept(token, "siti", "Siti (contoh)", PASSWORD)
    assert roles_of(account).regions(Kind.VILLAGE_OPERATOR) == {village().code}
    assert (account.email, account.check_password(PASSWORD)) == ("siti@contoh.test", True)
    with pytest.raises(InvitationEnded):
        accept(token, "siti2", "Siti (contoh)", PASSWORD)


def test_neither_database_nor_log_holds_the_link(administrator: Account) -> None:
    _invitation, token = _invite(administrator)
    kept = str(list(Invitation.objects.values())) + str(list(Entry.objects.values()))
    assert token not in kept
    assert "contoh.test" not in str(list(Entry.objects.values()))


@pytest.mark.parametrize("why", ["withdrawn", "sent again", "seven days later", "inviter closed", "inviter lost role"])
def test_a_link_ends(why: str, administrator: Account) -> None:
    invitation, token = _invite(administrator)
    if why == "withdrawn":
        withdraw(invitation, actor=administrator)
    elif why == "sent again":
        send_again(invitation, actor=administrator)
    elif why == "seven days later":
        Invitation.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    elif why == "inviter closed":
        Account.objects.filter(pk=administrator.pk).update(is_active=False)
    else:
        administrator.roles.all().delete()
    with pytest.raises(InvitationEnded, match="undangan baru"):
        accept(token, "siti", "Siti", PASSWORD)
    assert not Account.objects.filter(username="siti").exists()
    page = Client().get(f"/undangan/buka/{token}/")
    assert page.status_code == 404
    assert "Minta undangan baru" in page.content.decode()


def test_a_district_invites_operators_of_its_own_villages_alone() -> None:
    district_operator = person("camat", Kind.DISTRICT_OPERATOR, region=district())
    invitation, _token = _invite(district_operator)
    with pytest.raises(NotAllowed):
        _invite(district_operator, at=1)
    with pytest.raises(NotAllowed):
        invite("Ani", "", Kind.DISTRICT_OPERATOR, district(), actor=district_operator)
    other = person("camat-lain", Kind.DISTRICT_OPERATOR, region=district(1))
    for deed in (withdraw, send_again):
        with pytest.raises(NotAllowed):
            deed(invitation, actor=other)
    assert browser_of(other).post(f"/undangan/{invitation.pk}/tarik/").status_code == 404
    assert "Siti" not in browser_of(other).get("/undangan/").content.decode()
    assert "Siti" in browser_of(district_operator).get("/undangan/").content.decode()


def test_what_cannot_be_is_refused(administrator: Account) -> None:
    _invite(administrator)
    with pytest.raises(AccountExists, match="Kirim ulang"):
        _invite(administrator)
    with pytest.raises(WrongBody):
        invite("Ani", "", Kind.SECRETARY, village(), actor=administrator)
    Account.objects.create_user("ada", "ada@contoh.test")
    with pytest.raises(AccountExists, match="sudah punya akun"):
        invite("Ada", "ADA@contoh.test", Kind.OBSERVER, actor=administrator)


def test_a_weak_password_or_a_taken_name_leaves_the_link_open(administrator: Account) -> None:
    _invitation, token = _invite(administrator)
    with pytest.raises(ValidationError):
        accept(token, "siti", "Siti", "12345678")
    with pytest.raises(AccountExists):
        accept(token, "ADMIN", "Siti", PASSWORD)
    assert accept(token, "siti", "Siti", PASSWORD).is_active


def test_with_an_address_it_goes_by_mail(administrator: Account) -> None:
    sent = {"name": "Siti (contoh)", "email": "siti@contoh.test", "body": village().code}
    page = browser_of(administrator).post("/undangan/baru/?jenis=village_operator", sent).content.decode()
    assert "Undangan dikirim ke siti@contoh.test" in page
    (letter,) = mail.outbox
    assert letter.to == ["siti@contoh.test"]
    link = next(line for line in letter.body.splitlines() if "/undangan/buka/" in line)
    assert "Desa Utara" in letter.body
    assert Client().get(link.removeprefix("http://localhost:8000")).status_code == 200


def test_without_an_address_it_is_printed_with_a_code(administrator: Account) -> None:
    page = browser_of(administrator).post(
        "/undangan/baru/?jenis=village_operator", {"name": "Siti", "email": "", "body": village().code}
    )
    text = page.content.decode()
    assert "Cetak undangan ini sekarang" in text
    assert "<svg" in text
    assert "http://localhost:8000/undangan/buka/" in text
    assert "no-store" in page.headers["Cache-Control"]
    assert mail.outbox == []


def test_a_mail_server_that_is_away_is_told_and_the_link_is_not_lost(administrator: Account, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", 9, False  # type: ignore[attr-defined]
    sent = {"name": "Siti", "email": "siti@contoh.test", "body": village().code}
    page = browser_of(administrator).post("/undangan/baru/?jenis=village_operator", sent).content.decode()
    assert "Surel tidak terkirim" in page
    assert "/undangan/buka/" in page


def test_the_page_of_the_link_says_what_is_wrong_beside_each_field(administrator: Account) -> None:
    _invitation, token = _invite(administrator)
    address = f"/undangan/buka/{token}/"
    told = {"name": "Siti", "username": "siti aminah", "password": "siti", "again": "lain"}
    page = Client().post(address, told).content.decode()
    assert "tanpa spasi" in page
    assert "Tidak sama dengan yang pertama" in page
    short = Client().post(address, told | {"username": "siti", "again": "siti"}).content.decode()
    assert "Terlalu pendek" in short
    own_name = {"name": "Siti Aminah", "username": "siti.aminah", "password": "siti.aminah", "again": "siti.aminah"}
    assert "Terlalu mirip dengan nama" in Client().post(address, own_name).content.decode()
    done = Client().post(address, told | {"username": "Siti.Desa", "password": PASSWORD, "again": PASSWORD})
    assert done.headers["Location"] == "/masuk/"
    assert Account.objects.filter(username="siti.desa").exists()
