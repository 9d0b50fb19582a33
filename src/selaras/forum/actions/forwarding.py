"""What other rooms ask money for comes to the forum: upkeep in words that tell nothing of where and why, masts with
their evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
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
SITE_TITLE = "Pembangunan menara telekomunikasi di {village}"


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
    told = {"title": TITLE, "problem": PROBLEM.format(evidence=evidence[:12]), "district": district}
    return _proposed(forum, district, {**told, "unit": "paket", "cost": cost}, submission, actor)


@dataclass(frozen=True)
class SiteWanted:
    """A mast that a computation asks for; `evidence` says whom it reaches and from what that follows."""

    village: Region
    latitude: Decimal
    longitude: Decimal
    cost: int
    evidence: str


@transaction.atomic
def propose_site(forum: Forum, wanted: SiteWanted, *, submission: UUID, actor: Account) -> Proposal:
    """A proposal for a mast in a village of the forum's region, with its evidence as the problem.

    The same submission again gives the proposal that it made. Raises NotAllowed, Incomplete, Locked.
    """
    require_open(forum)
    if not rules.proposes_sites(actor):
        raise NotAllowed(_("Usulan menara dikirim walidata dan Bappeda."))
    district = wanted.village.parent
    if wanted.village.level != Region.Level.VILLAGE or district is None:
        raise Incomplete({"place": _("Pilih desa di daerah ini.")})
    told = {
        "title": SITE_TITLE.format(village=wanted.village.name),
        "problem": wanted.evidence,
        "district": district,
        "village": wanted.village,
        "latitude": wanted.latitude,
        "longitude": wanted.longitude,
    }
    return _proposed(forum, district, {**told, "unit": "unit", "cost": wanted.cost}, submission, actor)


def _proposed(forum: Forum, district: Region, told: dict[str, Any], submission: UUID, actor: Account) -> Proposal:
    if known := Proposal.objects.filter(submission=submission).first():
        return known
    if district.level != Region.Level.DISTRICT or district.parent_id != forum.cycle.region_id:
        raise Incomplete({"place": _("Pilih kecamatan di daerah ini.")})
    if told["cost"] <= 0:
        raise Incomplete({"cost": _("Biaya harus lebih dari nol.")})
    if wrong := too_large(Decimal(1), told["cost"]):
        raise Incomplete(wrong)
    number = next_number(forum, told.get("village", district))
    told |= {"source": Proposal.Source.FORUM, "volume": Decimal(1)}
    proposal = Proposal(forum=forum, sender=FORM, number=number, own_number=number, submission=submission, **told)
    proposal.digest = digest_of(proposal)
    proposal.save()
    remember(proposal, Event.Kind.PROPOSED, actor=actor, after=values_of(proposal, told))
    return proposal
