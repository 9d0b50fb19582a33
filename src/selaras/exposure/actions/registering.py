"""A system comes into the inventory, changes, is retired, and comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.exposure import rules
from selaras.exposure.actions.guarding import held_system, require_keeper, too_long
from selaras.exposure.actions.merging_reports import match_again
from selaras.exposure.errors import Incomplete, NotNow
from selaras.exposure.models import MOST_WORTH, Host, System
from selaras.exposure.terms import DETAILS, LONGEST
from selaras.government.models import Agency
from selaras.people.models import Account


@dataclass(frozen=True)
class Said:
    """What an office tells of a system. `host` is the name of its machine; `isolated` is about that machine."""

    name: str
    purpose: str
    classification: str
    contact_unit: str
    address: str = ""
    holds: str = ""
    personal_data: bool = False
    life_cycle: str = System.LifeCycle.USED
    worth: int = 0
    internet: str = System.Internet.CLOSED
    foothold: str = System.Foothold.NONE
    host: str = ""
    isolated: bool = False
    details: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def register_system(agency: Agency, said: Said, *, actor: Account, matched: bool = True) -> System:
    """Raises NotAllowed, Incomplete; the latter too where the agency has a system of that name.

    Who registers many at once matches them all at the end, by `match_again`, and says `matched=False`.
    """
    require_keeper(agency, actor)
    told = _whole(said)
    if System.objects.filter(agency=agency, name__iexact=told["name"]).exists():
        raise Incomplete({"name": _("Sistem bernama ini sudah terdaftar. Buka sistem itu lalu ubah isinya.")})
    now = timezone.now()
    system = System(agency=agency, registered_by=actor, registered_at=now, changed_at=now)
    _fill(system, told, actor)
    system.save()
    if matched:
        match_again([system])
    record("exposure.system_registered", actor=actor, subject=system.key, detail={"agency": agency.code})
    return system


@transaction.atomic
def change_system(system: System, said: Said, *, actor: Account, matched: bool = True) -> System:
    """Told as it stands, nothing happens. `matched`: as in `register_system`. Raises NotAllowed, Incomplete."""
    require_keeper(system.agency, actor)
    now, told = held_system(system), _whole(said)
    others = System.objects.filter(agency=now.agency, name__iexact=told["name"]).exclude(pk=now.pk)
    if others.exists():
        raise Incomplete({"name": _("Sistem lain perangkat daerah ini sudah memakai nama itu. Pilih nama lain.")})
    changed = _fill(now, told, actor)
    if changed:
        now.changed_at = timezone.now()
        now.save()
        if matched and {"name", "address", "host", "vouched"} & set(changed):
            match_again([now])
        record("exposure.system_changed", actor=actor, subject=now.key, detail={"changed": changed})
    return now


@transaction.atomic
def retire_system(system: System, *, actor: Account) -> System:
    """It stays in the register, and no route leads through it any more. Raises NotAllowed, NotNow."""
    require_keeper(system.agency, actor)
    now = held_system(system)
    if now.is_retired:
        raise NotNow(_("Sistem ini sudah dihentikan."))
    now.life_cycle, now.changed_at = System.LifeCycle.RETIRED, timezone.now()
    now.save(update_fields=["life_cycle", "changed_at"])
    record("exposure.system_retired", actor=actor, subject=now.key)
    return now


@transaction.atomic
def reinstate_system(system: System, *, actor: Account) -> System:
    """It was not retired after all, or runs again; its connections count again. Raises NotAllowed, NotNow."""
    require_keeper(system.agency, actor)
    now = held_system(system)
    if not now.is_retired:
        raise NotNow(_("Sistem ini tidak sedang dihentikan."))
    now.life_cycle, now.changed_at = System.LifeCycle.USED, timezone.now()
    now.save(update_fields=["life_cycle", "changed_at"])
    record("exposure.system_reinstated", actor=actor, subject=now.key)
    return now


@transaction.atomic
def isolate(host: Host, isolated: bool, *, actor: Account) -> Host:
    """It keeps its systems apart, or does not. Raises NotAllowed."""
    require_keeper(host.agency, actor)
    host.isolated = isolated
    host.save(update_fields=["isolated"])
    record("exposure.host_changed", actor=actor, subject=host.key, detail={"isolated": isolated})
    return host


def _fill(system: System, told: dict[str, Any], actor: Account) -> list[str]:
    """Set what was told; the names of the fields that this changed."""
    values = {name: value for name, value in told.items() if name not in ("host", "isolated")}
    changed = [name for name, value in values.items() if getattr(system, name) != value]
    for name in changed:
        setattr(system, name, values[name])
    host = _host(system, told["host"], actor) if told["host"] else None
    if host and host.isolated != told["isolated"]:
        if not rules.keeps_for(actor, host.agency):
            raise Incomplete({"isolated": _("Peladen ini milik perangkat daerah lain. Minta pemiliknya mencatat ini.")})
        host.isolated = told["isolated"]
        host.save(update_fields=["isolated"])
        changed.append("isolated")
    if system.host_id != (host.pk if host else None):
        system.host = host
        changed.append("host")
    vouched = rules.is_region_officer(actor)
    if system.vouched != vouched and (vouched or {"name", "address", "host"} & set(changed)):
        system.vouched = vouched
        changed.append("vouched")
    return changed


def _host(system: System, name: str, actor: Account) -> Host:
    """The machine of that name: the one it stands on, one of its agency, for the region's officer any other's."""
    if system.host and system.host.name.casefold() == name.casefold():
        return system.host
    found = Host.objects.filter(name__iexact=name)
    known = found.filter(agency=system.agency).first()
    if not known and rules.is_region_officer(actor):
        known = found.first()
    return known or Host.objects.create(agency=system.agency, name=name)


def _whole(said: Said) -> dict[str, Any]:
    """Field to value, without stray spaces. Raises Incomplete."""
    told: dict[str, Any] = dict(asdict(said))
    told |= {name: " ".join(value.split()) for name, value in told.items() if isinstance(value, str)}
    told["details"] = {key: text.strip() for key, text in said.details.items() if key in DETAILS and text.strip()}
    wrong = {name: sentence for name, sentence in _needed().items() if not told[name]}
    wrong |= too_long(System, {name: value for name, value in told.items() if name not in ("host", "isolated")})
    wrong |= too_long(Host, {"name": told["host"]}) and {"host": _("Nama peladen ini terlalu panjang. Persingkat.")}
    wrong |= _wrong_choices(told)
    if not 0 <= told["worth"] <= MOST_WORTH:
        wrong["worth"] = _("Isi bobot dari 0 (bukan sistem inti) sampai %(most)s.") % {"most": MOST_WORTH}
    if any(len(text) > LONGEST for text in told["details"].values()):
        wrong["details"] = _("Satu keterangan tambahan terlalu panjang: paling banyak %(most)s huruf.") % {
            "most": LONGEST
        }
    if wrong:
        raise Incomplete(wrong)
    return told


def _needed() -> dict[str, str]:
    return {
        "name": _("Tulis nama sistemnya."),
        "purpose": _("Tulis untuk apa sistem ini dipakai."),
        "contact_unit": _("Tulis bagian yang dihubungi bila ada gangguan, bukan nama orang."),
    }


def _wrong_choices(told: Mapping[str, Any]) -> dict[str, str]:
    choices: dict[str, tuple[type[TextChoices], str]] = {
        "classification": (System.Classification, _("Pilih klasifikasi datanya: terbuka, terbatas, atau rahasia.")),
        "life_cycle": (System.LifeCycle, _("Pilih daur hidupnya.")),
        "internet": (System.Internet, _("Pilih apakah sistem ini terbuka dari internet.")),
        "foothold": (System.Foothold, _("Pilih apakah penyusup mungkin berawal dari sini.")),
    }
    return {name: sentence for name, (words, sentence) in choices.items() if told[name] not in words.values}
