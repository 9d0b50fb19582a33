"""What was wrong with one field that was sent, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_SENTENCES = {
    "missing": "Isi bagian ini.",
    "extra_forbidden": "Nama bagian ini tidak dikenal.",
    "string_too_long": "Terlalu panjang; paling banyak {max_length} huruf.",
    "too_long": "Terlalu banyak; paling banyak {max_length}.",
    "enum": "Pilih salah satu: {expected}.",
    "literal_error": "Pilih salah satu: {expected}.",
    "uuid_parsing": "Tulis sebagai UUID, misalnya 0e4c1a52-3f6b-4f0a-9d2e-7b1c5a9e8d10.",
    "greater_than_equal": "Paling kecil {ge}.",
    "less_than_equal": "Paling besar {le}.",
}


def slip_of(wrong: Mapping[str, Any]) -> tuple[str, str]:
    """The name of the field and its sentence, from one error of pydantic; never what was sent."""
    place = [str(part) for part in wrong["loc"]]
    name = next((part for part in reversed(place) if part.isidentifier()), place[-1])
    sentence = _SENTENCES.get(wrong["type"], "Bentuknya tidak sesuai.")
    return name, sentence.format_map(wrong.get("ctx", {}))
