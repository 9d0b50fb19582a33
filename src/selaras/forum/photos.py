"""Pictures of a place as people send them, made harmless and small: read, checked, and written anew as JPEG."""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from selaras.forum.errors import BadPhoto

SIDE = 1600  # pixels of the longer side
MOST_BYTES = 12 * 1024 * 1024
MOST_PIXELS = 50_000_000  # a telephone of today takes up to this many
MOST_PHOTOS = 4  # of one proposal
_READ = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True)
class Picture:
    """A JPEG that this program wrote itself: nothing of what a camera notes is left in it."""

    content: bytes
    digest: str
    width: int
    height: int


def picture_of(content: bytes) -> Picture:
    """Write a picture anew, upright and at most `SIDE` pixels long. Raises BadPhoto with what to do.

    Only pixels travel: position, time, device and whatever else stood in the file stay behind. The size is asked
    before anything is unpacked, so a small file that claims a huge picture costs nothing.
    """
    if len(content) > MOST_BYTES:
        raise BadPhoto(_("Foto ini lebih dari 12 MB. Kecilkan dahulu, atau ambil ulang dengan mutu lebih rendah."))
    if content.lstrip()[:5].lower() in (b"<?xml", b"<svg ", b"<svg>", b"<!doc"):
        raise BadPhoto(_("Gambar SVG tidak diterima. Kirim foto JPEG, PNG, atau WebP."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _written_anew(content)
    except BadPhoto:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise BadPhoto(_too_many()) from bomb
    except UnidentifiedImageError as unknown:
        raise BadPhoto(_("Berkas ini bukan foto JPEG, PNG, atau WebP. Pilih foto lain.")) from unknown
    except (OSError, SyntaxError, ValueError, EOFError) as broken:
        raise BadPhoto(_("Foto ini rusak atau tidak lengkap. Ambil ulang, lalu kirim lagi.")) from broken


def _too_many() -> str:
    return _("Foto ini terlalu besar ukurannya. Kecilkan di bawah 50 megapiksel.")


def _written_anew(content: bytes) -> Picture:
    with Image.open(io.BytesIO(content), formats=_READ) as image:
        if image.width * image.height > MOST_PIXELS:
            raise BadPhoto(_too_many())
        image.draft("RGB", (SIDE, SIDE))  # a JPEG is unpacked at a size near the wanted one
        upright = ImageOps.exif_transpose(image).convert("RGBA")
    upright.thumbnail((SIDE, SIDE))
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright.getchannel("A"))
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=78, optimize=True, progressive=True)
    written = out.getvalue()
    return Picture(written, hashlib.sha256(written).hexdigest(), plain.width, plain.height)
