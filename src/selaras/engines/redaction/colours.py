"""Whether writing in one colour can be seen on another."""

from __future__ import annotations

_LEAST_CONTRAST = 1.3  # of 21, by WCAG 2; what looks the same to the eye lies below
_DARK = 0.1


def contrast(first: str, second: str) -> float:
    """The contrast of two colours as six hexadecimal digits, 1 to 21.

    >>> contrast("FFFFFF", "000000"), contrast("FF0000", "FF0000")
    (21.0, 1.0)
    """
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def is_hidden(writing: str, ground: str) -> bool:
    """Whether the eye cannot tell them apart."""
    return contrast(writing, ground) < _LEAST_CONTRAST


def is_dark(colour: str) -> bool:
    """Whether a ground looks like a black box."""
    return luminance(colour) < _DARK


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def is_colour(text: str | None) -> bool:
    """Whether a text is six hexadecimal digits."""
    return text is not None and len(text) == 6 and all(sign in "0123456789abcdefABCDEF" for sign in text)
