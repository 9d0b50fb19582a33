"""Where the next sites help most: the exact choice among candidates, for people whose signal is weak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _

from selaras.engines.coverage import CoverageError, Problem, Siting, choose_sites, fairest, within
from selaras.government.models import Region
from selaras.outreach.models import Signal
from selaras.outreach.reach.errors import Incomplete
from selaras.outreach.reach.queries import Known

MOST_SITES, MOST_KM, MOST_RUPIAH = 50, 40.0, 10**13
SECONDS = 10.0  # of search; an answer that is not proven by then says how far it may be off
_TRIALS = 8  # of `fairest`, at its precision of a hundredth; each has its own part of the seconds


@dataclass(frozen=True)
class Candidate:
    """Where a site could stand. `proposal`: the number of a proposal of the public that asks for it, if one does."""

    village: Region
    latitude: float
    longitude: float
    proposal: str = ""
    cost: int | None = None

    @property
    def key(self) -> str:
        """Tells it from another candidate of the same village: where it stands, to six decimals of a degree."""
        return f"{self.village.pk} {self.latitude:.6f} {self.longitude:.6f}"


@dataclass(frozen=True)
class Wish:
    """`sites` to build, or `rupiah` to spend with `cost` a site where a candidate has none of its own.

    `fair`: first lift the district worst off. `unknown`: count villages of which nothing is known as weak.
    """

    kilometres: float
    sites: int = 0
    rupiah: int = 0
    cost: int = 0
    fair: bool = False
    unknown: bool = False


@dataclass(frozen=True)
class Chosen:
    """One site in the order in which to build: `adds` people to those before it, who live in `villages`; without it
    `alone` would be lost.
    """

    candidate: Candidate
    adds: int
    alone: int
    villages: tuple[Known, ...]


@dataclass(frozen=True)
class Answer:
    """`newly`: people reached; no choice reaches more than `bound`. `next_one`: what one more site would add, where
    both choices are proven.

    `left_out`: weak villages without a point or a number of people. Where fairness was asked for, `share` is the least
    part of the counted people that is reached in any district, `bound` holds among choices that reach it, and
    `fair_proven` says that no choice lifts it by another hundredth.
    """

    chosen: tuple[Chosen, ...]
    newly: int
    bound: int
    weak: int
    left_out: int
    next_one: int | None
    share: float | None
    fair_proven: bool
    spent: int
    digest: str

    @property
    def proven(self) -> bool:
        return self.newly == self.bound


def centres_of(known: Sequence[Known]) -> list[Candidate]:
    """Every village with a point is a candidate."""
    return [Candidate(one.village, *point) for one in known if (point := point_of(one))]


def point_of(one: Known) -> tuple[float, float] | None:
    """What a source tells of the village, else the point of the list of regions."""
    for told in (one.place, one.village):
        if told is not None and told.latitude is not None and told.longitude is not None:
            return float(told.latitude), float(told.longitude)
    return None


@dataclass(frozen=True)
class _Material:
    """Weak villages that can be counted, and what each candidate would reach of them."""

    places: list[Known]
    left_out: int
    problem: Problem


def where_next(
    known: Sequence[Known], candidates: Sequence[Candidate], wish: Wish, *, seconds: float = SECONDS
) -> Answer:
    """The choice that newly reaches most people in blank and constrained villages, proven or with its bound.

    Raises Incomplete where the wish or the material does not do.
    """
    _check(wish)
    material = _material(known, candidates, wish)
    problem, budget = material.problem, wish.rupiah or wish.sites
    try:
        fair = fairest(problem, budget, seconds=seconds / _TRIALS) if wish.fair else None
        siting = fair.siting if fair else choose_sites(problem, budget, seconds=seconds)
        is_next = not (wish.fair or wish.rupiah) and siting.proven
        more = choose_sites(problem, budget + 1, seconds=seconds) if is_next else None
    except CoverageError as refused:
        raise Incomplete({"sites": str(refused)}) from refused
    return Answer(
        chosen=_chosen(siting, candidates, material),
        newly=siting.newly,
        bound=siting.bound,
        weak=sum(one.people or 0 for one in material.places),
        left_out=material.left_out,
        next_one=more.newly - siting.newly if more and more.proven else None,
        share=fair.share if fair else None,
        fair_proven=fair is not None and fair.proven,
        spent=siting.spent if wish.rupiah else 0,
        digest=_digest(wish, material.places, candidates, siting),
    )


def _material(known: Sequence[Known], candidates: Sequence[Candidate], wish: Wish) -> _Material:
    weak = [one for one in known if _is_weak(one.signal, wish.unknown)]
    counted = [(one, point) for one in weak if one.people is not None and (point := point_of(one))]
    if not counted or not candidates:
        raise Incomplete({"sites": _("Belum ada desa lemah sinyal yang diketahui titik dan penduduknya.")})
    places = [one for one, _point in counted]
    spots = [(one.latitude, one.longitude) for one in candidates]
    reach = within(spots, [point for _one, point in counted], wish.kilometres)
    costs = [one.cost or wish.cost for one in candidates] if wish.rupiah else None
    numbers = {code: at for at, code in enumerate(sorted({one.village.parent_id or "" for one in places}))}
    districts = [numbers[one.village.parent_id or ""] for one in places]
    people = [one.people or 0 for one in places]
    return _Material(places, len(weak) - len(counted), Problem(people, reach, costs, districts=districts))


def _chosen(siting: Siting, candidates: Sequence[Candidate], material: _Material) -> tuple[Chosen, ...]:
    reach, places = material.problem.reach, material.places
    found, reached = list[Chosen](), set[int]()
    for step in siting.steps:
        fresh = sorted({int(at) for at in reach[[step.site]].indices} - reached)
        reached.update(fresh)
        if step.adds:
            found.append(Chosen(candidates[step.site], step.adds, step.alone, tuple(places[at] for at in fresh)))
    return tuple(found)


def _is_weak(signal: Signal, unknown: bool) -> bool:
    return signal in (Signal.BLANK, Signal.CONSTRAINED) or (unknown and signal == Signal.NOT_KNOWN)


def _check(wish: Wish) -> None:
    wrong = {}
    if not 0 < wish.kilometres <= MOST_KM:
        wrong["kilometres"] = _("Tulis jangkauan satu menara dalam km, lebih dari 0 dan paling jauh 40.")
    if bool(wish.sites) == bool(wish.rupiah) or not (0 <= wish.sites <= MOST_SITES):
        wrong["sites"] = _("Isi salah satu: jumlah menara (1–50) atau dana.")
    if not 0 <= wish.rupiah <= MOST_RUPIAH or (wish.rupiah and not 0 < wish.cost <= MOST_RUPIAH):
        wrong["cost"] = _("Bila mengisi dana, isi juga biaya satu menara, keduanya dalam rupiah.")
    if wrong:
        raise Incomplete(wrong)


def _digest(wish: Wish, places: Sequence[Known], candidates: Sequence[Candidate], siting: Siting) -> str:
    """Of what was asked, of what, and what came out: the same question to the same facts has the same one, also once a
    chosen site is a proposal with a cost of its own, which counts only where rupiah are spent.
    """
    spots = (f"{one.key} {one.cost or wish.cost}" if wish.rupiah else one.key for one in candidates)
    told = [
        repr(wish),
        *(f"{one.village.pk} {one.signal} {one.people} {point_of(one)}" for one in places),
        *sorted(spots),
        *sorted(candidates[at].key for at in siting.sites),
    ]
    return sha256("\n".join(told).encode()).hexdigest()
