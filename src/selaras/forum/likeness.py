"""What is like what: proposals held against the catalogue and against each other.

It takes seconds and writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selaras.engines import matching
from selaras.engines.matching import duplicates as twins
from selaras.forum.errors import NotReady
from selaras.forum.models import Forum, Proposal
from selaras.forum.teaching import taught
from selaras.forum.verdicts import Group
from selaras.government.models import Region
from selaras.planning.models import CatalogueEntry


@dataclass(frozen=True)
class Texts:
    """What is compared: the subactivities of the catalogue, and the proposals that stand in the order of their numbers.

    Two readings are equal as long as nothing of it changed.
    """

    entries: tuple[matching.Entry, ...]
    proposals: tuple[twins.Proposal, ...]


@dataclass(frozen=True)
class Likeness:
    """By number the entries that a proposal comes nearest to, and the groups that say the same."""

    matches: Mapping[str, matching.Match]
    groups: Sequence[Group]


def read(forum: Forum) -> Texts:
    """Raises NotReady where the catalogue is still empty. Two queries."""
    entries = tuple(_entries(forum))
    if not entries:
        raise NotReady("Katalog program dan kegiatan masih kosong. Masukkan berkas katalog lebih dahulu.")
    return Texts(entries, tuple(_proposals(forum)))


def compare(forum: Forum, texts: Texts) -> Likeness:
    """Search with what people have taught until now; what they confirm meanwhile teaches the next time."""
    learned = taught(forum.catalogue, {entry.code for entry in texts.entries})
    matcher = matching.Matcher(texts.entries, confirmed=learned)
    found = matcher.match([proposal.text for proposal in texts.proposals])
    names = dict(Region.objects.values_list("code", "name"))
    groups = [
        Group(group.ids, group.confidence, group.members[-1].reason[:400])
        for group in twins.duplicates(texts.proposals, names=names)
    ]
    return Likeness({one.id: match for one, match in zip(texts.proposals, found, strict=True)}, groups)


def _entries(forum: Forum) -> Iterator[matching.Entry]:
    rows = {row.code: row for row in CatalogueEntry.objects.filter(catalogue=forum.catalogue)}
    for row in rows.values():
        if row.level == CatalogueEntry.Level.SUBACTIVITY:
            above = (rows.get(code) for code in _above(row.code))
            parents = tuple(parent.name for parent in above if parent)
            yield matching.Entry(row.code, row.name, row.performance, row.indicator, row.unit, row.definition, parents)


def _above(code: str) -> list[str]:
    """Field of duty, programme and activity of a subactivity's code."""
    parts = code.split(".")
    return [".".join(parts[:length]) for length in (2, 3, 5)]


def _proposals(forum: Forum) -> Iterator[twins.Proposal]:
    rows = Proposal.objects.filter(forum=forum, ending="").order_by("number")
    for number, title, village, district, rt, rw, source, volume, unit in rows.values_list(
        "number", "title", "village", "district", "rt", "rw", "source", "volume", "unit"
    ):
        place = village or district or ""
        yield twins.Proposal(number, title, place, rt=rt, rw=rw, source=source, volume=volume, unit=unit)
