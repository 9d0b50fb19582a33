"""What people said of groups of duplicates, laid over what the search found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from selaras.forum.models import Forum, GroupVerdict

Pairs = Mapping[frozenset[str], bool]
Block = tuple[str, ...]  # proposals that people said are the same; one alone where they said nothing


@dataclass(frozen=True)
class Group:
    """Proposals by their numbers, the one that leads first."""

    ids: tuple[str, ...]
    confidence: float
    reason: str
    judged: bool = False

    @property
    def key(self) -> str:
        return group_key(self.ids)


@dataclass(frozen=True)
class Verdict:
    """Those that are the same, the one that leads first, and those that are none of them."""

    joined: tuple[str, ...]
    apart: tuple[str, ...]
    reason: str

    def pairs(self) -> Iterator[tuple[frozenset[str], bool]]:
        yield from ((frozenset(pair), True) for pair in combinations(self.joined, 2))
        others = product(self.joined, self.apart) if self.joined else combinations(self.apart, 2)
        yield from ((frozenset(pair), False) for pair in others)


def group_key(ids: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:16]


def verdicts_on(forum: Forum, standing: Iterable[str]) -> list[Verdict]:
    """What was said of the proposals that stand, the oldest first. Two queries."""
    numbers = set(standing)
    return [told for verdict in _with_members(forum) if len((told := _told(verdict, numbers)).joined + told.apart) > 1]


def _with_members(forum: Forum) -> Iterable[GroupVerdict]:
    return GroupVerdict.objects.filter(forum=forum).prefetch_related("members__proposal").order_by("pk")


def _told(verdict: GroupVerdict, standing: set[str]) -> Verdict:
    members = [one for one in verdict.members.all() if one.proposal.number in standing]
    members.sort(key=lambda one: (not one.leads, one.pk))
    joined = tuple(one.proposal.number for one in members if one.joins)
    apart = tuple(one.proposal.number for one in members if not one.joins)
    return Verdict(joined, apart, verdict.found_reason)


def laid_over(found: Sequence[Group], verdicts: Sequence[Verdict]) -> list[Group]:
    """The groups that remain of those found: people's word counts, the later one first; no proposal stands in two."""
    said = _said(verdicts)
    blocks = _blocks(said)
    parts = [(group, part) for group in found for part in _parts(group.ids, blocks, said)]
    chosen = [verdict.joined[0] for verdict in reversed(verdicts) if verdict.joined]
    groups: list[Group] = []
    placed: set[str] = set()
    for group, part in parts:
        left = [block for block in part if not placed.intersection(block)]
        _add(groups, placed, _group(left, group, chosen))
    for block in dict.fromkeys(blocks.values()):
        if not placed.intersection(block):
            reason = next((one.reason for one in reversed(verdicts) if set(block) & set(one.joined)), "")
            _add(groups, placed, _group([block], Group(block, 1, reason), chosen))
    return groups


def _said(verdicts: Iterable[Verdict]) -> dict[frozenset[str], bool]:
    """Whether two proposals are the same, by their last verdict, in the order of those."""
    said: dict[frozenset[str], bool] = {}
    for verdict in verdicts:
        for pair, same in verdict.pairs():
            said.pop(pair, None)
            said[pair] = same
    return said


def _add(groups: list[Group], placed: set[str], group: Group) -> None:
    if len(group.ids) > 1:
        groups.append(group)
        placed.update(group.ids)


def _blocks(said: dict[frozenset[str], bool]) -> dict[str, Block]:
    """Each proposal to those that it is the same as; where words contradict each other, the later ones win."""
    blocks: dict[str, Block] = {}
    for pair in [pair for pair, same in reversed(said.items()) if same]:
        one, other = (blocks.get(number, (number,)) for number in sorted(pair))
        if one != other and not _apart(one, other, said):
            joined = tuple(sorted({*one, *other}))
            blocks.update(dict.fromkeys(joined, joined))
    return blocks


def _apart(one: Block, other: Block, said: Pairs) -> bool:
    return any(said.get(frozenset(pair)) is False for pair in product(one, other))


def _parts(ids: Sequence[str], blocks: Mapping[str, Block], said: Pairs) -> list[list[Block]]:
    """A group found, taken apart where people said that two are different."""
    parts: list[list[Block]] = []
    for block in dict.fromkeys(blocks.get(number, (number,)) for number in ids):
        fitting = (part for part in parts if not any(_apart(block, other, said) for other in part))
        part = next(fitting, None)
        if part is None:
            parts.append([block])
        else:
            part.append(block)
    return parts


def _group(part: Sequence[Block], found: Group, chosen: Sequence[str]) -> Group:
    ids = [number for block in part for number in block]
    leads = next((number for number in (*chosen, *found.ids) if number in ids), "")
    judged = len(part) == 1
    ordered = tuple(sorted(ids, key=lambda number: (number != leads, number)))
    return Group(ordered, 1.0 if judged else found.confidence, found.reason, judged)
