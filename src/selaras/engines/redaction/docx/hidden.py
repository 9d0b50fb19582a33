"""Writing in a document that the eye does not see: hidden, tiny, in the colour of its ground, under a black shape."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from selaras.engines.redaction.colours import is_colour, is_dark, is_hidden
from selaras.engines.redaction.docx.words import flag, own, text_of, value, w
from selaras.engines.redaction.findings import Kind, Mending, Trace
from selaras.engines.redaction.ooxml.office import remove
from selaras.engines.redaction.ooxml.package import Element

_TINY = 4  # half points
_LOWEST = 40  # twentieths of a point
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MOST_STYLES = 20  # based on one another
_HIGHLIGHTS = {"black": "000000", "white": "FFFFFF", "darkBlue": "00008B", "darkGray": "A9A9A9", "lightGray": "D3D3D3"}
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}wsp"
_ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEAST_SIDE = 100_000  # EMU, about 3 mm: less is a line
_BLACKS = frozenset({"tx1", "dk1", "black"})


class Styles:
    """What the styles of a document say of their text, each also what the one it is based on says."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {} if root is None else {one.get(w("styleId")): one for one in root.iter(w("style"))}

    def hides(self, name: str) -> bool:
        """Whether text in this style is hidden."""
        return next(
            (told for one in self._line(name) if (told := flag(one.find(w("rPr")), "vanish")) is not None), False
        )

    def says(self, name: str, what: str) -> str:
        """A property of the text in this style, such as its colour or size; nothing where none is told."""
        return next((told for one in self._line(name) if (told := value(one.find(w("rPr")), what))), "")

    def fills(self, name: str) -> bool:
        """Whether paragraphs in this style have a ground of their own."""
        return any(one.find(f"{w('pPr')}/{w('shd')}") is not None for one in self._line(name))

    def _line(self, name: str) -> Iterator[Element]:
        for _ in range(_MOST_STYLES):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value(style, "basedOn")


def hidden_traces(paragraph: Element, place: str, styles: Styles) -> Iterator[Trace]:
    """Stretches of runs that cannot be seen."""
    runs: list[Element] = []
    kind: Kind | None = None
    for run in [element for element in own(paragraph) if element.tag == w("r") and text_of(element).strip()]:
        seen_as = _hidden_as(run, paragraph, styles)
        if runs and seen_as is not kind:
            yield _trace(runs, kind, place)
            runs = []
        kind = seen_as
        if kind is not None:
            runs.append(run)
    if runs:
        yield _trace(runs, kind, place)


def black_shape_traces(root: Element, place: str) -> Iterator[Trace]:
    """Black shapes laid over the text: what lies under them, only the page as drawn can tell."""
    for shape in root.iter(_SHAPE):
        anchor = next(shape.iterancestors(_ANCHOR), None)
        if (
            anchor is not None
            and anchor.get("behindDoc") not in ("1", "true")
            and _is_black(shape)
            and not text_of(shape)
        ):
            yield Trace(Kind.UNDER_BOX, place, "bentuk hitam di atas tulisan", Mending.BY_HAND)
    for shape in root.iter(f"{_VML}rect", f"{_VML}shape"):
        black = (shape.get("fillcolor") or "").split(" ")[0].lower() in ("black", "#000", "#000000")
        within = next(shape.iterancestors(_FALLBACK), None) is not None
        if black and not within and "absolute" in (shape.get("style") or "") and not text_of(shape):
            yield Trace(Kind.UNDER_BOX, place, "bentuk hitam di atas tulisan", Mending.BY_HAND)


def _trace(runs: list[Element], kind: Kind | None, place: str) -> Trace:
    told = "".join(text_of(run) for run in runs)
    return Trace(kind or Kind.INVISIBLE, place, told, mend=partial(_remove_all, list(runs)))


def _remove_all(runs: list[Element]) -> None:
    for run in runs:
        remove(run)


