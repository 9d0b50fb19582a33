"""A survey that was published and one that is open, for whoever looks at the program first; said to be made up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid5

from django.utils import timezone

from selaras.government.models import Agency
from selaras.people.models import Account
from selaras.satisfaction.actions.describing import Described, add_desk, describe_service
from selaras.satisfaction.actions.periods import Period, close, open_period
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.actions.typing_in import type_in_paper
from selaras.satisfaction.filled import Filled
from selaras.satisfaction.models import Service
from selaras.satisfaction.scheme import scheme_on

CODE = "layanan-komunikasi"
_SPACE = UUID("5e1a7a50-0000-4000-8000-000000000001")  # of these examples, so that they are made once
_DESKS = (("Loket Kebumen (contoh)", 1), ("Loket Gombong (contoh)", 1), ("Loket Prembun (contoh)", 0))
_COMMENTS = ("Antrean lama (contoh)", "Antreannya terlalu lama (contoh)", "Petugas ramah (contoh)", "", "")
_FORMS = 40  # a desk


def survey_example(agency: Agency, *, keeper: Account) -> Service:
    """The first period published, the second open. Made once."""
    service = describe_service(CODE, agency, Described("Layanan komunikasi (contoh)", 400, "Contoh"), actor=keeper)
    if service.surveys.exists():
        return service
    today = timezone.localdate()
    first = open_period(service, Period("Periode lalu (contoh)", today - timedelta(days=90), today, {}), actor=keeper)
    for at, (name, more) in enumerate(_DESKS):
        desk = add_desk(service, name, actor=keeper)
        type_in_paper(first, uuid5(_SPACE, str(at)), list(_forms(desk.code, more)), actor=keeper)
    close(first, actor=keeper)
    publish(first, actor=keeper)
    said = Period("Periode ini (contoh)", today, today + timedelta(days=90), {})
    open_period(service, said, actor=keeper)
    return service


def _forms(desk: str, more: int) -> Iterator[Filled]:
    """Marks that go up and down in a fixed way, `more` higher on the whole."""
    keys = [element.key for element in scheme_on(timezone.localdate()).elements]
    for row in range(_FORMS):
        marks = {key: min(4, 2 + more + (row * 7 + at * 5 + row * at) % 3 - (at == 2)) for at, key in enumerate(keys)}
        yield Filled(marks, {"sex": ("female", "male")[row % 2]}, _COMMENTS[row % len(_COMMENTS)], desk)
