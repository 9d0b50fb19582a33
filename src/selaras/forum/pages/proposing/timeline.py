"""Everything that was ever done with a proposal, as those who work here read it: who, for which body, what, why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.engines.indonesian.wording import number, rupiah
from selaras.forum.actions.undoing import may_undo
from selaras.forum.models import Event, Proposal
from selaras.forum.pages.words import DEED_WORDS, ENDING_WORDS, LEVEL_WORDS, SOURCE_WORDS
from selaras.government.models import Agency, Region
from selaras.people.queries import Person

FIELD_WORDS: dict[str, str | Promise] = {
    "address": gettext_lazy("Alamat"),
    "agency": gettext_lazy("Perangkat daerah yang dituju"),
    "apart": gettext_lazy("Dinyatakan berbeda"),
    "code": gettext_lazy("Sub kegiatan"),
    "cost": gettext_lazy("Biaya"),
    "district": gettext_lazy("Kecamatan"),
    "ending": gettext_lazy("Keadaan"),
    "from": gettext_lazy("Berasal dari"),
    "handler": gettext_lazy("Perangkat daerah pelaksana"),
    "into": gettext_lazy("Menjadi"),
    "latitude": gettext_lazy("Lintang"),
    "level": gettext_lazy("Tingkat"),
    "longitude": gettext_lazy("Bujur"),
    "photos": gettext_lazy("Foto baru"),
    "problem": gettext_lazy("Masalah"),
    "rt": gettext_lazy("RT"),
    "rw": gettext_lazy("RW"),
    "same": gettext_lazy("Dinyatakan sama"),
    "source": gettext_lazy("Asal"),
    "supports": gettext_lazy("Sikap"),
    "title": gettext_lazy("Usulan"),
    "unit": gettext_lazy("Satuan"),
    "village": gettext_lazy("Desa/kelurahan"),
    "volume": gettext_lazy("Volume"),
}


@dataclass(frozen=True)
class Line:
    """One deed: its word, who did it for which body, what changed (field, before, after), whether it can go back."""

    pk: int
    word: str | Promise
    at: datetime
    actor: str
    body: str
    changes: list[tuple[str | Promise, str, str]]
    reason: str
    undone: bool
    undoable: bool


def timeline(proposal: Proposal, person: Person) -> list[Line]:
    """The deeds in their order; four queries, whatever their number."""
    events = list(Event.objects.filter(proposal=proposal).select_related("undone_by").order_by("pk"))
    names = _names(events)
    lines = []
    for event in events:
        event.proposal = proposal
        undone = hasattr(event, "undone_by")
        lines.append(
            Line(
                event.pk,
                DEED_WORDS.get(event.kind, event.kind),
                event.at,
                event.actor_name,
                event.body,
                _changes(event, names),
                event.reason,
                undone,
                not undone and may_undo(person, event),
            )
        )
    return lines


def _names(events: Iterable[Event]) -> dict[tuple[str, Any], str]:
    """The names of regions and agencies that events tell of, by field and key."""
    told = [side for event in events for side in (event.before or {}, event.after or {})]
    regions = {side[name] for side in told for name in ("village", "district") if side.get(name)}
    agencies = {side[name] for side in told for name in ("agency", "handler") if side.get(name)}
    places = dict(Region.objects.filter(pk__in=regions).values_list("pk", "name"))
    bodies = dict(Agency.objects.filter(pk__in=agencies).values_list("pk", "name"))
    named = {(field, key): name for field in ("village", "district") for key, name in places.items()}
    return named | {(field, key): name for field in ("agency", "handler") for key, name in bodies.items()}


def _changes(event: Event, names: dict[tuple[str, Any], str]) -> list[tuple[str | Promise, str, str]]:
    before, after = event.before or {}, event.after or {}
    told = [name for name in FIELD_WORDS if name in before or name in after]
    rows = [(name, _told(name, before.get(name), names), _told(name, after.get(name), names)) for name in told]
    return [(FIELD_WORDS[name], old, new) for name, old, new in rows if old != new]


def _told(name: str, value: Any, names: dict[tuple[str, Any], str]) -> str:
    if value in (None, "", []):
        return _("masih berlaku") if name == "ending" else ""
    if name == "cost":
        return rupiah(value)
    if name == "volume":
        return number(Decimal(str(value)))
    if name == "supports":
        return _("mendukung") if value else _("tidak mendukung")
    words = {"ending": ENDING_WORDS, "level": LEVEL_WORDS, "source": SOURCE_WORDS}.get(name, {})
    if value in words if isinstance(value, str) else False:
        return str(words[value])
    return ", ".join(map(str, value)) if isinstance(value, list) else names.get((name, value), str(value))
