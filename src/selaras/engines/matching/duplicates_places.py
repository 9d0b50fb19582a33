"""Where a proposal belongs: its village, its district, and which of its words only repeat the name of that place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from selaras.engines.indonesian.text import tokens

_DISTRICT_PARTS = 3
_VILLAGE_PARTS = 4
_PLAIN_VILLAGE = 10  # 3305012001, a village code written without dots
_PLAIN_DISTRICT = 6


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
    """Villages of each district by the words of their names."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._words = {dotted(code): frozenset(tokens(name)) for code, name in names.items()}
        self.words = frozenset(word for words in self._words.values() for word in words)
        self._villages: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for code, words in sorted(self._words.items()):
            if is_village(code) and words:
                self._villages.setdefault(district_of(code), []).append((code, words))

    def own_words(self, code: str) -> frozenset[str]:
        """The words of the place's own name and of its district's."""
        return self._words.get(code, frozenset()) | self._words.get(district_of(code), frozenset())

    def village_in(self, text: str, district: str) -> str | None:
        """The one village of the district that the text names, None where it names none or several."""
        villages = self._villages.get(district, ())
        said = frozenset(tokens(text)) if villages else frozenset()
        named = [(code, words) for code, words in villages if words <= said]
        longest = [code for code, words in named if not any(words < other for _, other in named)]
        return longest[0] if len(longest) == 1 else None


def placed(regions: Iterable[tuple[str, str]], gazetteer: Gazetteer) -> list[str]:
    """For each (region code, text) the dotted code it is compared under."""
    found = []
    for code, text in regions:
        code = dotted(code)
        found.append(code if is_village(code) else gazetteer.village_in(text, code) or code)
    return found
