"""A service is described, with the desks at which it is given."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.government.models import Agency
from selaras.people.models import Account
from selaras.satisfaction.actions.guarding import require_keeper
from selaras.satisfaction.errors import Incomplete
from selaras.satisfaction.models import Desk, Service

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Described:
    """`population`: people served in the time of one survey, from the office's own register."""

    name: str
    population: int | None
    legal_basis: str = ""


@transaction.atomic
def describe_service(code: str, agency: Agency, said: Described, *, actor: Account) -> Service:
    """Describe a new service, or one that is known anew. `code` is for good. Raises NotAllowed, Incomplete."""
    require_keeper(agency, actor)
    said = _whole(code, said)
    known = Service.objects.select_for_update(of=("self",)).filter(code=code).first()
    if known and known.agency_id != agency.pk:
        raise Incomplete({"code": _("Kode ini sudah dipakai perangkat daerah lain. Pilih kode lain.")})
    service = known or Service(code=code, agency=agency)
    told = asdict(said)
    changed = [name for name, value in told.items() if getattr(service, name) != value]
    if known and not changed:
        return known
    for name in changed:
        setattr(service, name, told[name])
    service.save()
    record("satisfaction.service_described", actor=actor, subject=code, detail={"changed": changed})
    return service


def _whole(code: str, said: Described) -> Described:
    """Without stray spaces. Raises Incomplete."""
    name, basis, wrong = said.name.strip(), said.legal_basis.strip(), {}
    if not 0 < len(name) <= 200:
        wrong["name"] = _("Tulis nama layanannya, paling banyak 200 huruf.")
    if len(basis) > 300:
        wrong["legal_basis"] = _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": 300}
    if not said.population or said.population < 1:
        wrong["population"] = _("Tulis berapa orang yang dilayani selama satu periode survei.")
    if not _CODE.fullmatch(code) or len(code) > 60:
        wrong["code"] = _("Tulis kode dari huruf kecil, angka, dan tanda hubung, paling banyak 60: layanan-informasi.")
    if wrong:
        raise Incomplete(wrong)
    return Described(name, said.population, basis)


@transaction.atomic
def add_desk(service: Service, name: str, *, actor: Account) -> Desk:
    """Name a desk, whose answers are then shown beside the others'; named twice, it is one. Raises NotAllowed,
    Incomplete.
    """
    require_keeper(service.agency, actor)
    code = slugify(name)[:40].strip("-")
    if not code or len(name.strip()) > 120:
        raise Incomplete({"name": _("Tulis nama loketnya, misalnya Loket Gombong.")})
    desk, fresh = Desk.objects.get_or_create(service=service, code=code, defaults={"name": name.strip()})
    if fresh:
        record("satisfaction.desk_added", actor=actor, subject=service.code, detail={"desk": code})
    return desk
