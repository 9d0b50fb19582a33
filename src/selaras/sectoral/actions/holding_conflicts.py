"""What every action on a conflict asks first: that nobody else changes it meanwhile, its state, and who may."""

from __future__ import annotations

from django.utils.translation import gettext as _

from selaras.people.models import Account
from selaras.sectoral.conflicts import rules
from selaras.sectoral.errors import NotAllowed, NotNow
from selaras.sectoral.models import Conflict


def held_conflict(conflict: Conflict, *states: str) -> Conflict:
    """The conflict as it stands now, locked until the transaction ends. Raises NotNow where it is in no such state."""
    now = Conflict.objects.select_for_update(of=("self",)).select_related("owner").get(pk=conflict.pk)
    if now.state not in states:
        told = {"state": now.get_state_display()}
        raise NotNow(_("Selisih ini %(state)s. Muat ulang halaman untuk melihat keadaannya.") % told)
    return now


def require_part(conflict: Conflict, actor: Account) -> None:
    if not rules.takes_part(actor, conflict):
        raise NotAllowed(_("Selisih ini diselesaikan oleh perangkat daerah yang angkanya berbeda dan walidata."))
