"""Pages set by Typst, from a layout and the files that it reads; and the code that a reader scans."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path

import segno
from django.conf import settings

_SET = "import sys, typst; typst.compile(sys.argv[1], sys.argv[2], root=sys.argv[3], ignore_system_fonts=True)"


class LayoutError(ValueError):
    """What Typst said last about a layout that it cannot set."""


def set_pages(layout: bytes, files: Mapping[str, bytes]) -> bytes:
    """A PDF of the layout, beside which the files lie under their names. Raises LayoutError.

    In a process of its own: Typst takes some 530 MB for 200 pages, and so the memory is given back.
    """
    with tempfile.TemporaryDirectory(prefix="selaras-pages-") as folder:
        root = Path(folder)
        for name, content in files.items():
            (root / name).write_bytes(content)
        (root / "layout.typ").write_bytes(layout)
        done = subprocess.run(  # noqa: S603 - this very Python, on files made here
            [sys.executable, "-c", _SET, str(root / "layout.typ"), str(root / "pages.pdf"), str(root)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise LayoutError(" ".join(done.stderr.strip().splitlines()[-1:]))
        return (root / "pages.pdf").read_bytes()


def layout(name: str, shipped: Traversable) -> bytes:
    """A file `layouts/NAME` in the office's own folder wins over the one that comes with the program."""
    own = Path(os.path.join(settings.HOME, "layouts", name))
    return own.read_bytes() if own.exists() else (shipped / name).read_bytes()


def code_as_svg(address: str) -> bytes:
    target = BytesIO()
    segno.make(address, error="m").save(target, kind="svg", border=1, dark="#0f4c47")
    return target.getvalue()
