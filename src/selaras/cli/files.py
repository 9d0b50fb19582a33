"""Files that a command is given: read and written, with a sentence where the machine refuses."""

from __future__ import annotations

import errno
from pathlib import Path

from selaras.cli.console import fail

_REFUSALS = {
    errno.ENOENT: "tidak ada berkas atau folder dengan nama itu",
    errno.ENOTDIR: "sebagian alamatnya bukan folder",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.EEXIST: "nama itu sudah dipakai",
    errno.EACCES: "akun ini tidak berizin",
    errno.EPERM: "akun ini tidak berizin",
    errno.EROFS: "tempat itu hanya dapat dibaca",
    errno.ENOSPC: "penyimpanan penuh",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
}


def read_content(file: Path, *, as_json: bool) -> bytes:
    """The bytes of a file; ends the command where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as problem:
        fail(f"Berkas {file} tidak dapat dibuka: {refusal(problem)}. Periksa nama dan letaknya.", as_json=as_json)


def write_content(file: Path, content: bytes, *, as_json: bool) -> None:
    """Write a file; ends the command where it cannot be written."""
    try:
        file.write_bytes(content)
    except OSError as problem:
        fail(f"Berkas {file} tidak dapat ditulis: {refusal(problem)}. Pilih tempat lain.", as_json=as_json)


def refusal(problem: OSError) -> str:
    """Why the machine refused, in Indonesian where that is known."""
    return _REFUSALS.get(problem.errno or 0) or problem.strerror or str(problem)
