"""Reading accounts, invitations and delegations; each starts from what the person who asks may see."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet

from selaras.people import rules
from selaras.people.actions.accounts import SYSTEM
from selaras.people.models import Account, Invitation, Role, Session
from selaras.people.queries import Person, roles_of

_NAMES = (
    "username",
    "first_name",
    "last_name",
    "email",
    "roles__region__name",
    "roles__agency__name",
    "roles__agency__short_name",
)


def accounts_visible_to(person: Person) -> QuerySet[Account]:
    """Names and addresses of officers are for administrators alone."""
    if not rules.keeps_accounts(person):
        return Account.objects.none()
    held = Role.objects.in_force().select_related("region", "agency", "delegated_from__account").order_by("kind", "pk")
    accounts = Account.objects.exclude(username=SYSTEM).order_by("username")
    return accounts.prefetch_related(Prefetch("roles", held, to_attr="held"))


def found(accounts: QuerySet[Account], words: str, kind: str, active: bool) -> QuerySet[Account]:
    """Accounts whose names, address or body hold every word; of one kind of role where it is given."""
    accounts = accounts.filter(is_active=active)
    for word in words.split():
        anywhere = Q()
        for name in _NAMES:
            anywhere |= Q(**{f"{name}__icontains": word})
        accounts = accounts.filter(anywhere)
    if kind:
        accounts = accounts.filter(roles__in=Role.objects.in_force().filter(kind=kind))
    return accounts.distinct()


def invitations_visible_to(person: Person) -> QuerySet[Invitation]:
    """All for an administrator; for a district those of its villages' operators."""
    invitations = Invitation.objects.select_related("region", "agency", "invited_by")
    if rules.keeps_accounts(person):
        return invitations
    districts = roles_of(person).regions(rules.Kind.DISTRICT_OPERATOR)
    return invitations.filter(kind=rules.Kind.VILLAGE_OPERATOR, region__parent__in=districts)


def own_roles(account: Account) -> QuerySet[Role]:
    return Role.objects.in_force().filter(account=account).select_related("region", "agency", "delegated_from__account")


def delegations_of(account: Account) -> QuerySet[Role]:
    """What this account has delegated and still holds elsewhere."""
    lent = Role.objects.in_force().filter(delegated_from__account=account)
    return lent.select_related("region", "agency", "account").order_by("until", "pk")


def own_sessions(account: Account) -> QuerySet[Session]:
    return Session.objects.filter(account=account)
