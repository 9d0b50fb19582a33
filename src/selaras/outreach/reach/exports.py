"""What is known of the signal as one table for programs: a row a village."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from selaras.documents.comma import comma_separated
from selaras.outreach.models import Channel
from selaras.outreach.reach.channels import reached_by
from selaras.outreach.reach.queries import Known
from selaras.outreach.reach.siting import point_of

_COLUMNS = (
    "kode_desa", "desa", "kecamatan", "sinyal", "sumber", "cara", "tanggal", "sumber_berbeda", "semua_kata", "penduduk",
    "sumber_penduduk", "tanggal_penduduk", "lintang", "bujur", "saluran",
)  # fmt: skip
_YES, _NO = "ya", "tidak"


def as_csv(known: Sequence[Known], channels: Sequence[Channel]) -> bytes:
    """`saluran` says by which kinds of channel a village is reached: empty while none at all is on record, which is not
    known, and `tidak ada` where those on record leave it out.
    """
    reached = reached_by(known, channels)
    rows = ([*_known(one), _kinds(reached[one.village.pk], bool(channels))] for one in known)
    return comma_separated(_COLUMNS, rows)


def _known(one: Known) -> Iterator[Any]:
    village, standing, point = one.village, one.standing, point_of(one)
    yield village.pk
    yield village.name
    yield village.parent.name if village.parent else ""
    yield one.signal.label
    yield standing.source.name if standing else ""
    yield standing.source.get_way_display() if standing else ""
    yield standing.source.as_of if standing else ""
    yield _YES if one.contradicted else _NO
    yield "; ".join(f"{fact.get_signal_display()}: {fact.source.name}, {fact.source.as_of}" for fact in one.facts)
    yield one.people
    yield one.counted_by.name if one.counted_by else ""
    yield one.counted_by.as_of if one.counted_by else ""
    yield from point or ("", "")


def _kinds(kinds: Sequence[Channel.Kind], any_channel: bool) -> str:
    return ", ".join(kind.label for kind in kinds) or ("tidak ada" if any_channel else "")
