"""The proposals as they were meant: what, where, how much, and which of them say the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from selaras.sample import wording
from selaras.sample.draw import Draw, Weighted
from selaras.sample.facts import Activity, Agency, Village, activities, agencies, district_of, districts

COUNTS = {"desa": 4000, "kecamatan": 300, "dprd": 200, "forum": 60}
PREFIX = {"desa": "SIN-D", "kecamatan": "SIN-K", "dprd": "SIN-P", "forum": "SIN-F"}
REPEATED = {"desa": 0.05, "kecamatan": 0.6, "dprd": 0.4, "forum": 0.3}
"""The share of proposals of a source that repeat one that is already there."""

COAST = {"33.05.01", "33.05.02", "33.05.03", "33.05.04", "33.05.05", "33.05.06", "33.05.07", "33.05.08"}
TRIES = 25
HUNDRED_THOUSAND = 100_000


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal before anybody wrote it down; `group` names those that say the same thing."""

    number: str
    source: str
    text: str
    problem: str
    activity: Activity
    wordings: tuple[str, ...]
    village: Village
    hamlet: str
    rt: int
    rw: int
    volume: int
    cost: int
    agency: Agency | None
    proposer: str
    merit: float
    group: str = ""

    @property
    def spot(self) -> tuple[str, str, int, int]:
        return (self.wordings[0], self.hamlet, self.rt, self.rw)


def make_proposals(seed: int, scale: float = 1.0) -> list[Proposal]:
    """All proposals, villages first. Linear in their number; `scale` multiplies every source."""
    maker = _Maker(Draw(seed, "usulan"))
    for source, count in COUNTS.items():
        maker.add(source, round(count * scale))
    return maker.made


