"""What an office registers: systems, how they hang together, where an intruder may start, what must not fall."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from selaras.engines.routes.kinds import Direction, Kind, Level, Likelihood, kind_of


@dataclass(frozen=True, slots=True)
class System:
    """`worth` is what its loss weighs beside other cores; above 0 makes the system a core."""

    key: str
    name: str = ""
    worth: float = 0.0

    @property
    def told(self) -> str:
        return self.name or self.key


@dataclass(frozen=True, slots=True)
class Connection:
    """`source` calls, trusts, sends to or keeps the password of `target`; the kind says which way an intruder may go.

    For a sign-in trust `source` is the system that lets in whom `target` vouches for. Without a `likelihood` of its
    own the connection has that of its kind. Where the kind opens both ways, `back` is that of the way from `target` to
    `source`; without it both ways are as likely.
    """

    source: str
    target: str
    kind: str
    protected: bool = False
    likelihood: Likelihood | None = None
    back: Likelihood | None = None

    @property
    def of_kind(self) -> Kind:
        return kind_of(self.kind)

    def chance(self, level: Level = "usual") -> float:
        return self._chance(self.likelihood, level)

    def chance_into(self, system: str, level: Level = "usual") -> float:
        """Of the way that ends at one of its two systems."""
        if self.back and system == self.source and self.of_kind.direction is Direction.BOTH:
            return self._chance(self.back, level)
        return self._chance(self.likelihood, level)

    def _chance(self, own: Likelihood | None, level: Level) -> float:
        kind = self.of_kind
        return (own or kind.likelihood).at(level) * (kind.left if self.protected else 1.0)


@dataclass(frozen=True, slots=True)
class SharedHost:
    """Systems on one machine: one event decides whether whoever holds any of them holds them all."""

    key: str
    systems: tuple[str, ...]
    protected: bool = False
    likelihood: Likelihood | None = None

    kind = "hosting"

    def chance(self, level: Level = "usual") -> float:
        kind = kind_of(self.kind)
        return (self.likelihood or kind.likelihood).at(level) * (kind.left if self.protected else 1.0)


@dataclass(frozen=True, slots=True)
class Foothold:
    """A system an intruder may hold to begin with: the internet (surely), a vendor, a village's own system."""

    system: str
    likelihood: Likelihood = field(default_factory=Likelihood.certain)

    kind = "foothold"

    def chance(self, level: Level = "usual") -> float:
        return self.likelihood.at(level)


Cause = Connection | SharedHost | Foothold


@dataclass(frozen=True, slots=True)
class Graph:
    """An inventory: a system named twice, or a connection to one that is not there, raises InventoryError when used."""

    systems: tuple[System, ...]
    connections: tuple[Connection, ...] = ()
    hosts: tuple[SharedHost, ...] = ()
    footholds: tuple[Foothold, ...] = ()

    @property
    def cores(self) -> tuple[System, ...]:
        return tuple(system for system in self.systems if system.worth > 0)


Levels = Mapping[str, Level]
"""The level at which the likelihoods of each kind are taken; a kind that is not named stays at its usual one."""
