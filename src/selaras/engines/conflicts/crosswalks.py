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
    """Pair the codes of equal name, level and parent, as far as the parent was paired. O(codes).

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
    by_name = _by_name(theirs, {len(code) for code in ours})
    pairs: dict[str, str] = {}
    unclear: dict[str, tuple[str, ...]] = {}
    lost = []
    for code in sorted(ours, key=lambda one: (len(one), one)):
        named = name_key(ours[code])
        choices = by_name.get((len(code), pairs.get(_above(code), ""), named), []) if named else []
        if len(choices) == 1 or code in choices:
            pairs[code] = code if code in choices else choices[0]
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


def _by_name(names: Mapping[str, str], lengths: set[int]) -> dict[tuple[int, str, str], list[str]]:
    """Codes by length, code above and name; again without the code above, for lists that leave the upper levels out."""
    found: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    for code, name in sorted(one for one in names.items() if len(one[0]) in lengths):
        for above in {_above(code), ""}:
            found[len(code), above, name_key(name)].append(code)
    return found


def _above(code: str) -> str:
    return code.rpartition(".")[0]
