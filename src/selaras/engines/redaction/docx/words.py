"""The words of WordprocessingML that the release check needs."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from selaras.engines.redaction.ooxml.package import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"


def w(name: str) -> str:
    """The full name of an element or attribute.

    >>> w("p").endswith("main}p")
    True
    """
    return _W + name


def flag(properties: Element | None, name: str) -> bool | None:
    """Whether a switch such as `vanish` is on; none where it is not told."""
    found = properties.find(w(name)) if properties is not None else None
    return None if found is None else (found.get(w("val")) or "true").lower() not in ("false", "0", "off")


def value(properties: Element | None, name: str, attribute: str = "val") -> str:
    """An attribute of a property, or nothing."""
    found = properties.find(w(name)) if properties is not None else None
    return "" if found is None else found.get(w(attribute)) or ""


def carriers(paragraph: Element) -> list[Element]:
    """The elements that hold the text of a paragraph in order; tabs and breaks stand for their sign."""
    found = []
    for element in own(paragraph):
        if element.tag in (w("t"), _MATH, _DRAWN):
            found.append(element)
        elif element.tag.startswith(_W) and (sign := _SIGNS.get(etree.QName(element).localname)):
            stands = etree.Element("sign")
            stands.text = sign
            found.append(stands)
    return found


def own(paragraph: Element) -> Iterator[Element]:
    """Everything in a paragraph, but not in paragraphs of a text box inside it, nor in its properties."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or element.tag in (w("p"), w("pPr"), w("rPr")):
            continue
        yield element
        waiting += reversed(element)


def text_of(element: Element) -> str:
    """All text below an element, deleted one too."""
    return "".join(one.text or "" for one in element.iter(w("t"), w("delText")))
