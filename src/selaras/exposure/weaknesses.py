"""What findings and patches do to the likelihood of the connections into a system: by stated assumptions.

An open finding adds a way in: of the connection's likelihood c and the weakness's w, 1 - (1 - c)(1 - w) is taken. Only
the worst finding of a system counts. A patch that was finished lowers what is left to the part its fix states, as the
plan foretold, until a scan has looked again: then what the scan says counts, and no longer the word of the fix.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selaras.engines.findings.dates import instant
from selaras.engines.routes import KINDS, Direction, Likelihood
from selaras.exposure.assumptions import MONTHS, USED, WEAKNESSES
from selaras.exposure.models import Finding, Fix
from selaras.exposure.queries import findings_visible_to
from selaras.people.queries import Person

NONE = Likelihood.exactly(0.0)


@dataclass(frozen=True)
class Weaknesses:
    """By system: how likely its worst finding lets somebody in, and the part that finished patches leave."""

    worst: Mapping[str, Likelihood]
    left: Mapping[str, float]

    def likelihood_into(self, system: str, kind: str) -> Likelihood | None:
        """Of a connection along which an intruder gets into the system; none where the kind's own stands.

        What joins systems to one machine is no way into one of them: neither a finding nor a patch moves it.
        """
        left = self.left.get(system, 1.0)
        if KINDS[kind].direction == Direction.JOINT or (system not in self.worst and left == 1.0):
            return None
        raised = _either(KINDS[kind].likelihood, self.worst.get(system, NONE))
        return Likelihood(raised.low * left, raised.usual * left, raised.high * left)


def weaknesses_of(systems: Iterable[str], person: Person) -> Weaknesses:
    """Of the systems with these keys, by what the person may see. Two queries."""
    keys = set(systems)
    live = findings_visible_to(person).filter(state__in=Finding.LIVE).exclude(system=None)
    worst: dict[str, Likelihood] = {}
    for key, severity, chance in live.values_list("system__key", "severity", "chance").distinct():
        if key in keys and (found := weakness(severity, chance)):
            worst[key] = max(found, worst.get(key, NONE), key=lambda one: one.usual)
    left: dict[str, float] = defaultdict(lambda: 1.0)
    patches = Fix.objects.filter(kind=Fix.Kind.PATCH, state=Fix.State.DONE).select_related("system", "finding")
    for fix in patches:
        if fix.system and fix.system.key in keys and _still_unproven(fix):
            left[fix.system.key] *= fix.left / 100
    return Weaknesses(worst, dict(left))


def weakness(severity: str, chance: float | None) -> Likelihood | None:
    """How likely a finding is used within a year: by its severity, and more where the public lists say more."""
    known = WEAKNESSES.get(severity)
    if not chance:
        return known
    listed = USED if chance >= 1 else Likelihood(0.0, chance, max(chance, 1 - (1 - chance) ** MONTHS))
    other = known or NONE
    return Likelihood(max(other.low, listed.low), max(other.usual, listed.usual), max(other.high, listed.high))


def was_refuted(fix: Fix) -> bool:
    """A scan after it was finished sees its finding still: the fix counts no more."""
    return fix.state == Fix.State.DONE and bool(fix.finding and fix.finding.is_live) and not _still_unproven(fix)


def _still_unproven(fix: Fix) -> bool:
    """Without a finding no scan ever tells; with one, until a scan sees it again, or sees that it is gone."""
    if fix.finding is None:
        return True
    seen = instant(fix.finding.last_seen)
    return fix.finding.is_live and (seen is None or seen <= fix.moved_at)


def _either(one: Likelihood, other: Likelihood) -> Likelihood:
    def joined(chance: float, more: float) -> float:
        return 1 - (1 - chance) * (1 - more)

    return Likelihood(joined(one.low, other.low), joined(one.usual, other.usual), joined(one.high, other.high))
