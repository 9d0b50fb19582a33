"""The network of PPID bodies: formed from the region's own list, and kept by the bodies and the main PPID."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import Actor, record
from selaras.disclosure import rules
from selaras.disclosure.actions.guarding import require_keeper
from selaras.disclosure.errors import Incomplete, NotAllowed
from selaras.disclosure.models import PublicBody
from selaras.government.models import Agency, Region
from selaras.people.models import Account

Kind = PublicBody.Kind
_TEXTS = ("address", "phone", "email", "hours", "decree")
DESK_FIELDS = (*_TEXTS, "decree_date")
URBAN = "kelurahan"


@transaction.atomic
def form_network(region: Region, *, actor: Actor) -> int:
    """Enter every body of a region that is not there yet: the main PPID, agencies, districts, villages.

    A desa answers its own objections (Perki 1/2018); the main PPID's superior answers those of all others. Returns how
    many are new.
    """
    main, fresh = PublicBody.objects.get_or_create(
        region=region, defaults={"kind": Kind.MAIN, "code": "utama", "name": f"PPID Utama {region.name}"}
    )
    if fresh:
        main.superior = main
        main.save(update_fields=["superior"])
    known = set(PublicBody.objects.values_list("code", flat=True))
    made = [body for body in _bodies(region, main) if body.code not in known]
    PublicBody.objects.bulk_create(made, batch_size=500)
    desa = PublicBody.objects.filter(kind=Kind.VILLAGE, superior=None)
    for body in desa:
        body.superior = body
    PublicBody.objects.bulk_update(desa, ["superior"], batch_size=200)
    if made or fresh:
        record("disclosure.network_formed", actor=actor, subject=region.code, detail={"bodies": len(made) + fresh})
    return len(made) + fresh


def _bodies(region: Region, main: PublicBody) -> Iterator[PublicBody]:
    districts = list(Region.objects.filter(parent=region))
    offices = {_district_name(one).casefold() for one in districts}  # an agency too, but its desk is the district's
    for agency in Agency.objects.filter(region=region):
        if agency.name.casefold() in offices:
            continue
        code = f"pd-{agency.code}".lower().replace(".", "-")[:40]
        yield PublicBody(kind=Kind.AGENCY, code=code, name=agency.name, agency=agency, superior=main)
    for district in districts:
        yield PublicBody(
            kind=Kind.DISTRICT, code=_digits(district), name=_district_name(district), region=district, superior=main
        )
    for village in Region.objects.filter(parent__parent=region):
        if village.kind == URBAN:
            name = f"Kelurahan {village.name}"
            yield PublicBody(kind=Kind.URBAN_VILLAGE, code=_digits(village), name=name, region=village, superior=main)
        else:
            name = f"Pemerintah Desa {village.name}"
            yield PublicBody(kind=Kind.VILLAGE, code=_digits(village), name=name, region=village)


def _district_name(district: Region) -> str:
    return f"Kecamatan {district.name.removeprefix('Kecamatan ')}"


def _digits(region: Region) -> str:
    return region.code.replace(".", "")


@transaction.atomic
def describe_desk(body: PublicBody, told: Mapping[str, Any], *, actor: Account) -> PublicBody:
    """Where the desk is, when it is open, by which decree it was formed; what is not told stays.

    Raises NotAllowed, Incomplete.
    """
    held = PublicBody.objects.select_for_update().get(pk=body.pk)
    require_keeper(held, actor)
    changed = described(held, told)
    if changed:
        held.save(update_fields=list(changed))
        record("disclosure.desk_described", actor=actor, subject=held.code, detail=changed)
    return held


def described(body: PublicBody, told: Mapping[str, Any]) -> dict[str, str]:
    """Put what is told on the body, unsaved; what that changes, as text. Raises Incomplete."""
    before = {name: getattr(body, name) for name in DESK_FIELDS if name in told}
    for name in before:
        setattr(body, name, told[name])
    _require_sound(body)
    return {name: str(told[name]) for name in before if before[name] != told[name]}


@transaction.atomic
def let_help(body: PublicBody, helper: PublicBody | None, *, actor: Account) -> PublicBody:
    """Let a district act at a village's desk in the village's name, or end it. The village itself, or the main PPID."""
    held = PublicBody.objects.select_for_update().get(pk=body.pk)
    if not rules.names_helper(actor, held):
        raise NotAllowed(_("Hanya %(body)s sendiri atau PPID Utama yang menunjuk pembantu.") % {"body": held.name})
    lies_in = held.region.parent_id if held.region else None
    if helper and (helper.kind != Kind.DISTRICT or helper.region_id != lies_in):
        raise Incomplete({"helper": _("Pembantu sebuah desa ialah kecamatannya.")})
    if held.helper == helper:
        return held
    held.helper = helper
    held.save(update_fields=["helper"])
    record("disclosure.help_changed", actor=actor, subject=held.code, detail={"helper": helper.code if helper else ""})
    return held


def _require_sound(body: PublicBody) -> None:
    """Raises Incomplete with a sentence for each field that cannot stand."""
    wrong: dict[str, str] = {}
    try:
        body.clean_fields(exclude={field.name for field in PublicBody._meta.fields} - set(_TEXTS))
    except ValidationError as found:
        wrong = {name: " ".join(told) for name, told in found.message_dict.items()}
    if body.decree and body.decree_date is None:
        wrong["decree_date"] = _("Isi tanggal keputusan pembentukan PPID.")
    elif body.decree_date and not body.decree:
        wrong["decree"] = _("Isi nomor keputusan pembentukan PPID.")
    elif body.decree_date and body.decree_date > timezone.localdate():
        wrong["decree_date"] = _("Tanggal keputusan ini belum tiba. Periksa tahunnya.")
    if wrong:
        raise Incomplete(wrong)
