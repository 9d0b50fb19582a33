"""Find a region by its code or by its name as people spell it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from selaras.engines.tabular.readings import cited

LEVEL_LABELS = {"province": "Provinsi", "regency": "Kabupaten/Kota", "district": "Kecamatan", "village": "Desa"}
_LEVEL_BY_LENGTH = {2: "province", 4: "regency", 6: "district", 10: "village"}
_PREFIX = re.compile(
    r"^(?:pemerintah\s+)?(?:desa|ds|kelurahan|kel|kalurahan|kal|kecamatan|kec|kapanewon|distrik|kabupaten|kab|"
    r"kota|provinsi|prov|propinsi|nagari|gampong|pemdes|pemkel)\b[\s.:]*(?=\S)",
    re.I,
)
_OLD_SPELLING = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("'", ""))
_RESOLVED, _SUGGESTED, _MARGIN = 0.8, 0.66, 0.05


@dataclass(frozen=True, slots=True)
class Place:
    """A region: dotted code, name, level (province, regency, district, village), code of its parent."""

    code: str
    name: str
    level: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class RegionMatch:
    """`place` is None where nothing was settled; `candidates` best first; `note` asks, `problem` says what is wrong."""

    place: Place | None = None
    confidence: float = 0.0
    candidates: tuple[Place, ...] = ()
    note: str | None = None
    problem: str | None = None


def region_key(name: str) -> str:
    """A name without prefix, case, spaces and signs, old spelling evened out.

    >>> region_key("Ds. Karang Sari"), region_key("KARANGSARI")
    ('karangsari', 'karangsari')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold().strip()
    bare = _PREFIX.sub("", plain)
    for old, new in _OLD_SPELLING:
        bare = bare.replace(old, new)
    return re.sub(r"[^a-z0-9]", "", bare)


def region_code(text: str) -> str:
    """The dotted form of a code, ``""`` where a text is none.

    >>> region_code("3305012001"), region_code("33.5.1.2001"), region_code("33.05.01"), region_code("Ayah")
    ('33.05.01.2001', '33.05.01.2001', '33.05.01', '')
    """
    parts = [part for part in re.split(r"[.\s\-/]+", text.strip().strip("'\"")) if part]
    if not parts or not all(part.isascii() and part.isdigit() for part in parts):
        return ""
    if len(parts) > 1:
        digits = "".join(part.zfill(4 if place == 3 else 2) for place, part in enumerate(parts))
    else:
        digits = parts[0]
    if len(digits) not in _LEVEL_BY_LENGTH:
        return ""
    return ".".join(filter(None, (digits[:2], digits[2:4], digits[4:6], digits[6:])))


def _level_of(code: str) -> str:
    return _LEVEL_BY_LENGTH.get(len(code.replace(".", "")), "")


