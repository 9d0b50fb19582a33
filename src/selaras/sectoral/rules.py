"""Who may do what with sectoral data: named predicates, asked by actions and pages alike."""

from __future__ import annotations

from django.db.models import Q

from selaras.government.models import Agency
from selaras.people.actions import SYSTEM
from selaras.people.models import Role
from selaras.people.queries import Person, roles_of
from selaras.sectoral.models import Dataset

Kind = Role.Kind


def is_steward(person: Person) -> bool:
    """The walidata of the whole region, who alone releases; one at an agency helps its producers."""
    return roles_of(person).everywhere(Kind.DATA_STEWARD)


def produced(person: Person) -> Q:
    """The datasets of the agencies for which this person sends data."""
    return Q(agency__in=roles_of(person).agencies(Kind.DATA_PRODUCER, Kind.DATA_STEWARD))


def works_with_data(person: Person) -> bool:
    return roles_of(person).any_of(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)


def oversees(person: Person) -> bool:
    """Reads what every agency prepares."""
    return is_steward(person) or roles_of(person).any_of(Kind.AUDITOR)


def reads_desk(person: Person) -> bool:
    """Comes to the desk: who sends data, and who oversees."""
    return works_with_data(person) or oversees(person)


def produces_for(person: Person, agency: Agency) -> bool:
    """Describes, sends and submits the data of this agency; the steward helps where an agency has nobody."""
    own = roles_of(person).agencies(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)
    return agency.pk in own or is_steward(person)


def produces(person: Person, dataset: Dataset) -> bool:
    return produces_for(person, dataset.agency)


def releases(person: Person) -> bool:
    """Releases, sends back, sets embargoes and withdraws."""
    return is_steward(person)


def keeps_codes(person: Person) -> bool:
    """Imports lists of codes; the program itself does where the command line acts."""
    return is_steward(person) or person.get_username() == SYSTEM


def reads_maturity(person: Person) -> bool:
    """The maturity of the whole region, with what every agency lacks."""
    return oversees(person)


def states_levels(person: Person) -> bool:
    """Says at which level of maturity the region stands."""
    return is_steward(person)
