"""The forms MS-Keg, MS-Var and MS-Ind, as the regulation parameters hold them, and how answers fit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from django.utils.translation import gettext as _

from selaras.government.queries import parameter_value
from selaras.sectoral.models import Metadata

Kind = Literal["text", "long", "year", "yes", "one", "several"]
Answer = str | bool | list[str]
_LONGEST = {"text": 300, "long": 5000}
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Question:
    """One field of a form. `choices`: code to words, for `one` and `several`. `number` is the form's own."""

    key: str
    text: str
    kind: Kind
    needed: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    block: str = ""
    number: str = ""

    def words_of(self, answer: Answer | None) -> str:
        """An answer as a person reads it; nothing where there is none. A choice that is gone shows its code."""
        if answer is None:
            return ""
        if isinstance(answer, bool):
            return _("ya") if answer else _("tidak")
        if isinstance(answer, list):
            return "; ".join(self.choices.get(each, each) for each in answer)
        return self.choices.get(answer, answer)


@dataclass(frozen=True)
class Block:
    """A part of a form under its own number; a form without parts is one block without a number."""

    number: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Sheet:
    """A form as it is in force on a day."""

    form: str
    blocks: tuple[Block, ...]

    @property
    def questions(self) -> list[Question]:
        return [one for block in self.blocks for one in block.questions]


def sheet_of(form: str, on: date) -> Sheet:
    """One query. Raises government.NoSuchParameter where no such form was in force."""
    told = parameter_value(f"sectoral.metadata.{form}", on)
    questions = [Question(**row) for row in told["fields"]]
    parts = [("", ""), *((one["number"], one["title"]) for one in told.get("blocks", ()))]
    blocks = [Block(*part, tuple(one for one in questions if one.block == part[0])) for part in parts]
    return Sheet(form, tuple(block for block in blocks if block.questions))


def sheets_of(on: date) -> dict[str, Sheet]:
    """Each form by its key. Three queries."""
    return {form: sheet_of(form, on) for form in Metadata.Form.values}


def fitted(questions: list[Question], given: Mapping[str, Any]) -> tuple[dict[str, Answer], dict[str, str]]:
    """The answers that say something, trimmed; and for each that lacks or does not fit, its sentence."""
    answers: dict[str, Answer] = {}
    wrong: dict[str, str] = {}
    for one in questions:
        value = given.get(one.key)
        value = value.strip() if isinstance(value, str) else value
        if value is None or value in ("", []):
            if one.needed:
                wrong[one.key] = _("Isi bagian ini.")
        elif sentence := _why_not(one, value):
            wrong[one.key] = sentence
        else:
            answers[one.key] = value
    known = {one.key for one in questions}
    wrong |= {key: _("Isian ini tidak ada dalam formulir.") for key in given if key not in known}
    return answers, wrong


def _why_not(one: Question, value: Any) -> str:
    if one.kind == "yes":
        return "" if isinstance(value, bool) else _("Jawab ya atau tidak.")
    if one.kind == "several":
        chosen = isinstance(value, list) and all(each in one.choices for each in value)
        return "" if chosen else _("Pilih dari daftar.")
    if not isinstance(value, str):
        return _("Tulis jawabannya sebagai teks.")
    if one.kind == "one":
        return "" if value in one.choices else _("Pilih dari daftar.")
    if one.kind == "year":
        return "" if _YEAR.fullmatch(value) else _("Tulis tahunnya dengan empat angka, misalnya 2020.")
    most = _LONGEST[one.kind]
    return _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": most} if len(value) > most else ""