class RegionIndex:
    """Regions by code and by name. Building is linear; an exact find is constant, a misspelt one linear."""

    def __init__(self, regions: Iterable[Place]) -> None:
        self.by_code: dict[str, Place] = {}
        self._by_key: dict[tuple[str, str], list[Place]] = defaultdict(list)
        self._children: dict[str, list[Place]] = defaultdict(list)
        self._by_level: dict[str, list[Place]] = defaultdict(list)
        for given in regions:
            code = region_code(given.code) or given.code
            parent = given.parent or code.rpartition(".")[0]
            place = Place(code, given.name.strip(), given.level or _level_of(code), parent)
            self.by_code[code] = place
            self._by_key[place.level, region_key(place.name)].append(place)
            self._children[parent].append(place)
            self._by_level[place.level].append(place)
        self._keys: dict[str, list[str]] = {}

    def __len__(self) -> int:
        return len(self.by_code)

    def by_any_code(self, text: str) -> Place | None:
        """The region with a code written in any of the usual ways."""
        return self.by_code.get(region_code(text))

    def find(self, name: str = "", *, level: str = "village", code: str = "", within: str = "") -> RegionMatch:
        """Settle on a region by code, else by name, inside the region with the code `within` where given.

        >>> index = RegionIndex([Place("33.05.01", "Ayah"), Place("33.05.01.2018", "Karangsari")])
        >>> index.find("Desa Karangsri", within="33.05.01").note
        'Desa "Karangsri" tidak ada di Kecamatan Ayah; kami baca sebagai Karangsari. Betul?'
        """
        if code.strip():
            return self._by_given_code(code, name, level)
        key = region_key(name)
        if not key:
            return RegionMatch()
        exact = self._by_key.get((level, key), [])
        inside = [place for place in exact if place.code.startswith(f"{within}.")] if within else exact
        if len(inside) == 1:
            return RegionMatch(inside[0], 1.0, tuple(inside))
        if len(inside) > 1:
            return self._ambiguous(name, level, inside)
        return self._misspelt(name, key, level, within, exact)

    def _by_given_code(self, code: str, name: str, level: str) -> RegionMatch:
        place = self.by_any_code(code)
        if place is None:
            return self._by_name_instead(code, name, level)
        if name and region_key(name) != region_key(place.name):
            likeness = Levenshtein.normalized_similarity(region_key(name), region_key(place.name))
            note = f"Kode {place.code} adalah {place.name}, tetapi tertulis {cited(name)}. Yang benar yang mana?"
            return RegionMatch(place, 0.9 if likeness > _RESOLVED else 0.6, (place,), note=note)
        return RegionMatch(place, 1.0, (place,))

    def _by_name_instead(self, code: str, name: str, level: str) -> RegionMatch:
        unknown = f"Kode wilayah {cited(code)} tidak ada dalam daftar"
        match = self.find(name, level=level) if name else RegionMatch()
        if match.place is None:
            return RegionMatch(None, 0.0, match.candidates, problem=f"{unknown}. Periksa kodenya.")
        note = f"{unknown}; kami pakai nama {match.place.name}. Betul?"
        return RegionMatch(match.place, match.confidence * 0.8, match.candidates, note=note)

    def _misspelt(self, name: str, key: str, level: str, within: str, elsewhere: list[Place]) -> RegionMatch:
        label, bare = LEVEL_LABELS.get(level, "Wilayah"), _PREFIX.sub("", name.strip())
        where = f"Kecamatan {self.by_code[within].name}" if within in self.by_code else "daftar wilayah"
        missing = f"{label} {cited(bare)} tidak ada di {where}"
        peers = self._children[within] if within in self._children else self._by_level.get(level, [])
        likely = self._likely(key, [place for place in peers if place.level == level])
        if likely and likely[0][1] >= _RESOLVED and (len(likely) == 1 or likely[0][1] - likely[1][1] >= _MARGIN):
            place, score = likely[0]
            note = f"{missing}; kami baca sebagai {place.name}. Betul?"
            return RegionMatch(place, round(score, 3), tuple(p for p, _ in likely), note=note)
        if elsewhere:
            found = " atau ".join(self._located(place) for place in elsewhere[:3])
            return RegionMatch(
                None, 0.4, tuple(elsewhere), problem=f"{missing}, tetapi ada di {found}. Periksa kecamatannya."
            )
        if likely:
            names = " atau ".join(place.name for place, _ in likely[:3])
            return RegionMatch(
                None, round(likely[0][1] / 2, 3), tuple(p for p, _ in likely), problem=f"{missing}; maksudnya {names}?"
            )
        return RegionMatch(problem=f"{missing}. Periksa ejaannya.")

    def _likely(self, key: str, peers: list[Place]) -> list[tuple[Place, float]]:
        keys = [region_key(place.name) for place in peers] if len(peers) < 500 else self._all_keys(peers)
        found = process.extract(
            key, keys, scorer=Levenshtein.normalized_similarity, score_cutoff=_SUGGESTED, limit=4
        )  # fmt: skip
        return [(peers[place], score) for _, score, place in found]

    def _all_keys(self, peers: list[Place]) -> list[str]:
        level = peers[0].level
        if level not in self._keys or len(self._keys[level]) != len(peers):
            self._keys[level] = [region_key(place.name) for place in peers]
        return self._keys[level]

    def _ambiguous(self, name: str, level: str, places: list[Place]) -> RegionMatch:
        label = LEVEL_LABELS.get(level, "Wilayah")
        where = ", ".join(self._located(place) for place in places[:5])
        called = f"Ada {len(places)} {label.lower()} bernama {cited(_PREFIX.sub('', name.strip()))}"
        problem = f"{called}: di {where}. Tulis kecamatannya atau kodenya."
        return RegionMatch(None, 1 / len(places), tuple(places), problem=problem)

    def _located(self, place: Place) -> str:
        parent = self.by_code.get(place.parent)
        label = LEVEL_LABELS.get(parent.level, "Wilayah") if parent else ""
        return f"{label} {parent.name}" if parent else place.code
