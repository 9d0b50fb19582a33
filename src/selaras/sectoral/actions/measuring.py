"""A producer says which columns of a dataset say what, so that its numbers can be compared with those of others."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.conflicts import ConflictsError, read_period, read_unit
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import held_dataset, require_producer
from selaras.sectoral.actions.looking import look_after
from selaras.sectoral.conflicts.proposing import Columns, columns_now
from selaras.sectoral.conflicts.terms import plain
from selaras.sectoral.errors import Incomplete
from selaras.sectoral.models import Dataset, Measure


@dataclass(frozen=True)
class Measured:
    """See `Measure`. `members`: the parts that add up to the whole, where they must be checked."""

    indicator: str
    value_column: str
    region_column: str
    code_system: str
    unit: str = ""
    period_column: str = ""
    period: str = ""
    dimension: str = ""
    class_column: str = ""
    whole_word: str = ""
    member: str = ""
    members: tuple[str, ...] = ()
    regions_add_up: bool = False
    step: Decimal | None = None


@transaction.atomic
def set_measure(dataset: Dataset, said: Measured, *, actor: Account) -> Measure:
    """Say it anew, or for the first time; the same again changes nothing. What there is is compared at once.

    Raises NotAllowed, Incomplete.
    """
    require_producer(dataset.agency, actor)
    said = _tidy(said)
    if wrong := _wrong(said, columns_now(dataset)):
        raise Incomplete(wrong)
    held = held_dataset(dataset)
    told = asdict(said) | {"members": list(said.members)}
    names = ("indicator", "value_column", "member")
    known = held.measures.filter(**{name: told[name] for name in names}).first()
    if known and all(getattr(known, name) == value for name, value in told.items()):
        return known
    made = known or Measure(dataset=held)
    for name, value in told.items():
        setattr(made, name, value)
    made.set_by, made.set_at = actor, timezone.now()
    made.save()
    detail = told | {"step": str(said.step) if said.step is not None else None}
    record("sectoral.measure_set", actor=actor, subject=held.code, detail=detail)
    look_after(held, actor=actor)
    return made


@transaction.atomic
def drop_measure(measure: Measure, *, actor: Account) -> None:
    """Compare this column no more; its open conflicts close by themselves at the next search. Raises NotAllowed."""
    require_producer(measure.dataset.agency, actor)
    held = held_dataset(measure.dataset)
    found = held.measures.filter(pk=measure.pk).first()
    if found is None:
        return
    look_after(held, actor=actor)  # while it still counts: of the last one too the conflicts must go
    detail = {"indicator": found.indicator, "column": found.value_column, "member": found.member}
    found.delete()
    record("sectoral.measure_dropped", actor=actor, subject=held.code, detail=detail)


def _tidy(said: Measured) -> Measured:
    texts = {name: " ".join(value.split()) for name, value in asdict(said).items() if isinstance(value, str)}
    members = tuple(dict.fromkeys(" ".join(one.split()) for one in said.members if one.strip()))
    return replace(said, **texts | {"code_system": plain(said.code_system)}, members=members)  # type: ignore[arg-type]


def _wrong(said: Measured, columns: Columns) -> dict[str, str]:
    wrong = {name: sentence for name, sentence in _needed().items() if not getattr(said, name)}
    for name in ("value_column", "region_column", "period_column", "class_column"):
        column = getattr(said, name)
        if column and column not in columns.all:
            wrong[name] = _("Kolom “%(column)s” tidak ada dalam standar. Pilih dari daftar.") % {"column": column}
    if said.value_column in columns.all and said.value_column not in columns.numbers:
        wrong["value_column"] = _("Pilih kolom yang menurut standar berisi bilangan.")
    for name, value in asdict(said).items():
        most = getattr(Measure._meta.get_field(name), "max_length", None)
        if most and len(value) > most:
            wrong[name] = _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": most}
    return wrong | _wrong_period(said) | _wrong_parts(said) | _wrong_unit(said)


def _needed() -> dict[str, str]:
    return {
        "indicator": _("Tulis nama indikatornya, sama dengan yang dipakai perangkat daerah lain."),
        "value_column": _("Pilih kolom angkanya."),
        "region_column": _("Pilih kolom kode wilayahnya."),
        "code_system": _("Tulis sistem kode dan tahunnya, misalnya kemendagri 2025 atau bps 2023."),
    }


def _wrong_period(said: Measured) -> dict[str, str]:
    if bool(said.period) == bool(said.period_column):
        return {"period_column": _("Pilih kolom periodenya, atau tulis satu periode untuk seluruh tabel.")}
    try:
        if said.period:
            read_period(said.period)
    except ConflictsError as unread:
        return {"period": str(unread)}
    return {}


def _wrong_parts(said: Measured) -> dict[str, str]:
    about_parts = said.class_column or said.member or said.members
    if about_parts and not said.dimension:
        return {"dimension": _("Tulis rinciannya menurut apa, misalnya jenis kelamin.")}
    if said.dimension and not about_parts:
        return {"class_column": _("Pilih kolom rinciannya, atau tulis bagian mana yang dimuat kolom angka ini.")}
    if said.class_column and said.member:
        return {"member": _("Kosongkan: kolom rincian sudah menyebut bagian setiap baris.")}
    if said.members and said.member:
        return {"members": _("Tulis bagian-bagiannya pada ukuran yang memuat jumlahnya, bukan pada satu bagian.")}
    return {}


def _wrong_unit(said: Measured) -> dict[str, str]:
    if said.step is not None and said.step <= 0:
        return {"step": _("Tulis bilangan di atas nol, misalnya 1000.")}
    try:
        read_unit(said.unit)
    except ConflictsError as unread:
        return {"unit": str(unread)}
    return {}
