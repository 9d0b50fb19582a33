"""What somebody may not do is answered in one way, whichever room says so: a page 403 that tells why."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from selaras.forum import errors as forum
from selaras.people import errors as people
from selaras.people.models import Role
from selaras.people.pages.doors import only
from selaras.people.queries import has_role
from selaras.planning import errors as planning
from tests.forum.decided import decided_forum
from tests.people.persons import browser_of, person
from tests.web.addresses import addresses

pytestmark = pytest.mark.django_db

NOT_YOURS = "Akun Anda tidak berhak membuka halaman ini."
# What an observer reads instead of the page.
TOLD = {
    "accounts": NOT_YOURS,
    "agenda": NOT_YOURS,
    "deciding": NOT_YOURS,
    "last-year": "Usulan tahun lalu dibuka oleh operator desa dan kecamatan, dan oleh kantor.",
    "new-round": "Hanya sekretaris forum yang dapat mengatur pemungutan suara.",
    "next-forum": "Hanya Bappeda yang dapat membuka forum tahun berikutnya.",
    "plan-record": "Akun Anda tidak berhak mengubah baris ini.",
    "progress": "Kemajuan diisi oleh perencana perangkat daerah yang mengerjakannya, atau oleh Bappeda.",
    "proposal-correct": NOT_YOURS,
    "realisation": "Realisasi diisi oleh perencana perangkat daerahnya sendiri atau oleh Bappeda.",
    "rounds": "Halaman ini untuk sekretariat forum.",
    "stage": "Hanya Bappeda yang dapat mengubah kalender.",
}
NO_ROLE = "Akun ini belum diberi peran. Hubungi administrator."


def _told(response: Any) -> tuple[int, str]:
    page = response.content.decode()
    return response.status_code, page.split('<p class="lead">')[1].split("</p>")[0]


def test_a_page_that_is_not_for_an_account_says_for_whom_it_is() -> None:
    paths = addresses(decided_forum())
    observer = browser_of(person("pengamat", Role.Kind.OBSERVER))
    told = {name: _told(observer.get(paths[name])) for name in TOLD}
    assert told == {name: (403, said) for name, said in TOLD.items()}
    nobody = browser_of(person("tanpa-peran"))
    assert {name: _told(nobody.get(paths[name])) for name in TOLD} == dict.fromkeys(TOLD, (403, NO_ROLE))


def test_the_page_says_in_english_what_it_says_in_indonesian() -> None:
    client = browser_of(person("pengamat", Role.Kind.OBSERVER))
    client.post(reverse("set-language"), {"language": "en", "next": "/"})
    assert _told(client.get(reverse("accounts"))) == (403, "Your account may not open this page.")


@pytest.mark.parametrize(
    ("refused", "root"),
    [
        (people.NotAllowed, people.PeopleError),
        (forum.NotAllowed, forum.ForumError),
        (planning.Refused, planning.PlanningError),
    ],
)
def test_what_an_action_of_any_room_does_not_allow_is_left_to_the_same_door(
    refused: type[Exception], root: type[Exception]
) -> None:
    @only(has_role)
    def page(_request: HttpRequest) -> HttpResponse:
        raise refused("Minta sekretaris.")

    request = RequestFactory().get("/")
    request.user = person("pengamat", Role.Kind.OBSERVER)
    assert issubclass(refused, root)
    with pytest.raises(PermissionDenied, match=r"Minta sekretaris\."):
        page(request)


def test_what_an_action_does_not_allow_is_told_on_the_page() -> None:
    decided_forum()
    client = browser_of(person("pengamat", Role.Kind.OBSERVER))
    said = "Akun Anda tidak ada di daftar penanda tangan forum ini."
    assert _told(client.post(reverse("sign"), {"proof": "123456"})) == (403, said)
