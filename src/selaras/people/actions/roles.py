"""Giving a role and ending it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.government.models import Agency, Region
from selaras.people import rules
from selaras.people.errors import AlreadyHeld, LastAdministrator, NotAllowed, PeopleError, WrongBody
from selaras.people.models import Account, Role

Kind = Role.Kind


def require_body(kind: str, region: Region | None, agency: Agency | None) -> None:
    """Refuse a role at a body where nobody holds it, such as a village operator of an agency."""
    allowed = rules.bodies_of(kind)
    if rules.level_of(region, agency) not in allowed or (region and agency):
        wanted = _(" atau ").join(str(rules.BODY_WORDS[one]) for one in allowed)
        raise WrongBody(
            _("Peran “%(role)s” dipegang untuk %(wanted)s. Pilih %(wanted)s.")
            % {"role": _(str(Kind(kind).label)), "wanted": wanted}
        )


def require_not_over(until: date | None) -> None:
    if until and until < timezone.localdate():
        raise PeopleError(_("Hari terakhir peran sudah lewat. Pilih hari ini atau sesudahnya."))


def hold(
    account: Account,
    kind: str,
    region: Region | None = None,
    agency: Agency | None = None,
    *,
    until: date | None = None,
    delegated_from: Role | None = None,
    reason: str = "",
) -> Role:
    """Let the account hold a role, anew where it held it once. Asks no rule and writes no log: for actions alone."""
    require_body(kind, region, agency)
    require_not_over(until)
    place: dict[str, Any] = {"account": account, "kind": kind, "region": region, "agency": agency}
    if Role.objects.in_force().filter(**place).exists():
        raise AlreadyHeld(_("Akun ini sudah memegang peran itu di sana."))
    term: dict[str, Any] = {"until": until, "delegated_from": delegated_from, "reason": reason}
    role, _created = Role.objects.update_or_create(**place, defaults=term)
    return role


def told(role: Role) -> dict[str, str | None]:
    """A role as the log tells it."""
    return {
        "role": role.kind,
        "region": role.region_id,
        "agency": role.agency.code if role.agency else None,
        "until": role.until.isoformat() if role.until else None,
    }


@transaction.atomic
def give_role(
    account: Account,
    kind: str,
    region: Region | None = None,
    agency: Agency | None = None,
    *,
    until: date | None = None,
    actor: Account,
) -> Role:
    require_other(actor, account)
    if not account.is_active:
        raise PeopleError(_("Akun ini tidak aktif. Aktifkan dulu, lalu beri peran."))
    role = hold(account, kind, region, agency, until=until)
    record("people.role_given", actor=actor, subject=account.get_username(), detail=told(role))
    return role


@transaction.atomic
def end_role(role: Role, *, actor: Account) -> None:
    """End it at once: yesterday was its last day. The row stays, so that the past can be told."""
    require_other(actor, role.account)
    if role.kind == Kind.ADMINISTRATOR:
        require_another_administrator(role.account)
    role.until = timezone.localdate() - timedelta(days=1)
    role.save(update_fields=["until"])
    record("people.role_ended", actor=actor, subject=role.account.get_username(), detail=told(role))


def require_other(actor: Account, account: Account) -> None:
    """Only an administrator changes accounts, and never the own one."""
    if not rules.keeps_accounts(actor):
        raise NotAllowed(_("Hanya administrator yang mengatur akun dan peran."))
    if not rules.may_change_account(actor, account):
        raise NotAllowed(_("Akun dan peran sendiri diubah oleh administrator lain, bukan oleh pemegangnya."))


def require_another_administrator(account: Account) -> None:
    """Refuse to leave the office without one whose role has no end.

    Two administrators who close each other's account at one moment meet at the locked rows; the second asks again
    after the first has written.
    """
    administrators = Role.objects.filter(kind=Kind.ADMINISTRATOR)
    list(administrators.select_for_update(of=("self",)).order_by("pk"))
    if not administrators.in_force().filter(until=None).exclude(account=account).exists():
        raise LastAdministrator(
            _("Ini administrator tetap yang terakhir. Beri peran administrator kepada akun lain lebih dulu.")
        )
