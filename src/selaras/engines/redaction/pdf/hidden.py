"""What the text of a page tells, and what of it the eye does not see."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from itertools import groupby, pairwise

from selaras.engines.redaction.findings import Box, Kind, Mending, Trace
from selaras.engines.redaction.pdf.pages import PageText
from selaras.engines.redaction.personal import personal

Mask = Callable[[int, list[Box]], None]
_LEAST_HIDDEN = 2  # letters in a row; a single one may be an empty sign of a font


def seen_words(pages: Iterable[PageText]) -> set[str]:
    """The words that can be seen on any page."""
    return {
        word for page in pages for word in "".join(map(_shown, page.text, page.hidden.tolist())).split() if word.strip()
    }


def page_traces(page: PageText, seen: Collection[str], mask: Mask) -> Iterator[Trace]:
    """The findings of a page; `mask` is told the page and the boxes to cover on it when one is mended.

    What cannot be seen needs no box: a picture of the page does not show it.
    """
    place = f"halaman {page.number}"
    for start, end in _hidden_runs(page):
        if _is_off(page, start, end) and all(word in seen for word in page.text[start:end].split()):
            continue  # a drawing that goes on on the next page
        kind = Kind.UNDER_BOX if page.covered[start:end].any() else Kind.INVISIBLE
        yield _trace(page, place, kind, start, end, mask, unseen=not page.faint[start:end].any())
    for one in personal(page.text):
        yield _trace(page, place, one.kind, one.start, one.end, mask)
    for left, top, right, bottom in page.pictures_under:
        box = Box(left, top, right, bottom, page.number)
        mend = partial(mask, page.number, [box])
        yield Trace(Kind.UNDER_BOX, place, "gambar di bawah kotak", Mending.FLATTENED, mend, (box,))
    if page.unseen_pictures:
        told = f"{len(page.unseen_pictures)} gambar yang tidak tampak"
        yield Trace(Kind.HIDDEN_DATA, place, told, Mending.FLATTENED, partial(mask, page.number, []))


def _shown(sign: str, hidden: bool) -> str:
    return " " if hidden else sign


def _is_off(page: PageText, start: int, end: int) -> bool:
    """Whether a stretch lies wholly outside of the page."""
    boxes = page.boxes[start:end]
    boxes = boxes[boxes[:, 2] > boxes[:, 0]]  # a blank has none
    return bool(((boxes[:, 2] <= 0) | (boxes[:, 0] >= 1) | (boxes[:, 3] <= 0) | (boxes[:, 1] >= 1)).all())


def _trace(page: PageText, place: str, kind: Kind, start: int, end: int, mask: Mask, unseen: bool = False) -> Trace:
    boxes = _boxes(page, start, end)
    return Trace(
        kind,
        place,
        page.text[start:end],
        Mending.FLATTENED,
        partial(mask, page.number, [] if unseen else boxes),
        tuple(boxes),
    )


def _hidden_runs(page: PageText) -> Iterator[tuple[int, int]]:
    """Stretches of hidden letters with what stands between them, apart where another thing hides them."""
    letters = [at for at, sign in enumerate(page.text) if sign.isalnum()]
    for (hidden, _), run in groupby(letters, lambda at: (page.hidden[at], page.covered[at])):
        places = list(run)
        if hidden and len(places) >= _LEAST_HIDDEN:
            yield places[0], places[-1] + 1


def _boxes(page: PageText, start: int, end: int) -> list[Box]:
    """One box for each line of a stretch of signs."""
    rows = [row for row in page.boxes[start:end].tolist() if row[2] > row[0] and row[3] > row[1]]
    if not rows:
        return []
    lines = [[rows[0]]]
    for before, row in pairwise(rows):
        same_line = min(before[3], row[3]) > max(before[1], row[1]) and row[0] >= before[0]
        if same_line:
            lines[-1].append(row)
        else:
            lines.append([row])
    return [_around(line, page.number) for line in lines]


def _around(line: list[list[float]], number: int) -> Box:
    pad = 0.15 * max(row[3] - row[1] for row in line)
    return Box(
        left=min(row[0] for row in line) - pad / 2,
        top=min(row[1] for row in line) - pad,
        right=max(row[2] for row in line) + pad / 2,
        bottom=max(row[3] for row in line) + pad,
        page=number,
    )
