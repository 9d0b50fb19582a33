"""What every action on the inventory asks first: who may, and that nobody else changes it meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from selaras.exposure import rules
from selaras.exposure.errors import NotAllowed, NotNow
from selaras.exposure.models import Incident, System
from selaras.government.models import Agency
from selaras.people.models import Account


def require_keeper(agency: Agency, actor: Account) -> None:
    if not rules.keeps_for(actor, agency):
        raise NotAllowed(_("Sistem ini dikelola petugas keamanan pemiliknya dan petugas keamanan daerah."))


def held_system(system: System) -> System:
    """The system as it stands now, locked until the transaction ends."""
    return System.objects.select_for_update(of=("self",)).select_related("agency").get(pk=system.pk)


def held_incident(incident: Incident, actor: Account) -> Incident:
    """The incident as it stands now, locked, if it is still open. Raises NotAllowed, NotNow."""
    require_keeper(incident.agency, actor)
    now = Incident.objects.select_for_update(of=("self",)).select_related("agency", "system").get(pk=incident.pk)
    if now.state == Incident.State.CLOSED:
        raise NotNow(_("Insiden ini sudah selesai."))
    return now


def too_long(model: type[Model], told: Mapping[str, Any]) -> dict[str, str]:
    """Field to sentence for each text that its column does not hold."""
    wrong = {}
    for name, value in told.items():
        most = getattr(model._meta.get_field(name), "max_length", None)
        if isinstance(value, str) and most and len(value) > most:
            wrong[name] = _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": most}
    return wrong
