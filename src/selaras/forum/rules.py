"""Who may do what in the forum room: named predicates, asked by actions and pages alike."""

from __future__ import annotations

from collections.abc import Iterable

from selaras.forum.models import Proposal, Signatory
from selaras.people.models import Role
from selaras.people.queries import Person, has_role, roles_of

Kind = Role.Kind
# Who runs the forum as a whole. An administrator keeps accounts and is not among them: duties stay apart.
_FORUM_OFFICE = (Kind.PLANNER, Kind.SECRETARY)


def runs_forum(person: Person) -> bool:
    """Take files in, align, correct, moderate the hall."""
    return roles_of(person).any_of(*_FORUM_OFFICE)


def may_decide(person: Person) -> bool:
    """Run the rule, override with a reason, lock."""
    return roles_of(person).any_of(Kind.SECRETARY)


def may_hold_votes(person: Person) -> bool:
    """Prepare a round of voting, open it, close it."""
    return roles_of(person).any_of(Kind.SECRETARY)


def sees_votes_held(person: Person) -> bool:
    """How far a round is, and what was prepared; never what was answered before the closing."""
    return runs_forum(person) or roles_of(person).any_of(Kind.AUDITOR)


def sees_deciding(person: Person) -> bool:
    """The page of deciding and its questions: who runs the forum, keeps its money, or looks after both."""
    return runs_forum(person) or roles_of(person).any_of(Kind.TREASURY, Kind.AUDITOR)


def is_signatory(person: Person) -> bool:
    """Named to sign for some forum."""
    return has_role(person) and Signatory.objects.filter(account=person.pk).exists()


def may_propose(person: Person) -> bool:
    return runs_forum(person) or roles_of(person).any_of(Kind.VILLAGE_OPERATOR, Kind.DISTRICT_OPERATOR)


def may_propose_for(person: Person, village: str | None, district: str | None) -> bool:
    """A village proposes for itself, a district for itself and its villages, the office for all."""
    roles = roles_of(person)
    if runs_forum(person):
        return True
    if village and village in roles.regions(Kind.VILLAGE_OPERATOR):
        return True
    home = district or (village.rpartition(".")[0] if village else None)
    return home in roles.regions(Kind.DISTRICT_OPERATOR)


def proposes_upkeep(person: Person) -> bool:
    """Asks the forum for money for digital services, in words that tell nothing more."""
    return roles_of(person).any_of(Kind.SECURITY_OFFICER)


def proposes_sites(person: Person) -> bool:
    """Asks the forum for masts where the computation shows that they help most: Bappeda, the walidata of the region."""
    held = roles_of(person)
    return held.any_of(Kind.PLANNER) or held.everywhere(Kind.DATA_STEWARD)


def may_change(person: Person, proposal: Proposal) -> bool:
    return may_propose_for(person, proposal.village_id, proposal.district_id)


def may_reshape(person: Person, proposal: Proposal) -> bool:
    """Merge and split: the office everywhere, a district among its own."""
    return runs_forum(person) or recommends_for_district(person, proposal)


def may_reroute(person: Person, proposal: Proposal) -> bool:
    """Send on to another agency: the office, and the agency that was asked."""
    return runs_forum(person) or recommends_for_agency(person, proposal)


def recommends(person: Person) -> bool:
    """Whether some level's word is this person's to give."""
    return roles_of(person).any_of(Kind.DISTRICT_OPERATOR, Kind.AGENCY_PLANNER, Kind.PLANNER)


def recommends_for_district(person: Person, proposal: Proposal) -> bool:
    return proposal.district_id in roles_of(person).regions(Kind.DISTRICT_OPERATOR)


def recommends_for_agency(person: Person, proposal: Proposal) -> bool:
    responsible = proposal.handler_id or proposal.agency_id
    return responsible in roles_of(person).agencies(Kind.AGENCY_PLANNER)


def aligns(person: Person) -> bool:
    """Opens the alignment desk: the office for all, an agency for its own."""
    return runs_forum(person) or roles_of(person).any_of(Kind.AGENCY_PLANNER)


def may_confirm(person: Person, proposal: Proposal) -> bool:
    """Say which entry of the catalogue a proposal means."""
    return runs_forum(person) or recommends_for_agency(person, proposal)


def may_settle(person: Person, agencies: Iterable[int]) -> bool:
    """Take findings on the plan lines of these agencies off the list; those of no agency are the office's."""
    own = roles_of(person).agencies(Kind.AGENCY_PLANNER)
    keys = set(agencies)
    return runs_forum(person) or (bool(keys) and keys <= own)


def recommends_for_bappeda(person: Person) -> bool:
    return roles_of(person).any_of(Kind.PLANNER)


def reports_progress(person: Person, proposal: Proposal) -> bool:
    """How far a funded proposal has come: who carries it out, or Bappeda."""
    return recommends_for_agency(person, proposal) or roles_of(person).any_of(Kind.PLANNER)


def reports_somewhere(person: Person) -> bool:
    return roles_of(person).any_of(Kind.AGENCY_PLANNER, Kind.PLANNER)


def sees_files(person: Person) -> bool:
    """Files as they came in, with what private persons' names they may hold."""
    return runs_forum(person) or roles_of(person).any_of(Kind.AUDITOR)


def sees_or_sends_files(person: Person) -> bool:
    return sees_files(person) or may_propose(person)


def takes_part(person: Person) -> bool:
    return roles_of(person).any_of(Kind.PARTICIPANT)


def sees_preparation(person: Person) -> bool:
    """A forum that has not decided, with its proposals: everybody who works on it, participants too."""
    return bool(roles_of(person))
