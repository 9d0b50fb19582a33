"""Pictures of which a document shows a part: what was cut off still travels along."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from functools import partial

from PIL import Image

from selaras.engines.redaction.findings import Kind, Mending, Trace
from selaras.engines.redaction.ooxml.package import Element, Package
from selaras.engines.redaction.pictures.picture import kind_of_picture

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_WHOLE = 100_000  # thousandths of a percent
_LEAST = 1_000
_QUALITY = 92


def cropped_traces(package: Package) -> Iterator[Trace]:
    """Each picture that is cut; it is cut for good, unless it is shown in other places too."""
    found = list(_shown(package))
    uses = Counter(name for name, _ in found)
    for name, cut in found:
        if cut is None or max(_edges(cut)) < _LEAST:
            continue
        alone = uses[name] == 1 and kind_of_picture(package.read(name)) is not None
        told = f"bagian gambar {name.rsplit('/', 1)[-1]} yang dipotong"
        if alone:
            yield Trace(Kind.HIDDEN_DATA, "gambar", told, mend=partial(_cut, package, name, cut))
        else:
            yield Trace(Kind.HIDDEN_DATA, "gambar", told, Mending.BY_HAND)


def _shown(package: Package) -> Iterator[tuple[str, Element | None]]:
    """The pictures that are drawn, each with what cuts it."""
    for source in sorted(package.reachable()):
        targets = {link.id: link.target for link in package.links(source) if not link.outside}
        if not targets or not source.endswith(".xml"):
            continue
        for picture in package.tree(source).iter(f"{_A}blip"):
            name = targets.get(picture.get(_EMBED) or "", "")
            if name in package:
                holder = picture.getparent()
                yield name, holder.find(f"{_A}srcRect") if holder is not None else None


def _edges(cut: Element) -> tuple[int, int, int, int]:
    """What is cut off at the left, top, right and bottom; a picture may also be shown with a margin, which is none."""
    left, top, right, bottom = (max(int(cut.get(side) or 0), 0) for side in "ltrb")
    return left, top, right, bottom


def _cut(package: Package, name: str, cut: Element) -> None:
    left, top, right, bottom = _edges(cut)
    with Image.open(io.BytesIO(package.read(name))) as opened:
        form, (width, height) = opened.format or "PNG", opened.size
        edges = (
            width * left // _WHOLE,
            height * top // _WHOLE,
            max(width * (_WHOLE - right) // _WHOLE, 1),
            max(height * (_WHOLE - bottom) // _WHOLE, 1),
        )
        part = opened.crop(edges)
        out = io.BytesIO()
        part.save(out, form, **({"quality": _QUALITY} if form == "JPEG" else {}))
    package.put(name, out.getvalue())
    for side in "ltrb":
        cut.attrib.pop(side, None)
