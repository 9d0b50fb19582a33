"""Lists of villages and of masts come in: what fits becomes facts of a source, the rest stays with its reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.engines.outlines import features_of
from selaras.engines.propagation import read_ascii_grid
from selaras.engines.tabular import CheckResult, check
from selaras.government.queries import region_index
from selaras.intake.actions import Letter, already_taken, file_away
from selaras.intake.models import Batch
from selaras.intake.rows import Incoming, incoming
from selaras.outreach.models import Signal, SignalFact, Site, Source, VillagePlace
from selaras.outreach.reach import rules
from selaras.outreach.reach.errors import Incomplete, NotAllowed, NotNow
from selaras.outreach.reach.imports import (
    facts_in,
    known_villages,
    places_in,
    sites_in,
    stated_and_named,
)
from selaras.outreach.reach.outlines import places_of, rows_of
from selaras.people.models import Account

VILLAGES, SITES, OUTLINES = "signal_villages", "signal_sites", "signal_outlines"
MOST_BYTES, MOST_OUTLINE_BYTES, MOST_ROWS = 5 * 1024 * 1024, 15 * 1024 * 1024, 20_000


@dataclass(frozen=True)
class Told:
    """What the sender says of a list. `stated`: how many villages it claims to name; `all_are`: a class of `Signal`
    where standing in the list is what it tells, as in a list of blank spots.
    """

    name: str
    way: str
    as_of: date | None
    stated: int | None = None
    all_are: str = ""


def take_villages(told: Told, name: str, content: bytes, *, actor: Account) -> Batch:
    """Signal, population and place of villages. The same bytes from the same person change nothing, and other answers
    to the same bytes are refused until the first source is set aside.

    Raises NotAllowed, Incomplete, NotNow, TabularError.
    """

    def store(source: Source, rows: Sequence[Incoming]) -> dict[str, Any]:
        known_villages(rows)
        SignalFact.objects.bulk_create(facts_in(source, rows, told.all_are), batch_size=500)
        VillagePlace.objects.bulk_create(places_in(source, rows), batch_size=500)
        return {"districts": stated_and_named(rows)}

    return _listed(VILLAGES, told, name, content, store, actor=actor)


def take_sites(told: Told, name: str, content: bytes, *, actor: Account) -> Batch:
    """Masts with their place and, where the list has them, height, power and frequency. Raises as `take_villages`."""

    def store(source: Source, rows: Sequence[Incoming]) -> dict[str, Any]:
        Site.objects.bulk_create(sites_in(source, rows), batch_size=500)
        return {}

    return _listed(SITES, told, name, content, store, actor=actor)


def take_outlines(told: Told, name: str, content: bytes, *, actor: Account) -> Batch:
    """Outlines of villages as GeoJSON. Raises NotAllowed, Incomplete, NotNow, OutlineError."""
    _require_keeper(actor)
    if len(content) > MOST_OUTLINE_BYTES:
        raise NotNow(_("Peta ini lebih dari 15 MB. Pecah per kecamatan, lalu kirim satu per satu."))
    features = features_of(content)
    rows = rows_of(features, region_index())

    def store(source: Source, rows: Sequence[Incoming]) -> dict[str, Any]:
        VillagePlace.objects.bulk_create(places_of(source, rows, features), batch_size=200)
        return {}

    return _taken(Letter(OUTLINES, "reach", actor.get_username()[:150], name[-255:], content), told, rows, store, actor)


def take_terrain(told: Told, name: str, content: bytes, *, actor: Account) -> Batch:
    """Heights of the ground as an ASCII grid. Raises NotAllowed, Incomplete, NotNow, PropagationError."""
    _require_keeper(actor)
    if len(content) > MOST_OUTLINE_BYTES:
        raise NotNow(_("Peta ini lebih dari 15 MB. Perbesar petaknya, misalnya menjadi 90 m, lalu kirim lagi."))
    rows, columns = read_ascii_grid(content).heights.shape

    def store(_source: Source, _rows: Sequence[Incoming]) -> dict[str, Any]:
        return {"rows": rows, "columns": columns}

    letter = Letter(Source.TERRAIN, "reach", actor.get_username()[:150], name[-255:], content)
    return _taken(letter, told, (), store, actor)


Store = Callable[[Source, Sequence[Incoming]], dict[str, Any]]


def _require_keeper(actor: Account) -> None:
    if not rules.keeps_reach(actor):
        raise NotAllowed(_("Daftar sinyal dikirim oleh walidata dan Bappeda."))


def _listed(kind: str, told: Told, name: str, content: bytes, store: Store, *, actor: Account) -> Batch:
    _require_keeper(actor)
    result = _read(kind, name, content)
    mapping = {one.column: one.field for sheet in result.sheets for one in sheet.mapping.columns}
    letter = Letter(kind, "reach", actor.get_username()[:150], name[-255:], content, mapping=mapping)
    return _taken(letter, told, incoming(result), store, actor)


@transaction.atomic
def _taken(letter: Letter, told: Told, rows: Sequence[Incoming], store: Store, actor: Account) -> Batch:
    while known := already_taken(letter):
        earlier = known.signal_source
        if earlier.ended_at is None:
            return _same(earlier, told, known)
        letter = replace(letter, scope=f"reach/{known.pk}")  # set aside: the same file may come in anew
    source = _new_source(told, actor)
    facts = store(source, rows)
    source.batch, _rows = file_away(replace(letter, facts=facts), rows, actor=actor)
    source.save(update_fields=["batch"])
    return source.batch


def _same(earlier: Source, told: Told, batch: Batch) -> Batch:
    kept = Told(earlier.name, earlier.way, earlier.as_of, earlier.stated, earlier.all_are)
    if replace(told, name=" ".join(told.name.split())) != kept:
        refused = _(
            "Berkas ini sudah dikirim sebagai “%(name)s” dengan keterangan lain. Sisihkan dahulu sumber itu di "
            "halamannya, lalu kirim lagi."
        )
        raise NotNow(refused % {"name": earlier.name})
    return batch


def _read(kind: str, name: str, content: bytes) -> CheckResult:
    if len(content) > MOST_BYTES:
        raise NotNow(_("Berkas ini lebih dari 5 MB. Pecah menjadi beberapa berkas, lalu kirim satu per satu."))
    result = check(content, name, kind, regions=region_index() if kind == VILLAGES else None)
    columns = {one.field for sheet in result.sheets for one in sheet.mapping.columns}
    if not result.read or result.missing or (kind == VILLAGES and not columns & {"village", "village_code"}):
        raise NotNow(_("Berkas ini belum berisi daftar. Beri judul kolom: desa atau kode; menara: lintang dan bujur."))
    if result.read > MOST_ROWS:
        raise NotNow(_("Berkas ini lebih dari 20.000 baris. Pecah menjadi beberapa berkas, lalu kirim lagi."))
    return result


def _new_source(told: Told, actor: Account) -> Source:
    name, wrong = " ".join(told.name.split()), dict[str, str]()
    if not 0 < len(name) <= 200:
        wrong["name"] = _("Tulis siapa yang membuat daftar ini dan namanya, paling banyak 200 huruf.")
    if told.way not in (Source.Way.MEASUREMENT, Source.Way.REPORT, Source.Way.CENSUS):
        wrong["way"] = _("Pilih bagaimana isinya diketahui.")
    if told.as_of is None or told.as_of > timezone.localdate():
        wrong["as_of"] = _("Tulis tanggal keadaan daftar ini, paling lambat hari ini.")
    if told.stated is not None and not 0 < told.stated < 100_000:
        wrong["stated"] = _("Tulis jumlah desa yang disebut daftar ini, atau kosongkan.")
    if told.all_are and told.all_are not in Signal.values:
        wrong["all_are"] = _("Pilih salah satu yang tersedia.")
    if told.as_of and not wrong and Source.objects.filter(name=name, as_of=told.as_of, ended_at=None).exists():
        wrong["name"] = _("Sumber dengan nama dan tanggal ini sudah ada. Beri nama yang membedakannya.")
    if wrong:
        raise Incomplete(wrong)
    kept = {"way": told.way, "as_of": told.as_of, "stated": told.stated, "all_are": told.all_are}
    return Source.objects.create(name=name, added_by=actor, added_at=timezone.now(), **kept)
