"""The wording of letters: plain text with fields in braces, filled in and told as blocks.

A blank line parts paragraphs. A line `Label : text` stands in two columns, a line that starts with `- ` is an item. A
field alone on its line may fill several. A line whose fields are all empty is left out, and so is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from itertools import groupby

from django.utils.translation import gettext as _

from selaras.disclosure.errors import Incomplete
from selaras.documents.blocks import Block, Bullets, Facts, Paragraph

WORDINGS = resources.files("selaras.disclosure.exports") / "wordings"
LONGEST = 20_000  # signs
_FIELD = re.compile(r"\{([^{}]*)\}")
_FACT = re.compile(r"(?P<label>[^{}:]{1,60}?)\s+:\s+(?P<told>.*)")

Value = str | tuple[str, ...]  # what a field says: text, or several items
Piece = tuple[type[Block], str, str]  # kind of block, label, text


def shipped(kind: str) -> str:
    """The wording that comes with the program."""
    return (WORDINGS / f"{kind}.txt").read_text(encoding="utf-8").strip()


def require_sound(text: str, known: Iterable[str]) -> None:
    """Raises Incomplete, which names a field that does not exist, or a brace that stands alone."""
    names = list(known)
    unknown = [name for name in _FIELD.findall(text) if name not in names]
    sentence = ""
    if not text.strip():
        sentence = _("Tulis bunyi suratnya, atau kembalikan ke naskah bawaan.")
    elif len(text) > LONGEST:
        sentence = _("Naskah ini terlalu panjang. Ringkas menjadi paling banyak 20.000 huruf.")
    elif unknown:
        told = {"field": f"{{{unknown[0]}}}", "known": ", ".join(f"{{{name}}}" for name in names)}
        sentence = _("Isian %(field)s tidak dikenal. Hapus, atau pakai salah satu dari: %(known)s.") % told
    elif set("{}") & set(_FIELD.sub("", text)):
        sentence = _("Ada kurung kurawal tanpa pasangan. Kurung kurawal hanya untuk nama isian, misalnya {nama}.")
    if sentence:
        raise Incomplete({"text": sentence})


def filled(text: str, values: Mapping[str, Value]) -> list[Block]:
    """The blocks of a letter. What a field holds is only text: braces and colons in it mean nothing."""
    told = (stanza for stanza in re.split(r"\n\s*\n", text) if _says_something(stanza, values))
    pieces = (piece for stanza in told for line in (*stanza.splitlines(), "") for piece in _line(line.strip(), values))
    return [block for kind, run in groupby(pieces, key=lambda piece: piece[0]) for block in _blocks(kind, list(run))]


def _says_something(text: str, values: Mapping[str, Value]) -> bool:
    names = _FIELD.findall(text)
    return not names or any(values[name] for name in names)


def _line(line: str, values: Mapping[str, Value]) -> Iterator[Piece]:
    if not _says_something(line, values):
        return
    names = _FIELD.findall(line)
    if len(names) == 1 and line == f"{{{names[0]}}}":
        yield from _alone(values[names[0]])
    elif line.startswith("- "):
        yield Bullets, "", _inserted(line[2:], values)
    elif fact := _FACT.fullmatch(line):
        yield Facts, fact["label"], _inserted(fact["told"], values)
    else:
        yield Paragraph, "", _inserted(line, values)


def _alone(value: Value) -> Iterator[Piece]:
    if isinstance(value, tuple):
        yield from ((Bullets, "", " ".join(item.split())) for item in value)
        return
    for line in value.splitlines():
        yield Paragraph, "", line.strip()
        yield Paragraph, "", ""


def _inserted(line: str, values: Mapping[str, Value]) -> str:
    return _FIELD.sub(lambda found: _on_one_line(values[found[1]]), line)


def _on_one_line(value: Value) -> str:
    return " ".join((value if isinstance(value, str) else "; ".join(value)).split())


def ended(text: str) -> str:
    """With a full stop, so that what follows is a sentence of its own."""
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _blocks(kind: type[Block], run: list[Piece]) -> Iterator[Block]:
    if kind is Bullets:
        yield Bullets(tuple(text for _kind, _label, text in run))
    elif kind is Facts:
        yield Facts(tuple((label, text) for _kind, label, text in run))
    else:
        for told, lines in groupby((text for _kind, _label, text in run), key=bool):
            if told:
                yield Paragraph(" ".join(lines))
