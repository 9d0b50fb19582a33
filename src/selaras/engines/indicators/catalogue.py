"""The official catalogue as the check asks it, and the duties of agencies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from selaras.engines.indicators.model import CatalogueEntry, Finding, Kind, PlanItem, Severity, Suggestion
from selaras.engines.indicators.text import bare

_SUPPORT = "X.XX.01"  # the support programme, which every agency has


class Catalogue:
    """Entries by code and by name."""

    def __init__(self, entries: Iterable[CatalogueEntry]) -> None:
        self._by_code = {entry.code: entry for entry in entries}
        self._by_name: dict[str, list[CatalogueEntry]] = {}
        for entry in self._by_code.values():
            if entry.name:
                self._by_name.setdefault(bare(entry.name), []).append(entry)

    def __bool__(self) -> bool:
        return bool(self._by_code)

    def entry(self, code: str) -> CatalogueEntry | None:
        """The entry of a code; a support programme is also found under its general code X.XX.01. O(1)."""
        found = self._by_code.get(code)
        parts = code.split(".")
        if found is None and len(parts) > 2 and parts[2] == "01":
            found = self._by_code.get(".".join(("X", "XX", *parts[2:])))
        return found

    def named(self, name: str, fields: Collection[str] | None = None) -> CatalogueEntry | None:
        """The first entry of this name, within the fields where given. O(entries of that name)."""
        for entry in self._by_name.get(bare(name), ()) if name else ():
            if fields is None or field_of(entry.code) in fields:
                return entry
        return None


def field_of(code: str) -> str:
    """The field of duty of a code: ``2.16`` of ``2.16.02.2.01.0017``."""
    return ".".join(code.split(".")[:2])


def suggestion(entry: CatalogueEntry | None) -> Suggestion | None:
    return Suggestion(entry.code, entry.name, entry.indicator, entry.unit) if entry else None


def judge_code(item: PlanItem, catalogue: Catalogue) -> Iterator[Finding]:
    """A code the catalogue does not know. O(1)."""
    if item.code and catalogue and catalogue.entry(item.code) is None:
        same = catalogue.named(item.name)
        known = f' Katalog memakai kode {same.code} untuk "{same.name}".' if same else ""
        message = f"Kode {item.code} tidak ada dalam katalog yang berlaku.{known} Pilih sub kegiatan dari katalog."
        yield Finding(item.id, Kind.UNKNOWN_CODE, Severity.ERROR, message, suggestion(same))


class Duties:
    """Which fields each agency holds; an agency not listed is told about once."""

    def __init__(self, fields: Mapping[str, Collection[str]]) -> None:
        self._fields = fields
        self._told: set[str] = set()

    def judge(self, item: PlanItem, catalogue: Catalogue) -> Iterator[Finding]:
        """A subactivity in a field the agency does not hold. O(fields)."""
        if not item.code or item.code.startswith(_SUPPORT):
            return
        fields = self._fields.get(item.agency)
        if fields is None:
            yield from self._unknown(item)
        elif field_of(item.code) not in fields:
            yield _outside(item, fields, catalogue)

    def _unknown(self, item: PlanItem) -> Iterator[Finding]:
        if item.agency not in self._told:
            self._told.add(item.agency)
            message = (
                f"Bidang urusan {item.agency} belum diisi, sehingga kewenangannya belum diperiksa. "
                "Lengkapi daftar bidang urusan perangkat daerah."
            )
            yield Finding(item.id, Kind.DUTY_UNKNOWN, Severity.NOTE, message)


def _outside(item: PlanItem, fields: Collection[str], catalogue: Catalogue) -> Finding:
    same = catalogue.named(item.name, fields)
    held = ", ".join(sorted(fields)) or "belum ada"
    todo = f"Pakai kode {same.code}" if same else "Pindahkan ke perangkat daerah yang berwenang, atau perbaiki kodenya"
    message = (
        f"Sub kegiatan {item.code} termasuk bidang urusan {field_of(item.code)}, sedangkan {item.agency} "
        f"memegang bidang {held}. {todo}."
    )
    return Finding(item.id, Kind.OUTSIDE_DUTY, Severity.ERROR, message, suggestion(same))
