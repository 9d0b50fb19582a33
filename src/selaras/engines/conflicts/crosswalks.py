"""From the codes of one system to those of another, by what each code is called and never by its digits alone.

The region codes of the statistical office and of the home ministry look alike and collide: 94 is Papua in one and Papua
Tengah in the other, so that a plain lookup passes wrong regions without a sound.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from selaras.engines.conflicts.errors import UnknownCode
from selaras.engines.tabular.regions import region_code, region_key
from selaras.engines.tabular.standard import CodeList, CodeSystem

_IDLE = re.compile(
    r"\b(?:provinsi|propinsi|prov|administrasi|adm|daerah istimewa|daerah khusus ibukota)\b\.?|^(?:di|dki)\b"
)
_SHORT = (
    (re.compile(r"\bkep\b\.?"), "kepulauan "),
    (re.compile(r"\bkab\b\.?"), "kabupaten "),
    (re.compile(r"\bkec\b\.?"), "kecamatan "),
)
# The statistical office numbers districts by three digits, the home ministry by two.
_LEVELS = {2: 1, 4: 2, 6: 3, 7: 3, 10: 4}
_ABOVE = {0: (), 1: (), 2: (2,), 3: (4, 2), 4: (7, 6, 4, 2)}
_CITY = re.compile(r"^kota\b")


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """`pairs`: code of the source to code of the target. Each code of the source is in one of pairs, lost or unclear.

    `collisions`: codes that both systems have, for different regions; these a plain lookup reads wrongly.
    """

    source: CodeSystem
    target: CodeSystem
    pairs: Mapping[str, str]
    lost: tuple[str, ...]
    unclear: Mapping[str, tuple[str, ...]]
    collisions: tuple[str, ...]

    def translated(self, code: str) -> str:
        """The code in the target system; raises UnknownCode with what to do."""
        known = plain_code(code)
        if known in self.pairs:
            return self.pairs[known]
        if known in self.unclear:
            choices = ", ".join(self.unclear[known])
            raise UnknownCode(f'Kode "{code}" {self.source} cocok dengan {choices} di {self.target}. Pilih salah satu.')
        raise UnknownCode(f'Kode "{code}" {self.source} tidak punya padanan di {self.target}. Periksa sistem kodenya.')


@lru_cache(maxsize=1 << 17)
def plain_code(code: str) -> str:
    """A region's code in dotted form; a code that is no region's as it is.

    >>> plain_code("3305"), plain_code(" 33.05 "), plain_code("A01")
    ('33.05', '33.05', 'A01')
    """
    return region_code(code) or code.strip()


def crosswalk(source: CodeList, target: CodeList) -> Crosswalk:
    """Pair the codes of equal name and level inside the nearest region above that was paired. About O(codes).

    Where a name stands more than once, an equal code decides; where none is equal the code is unclear. A code without
    a name is lost: its digits prove nothing.

    >>> bps = CodeList.of("bps", "2020", {"94": "PAPUA", "91": "PAPUA BARAT", "34": "DI YOGYAKARTA",
    ...     "97": "PAPUA TIMUR"})
    >>> ministry = CodeList.of("kemendagri", "2025", {"91": "Papua", "92": "Papua Barat", "94": "Papua Tengah",
    ...     "34": "Daerah Istimewa Yogyakarta"})
    >>> found = crosswalk(bps, ministry)
    >>> found.pairs, found.lost, found.collisions
    ({'34': '34', '91': '92', '94': '91'}, ('97',), ('91', '94'))
    """
    ours = {plain_code(code): name for code, name in source.names.items()}
    theirs = {plain_code(code): name for code, name in target.names.items()}
    by_name = _by_name(theirs, {_level(code) for code in ours})
    pairs: dict[str, str] = {}
    partner_of: dict[str, str] = {}  # the same by digits alone, to find the nearest region above
    unclear: dict[str, tuple[str, ...]] = {}
    lost = []
    for code in sorted(ours, key=lambda one: (len(_digits(one)), one)):
        choices = _within(by_name.get((_level(code), name_key(ours[code])), []), _digits(code), partner_of)
        if len(choices) == 1 or code in choices:
            pairs[code] = partner_of[_digits(code)] = code if code in choices else choices[0]
        elif choices:
            unclear[code] = tuple(choices)
        else:
            lost.append(code)
    apart = (code for code in ours if code in theirs and name_key(ours[code]) != name_key(theirs[code]))
    return Crosswalk(source.system, target.system, pairs, tuple(lost), unclear, tuple(sorted(apart)))


def name_key(name: str) -> str:
    """A region's name evened out; a kota stays apart from the kabupaten of the same name.

    >>> name_key("KAB. ADM. KEP. SERIBU") == name_key("Kabupaten Administrasi Kepulauan Seribu")
    True
    >>> name_key("Kota Bogor") == name_key("Kabupaten Bogor")
    False
    """
    plain = name.casefold().strip()
    for short, long in _SHORT:
        plain = short.sub(long, plain)
    plain = " ".join(_IDLE.sub(" ", plain).split())
    return f"{'kota ' if _CITY.match(plain) else ''}{region_key(plain)}"


def _by_name(names: Mapping[str, str], levels: set[int]) -> dict[tuple[int, str], list[str]]:
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for code, name in sorted(names.items()):
        key = name_key(name) if _level(code) in levels else ""
        if key:
            found[_level(code), key].append(code)
    return found


def _within(choices: list[str], digits: str, partner_of: Mapping[str, str]) -> list[str]:
    """The choices inside the partner of the nearest region above that was paired; all where none was."""
    above = next(
        (partner_of[digits[:length]] for length in _ABOVE[_level(digits)] if digits[:length] in partner_of), ""
    )
    return [code for code in choices if code.startswith(f"{above}.")] if above else choices


def _level(code: str) -> int:
    return _LEVELS.get(len(_digits(code)), 0)


def _digits(code: str) -> str:
    return code.replace(".", "")
