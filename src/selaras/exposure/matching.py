"""Which registered system a host of a report is: by the address that is registered for it, or by its machine's name.

Where systems of several agencies claim one host, it belongs to the agency that registered it first, and to those whose
address the officer of the region told: else an agency would read what was found at another's by claiming its address.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from selaras.engines.findings.addresses import address_of
from selaras.exposure.models import Host, System


@dataclass(frozen=True)
class Place:
    """A registered address: what comes after the host tells systems at one host apart."""

    system: System
    path: str


def words_of(system: System) -> set[str]:
    """Under which names and addresses a scan may see the system."""
    told = {address_of(one).host for one in _addresses(system)}
    return (told | {_named(system.host)}) - {""}


def _addresses(system: System) -> list[str]:
    return system.address.replace(",", " ").replace(";", " ").split()


def _named(host: Host | None) -> str:
    return (address_of(host.name).host or host.name.strip().lower()) if host else ""


class Register:
    """The systems that reports may be about; retired ones count, since what still answers is worth knowing."""

    def __init__(self, systems: Iterable[System]) -> None:
        self._places: dict[str, list[Place]] = defaultdict(list)
        self._standing: dict[str, list[System]] = defaultdict(list)
        self._named: dict[str, list[System]] = defaultdict(list)
        self._hosts: dict[str, Host] = {}
        for system in systems:
            self._named[system.name.casefold()].append(system)
            for address in map(address_of, _addresses(system)):
                self._places[address.host].append(Place(system, address.path.rstrip("/")))
            if system.host:
                self._standing[_named(system.host)].append(system)
                self._hosts[_named(system.host)] = system.host

    def system_at(self, words: Iterable[str], places: Iterable[str] = ()) -> System | None:
        """The one system at these names and addresses; where several share them, the one whose path leads to `places`.

        None where nothing tells which of several it is.
        """
        known = list(words)
        claimed = [one for word in known for one in self._places.get(word, ())]
        entitled = _entitled(one.system for one in claimed)
        at = [one for one in claimed if one.system.pk in entitled]
        if not at:
            return _only(_entitled(one for word in known for one in self._standing.get(word, ())))
        if found := _only({one.system.pk: one.system for one in at}):
            return found
        leading = [one for place in places for one in _longest(at, address_of(place).path or place)]
        return _only({one.system.pk: one.system for one in leading})

    def host_at(self, words: Iterable[str]) -> Host | None:
        return next((self._hosts[word] for word in words if word in self._hosts), None)

    def system_named(self, name: str) -> System | None:
        """For an image, a repository or an agent, which is no host."""
        return _only(_entitled(self._named.get(name.casefold(), ()))) if name else None


def _entitled(claiming: Iterable[System]) -> dict[int, System]:
    found = {one.pk: one for one in claiming}
    first = found[min(found)].agency_id if found else None
    return {pk: one for pk, one in found.items() if one.vouched or one.agency_id == first}


def _longest(places: Iterable[Place], path: str) -> list[Place]:
    fitting = [one for one in places if _leads(one.path, path)]
    most = max((len(one.path) for one in fitting), default=0)
    return [one for one in fitting if len(one.path) == most]


def _leads(path: str, to: str) -> bool:
    return bool(path) and (to == path or to.startswith((f"{path}/", f"{path}?")))


def _only(found: dict[int, System]) -> System | None:
    return next(iter(found.values())) if len(found) == 1 else None
