"""Marks on the pages of a PDF (annotations): notes, links, attached files; and flattening what is drawn of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pikepdf
from pikepdf import Name

from selaras.engines.redaction.findings import Kind, Mending, Trace
from selaras.engines.redaction.outside import leads_outside, telling_address
from selaras.engines.redaction.personal import personal

_NOTES = frozenset({"/Text", "/Popup"})
_FILES = frozenset({"/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"})
_LINKS = frozenset({"/Link"})
_UNSEEN = 0x02 | 0x20  # hidden, never shown
_OUTSIDE = {"/Launch": "membuka berkas", "/GoToR": "berkas lain", "/GoToE": "lampiran", "/SubmitForm": "mengirim isian",
            "/ImportData": "mengambil isian"}  # fmt: skip
_SCRIPTS = frozenset({"/JavaScript", "/Rendition"})

Key = tuple[str, int, int]


def marks(pdf: pikepdf.Pdf) -> Iterator[tuple[int, Key, pikepdf.Object]]:
    """Every mark with its page and a key that stays."""
    for number, page in enumerate(pdf.pages, start=1):
        listed = page.obj.get("/Annots")
        if not isinstance(listed, pikepdf.Array):
            continue
        for at, mark in enumerate(listed.as_list()):
            if isinstance(mark, pikepdf.Dictionary):
                yield number, ("mark", number, at), mark


def mark_traces(pdf: pikepdf.Pdf) -> Iterator[tuple[Key, Trace]]:
    """Notes, files, programs and links to outside."""
    for number, key, mark in marks(pdf):
        place = f"halaman {number}"
        kind = str(mark.get("/Subtype", ""))
        if kind in _FILES:
            yield key, Trace(Kind.ATTACHMENT, place, _file_name(mark) or kind.strip("/"))
        elif kind not in ("/Link", "/Widget", "/Popup") and (told := _note(mark)):
            mending = Mending.REMOVED if kind in _NOTES or is_unseen(mark) else Mending.FLATTENED
            yield key, Trace(Kind.COMMENT, place, told, mending)
        elif kind in _LINKS:
            for one in personal(text_of(mark.get("/Contents"))):
                yield key, Trace(one.kind, place, one.text)
        for action in actions(mark):
            trace = action_trace(action, place)
            if trace is not None:
                yield key, trace


def action_trace(action: pikepdf.Object, place: str) -> Trace | None:
    """What an action does that it should not."""
    kind = str(action.get("/S", ""))
    if kind in _SCRIPTS:
        return Trace(Kind.SCRIPT, place, text_of(action.get("/JS")) or kind.strip("/"))
    if kind in _OUTSIDE:
        return Trace(Kind.OUTSIDE_LINK, place, f"{_OUTSIDE[kind]} {_target(action)}".strip())
    if kind == "/URI":
        address = text_of(action.get("/URI"))
        if leads_outside(address):
            return Trace(Kind.OUTSIDE_LINK, place, address)
        if found := telling_address(address):
            return Trace(found, place, address.split(":", 1)[1].split("?", 1)[0])
    return None


def actions(holder: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """What happens when a mark, a page or the file is opened, clicked or left."""
    waiting = [holder.get("/A"), holder.get("/OpenAction")]
    more = holder.get("/AA")
    if isinstance(more, pikepdf.Dictionary):
        waiting += [more[name] for name in sorted(more.keys())]
    known: set[tuple[int, int]] = set()
    while waiting:
        action = waiting.pop(0)
        if isinstance(action, pikepdf.Array):
            waiting += [one for one in action.as_list() if isinstance(one, pikepdf.Dictionary) and "/S" in one]
        if not isinstance(action, pikepdf.Dictionary) or (action.objgen != (0, 0) and action.objgen in known):
            continue
        known.add(action.objgen)
        yield action
        waiting.append(action.get("/Next"))


def flatten(
    pdf: pikepdf.Pdf, stays: Collection[object] = (), gone: Collection[object] = (), forms_stay: bool = False
) -> None:
    """Draw what marks and forms show into the pages, and take the marks themselves away.

    Links remain, but those that are `gone`; so do the marks in `stays`, as they are.
    """
    remain: dict[int, list[pikepdf.Object]] = {}
    drawn: dict[int, list[pikepdf.Object]] = {}
    for number, key, mark in marks(pdf):
        if key in stays or (key not in gone and _stays_a_mark(mark, forms_stay)):
            remain.setdefault(number, []).append(mark)
        elif str(mark.get("/Subtype", "")) not in _NOTES | _FILES | _LINKS and not is_unseen(mark):
            drawn.setdefault(number, []).append(mark)
    _set_marks(pdf, drawn)
    if not forms_stay and "/AcroForm" in pdf.Root:
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("all")
    _set_marks(pdf, remain)


def _set_marks(pdf: pikepdf.Pdf, listed: dict[int, list[pikepdf.Object]]) -> None:
    for number, page in enumerate(pdf.pages, start=1):
        if number in listed:
            page.obj.Annots = pikepdf.Array(listed[number])
        elif "/Annots" in page.obj:
            del page.obj["/Annots"]


def _stays_a_mark(mark: pikepdf.Object, forms_stay: bool) -> bool:
    """Links, and what has no look of its own to be drawn."""
    kind = str(mark.get("/Subtype", ""))
    if kind == "/Widget":
        return forms_stay
    return kind in _LINKS or (kind not in _NOTES | _FILES and not is_unseen(mark) and not _has_appearance(mark))


def is_unseen(mark: pikepdf.Object) -> bool:
    """Whether a mark is never shown."""
    try:
        return bool(int(mark.get("/F", 0)) & _UNSEEN)
    except (TypeError, ValueError):
        return False


def text_of(value: object) -> str:
    """A string of a PDF, or a stream that stands for one."""
    if isinstance(value, pikepdf.Stream):
        return value.read_bytes().decode("utf-8", errors="replace")
    return str(value) if isinstance(value, pikepdf.String) else ""


def _has_appearance(mark: pikepdf.Object) -> bool:
    looks = mark.get("/AP")
    return isinstance(looks, pikepdf.Dictionary) and "/N" in looks


def _note(mark: pikepdf.Object) -> str:
    if mark.get("/Subtype") == Name.FreeText and _has_appearance(mark) and not is_unseen(mark):
        return text_of(mark.get("/T"))  # what it says is seen on the page
    author, said = text_of(mark.get("/T")), text_of(mark.get("/Contents")) or text_of(mark.get("/RC"))
    return ": ".join(part for part in (author, said) if part)


def _file_name(mark: pikepdf.Object) -> str:
    told = mark.get("/FS")
    if isinstance(told, pikepdf.Dictionary):
        return text_of(told.get("/UF")) or text_of(told.get("/F"))
    return text_of(told)


def _target(action: pikepdf.Object) -> str:
    told = action.get("/F")
    if isinstance(told, pikepdf.Dictionary):
        return text_of(told.get("/UF")) or text_of(told.get("/F"))
    return text_of(told)
