"""Who may do what in the openness room: named predicates, asked by actions and pages alike."""

from __future__ import annotations

from django.db.models import Q

from selaras.disclosure.models import PublicBody
from selaras.people.actions import SYSTEM
from selaras.people.models import Role
from selaras.people.queries import Person, roles_of

Kind = Role.Kind


def own_desks(person: Person) -> Q:
    """The bodies at whose desk this person works, without those that it helps."""
    roles = roles_of(person)
    places = roles.regions(Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR, Kind.PPID_OFFICER)
    own = Q(region__in=places) | Q(agency__in=roles.agencies(Kind.PPID_OFFICER))
    return own | Q(kind=PublicBody.Kind.MAIN) if is_main_officer(person) else own


def desks(person: Person) -> Q:
    """The bodies at whose desk this person may act: its own, and those that its district helps."""
    return own_desks(person) | helped_by(person)


def helped_by(person: Person) -> Q:
    """The villages that named this person's district as their helper."""
    return Q(helper__region__in=roles_of(person).regions(Kind.DISTRICT_OPERATOR))


def may_be_helped_by(person: Person) -> Q:
    """The villages that lie in this person's district."""
    return Q(region__parent__in=roles_of(person).regions(Kind.DISTRICT_OPERATOR))


def judged(person: Person) -> Q:
    """The bodies whose objections this person answers as superior."""
    roles = roles_of(person)
    own = Q(superior__region__in=roles.regions(Kind.PPID_SUPERIOR))
    whole = any(one.kind == Kind.PPID_SUPERIOR and not one.region and not one.agency for one in roles)
    return own | Q(superior__kind=PublicBody.Kind.MAIN) if whole else own


def is_main_officer(person: Person) -> bool:
    """Works at the desk of the main PPID: such a role is held for the whole region."""
    return any(one.kind == Kind.PPID_OFFICER and not one.region and not one.agency for one in roles_of(person))


def works_at(person: Person, body: PublicBody) -> bool:
    return PublicBody.objects.filter(desks(person), pk=body.pk).exists()


def judges(person: Person, body: PublicBody) -> bool:
    return PublicBody.objects.filter(judged(person), pk=body.pk).exists()


def handles_requests(person: Person) -> bool:
    """Works at some desk, or answers objections for one."""
    return roles_of(person).any_of(Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR, Kind.PPID_OFFICER, Kind.PPID_SUPERIOR)


def oversees(person: Person) -> bool:
    """Sees of every body how far its cases are; never who asks."""
    return is_main_officer(person) or roles_of(person).any_of(Kind.AUDITOR)


def reads_reports(person: Person) -> bool:
    """The service reports of its own desks, or as overseer of all."""
    return handles_requests(person) or oversees(person)


def verifies_maturity(person: Person) -> bool:
    """Accepts or corrects the monitoring questionnaires of the bodies, and enters the visits."""
    return is_main_officer(person)


def reads_maturity(person: Person) -> bool:
    """The questionnaires of its own desks, or as overseer of all."""
    return keeps_lists(person) or oversees(person)


def keeps_network(person: Person) -> bool:
    """Enters bodies, decrees and officers of the whole network; the program itself does where the command line acts."""
    return is_main_officer(person) or person.get_username() == SYSTEM


def helps_villages(person: Person) -> bool:
    """Works at the desk of a district, which a village may name as its helper."""
    return roles_of(person).any_of(Kind.DISTRICT_OPERATOR)


def keeps_holidays(person: Person) -> bool:
    """Changes the region's holidays, which moves open deadlines at every desk."""
    return is_main_officer(person) or roles_of(person).any_of(Kind.PLANNER, Kind.ADMINISTRATOR)


def keeps_body(person: Person, body: PublicBody) -> bool:
    """Changes what stands of a body: its own desk, and the main PPID."""
    return keeps_network(person) or works_at(person, body)


def names_helper(person: Person, body: PublicBody) -> bool:
    """Lets a district act at a village's desk: the village itself, never its helper, and the main PPID."""
    return keeps_network(person) or PublicBody.objects.filter(own_desks(person), pk=body.pk).exists()


def keeps_lists(person: Person) -> bool:
    """Works at some desk, and so keeps a publication list."""
    return roles_of(person).any_of(Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR, Kind.PPID_OFFICER)
