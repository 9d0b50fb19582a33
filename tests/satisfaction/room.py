"""A service with a survey, those who keep it, and forms filled in. All names and figures are invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import uuid4

from django.utils import timezone

from selaras.government.actions import seed_parameters
from selaras.government.models import Agency, Region
from selaras.people.actions import system_account
from selaras.people.models import Account, Role
from selaras.satisfaction.actions.answering import answer
from selaras.satisfaction.actions.describing import Described, add_desk, describe_service
from selaras.satisfaction.actions.periods import Period, open_period
from selaras.satisfaction.actions.typing_in import type_in_paper
from selaras.satisfaction.filled import Filled
from selaras.satisfaction.models import Answer, Service, Survey
from tests.people.persons import person, someone

Kind = Role.Kind
CODE = "layanan-komunikasi"
ELEMENTS = (
    "requirements", "procedure", "time", "cost", "product", "competence", "conduct", "complaints", "facilities",
)  # fmt: skip


def service(population: int = 500) -> Service:
    """Of one of two agencies, with the regulation loaded."""
    seed_parameters(actor=system_account())
    regency, _fresh = Region.objects.get_or_create(code="33.05", name="Contoh", level=Region.Level.REGENCY)
    for code, name in (("2.16.01", "Dinas Komunikasi (contoh)"), ("1.02.01", "Dinas Kesehatan (contoh)")):
        Agency.objects.get_or_create(region=regency, code=code, name=name)
    said = Described("Layanan komunikasi (contoh)", population, "Perbup contoh")
    return describe_service(CODE, agency(), said, actor=keeper())


def agency(code: str = "2.16.01") -> Agency:
    return Agency.objects.get(code=code)


def _at(name: str, kind: str, place: Agency) -> Account:
    return Account.objects.filter(username=name).first() or person(name, kind, agency=place)


def keeper() -> Account:
    return _at("perencana", Kind.AGENCY_PLANNER, agency())


def stranger() -> Account:
    """A planner of another agency."""
    return _at("perencana-lain", Kind.AGENCY_PLANNER, agency("1.02.01"))


def typist() -> Account:
    return _at("petugas", Kind.PPID_OFFICER, agency())


def steward() -> Account:
    return someone(Kind.DATA_STEWARD, "walidata")


def survey(
    of: Service | None = None,
    name: str = "Semester I (contoh)",
    first: date | None = None,
    days: int = 30,
    desks: Iterable[str] = (),
) -> Survey:
    of = of or service()
    for desk in desks:
        add_desk(of, desk, actor=keeper())
    first = first or timezone.localdate()
    return open_period(of, Period(name, first, first + timedelta(days=days), {}), actor=keeper())


def form(*marks: int, desk: str = "", comment: str = "", **profile: str) -> Filled:
    """One mark for all elements, or nine of them in the order of the regulation."""
    given = marks * 9 if len(marks) == 1 else marks
    return Filled(dict(zip(ELEMENTS, given, strict=True)), profile, comment, desk)


def sent(to: Survey, said: Filled, device: str = "", network: str = "") -> Answer:
    """By a device of its own, unless one is named."""
    own = str(uuid4())
    return answer(to, uuid4(), said, channel=Answer.Channel.LINK, device=device or own, network=network or own)


def typed(to: Survey, forms: Iterable[Filled]) -> int:
    return type_in_paper(to, uuid4(), list(forms), actor=typist())
