"""Who may do what with accounts: named predicates, asked by actions and pages alike."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from selaras.government.models import Agency, Region
from selaras.people.models import Account, Invitation, Role
from selaras.people.queries import Person, roles_of

Kind = Role.Kind

# Roles whose word binds others, or who see how systems fall: they sign in with a second step.
DECIDES = frozenset(
    {Kind.SECRETARY, Kind.PLANNER, Kind.TREASURY, Kind.ADMINISTRATOR, Kind.PPID_SUPERIOR, Kind.SECURITY_OFFICER}
)

VILLAGE, DISTRICT, AGENCY, WHOLE = "village", "district", "agency", "whole"
# At which bodies a role may be held; what is not named here is held for the whole region.
_BODIES: dict[str, tuple[str, ...]] = {
    Kind.VILLAGE_OPERATOR: (VILLAGE,),
    Kind.DISTRICT_OPERATOR: (DISTRICT,),
    Kind.AGENCY_PLANNER: (AGENCY,),
    Kind.PPID_OFFICER: (WHOLE, AGENCY, DISTRICT, VILLAGE),
    Kind.PPID_SUPERIOR: (WHOLE, VILLAGE),
    Kind.DATA_PRODUCER: (AGENCY,),
    Kind.DATA_STEWARD: (WHOLE, AGENCY),
    Kind.SECURITY_OFFICER: (WHOLE, AGENCY),
    Kind.PARTICIPANT: (WHOLE, VILLAGE, DISTRICT, AGENCY),
    Kind.OBSERVER: (WHOLE, AGENCY),
}
BODY_WORDS = {
    VILLAGE: _("desa/kelurahan"),
    DISTRICT: _("kecamatan"),
    AGENCY: _("perangkat daerah"),
    WHOLE: _("seluruh daerah"),
}
# Who gives roles could make a delegate an administrator for good; a second administrator is appointed instead.
NOT_DELEGATED = frozenset({Kind.ADMINISTRATOR})


def bodies_of(kind: str) -> tuple[str, ...]:
    return _BODIES.get(kind, (WHOLE,))


def level_of(region: Region | None, agency: Agency | None) -> str:
    """Which sort of body this is, in the words of `bodies_of`."""
    if agency:
        return AGENCY
    return str(region.level) if region else WHOLE


def keeps_accounts(person: Person) -> bool:
    """Give and end roles, close accounts, see names and addresses of officers."""
    return roles_of(person).any_of(Kind.ADMINISTRATOR)


def may_change_account(person: Person, account: Account) -> bool:
    """Nobody changes their own roles, nor the program's account."""
    return keeps_accounts(person) and person.pk != account.pk


def invites(person: Person) -> bool:
    return roles_of(person).any_of(Kind.ADMINISTRATOR, Kind.DISTRICT_OPERATOR)


def may_invite(person: Person, kind: str, region: Region | None) -> bool:
    """An administrator invites for every role; a district invites operators of its own villages."""
    if keeps_accounts(person):
        return True
    districts = roles_of(person).regions(Kind.DISTRICT_OPERATOR)
    return kind == Kind.VILLAGE_OPERATOR and region is not None and region.parent_id in districts


def may_change_invitation(person: Person, invitation: Invitation) -> bool:
    return may_invite(person, invitation.kind, invitation.region)


def may_delegate(person: Person, role: Role) -> bool:
    """Who holds a role of their own may; what was delegated is not passed on."""
    return role.account_id == person.pk and role.delegated_from_id is None and role.kind not in NOT_DELEGATED


def reads_log(person: Person) -> bool:
    return roles_of(person).any_of(Kind.AUDITOR, Kind.ADMINISTRATOR, Kind.SECRETARY)


def reads_secrets_in_log(person: Person) -> bool:
    """Entries about the inventory of systems: for who watches over all, not for who keeps accounts or the forum."""
    return roles_of(person).any_of(Kind.AUDITOR)


def decides(person: Person) -> bool:
    return roles_of(person).any_of(*DECIDES)
