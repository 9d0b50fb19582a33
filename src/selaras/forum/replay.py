"""Computing a decision again from its file alone: no database, no clock, no network."""

from __future__ import annotations

from typing import Any

from selaras import __version__
from selaras.forum import deciding
from selaras.forum.deciding import Progress, canonical, digest, quiet
from selaras.forum.errors import ReplayMismatch

FORMAT = "selaras.decision/1"


def replay(document: dict[str, Any], *, progress: Progress = quiet) -> str:
    """Compute the decision in a `decision.json` again; its digest where every byte agrees.

    Raises ReplayMismatch where the result differs from the one in the file, or the file is none.
    """
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ReplayMismatch("Berkas ini bukan decision.json dari Selaras, atau berasal dari versi yang lain.")
    try:
        same = canonical(deciding.decide(document["inputs"], progress=progress)) == canonical(document["result"])
    except (AttributeError, LookupError, TypeError) as gap:  # a file changed by hand may lack anything anywhere
        raise ReplayMismatch("Isi berkas ini tidak lengkap atau rusak. Ambil lagi decision.json yang asli.") from gap
    if not same:
        raise ReplayMismatch(
            "Hasil hitung ulang tidak sama dengan isi berkas. Berkas ini telah diubah, atau dibuat oleh versi "
            f"{document.get('version')} sedangkan program ini versi {__version__}."
        )
    return digest(document)
