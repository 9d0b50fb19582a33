"""What a new standard changes of the one before, in a sentence that is kept with it (so in Indonesian for all)."""

from __future__ import annotations

from dataclasses import fields

from selaras.engines.tabular.standard import Standard, StandardField

_WORDS = {
    "title": "nama",
    "type": "jenis",
    "unit": "satuan",
    "decimal": "bentuk bilangan",
    "constraints": "batas dan isian wajib",
    "code_system": "daftar kode",
    "concept": "konsep",
    "definition": "definisi",
    "severity": "keparahan",
}


def told_changes(old: Standard | None, new: Standard) -> str:
    """``""`` for the first standard, and where nothing that a person answers changed."""
    if old is None:
        return ""
    before, after = ({one.name: one for one in each.fields} for each in (old, new))
    told = [
        *(f"kolom baru: {one.label}" for name, one in after.items() if name not in before),
        *(f"kolom hilang: {one.label}" for name, one in before.items() if name not in after),
        *(_of_column(before[name], one) for name, one in after.items() if name in before),
        "kunci baris" if old.primary_key != new.primary_key else "",
        "aturan antarkolom" if old.rules != new.rules else "",
    ]
    parts = [part for part in told if part]
    return f"Berubah: {'; '.join(parts)}." if parts else ""


def _of_column(old: StandardField, new: StandardField) -> str:
    changed = [each.name for each in fields(new) if getattr(old, each.name) != getattr(new, each.name)]
    words = [_WORDS[name] for name in changed if name in _WORDS]
    return f"{new.label} ({', '.join(words)})" if words else ""
