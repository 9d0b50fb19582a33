"""What the security officer asks money for comes to the forum in words that tell nothing of where and why."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.forum import rules
from selaras.forum.actions.proposing import FORM, next_number
from selaras.forum.actions.remembering import remember
from selaras.forum.amounts import too_large
from selaras.forum.errors import Incomplete, NotAllowed
from selaras.forum.guards import require_open
from selaras.forum.history import values_of
from selaras.forum.imports import digest_of
from selaras.forum.models import Event, Forum, Proposal
from selaras.government.models import Region
from selaras.people.models import Account

TITLE = "Pemeliharaan keandalan layanan digital pemerintah daerah"
PROBLEM = (
    "Pekerjaan ini bagian dari rencana pemeliharaan layanan digital. Rincian dan perhitungannya disimpan petugas "
    "keamanan informasi dan terbuka bagi pemeriksa; sidik perhitungannya {evidence}."
)


@transaction.atomic
def propose_upkeep(
    forum: Forum, district: Region, cost: int, *, evidence: str, submission: UUID, actor: Account
) -> Proposal:
    """A proposal of that cost in rupiah. `evidence`: the digest of the reckoning behind it, which stays where it is.

    The same submission again gives the proposal that it made. Raises NotAllowed, Incomplete, Locked.
    """
    require_open(forum)
    if not rules.proposes_upkeep(actor):
        raise NotAllowed(_("Usulan ini dikirim petugas keamanan."))
    if known := Proposal.objects.filter(submission=submission).first():
        return known
    if district.level != Region.Level.DISTRICT or district.parent_id != forum.cycle.region_id:
        raise Incomplete({"place": _("Pilih kecamatan di daerah ini.")})
    if cost <= 0:
        raise Incomplete({"cost": _("Biaya harus lebih dari nol.")})
    if wrong := too_large(Decimal(1), cost):
        raise Incomplete(wrong)
    number = next_number(forum, district)
    told = {
        "title": TITLE,
        "problem": PROBLEM.format(evidence=evidence[:12]),
        "district": district,
        "source": Proposal.Source.FORUM,
        "volume": Decimal(1),
        "unit": "paket",
        "cost": cost,
    }
    proposal = Proposal(forum=forum, sender=FORM, number=number, own_number=number, submission=submission, **told)
    proposal.digest = digest_of(proposal)
    proposal.save()
    remember(proposal, Event.Kind.PROPOSED, actor=actor, after=values_of(proposal, told))
    return proposal
