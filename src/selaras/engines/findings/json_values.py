"""JSON read value by value: one document, an array, lines, or documents one after another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.errors import Damaged, Refused
from selaras.engines.findings.json_guard import Guard, too_deep
from selaras.engines.findings.source import Source

LONGEST = 64 * 1024 * 1024
"""Characters of one line, or of a file that is not laid out in lines."""
_BLANK = re.compile(r"(?:[\s,\x1e]|\{\s*finished:\s*1\s*\})*")  # older Masscan ends with what is no JSON
_BEGINNING = re.compile(r"^[\s\ufeff]*(?=\{\s*[\"}]|\[\s*[\[{\]])", re.MULTILINE)  # not the `[INF]` of a log
_LOGGED = re.compile(r"(?:\x1b\[[\d;]*m)*\[(?:\x1b\[[\d;]*m)*[A-Z]{3}(?:\x1b\[[\d;]*m)*\] ")  # `[INF] Scan completed`
_DECODER = json.JSONDecoder()
_PARDONED = {*"{]},0123456789"}
"""Where reading stops at what Nikto 2.1 writes: a host without its end, a comma after the last, a 0 before a number."""
_FORBIDDEN = re.compile(
    r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|(?P<unclosed>(?<=\]),(?=\{"host":))|,(?=\s*+[\]}])|(?<![\w.+-])0+(?=\d)',
    re.DOTALL,
)


def values(source: Source) -> Iterator[Any]:
    """Every value at the top, the elements of a top array one by one; lines are read as a stream.

    Raises Refused above the bounds, Damaged where the text ends early or is no JSON.
    """
    texts = _guarded(source)
    begun = _until_first_line(texts)
    first, _, rest = begun.partition("\n")
    if rest and first.strip()[:1] == "{" and first.strip()[-1:] == "}":
        yield from _lines(begun, texts)
    else:
        yield from _sequence(_collected(begun, texts))


def opening(source: Source) -> str:
    """The first 64 K characters from the first bracket at the start of a line on; "" where there is none."""
    found = _BEGINNING.search(source.head)
    return source.head[found.end() :] if found else ""


def _guarded(source: Source) -> Iterator[str]:
    guard = Guard()
    begun = False
    for text in source.texts():
        part = text
        if not begun:  # tools print lines before the report; the head holds its first bracket
            found = _BEGINNING.search(text)
            part = text[found.end() :] if found else text
            begun = True
        guard.feed(part)
        yield part


def _until_first_line(texts: Iterator[str]) -> str:
    return _collected("", texts, until="\n")


def _collected(begun: str, texts: Iterator[str], until: str = "") -> str:
    parts, length = [begun], len(begun)
    for text in texts:
        parts.append(text)
        length += len(text)
        if length > LONGEST:
            raise Refused(
                f"JSON ini lebih dari {LONGEST // 1_048_576} MB dan bukan baris demi baris. Pecah laporannya."
            )
        if until and until in text:
            break
    return "".join(parts)


def _lines(begun: str, texts: Iterator[str]) -> Iterator[Any]:
    left, passed = begun, 0
    while left:
        *whole, left = left.split("\n")
        for line in whole:
            passed += 1
            yield from _values_of(line, passed)
        more = _until_first_line(texts) if left or whole else ""
        if not more:
            break
        left += more
    yield from _values_of(left, passed + 1)


def _values_of(line: str, number: int) -> Iterator[Any]:
    at = _skipped(line, 0) if not _LOGGED.match(line) else len(line)
    while at < len(line):
        value, at, line = _one(line, at, number)
        yield value
        at = _skipped(line, at)


def _sequence(text: str) -> Iterator[Any]:
    at = _skipped(text, 0)
    while at < len(text):
        if text.startswith("[", at):
            at = _skipped(text, at + 1)
            while not text.startswith("]", at):
                value, at, text = _one(text, at)
                yield value
                at = _skipped(text, at)
            at = _skipped(text, at + 1)
        else:
            value, at, text = _one(text, at)
            yield value
            at = _skipped(text, at)


def _skipped(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _one(text: str, at: int, number: int = 0) -> tuple[Any, int, str]:
    """A value, its end, and the text as it was read: with blanks for what Nikto writes and JSON forbids."""
    read, problem = _decoded(text, at)
    if problem and text[problem.pos : problem.pos + 1] in _PARDONED:
        text = _FORBIDDEN.sub(_pardoned, text)
        read, problem = _decoded(text, at)
    if problem:
        raise _broken(text, problem, number)
    return *read, text


def _pardoned(found: re.Match[str]) -> str:
    if found["unclosed"]:
        return "}"
    return found[0] if found[0][0] == '"' else " " * len(found[0])


def _decoded(text: str, at: int) -> tuple[tuple[Any, int], json.JSONDecodeError | None]:
    try:
        return _DECODER.raw_decode(text, at), None
    except RecursionError:
        raise too_deep() from None
    except json.JSONDecodeError as problem:
        return (None, at), problem
    except ValueError as problem:  # a number of thousands of digits
        return (None, at), json.JSONDecodeError(str(problem), text, at)


def _broken(text: str, problem: json.JSONDecodeError, number: int) -> Damaged:
    line = number or problem.lineno
    if problem.pos >= len(text.rstrip()) or "Unterminated" in problem.msg:
        return Damaged(
            f"Laporan terpotong pada baris {line}. Jalankan ulang pemindaiannya, lalu kirim berkas yang utuh."
        )
    return Damaged(f"JSON rusak pada baris {line}. Buat ulang laporannya dari alat pemindai, lalu kirim.")
