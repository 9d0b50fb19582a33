"""What every action on messages asks first: that nobody else changes it meanwhile, its state, and who may."""

from __future__ import annotations

from django.utils.translation import gettext as _

from selaras.government.models import Region
from selaras.outreach import rules
from selaras.outreach.errors import NotAllowed, NotNow
from selaras.outreach.models import Message
from selaras.people.models import Account


def held(message: Message, *states: str) -> Message:
    """The message as it stands now, locked until the transaction ends. Raises NotNow where it is in no such state."""
    now = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
    if states and now.state not in states:
        told = {"title": now.title, "state": _(now.get_state_display())}
        raise NotNow(_("Keadaan pesan “%(title)s” sekarang: %(state)s. Muat ulang halaman untuk melihatnya.") % told)
    return now


def require_writer(actor: Account) -> None:
    if not rules.writes(actor):
        raise NotAllowed(_("Pesan ditulis dan dikirim oleh petugas PPID utama. Sampaikan isinya kepada mereka."))


def require_desk(village: Region, actor: Account) -> None:
    if not rules.receives_for(actor, village):
        raise NotAllowed(_("Pesan ini diterima oleh petugas %(village)s.") % {"village": village.name})


def require_typist(village: Region, actor: Account) -> None:
    if not rules.types_in_for(actor, village):
        told = {"village": village.name}
        raise NotAllowed(_("Balasan %(village)s diketik oleh kecamatannya atau petugas PPID utama.") % told)
