"""Syllables and affixes of one Indonesian word.

Syllables: one for each vowel, but ai, au, oi, ei are one where they end a root (pan-tai) and ai, au in an open syllable
(sau-da-ra); a root keeps two syllables (ba-u). Affixes count apart from the root, so that ke-ba-ik-an and me-nan-da-i
come out as spoken. Written after the rules for parting words in Ejaan Bahasa Indonesia yang Disempurnakan (2022).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from selaras.engines.indonesian.stems import stem

LONG, DEEP = 5, 3  # syllables of a long word, affixes of a deep one

_VOWEL = re.compile(r"[aeiouéèêë]")
_DIPHTHONG = re.compile(r"(?:ai|au|oi|ei)$|(?:ai|au)(?=(?:ng|ny|sy|kh|[b-df-hj-np-tv-z])[aeiou])")
_SPOKEN_OTHERWISE = {"kaidah": 3, "pengairan": 4}
_MAY_HAVE_AFFIX = re.compile(
    r"(?=[a-z]{5,30}$)(?:(?:me|di|ter|ber|be|pe|ke|se)[a-z]+|[a-z]+?(?:kan|an|i|nya|lah|kah|pun))$"
)
_PREFIX = re.compile(r"meng|meny|mem|men|me|peng|peny|pem|pen|per|pel|pe|ber|bel|be|ter|te|di|ke|se")
_SUFFIX = re.compile(r"^(?:kan|an|i)")  # -nya, -lah and the like weigh nothing
# Compounds that the stemmer does not know: memper-tanggung-jawab-kan, ke-aneka-ragam-an.
_COMPOUND = re.compile(
    r"(?=[a-z]{14,30}$)(memper|mem|meng|meny|men|me|diper|di|per|peng|peny|pem|pen|pe|ke)([a-z]{8,})(kan|an|(?<!as)i)$"
)
# ter- that says no passive: superlatives, states, fixed words.
_NO_PASSIVE = frozenset(
    word
    for line in (
        "terhadap terdiri terdapat tersebut terkait terlebih terutama tertentu terakhir ternyata terbaik terbesar",
        "terkecil tertinggi terendah terbanyak terlambat terdekat terjauh terbaru terlalu terjadi terus terang terbuka",
        "terasa terhitung termasuk tergantung terhormat tercepat tersendiri terpadu teratur terbatas terdahulu terkini",
        "terluar terdepan terpencil terbelakang terberat terletak terlibat tersedia terjangkau terjamin terkena",
    )
    for word in line.split()
)
# pe-an and ke-an that everybody says.
_EVERYDAY = frozenset(
    word
    for line in (
        "pekerjaan kegiatan kecamatan kelurahan kehidupan perusahaan pemerintahan keputusan keadaan kendaraan",
        "pertanyaan pertanian perikanan peternakan perumahan perdesaan pedesaan perkotaan kebutuhan kesempatan",
        "kebersihan keamanan kesehatan pendidikan kelahiran kematian pernikahan perkawinan kebakaran kecelakaan",
        "keterangan pelajaran permainan pertemuan perjalanan kepentingan kekurangan kelebihan kekeringan pegunungan",
        "pelabuhan kesulitan perempuan permintaan pengumuman pendapatan pelayanan pembangunan pengaduan kekayaan",
        "perkantoran perhubungan perbedaan kekerasan kemiskinan kemudahan keselamatan persetujuan",
    )
    for word in line.split()
)


@dataclass(frozen=True, slots=True)
class Form:
    """What one word costs a reader. `nominal`: a noun made of a verb or a quality by pe-an or ke-an."""

    syllables: int
    affixes: int
    passive: bool
    nominal: bool


def syllables(word: str) -> int:
    """Spoken syllables; letters are spelled out where a word has no vowel ("KTP": 3).

    >>> [syllables(word) for word in ("masyarakat", "khusus", "pulau", "kebaikan")]
    [4, 2, 2, 4]
    """
    return form(word.lower()).syllables


@lru_cache(maxsize=1 << 16)
def form(word: str) -> Form:
    """The form of a word in lower case. Remembered; a new word costs one look at the stemmer."""
    if "-" in word:  # anak-anak, perundang-undangan
        halves = [form(half) for half in word.split("-") if half]
        return Form(sum(half.syllables for half in halves), 0, any(half.passive for half in halves), nominal=False)
    prefix, root, suffix = _apart(word)
    bare = word.removesuffix("nya")
    spoken = _SPOKEN_OTHERWISE.get(word) or _vowels(prefix) + _root_syllables(root) + _vowels(suffix)
    return Form(
        syllables=spoken or sum(sign.isalpha() for sign in word),
        affixes=len(_PREFIX.findall(prefix)) + len(_SUFFIX.findall(suffix)),
        passive=prefix.startswith(("di", "ter")) and bare not in _NO_PASSIVE,
        nominal=prefix.startswith(("pe", "ke")) and suffix.startswith("an") and bare not in _EVERYDAY,
    )


def _apart(word: str) -> tuple[str, str, str]:
    """Prefix, root and suffix as written; the root may have lost its first sign to the prefix (me-ny-usun)."""
    if not _MAY_HAVE_AFFIX.match(word):
        return "", word, ""
    root = stem(word)
    if root == word:
        compound = _COMPOUND.match(word)
        return (compound[1], compound[2], compound[3]) if compound else ("", word, "")
    for core in (root, root[1:]):
        at = word.find(core) if len(core) > 1 else -1
        if at >= 0:
            return word[:at], core, word[at + len(core) :]
    return "", word, ""


def _vowels(part: str) -> int:
    return len(_VOWEL.findall(part))


def _root_syllables(root: str) -> int:
    vowels = _vowels(root)
    spoken = vowels - len(_DIPHTHONG.findall(root))
    return spoken if spoken > 1 else vowels
