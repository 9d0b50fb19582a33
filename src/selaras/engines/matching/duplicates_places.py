"""Where a proposal belongs: its village, its district, and which of its words only repeat the name of that place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from selaras.engines.indonesian.text import tokens

_DISTRICT_PARTS = 3
_VILLAGE_PARTS = 4
_PLAIN_VILLAGE = 10  # 3305012001, a village code written without dots
_PLAIN_DISTRICT = 6
_VILLAGE_MARKS = frozenset({"desa", "kelurahan"})
_LONGEST_NAME = 3


@lru_cache(maxsize=1 << 16)
def dotted(code: str) -> str:
    """A region code with its dots: `3305012001` → `33.05.01.2001`; any other code as it stands."""
    code = code.strip()
    if code.isdecimal() and len(code) in (_PLAIN_DISTRICT, _PLAIN_VILLAGE):
        return ".".join(part for part in (code[:2], code[2:4], code[4:6], code[6:]) if part)
    return code


def is_village(code: str) -> bool:
    """Whether a dotted code has the four parts of a village."""
    return code.count(".") == _VILLAGE_PARTS - 1


def district_of(code: str) -> str:
    """The district's part of a dotted code; a code above the district stays itself."""
    return ".".join(code.split(".")[:_DISTRICT_PARTS])


class Gazetteer:
    """The names of places, and the villages of each district by them."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._words = {dotted(code): frozenset(tokens(name)) for code, name in names.items()}
        self.words = frozenset(word for words in self._words.values() for word in words)
        self._villages: dict[str, dict[str, str]] = {}
        for code, name in sorted(names.items()):
            self._villages.setdefault(district_of(dotted(code)), {})[" ".join(tokens(name))] = dotted(code)

    def own_words(self, code: str) -> frozenset[str]:
        """The words of the place's own name and of its district's."""
        return self._words.get(code, frozenset()) | self._words.get(district_of(code), frozenset())

    def village_in(self, text: str, district: str) -> str | None:
        """The one village of the district that the text calls one ("Desa Karangsari"): hamlets bear such names too."""
        villages = self._villages.get(district)
        if not villages:
            return None
        words = tokens(text)
        named = {
            villages[name]
            for place, word in enumerate(words)
            if word in _VILLAGE_MARKS
            for length in range(1, _LONGEST_NAME + 1)
            if (name := " ".join(words[place + 1 : place + 1 + length])) in villages
        }
        return named.pop() if len(named) == 1 else None


def placed(regions: Iterable[tuple[str, str]], gazetteer: Gazetteer) -> list[str]:
    """For each (region code, text) the dotted code it is compared under."""
    codes: dict[str, str] = {}
    villages: set[str] = set()
    found = []
    for written, text in regions:
        code = codes.get(written)
        if code is None:
            code = codes[written] = dotted(written)
            if is_village(code):
                villages.add(code)
        found.append(code if code in villages else gazetteer.village_in(text, code) or code)
    return found
