"""The folder an office hands in on the eve of its forum: `forum.toml`, and files for each kind of data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from selaras.forum.errors import FolderError
from selaras.forum.models import Forum

SETTING = "forum.toml"
TABLES = frozenset({".csv", ".xlsx", ".xls", ".ods", ".txt", ".tsv"})

# How a file's name begins tells what it holds; the order is the one in which they build on each other.
KINDS = (
    ("wilayah", "regions"),
    ("peta", "map"),
    ("perangkat-daerah", "agencies"),
    ("katalog-padanan", "crosswalk"),
    ("katalog", "catalogue"),
    ("prioritas", "priorities"),
    ("pagu", "ceilings"),
    ("renstra", "targets"),
    ("renja", "workplan"),
    ("peserta", "participants"),
    ("usulan", "proposals"),
    ("konflik", "conflicts"),
    ("nilai", "scores"),
    ("suara", "ballots"),
)
# What `forum.toml` may say under [aturan] and in each [[kriteria]], and what at its top.
_KNOWN_BELOW = {"aturan": ("bawaan",), "kriteria": ("kunci", "nama", "bobot")}
_KNOWN = (
    "singkatan", "nama", "kode_wilayah", "nama_wilayah", "tahun", "tanggal", "tempat", "perangkat_daerah",
    "versi_katalog", "synthetic", "pernyataan", *_KNOWN_BELOW,
)  # fmt: skip
# The setting itself, a read-me, and what programs leave behind: hidden files, locks of an open workbook.
_NOT_DATA = re.compile(r"forum\.toml$|readme\b|\.|~\$", re.IGNORECASE)
REQUIRED = ("regions", "agencies", "catalogue", "ceilings", "proposals")


@dataclass(frozen=True)
class Setting:
    """What `forum.toml` says. `criteria`: key, label, weight."""

    slug: str
    name: str
    region: str
    region_name: str
    year: int
    held_on: date
    place: str
    host: str
    catalogue: str
    rule: str
    synthetic: bool
    note: str
    criteria: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Folder:
    """`files`: kind and path, in the order of `KINDS`; `unread`: names of the other files an office may miss;
    `unknown`: what the setting says that nobody reads, as where a word is misspelt."""

    path: Path
    setting: Setting
    files: tuple[tuple[str, Path], ...]
    unread: tuple[str, ...]
    unknown: tuple[str, ...]


def open_folder(path: Path) -> Folder:
    """Read the setting and find the files. Raises FolderError where something needed is missing."""
    if not path.is_dir():
        raise FolderError(f"Folder “{path}” tidak ada. Periksa namanya.")
    found: list[tuple[int, str, Path]] = []
    unread = []
    for file in sorted(file for file in path.iterdir() if file.is_file() and not _NOT_DATA.match(file.name)):
        place = _kind_of(file) if file.suffix.lower() in TABLES else None
        if place is None:
            unread.append(file.name)
        else:
            found.append((place, KINDS[place][1], file))
    files = tuple((kind, file) for _, kind, file in sorted(found))
    _require(path, {kind for kind, _ in files})
    given = _given(path / SETTING)
    return Folder(path, _setting(given), files, tuple(unread), tuple(dict.fromkeys(_unknown(given))))


def _kind_of(file: Path) -> int | None:
    name = re.sub(r"[\s_]+", "-", file.stem.lower())
    return next((place for place, (start, _) in enumerate(KINDS) if name.startswith(start)), None)


def _require(path: Path, kinds: set[str]) -> None:
    names = {kind: start for start, kind in KINDS}
    missing = [f"{names[kind]}….csv" for kind in REQUIRED if kind not in kinds]
    if missing:
        raise FolderError(f"Folder “{path}” belum lengkap. Tambahkan: {', '.join(missing)}.")


def _given(file: Path) -> Mapping[str, Any]:
    if not file.exists():
        raise FolderError(f"Berkas {SETTING} belum ada di folder ini. Salin dari folder contoh, lalu sesuaikan isinya.")
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise FolderError(f"{SETTING} tidak dapat dibaca: {wrong}. Perbaiki baris itu.") from wrong


def _setting(given: Mapping[str, Any]) -> Setting:
    year, held_on = _needed(given, "tahun", int), _needed(given, "tanggal", date)
    region = _needed(given, "kode_wilayah", str)
    if not re.fullmatch(r"\d{2}(\.\d{2})?", region):
        raise FolderError(f"kode_wilayah “{region}” di {SETTING} tidak dikenal. Tulis misalnya “33.05”.")
    rule = _table(given, "aturan").get("bawaan", Forum.Rule.RANKED)
    if rule not in Forum.Rule.values:
        raise FolderError(f"Aturan “{rule}” di {SETTING} tidak dikenal. Pilih: {', '.join(Forum.Rule.values)}.")
    return Setting(
        slug=str(given.get("singkatan") or f"{re.sub(r'[^0-9]+', '-', region)}-{year}"),
        name=_needed(given, "nama", str),
        region=region,
        region_name=str(given.get("nama_wilayah", "")),
        year=year,
        held_on=held_on,
        place=str(given.get("tempat", "")),
        host=str(given.get("perangkat_daerah", "")),
        catalogue=str(given.get("versi_katalog", "katalog kantor")),
        rule=rule,
        synthetic=bool(given.get("synthetic", False)),
        note=str(given.get("pernyataan", "")),
        criteria=_criteria(given),
    )


def _unknown(given: Mapping[str, Any]) -> Iterator[str]:
    """Words of a setting that `_setting` read without fault, as `kriteria.bobt`."""
    yield from (key for key in given if key not in _KNOWN)
    below = [("aturan", _table(given, "aturan")), *(("kriteria", row) for row in given.get("kriteria", []))]
    yield from (f"{name}.{key}" for name, table in below for key in table if key not in _KNOWN_BELOW[name])


def _table(given: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = given.get(key, {})
    if not isinstance(table, dict):
        raise FolderError(f"{SETTING} perlu baris “[{key}]” di atas isinya.")
    return table


def _needed(given: Mapping[str, Any], key: str, type_: type[Any]) -> Any:
    value = given.get(key)
    if type(value) is not type_:  # exactly: a truth value is an int, and a moment a date, to isinstance
        example = {int: "2021", date: "2020-02-11", str: '"…"'}[type_]
        raise FolderError(f"{SETTING} perlu baris “{key} = {example}”.")
    return value


def _criteria(given: Mapping[str, Any]) -> tuple[tuple[str, str, int], ...]:
    rows = given.get("kriteria", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise FolderError(f"{SETTING} perlu baris “[[kriteria]]” di atas setiap kriteria.")
    criteria = tuple(_criterion(row) for row in rows)
    keys = [key for key, _, _ in criteria]
    for key in keys:
        if keys.count(key) > 1:
            raise FolderError(f"Kriteria “{key}” tercantum dua kali di {SETTING}. Hapus salah satunya.")
    return criteria


def _criterion(row: Mapping[str, Any]) -> tuple[str, str, int]:
    weight = _needed(row, "bobot", int)
    if weight < 0:
        raise FolderError(f"Bobot kriteria “{row.get('nama')}” tidak boleh negatif.")
    return _needed(row, "kunci", str), str(row.get("nama") or row["kunci"]), weight