class _Maker:
    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.made: list[Proposal] = []
        self._by_village: dict[str, list[int]] = {}
        self._spots: dict[str, dict[tuple[str, str, int, int], int]] = {}
        self._groups = 0
        self._villages = [v for d in districts() for v in d.villages]
        self._weighted = Weighted([a.weight for a in activities()])
        self._holders = {a.code: _holder(a.code) for a in activities() if a.authority == "kabupaten"}

    def add(self, source: str, count: int) -> None:
        for order, village in enumerate(self._where(source, count), 1):
            number = f"{PREFIX[source]}{order:0{5 if source == 'desa' else 4}d}"
            known = self._by_village.get(village.code)
            if known and self.draw.chance(REPEATED[source]):
                self._repeat(number, source, self.draw.pick(known))
            else:
                self._fresh(number, source, village)

    def _where(self, source: str, count: int) -> Iterator[Village]:
        if source == "desa":  # every village sends about as many, listed village by village
            total = len(self._villages)
            for i, village in enumerate(self._villages):
                for _ in range(count * (i + 1) // total - count * i // total):
                    yield village
        else:
            for _ in range(count):
                yield self.draw.pick(self._villages)

    def _fresh(self, number: str, source: str, village: Village) -> None:
        taken = self._spots.setdefault(village.code, {})
        proposal = self._draw_one(number, source, village)
        for _ in range(TRIES):
            if proposal.spot not in taken:
                break
            proposal = self._draw_one(number, source, village)
        else:  # the village has run out of spots: the same thing is proposed twice, and the key says so
            proposal = replace(proposal, group=self._group_of(taken[proposal.spot]))
        taken.setdefault(proposal.spot, len(self.made))
        self._keep(proposal)

    def _repeat(self, number: str, source: str, index: int) -> None:
        original = self.made[index]
        draw, village = self.draw, original.village
        volume = original.volume if draw.chance(0.75) else _volume(draw, original.activity)
        self._keep(
            replace(
                original,
                number=number,
                source=source,
                group=self._group_of(index),
                text=self._text(original.wordings, village, original.hamlet, original.rt, original.rw),
                problem=draw.pick(original.activity.problems),
                volume=volume,
                cost=_cost(draw, original.activity, volume),
                proposer=self._proposer(source, village),
            )
        )

    def _keep(self, proposal: Proposal) -> None:
        self._by_village.setdefault(proposal.village.code, []).append(len(self.made))
        self.made.append(proposal)

    def _group_of(self, index: int) -> str:
        if not self.made[index].group:
            self._groups += 1
            self.made[index] = replace(self.made[index], group=f"G{self._groups:04d}")
        return self.made[index].group

    def _draw_one(self, number: str, source: str, village: Village) -> Proposal:
        draw = self.draw
        activity = self._activity(village)
        wordings = draw.pick(activity.kinds)
        hamlets = _hamlets(village)
        hamlet, rw = draw.pick(hamlets), draw.whole(1, 6)
        rt = draw.whole(1, 8)
        volume = _volume(draw, activity)
        return Proposal(
            number=number,
            source=source,
            text=self._text(wordings, village, hamlet, rt, rw),
            problem=draw.pick(activity.problems),
            activity=activity,
            wordings=wordings,
            village=village,
            hamlet=hamlet,
            rt=rt,
            rw=rw,
            volume=volume,
            cost=_cost(draw, activity, volume),
            agency=self._agency(activity, village),
            proposer=self._proposer(source, village),
            merit=draw.between(0, 1),
        )

    def _activity(self, village: Village) -> Activity:
        while True:
            activity = activities()[self._weighted.index(self.draw)]
            if _fits(activity, village):
                return activity

    def _agency(self, activity: Activity, village: Village) -> Agency | None:
        if activity.authority != "kabupaten":
            return None
        if activity.code.startswith("7.01"):
            return next(a for a in agencies() if a.district == village.district)
        return self._holders[activity.code]

    def _text(self, wordings: tuple[str, ...], village: Village, hamlet: str, rt: int, rw: int) -> str:
        draw = self.draw
        spot = wording.place(draw, hamlet, rt, rw)
        text = draw.pick(wordings)
        if "{l}" not in text:
            text += " {l}"
        number = 1 + sum(map(ord, hamlet)) % 3
        text = text.replace("desa {d}", "{d}")  # {d} says itself whether it is a desa
        return text.format(
            l=spot,
            d=("Kelurahan " if village.kind == "kelurahan" else "Desa ") + village.name,
            k=f"kelompok {wording.GROUPS[(sum(map(ord, hamlet)) + rt) % len(wording.GROUPS)]}",
            s=f"SDN {number} {village.name}",
            p=f"SMPN {number} {village.name}",
        )

    def _proposer(self, source: str, village: Village) -> str:
        draw = self.draw
        if source == "desa":
            return f"Pemerintah {village.kind.title()} {village.name}"
        if source == "kecamatan":
            return f"Musrenbang Kecamatan {district_of(village).name}"
        if source == "dprd":
            return f"Anggota DPRD {draw.whole(1, 50)} (contoh), Fraksi {draw.pick('ABCDEF')}"
        return (
            draw.pick(("Akademisi", "Karang Taruna", "Kelompok Perempuan", "Media", "Kelompok Difabel")) + " (contoh)"
        )


def _holder(code: str) -> Agency:
    return next(agency for agency in agencies() if agency.holds(code))


def _fits(activity: Activity, village: Village) -> bool:
    if activity.code.startswith("3.25.03"):
        return village.district in COAST
    if activity.code.startswith("7.01.03.2.02"):
        return village.kind == "kelurahan"
    if activity.code.startswith("2.13.0"):
        return village.kind == "desa"
    return True


def _hamlets(village: Village) -> tuple[str, ...]:
    start = int(village.code[-3:]) * 7 + int(village.district[6:]) * 3
    return tuple(wording.HAMLETS[(start + step * 5) % len(wording.HAMLETS)] for step in range(5))


def _volume(draw: Draw, activity: Activity) -> int:
    return activity.least + activity.step * draw.whole(0, (activity.most - activity.least) // activity.step)


def _cost(draw: Draw, activity: Activity, volume: int) -> int:
    exact = activity.unit_cost * volume * draw.whole(80, 125) // 100
    return max(1, exact // HUNDRED_THOUSAND) * HUNDRED_THOUSAND
