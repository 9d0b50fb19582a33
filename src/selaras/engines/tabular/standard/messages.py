"""The sentence for one fault: what stands there, what is wanted, what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selaras.engines.indonesian.wording import number
from selaras.engines.tabular.readings import cited, sentence
from selaras.engines.tabular.standard.model import CodeSystem, CrossRule, ForeignKey, Scalar, StandardField
from selaras.engines.tabular.standard.rules import Rule

_MOST_CHOICES = 12
_GROUPED_FROM = 10_000  # below it a bound may be a year
_TYPES = {
    "integer": "bilangan bulat. Tulis satu bilangan saja, misalnya 120",
    "number": "angka menurut bentuk kolom ini. Tulis satu angka saja, misalnya 120",
    "boolean": "ya atau tidak",
    "date": "tanggal. Tulis tahun-bulan-hari, misalnya 2020-02-11",
    "datetime": "waktu. Tulis misalnya 2020-02-11T09:30:00",
    "year": "tahun. Tulis empat angka, misalnya 2020",
    "yearmonth": "bulan. Tulis tahun-bulan, misalnya 2020-02",
}


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule, the cell that breaks it, and what another table or row has to say about it."""

    rule: Rule
    value: str
    other: str = ""


def said(row: int, column: str, broken: Broken, width: int) -> str:
    """The sentence for the sender; `width`: how many columns the table has.

    >>> said(17, "Umur", Broken(Rule("maximum", ("umur",), detail=120), "130"), 5)
    'Baris 17, kolom Umur: "130" lebih dari 120. Periksa lagi; paling banyak 120.'
    """
    if broken.rule.kind == "ragged":
        return f"Baris {row}: {_ragged(int(broken.value), width)}"
    return sentence(row, column, _SAYINGS[broken.rule.kind](broken))


def _ragged(cells: int, width: int) -> str:
    if cells < width:
        return (
            f"hanya ada {cells} sel, padahal tabel ini {width} kolom. Lengkapi sel yang kurang atau pemisah kolomnya."
        )
    return (
        f"ada {cells} sel, padahal tabel ini {width} kolom. "
        "Mungkin ada pemisah kolom di dalam teks atau angka; beri tanda kutip."
    )


def _required(broken: Broken) -> str:
    return f"{cited(broken.value)} berarti kosong. Isi kolom ini." if broken.value else "kosong. Isi kolom ini."


def _type(broken: Broken) -> str:
    one: StandardField = broken.rule.detail
    wanted = _TYPES[one.type]
    if one.type == "boolean":
        wanted = f"ya atau tidak. Tulis {one.true_values[0]} atau {one.false_values[0]}"
    elif one.type in ("date", "datetime") and one.format not in ("default", "any"):
        wanted = f"{'tanggal' if one.type == 'date' else 'waktu'} dengan bentuk {one.format}. Samakan bentuknya"
    return f"{cited(broken.value)} bukan {wanted}."


def _limit(word: str, most: str) -> Callable[[Broken], str]:
    def say(broken: Broken) -> str:
        bound = _shown(broken.rule.detail)
        return f"{cited(broken.value)} {word} {bound}. Periksa lagi; {most} {bound}."

    return say


def _shown(bound: Scalar) -> str:
    if isinstance(bound, int) and not isinstance(bound, bool):
        return number(bound) if abs(bound) >= _GROUPED_FROM else str(bound)
    return str(bound).replace(".", ",")


def _length(word: str, most: str) -> Callable[[Broken], str]:
    def say(broken: Broken) -> str:
        letters = len(broken.value.strip())
        return f"{cited(broken.value)} terlalu {word} ({letters} huruf). Tulis {most} {broken.rule.detail} huruf."

    return say


def _pattern(broken: Broken) -> str:
    return f"{cited(broken.value)} tidak menurut bentuk {broken.rule.detail}. Samakan bentuknya."


def _enum(broken: Broken) -> str:
    choices: Sequence[Scalar] = broken.rule.detail
    told = ", ".join(map(str, choices[:_MOST_CHOICES])) + (", ..." if len(choices) > _MOST_CHOICES else "")
    return f"{cited(broken.value)} bukan salah satu pilihan. Pilih: {told}."


def _twice(broken: Broken) -> str:
    key = f" (kunci {', '.join(broken.rule.fields)})" if len(broken.rule.fields) > 1 else ""
    return f"{cited(broken.value)} sudah ada di baris {broken.other}{key}. Hapus salah satu atau perbaiki nilainya."


def _foreign_key(broken: Broken) -> str:
    foreign: ForeignKey = broken.rule.detail
    where = f"tabel {foreign.resource}" if foreign.resource else f"kolom {', '.join(foreign.reference_fields)}"
    return f"{cited(broken.value)} tidak ada di {where}. Perbaiki nilainya, atau tambahkan dahulu ke sana."


def _code_system(broken: Broken) -> str:
    system: CodeSystem = broken.rule.detail
    if broken.other:
        return f"{cited(broken.value)} bukan kode {system}, tetapi kode {broken.other}. Ubah ke kode {system}."
    return f"{cited(broken.value)} bukan kode {system}. Cari kodenya di daftar {system}."


def _code_name(broken: Broken) -> str:
    """`broken.other`: the right name, then a tab and the system in which code and name do belong together."""
    system: CodeSystem = broken.rule.detail
    right, _, place = broken.other.partition("\t")
    hint = f" Pasangan itu berlaku pada {place}; ubah kodenya ke {system}." if place else " Perbaiki kode atau namanya."
    return f"{cited(broken.value)} tidak cocok: menurut {system} kode itu adalah {right}.{hint}"


def _expression(broken: Broken) -> str:
    cross: CrossRule = broken.rule.detail
    wanted = cross.message or f"seharusnya {cross.expression}"
    return f"{wanted.rstrip('.')} ({broken.value}). Periksa angka atau isian di baris ini."


_SAYINGS: dict[str, Callable[[Broken], str]] = {
    "required": _required,
    "type": _type,
    "minimum": _limit("kurang dari", "paling sedikit"),
    "maximum": _limit("lebih dari", "paling banyak"),
    "exclusiveMinimum": _limit("tidak lebih dari", "harus lebih dari"),
    "exclusiveMaximum": _limit("tidak kurang dari", "harus kurang dari"),
    "minLength": _length("pendek", "paling sedikit"),
    "maxLength": _length("panjang", "paling banyak"),
    "pattern": _pattern,
    "enum": _enum,
    "unique": _twice,
    "primaryKey": _twice,
    "uniqueKeys": _twice,
    "foreignKey": _foreign_key,
    "codeSystem": _code_system,
    "codeName": _code_name,
    "expression": _expression,
}
