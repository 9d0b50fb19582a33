"""PDFs for the tests: pages set by Typst, and what Typst would never write put in by hand."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageFont

Change = Callable[[pikepdf.Pdf], None]


@functools.cache
def typeset(body: str) -> bytes:
    """One or more pages of A5 with the body in the language of Typst."""
    return typst.compile(f'#set page("a5", margin: 1.5cm)\n#set text(size: 11pt)\n{body}'.encode())


def changed(content: bytes, *changes: Change) -> bytes:
    """The PDF after each change was made to the opened one."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for change in changes:
            change(pdf)
        out = io.BytesIO()
        pdf.save(out, static_id=True)
    return out.getvalue()


def drawn(commands: str, page: int = 1) -> Change:
    """Draw more on a page, over what is there; /F is a font, /Foto a picture if one was added."""

    def change(pdf: pikepdf.Pdf) -> None:
        shown = pdf.pages[page - 1]
        fonts = Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        resources = shown.obj.get("/Resources", Dictionary())
        resources.Font = Dictionary({**dict(resources.get("/Font", Dictionary())), **dict(fonts)})
        shown.obj.Resources = resources
        shown.contents_coalesce()
        shown.contents_add(b"q", prepend=True)
        shown.contents_add(f"Q q {commands} Q".encode())

    return change


def with_picture(content: bytes, width: int, height: int) -> Change:
    """A JPEG among the resources of the first page, under the name /Foto."""

    def change(pdf: pikepdf.Pdf) -> None:
        resources = pdf.pages[0].obj.get("/Resources", Dictionary())
        pictures = resources.get("/XObject", Dictionary())
        pictures.Foto = pikepdf.Stream(
            pdf, content, Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height,
            ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode,
        )  # fmt: skip
        resources.XObject = pictures
        pdf.pages[0].obj.Resources = resources

    return change


def mark(kind: str, rect: tuple[float, float, float, float], **more: object) -> Change:
    """A mark of a reviewer (annotation) on the first page."""

    def change(pdf: pikepdf.Pdf) -> None:
        one = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(rect), **more)
        listed = pdf.pages[0].obj.get("/Annots", Array())
        listed.append(pdf.make_indirect(one))
        pdf.pages[0].obj.Annots = listed

    return change


def mark_with_look(kind: str, rect: tuple[float, float, float, float], commands: str, **more: object) -> Change:
    """The same with a look of its own."""

    def change(pdf: pikepdf.Pdf) -> None:
        wide, high = rect[2] - rect[0], rect[3] - rect[1]
        look = pikepdf.Stream(
            pdf, commands.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, wide, high])
        )
        mark(kind, rect, AP=Dictionary(N=look), **more)(pdf)

    return change


def property_of_file(**told: str) -> Change:
    """Properties such as Author."""

    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in told.items():
            pdf.docinfo[f"/{key}"] = String(value)

    return change


def form_field(name: str, value: str, rect: tuple[float, float, float, float]) -> Change:
    """A filled field of a form."""

    def change(pdf: pikepdf.Pdf) -> None:
        helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        field = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(name), V=String(value), Rect=Array(rect),
                DA=String("/Helv 10 Tf 0 g"), F=4, P=pdf.pages[0].obj,
            )
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(
            Fields=Array([field]), NeedAppearances=True, DA=String("/Helv 10 Tf 0 g"),
            DR=Dictionary(Font=Dictionary(Helv=helvetica)),
        )  # fmt: skip

    return change


def appended(content: bytes, commands: bytes) -> bytes:
    """The PDF with the contents of its first page replaced as an editor does that only appends."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        page = pdf.pages[0].obj
        number, _ = page.objgen
        count = int(pdf.trailer.Size)
        root = pdf.Root.objgen[0]
        page.Contents = pdf.make_stream(b"")
        told = page.unparse(resolved=True)
    old_start = int(content.rsplit(b"startxref", 1)[1].split()[0])
    told = told.replace(page_contents(told), f"/Contents {count} 0 R".encode())
    stream = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (count, len(commands), commands)
    first = len(content)
    second = first + len(stream)
    body = stream + b"%d 0 obj\n%s\nendobj\n" % (number, told)
    table = b"xref\n%d 1\n%010d 00000 n \n%d 1\n%010d 00000 n \n" % (number, second, count, first)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        count + 1, root, old_start, first + len(body),
    )  # fmt: skip
    return content + body + table + trailer


def page_contents(told: bytes) -> bytes:
    """The entry of a page that names its contents."""
    start = told.index(b"/Contents")
    return told[start : told.index(b"R", start) + 1]


def plain_pdf(content: bytes) -> bytes:
    """The PDF without streams of objects, so that its table can be appended to."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        out = io.BytesIO()
        pdf.save(out, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def photograph(
    words: str = "", size: tuple[int, int] = (420, 595), box: tuple[int, int, int, int] | None = None
) -> bytes:
    """A JPEG with words on it, as a scanner sees a page; `box` is painted black."""
    picture = Image.new("RGB", size, (250, 250, 246))
    pen = ImageDraw.Draw(picture)
    for line, text in enumerate(words.split("\n")):
        pen.text((40, 60 + 30 * line), text, fill=(20, 20, 20), font=ImageFont.load_default(18))
    if box:
        pen.rectangle(box, fill=(0, 0, 0))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90)
    return out.getvalue()
