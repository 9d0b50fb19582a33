"""A table of desks: each row describes the desk and the officers of one body, or is kept back with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from selaras.disclosure import queries
from selaras.disclosure.actions.appointing import Appointment
from selaras.disclosure.actions.networking import DESK_FIELDS, described
from selaras.disclosure.errors import Incomplete
from selaras.disclosure.models import Officer, PublicBody
from selaras.intake.rows import Incoming, still_taken

KIND = "desks"
Post = Officer.Post


@dataclass(frozen=True)
class DeskRow:
    """One row as it would stand: only what the row tells, the rest of the desk stays."""

    row: Incoming
    body: PublicBody
    told: dict[str, Any]
    officers: tuple[Appointment, ...]


class BodyFinder:
    """Bodies by code, with or without dots, and by name; a village by its bare name too. One query."""

    def __init__(self) -> None:
        self._by_code: dict[str, PublicBody] = {}
        self._by_name: dict[str, list[PublicBody]] = defaultdict(list)
        for body in queries.bodies().select_related("region__parent"):
            self._by_code[body.code] = body
            for name in {_plain(body.name), _plain(body.region.name) if body.region else ""} - {""}:
                self._by_name[name].append(body)

    def found(self, code: str, name: str, district: str) -> list[PublicBody]:
        """The one that is meant; several where the name tells too little, none where nothing is called so."""
        key = code.casefold().replace(".", "-")
        known = self._by_code.get(key) or self._by_code.get(key.replace("-", ""))
        if known or not name:
            return [known] if known else []
        named = self._by_name.get(_plain(name), [])
        within = [one for one in named if district and _lies_in(one, district)]
        return within or named


def _plain(name: str) -> str:
    """`Pemerintah Desa Seboro` and `desa seboro` are one; a kelurahan and a kecamatan keep their word."""
    return " ".join(name.casefold().removeprefix("pemerintah ").removeprefix("desa ").split())


def _lies_in(body: PublicBody, district: str) -> bool:
    parent = body.region.parent if body.region else None
    return parent is not None and parent.name.casefold() == district.casefold().removeprefix("kecamatan ").strip()


def desk_rows(rows: list[Incoming]) -> Iterator[DeskRow]:
    """What can be taken; what cannot is kept back, on the row, with what to do."""
    finder, seen = BodyFinder(), dict[int, Incoming]()
    for row in still_taken(rows):
        body = _meant(row, finder)
        if body is None:
            continue
        first = seen.setdefault(body.pk, row)
        if first is not row:
            row.keep(_("Badan ini sudah ada di baris %(n)s; baris pertama yang dipakai.") % {"n": first.number})
            continue
        told = _told(row)
        try:
            described(body, told)
        except Incomplete as wrong:
            row.keep(str(wrong))
            continue
        yield DeskRow(row, body, told, tuple(_officers(row)))


def _meant(row: Incoming, finder: BodyFinder) -> PublicBody | None:
    found = finder.found(row.text("code"), row.line("name"), row.line("district"))
    if len(found) == 1:
        return found[0]
    if found:
        codes = ", ".join(f"{one.code} ({one.name})" for one in found[:4])
        row.keep(_("Nama ini dipakai beberapa badan: %(codes)s. Isi kodenya.") % {"codes": codes})
    else:
        row.keep(_("Badan ini tidak ada dalam jaringan. Periksa kode atau namanya di halaman Badan publik."))
    return None


def _told(row: Incoming) -> dict[str, Any]:
    """An empty cell tells nothing."""
    texts = {name: row.line(name) for name in DESK_FIELDS if name != "decree_date"}
    told: dict[str, Any] = {name: text for name, text in texts.items() if text}
    if row.values.get("decree_date"):
        told["decree_date"] = row.values["decree_date"]
    return told


def _officers(row: Incoming) -> Iterable[Appointment]:
    for post, field in ((Post.SUPERIOR, "superior"), (Post.HEAD, "head")):
        if name := row.line(field):
            yield Appointment(post, name)
    for name in row.values.get("staff") or ():
        yield Appointment(Post.DESK, name)
