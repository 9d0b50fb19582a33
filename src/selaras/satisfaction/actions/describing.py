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
from selaras.satisfaction.queries import desk_named

_LONGEST = 40  # signs of a desk's code
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Described:
    """`population`: people served in the time of one survey, from the office's own register."""

    name: str
    population: int | None
    legal_basis: str = ""


@transaction.atomic
def describe_service(code: str, agency: Agency, said: Described, *, actor: Account) -> Service:
    """Describe a new service; said twice alike, it is one. `code` is for good. Raises NotAllowed, Incomplete."""
    require_keeper(agency, actor)
    said = _whole(said, code)
    known = Service.objects.select_for_update(of=("self",)).filter(code=code).first()
    if known is None:
        return _written(Service(code=code, agency=agency), said, actor)
    if known.agency_id != agency.pk:
        raise Incomplete({"code": _("Kode ini sudah dipakai perangkat daerah lain. Pilih kode lain.")})
    if _changed(known, said):
        told = _("Kode ini sudah dipakai layanan %(name)s. Pilih kode lain, atau ubah layanan itu di halamannya.")
        raise Incomplete({"code": told % {"name": known.name}})
    return known


@transaction.atomic
def change_service(service: Service, said: Described, *, actor: Account) -> Service:
    """Describe a known service anew; periods opened before keep the number of people they were opened with.

    Raises NotAllowed, Incomplete.
    """
    now = Service.objects.select_for_update(of=("self",)).select_related("agency").get(pk=service.pk)
    require_keeper(now.agency, actor)
    said = _whole(said)
    return _written(now, said, actor) if _changed(now, said) else now


def _changed(service: Service, said: Described) -> list[str]:
    return [name for name, value in asdict(said).items() if getattr(service, name) != value]


def _written(service: Service, said: Described, actor: Account) -> Service:
    changed = _changed(service, said)
    for name in changed:
        setattr(service, name, getattr(said, name))
    service.save()
    record("satisfaction.service_described", actor=actor, subject=service.code, detail={"changed": changed})
    return service


def _whole(said: Described, code: str | None = None) -> Described:
    """Without stray spaces; a `code` is judged too. Raises Incomplete."""
    name, basis, wrong = said.name.strip(), said.legal_basis.strip(), {}
    if not 0 < len(name) <= 200:
        wrong["name"] = _("Tulis nama layanannya, paling banyak 200 huruf.")
    if len(basis) > 300:
        wrong["legal_basis"] = _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": 300}
    if not said.population or said.population < 1:
        wrong["population"] = _("Tulis berapa orang yang dilayani selama satu periode survei.")
    if code is not None and (not _CODE.fullmatch(code) or len(code) > 60):
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
    name = " ".join(name.split())
    if not slugify(name) or len(name) > 120:
        raise Incomplete({"name": _("Tulis nama loketnya, misalnya Loket Gombong.")})
    held = Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
    if known := desk_named(held, name):
        return known
    desk = held.desks.create(code=_free_code(held, name), name=name)
    record("satisfaction.desk_added", actor=actor, subject=held.code, detail={"desk": desk.code})
    return desk


def _free_code(service: Service, name: str) -> str:
    """Of the name, as far as it fits; with a number behind it where another desk has that code."""
    taken = set(service.desks.values_list("code", flat=True))
    endings = ("", *(f"-{number}" for number in range(2, len(taken) + 2)))
    codes = (slugify(name)[: _LONGEST - len(ending)].strip("-") + ending for ending in endings)
    return next(code for code in codes if code not in taken)
