"""Places and persons of a text apart from what the text is about.

>>> subject_words("Talud jalan Dusun Sawahan RT 02, sebelah Pak Karto di Desa Pasir", {"pasir"})
('talud', 'jalan', 'sebelah', 'di', 'desa')
"""

from __future__ import annotations

from collections.abc import Collection

from selaras.engines.indonesian.text import is_number, tokens

# After these stands a name, whatever word it looks like.
_AREAS = frozenset(["dusun", "dukuh", "kampung", "rt", "rw"])
# After these may stand a name (Desa Karanganyar) or a subject (desa wisata, desa tangguh bencana).
_REGIONS = frozenset(["desa", "kelurahan", "kecamatan", "kabupaten"])
_PERSONS = frozenset(
    ["pak", "bapak", "ibu", "bu", "mbah", "haji", "kyai", "ki", "ustadz", "ustaz", "saudara", "almarhum", "bpk"]
)
_MARKERS = _AREAS | _REGIONS | _PERSONS
# What follows a region's word without being its name.
_SUBJECTS = frozenset(
    word
    for line in (
        "wisata tangguh budaya siaga digital prima mandiri adat inklusif ramah layak sadar sehat sejahtera maju",
        "cerdas iklim keluarga menyusui tani hamil rumah tangga pkk dan di ke untuk yang se lingkungan kumuh",
        "nelayan kb kerja pangan menuju",
    )
    for word in line.split()
)
_NONE: frozenset[str] = frozenset()


def subject_words(text: str, gazetteer: Collection[str] = _NONE) -> tuple[str, ...]:
    """The written-out words of a text without numbers, names of places and of persons.

    `gazetteer` holds known place names in lower case, one word each; a word of it counts as a place where a word for
    a region stands before it. Names nobody marks stay: they are words that no catalogue knows.
    """
    return tuple(word for word, is_subject in _sorted_out(tokens(text), gazetteer) if is_subject)


def _sorted_out(words: tuple[str, ...], gazetteer: Collection[str]) -> list[tuple[str, bool]]:
    sorted_out: list[tuple[str, bool]] = []
    named = False
    for word, after in zip(words, (*words[1:], ""), strict=False):
        if word in _MARKERS:
            is_subject = not named and (word in _REGIONS or (word in _AREAS and not after))
            named = not named and _takes_name(word, after, gazetteer)
        else:
            is_subject = not (named or is_number(word))
            named = False
        sorted_out.append((word, is_subject))
    return sorted_out


def _takes_name(word: str, after: str, gazetteer: Collection[str]) -> bool:
    if not after:
        return False
    if word in _PERSONS and word != "ibu":
        return True
    if after in _SUBJECTS:
        return False
    if word in _AREAS or word in _PERSONS:
        return True
    return word in _REGIONS and after in gazetteer
