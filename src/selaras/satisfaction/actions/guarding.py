"""What every action on surveys asks first: that nobody else changes it meanwhile, its state, and who may."""

from __future__ import annotations

from django.utils.translation import gettext as _

from selaras.government.models import Agency
from selaras.people.models import Account
from selaras.satisfaction import rules
from selaras.satisfaction.errors import NotAllowed, NotNow
from selaras.satisfaction.models import Service, Survey


def held(survey: Survey, *states: str) -> Survey:
    """The survey as it stands now, locked until the transaction ends. Raises NotNow where it is in no such state."""
    now = Survey.objects.select_for_update(of=("self",)).select_related("service__agency").get(pk=survey.pk)
    if states and now.state not in states:
        told = {"name": now.name, "state": _(now.get_state_display())}
        raise NotNow(_("Survei %(name)s sudah %(state)s. Muat ulang halaman untuk melihat keadaannya.") % told)
    return now


def require_keeper(agency: Agency, actor: Account) -> None:
    if not rules.keeps_for(actor, agency):
        raise NotAllowed(_("Survei ini dikelola oleh perencana %(agency)s dan walidata.") % {"agency": agency.name})


def require_typist(service: Service, actor: Account) -> None:
    if not rules.types_in_for(actor, service):
        told = {"agency": service.agency.name}
        raise NotAllowed(_("Formulir kertas dan undangan dicatat oleh petugas %(agency)s.") % told)