def _hidden_as(run: Element, paragraph: Element, styles: Styles) -> Kind | None:
    properties = run.find(w("rPr"))
    hidden = flag(properties, "vanish")
    if hidden is None:
        hidden = styles.hides(value(properties, "rStyle")) or styles.hides(value(paragraph.find(w("pPr")), "pStyle"))
    size = _told("sz", run, paragraph, styles)
    if hidden or (size.isdecimal() and int(size) <= _TINY) or _is_unfilled(properties) or _is_squeezed(paragraph):
        return Kind.INVISIBLE
    if not value(properties, "color") and styles.fills(value(paragraph.find(w("pPr")), "pStyle")):
        return None
    return _lost_in_ground(_told("color", run, paragraph, styles), run, paragraph)


def _told(what: str, run: Element, paragraph: Element, styles: Styles) -> str:
    """A property of a run: its own, or that of its style, or of the style of its paragraph."""
    properties = run.find(w("rPr"))
    names = value(properties, "rStyle"), value(paragraph.find(w("pPr")), "pStyle")
    return value(properties, what) or next((told for one in names if (told := styles.says(one, what))), "")


def _is_unfilled(properties: Element | None) -> bool:
    """Letters without a filling, or one that lets all shine through."""
    if properties is None:
        return False
    clear = (one.get(f"{_W14}val") == "100000" for one in properties.iterfind(f"{_W14}textFill//{_W14}alpha"))
    return properties.find(f"{_W14}textFill/{_W14}noFill") is not None or any(clear)


def _is_squeezed(paragraph: Element) -> bool:
    """Lines of a fixed height in which no letter has room."""
    properties = paragraph.find(w("pPr"))
    height = value(properties, "spacing", "line")
    return value(properties, "spacing", "lineRule") == "exact" and height.isdecimal() and int(height) <= _LOWEST


def _lost_in_ground(colour: str, run: Element, paragraph: Element) -> Kind | None:
    properties = run.find(w("rPr"))
    highlight = _HIGHLIGHTS.get(value(properties, "highlight"), "")
    if highlight:
        ground = highlight
        colour = colour if is_colour(colour) else "000000"
    else:
        ground = _ground(run, paragraph)
    if not is_colour(colour) or not is_colour(ground) or not is_hidden(colour, ground):
        return None
    return Kind.UNDER_BOX if is_dark(ground) else Kind.INVISIBLE


def _ground(run: Element, paragraph: Element) -> str:
    """The colour behind a run; nothing where it cannot be told for sure."""
    for properties in (run.find(w("rPr")), paragraph.find(w("pPr"))):
        if is_colour(fill := value(properties, "shd", "fill")):
            return fill
    for holder in paragraph.iterancestors():
        if holder.tag == w("tc") and is_colour(fill := value(holder.find(w("tcPr")), "shd", "fill")):
            return fill
        if holder.tag == w("tbl"):
            table = holder.find(w("tblPr"))
            if is_colour(fill := value(table, "shd", "fill")):
                return fill
            if value(table, "tblStyle") not in ("", "TableGrid", "TableNormal"):
                return ""  # the style of the table may fill its header
        if holder.tag == w("txbxContent"):
            return ""
        if holder.tag == w("document") and holder.find(w("background")) is not None:
            return ""
    return "FFFFFF"


def _is_black(shape: Element) -> bool:
    looks = shape.find("{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}spPr")
    fill = looks.find(f"{_A}solidFill") if looks is not None else None
    size = looks.find(f"{_A}xfrm/{_A}ext") if looks is not None else None
    if fill is None:
        return False
    if size is not None and min(int(size.get("cx", 0)), int(size.get("cy", 0))) < _LEAST_SIDE:
        return False
    plain, scheme = fill.find(f"{_A}srgbClr"), fill.find(f"{_A}schemeClr")
    if plain is not None and is_colour(plain.get("val")):
        return not len(plain) and is_hidden(plain.get("val"), "000000")
    return scheme is not None and scheme.get("val") in _BLACKS and not len(scheme)
