"""The short code of a proposal: six signs that a person can read aloud, copy from paper and mistype without harm.

Five signs are the key of the proposal, stirred so that neighbours look different; the sixth checks them. Nothing is
stored: the code is another way to write the key. Signs are those of Crockford's base 32 (no I, L, O, U). The check is
a weighted sum over the field of 32 elements, with another weight for every place: one wrong sign, or any two signs
that changed places, never pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from selaras.forum.errors import BadCode

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 6
KEYS = 1 << 25  # as many keys as five signs can write
_STIR = 0x13C6EF5  # odd, so that multiplying by it modulo KEYS loses nothing
_UNSTIR = pow(_STIR, -1, KEYS)
_SHIFT = 13  # more than half of the 25 bits, so that one step undoes the mixing
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None, ".": None})


def code_of(key: int) -> str:
    """The code of a key from 0 to 33,554,431. Raises ValueError outside of it.

    >>> code_of(1), code_of(2)
    ('4470EZ', 'Q720WK')
    """
    if not 0 <= key < KEYS:
        raise ValueError(f"no code for key {key}")
    stirred = key * _STIR % KEYS
    stirred ^= stirred >> _SHIFT
    stirred = stirred * _STIR % KEYS
    places = [stirred >> 5 * at & 31 for at in reversed(range(LENGTH - 1))]
    return "".join(SIGNS[place] for place in [*places, _check(places)])


def key_of(text: str) -> int:
    """The key that a code as somebody typed it stands for. Raises BadCode, which names the mistake."""
    code = tidied(text)
    places = _places(code)
    if len(code) != LENGTH:
        told = {"length": LENGTH, "given": len(code)}
        raise BadCode(_("Kode usulan terdiri atas %(length)s tanda; yang ini %(given)s.") % told)
    if _check(places[:-1]) != places[-1]:
        raise BadCode(_("Kode “%(code)s” tidak cocok dengan tanda periksanya: ada yang salah ketik.") % {"code": code})
    stirred = 0
    for place in places[:-1]:
        stirred = stirred << 5 | place
    stirred = stirred * _UNSTIR % KEYS
    stirred ^= stirred >> _SHIFT
    return stirred * _UNSTIR % KEYS


def tidied(text: str) -> str:
    """As codes are written: capitals, no gaps, 1 for I and L, 0 for O."""
    return text.upper().translate(_READ_AS)


def maybe_key(text: str) -> int | None:
    """The key, where the text is a code."""
    try:
        return key_of(text)
    except BadCode:
        return None


def near_codes(text: str) -> list[str]:
    """The sound codes that one wrong sign, or two neighbours that changed places, would turn into the text.

    A code of the right length has at most eleven.
    """
    code = tidied(text)
    if len(code) != LENGTH:
        return []
    return [one for one in dict.fromkeys(_slips(code)) if one != code and maybe_key(one) is not None]


def _slips(code: str) -> Iterator[str]:
    for at in range(LENGTH):
        for sign in SIGNS:
            yield code[:at] + sign + code[at + 1 :]
    for at in range(LENGTH - 1):
        yield code[:at] + code[at + 1] + code[at] + code[at + 2 :]


def _places(code: str) -> list[int]:
    for sign in code:
        if sign not in SIGNS:
            raise BadCode(_("Tanda “%(sign)s” tidak dipakai dalam kode usulan. Periksa lagi.") % {"sign": sign})
    return [SIGNS.index(sign) for sign in code]


def _check(places: list[int]) -> int:
    """The sign that makes the weighted sum of all six nothing: Horner's rule, the weights are powers of x."""
    total = 0
    for place in places:
        total = _by_x(total ^ place)
    return total


def _by_x(element: int) -> int:
    """Times x in the field of 32 elements, modulo x^5 + x^2 + 1."""
    return (element << 1 ^ 0b100101) if element & 16 else element << 1
