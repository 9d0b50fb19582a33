"""Text with delimiters, whatever its encoding, delimiter, quotes and line ends: bytes to bare cells."""

from __future__ import annotations

import csv
import io
from collections import Counter

from selaras.engines.tabular.errors import DamagedFile, EmptyFile, NotATable, TooLarge
from selaras.engines.tabular.table import Cell, Grid, Limits

DELIMITERS = (";", ",", "\t", "|")
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE_LINES = 200
_SAMPLE_CHARS = 200_000
_LONGEST_CELL = 131_000  # the csv module refuses longer fields, and its limit is global state


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: by byte order mark, then UTF-16, UTF-8, Windows-1252.

    A UTF-8 text with stray Windows-1252 lines is read line by line and named ``utf-8+windows-1252``.

    >>> decode("Jl. Poncowarno – 2 km".encode("cp1252"))
    ('Jl. Poncowarno – 2 km', 'windows-1252')
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            try:
                return content.decode(name), name
            except UnicodeDecodeError as error:
                if name != "utf-8-sig":
                    raise DamagedFile(
                        "Teks dalam berkas ini terpotong. Simpan ulang sebagai CSV UTF-8, lalu kirim lagi."
                    ) from error
                content = content[3:]
    if name := _utf16_without_mark(content):
        return content.decode(name, errors="replace"), name
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_lines(content)


def _utf16_without_mark(content: bytes) -> str:
    sample = content[:4000]
    half = len(sample) // 2
    if half < 2:
        return ""
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _decode_lines(content: bytes) -> tuple[str, str]:
    parts, has_utf8 = [], False
    for line in content.split(b"\n"):
        try:
            part = line.decode("utf-8")
            has_utf8 = has_utf8 or not part.isascii()
        except UnicodeDecodeError:
            part = _windows(line)
        parts.append(part)
    if has_utf8:
        return "\n".join(parts), "utf-8+windows-1252"
    return _windows(content), "windows-1252"


def _windows(line: bytes) -> str:
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")  # five bytes have no meaning in Windows-1252


def read_grid(content: bytes, name: str, limits: Limits) -> Grid:
    """The bare cells of a delimited text. Linear in its length."""
    text, encoding = decode(content)
    _refuse_binary(text)
    delimiter, directive = _declared_delimiter(text)
    if not delimiter:
        delimiter = find_delimiter(text[:_SAMPLE_CHARS])
    rows, warnings = parse_rows(text, delimiter or ",", limits)
    if directive and rows:
        rows[0] = (rows[0][0], (f"sep={delimiter}",))
    return Grid(sheet=name, kind="csv", rows=rows, encoding=encoding, delimiter=delimiter, warnings=tuple(warnings))


def _refuse_binary(text: str) -> None:
    sample = text[:20_000]
    if not sample.strip("\x00\ufeff \t\r\n"):
        raise EmptyFile("Berkas ini kosong. Periksa berkasnya, lalu kirim yang berisi tabel.")
    odd = sum(1 for sign in sample if sign < " " and sign not in "\t\r\n\x0b\x0c\x1a") + sample.count("\ufffd")
    if odd > 0.02 * len(sample) + 1:
        raise NotATable(
            "Berkas ini bukan tabel yang dapat kami baca. Kirim tabelnya sebagai berkas Excel (.xlsx) atau CSV."
        )


def _declared_delimiter(text: str) -> tuple[str, bool]:
    """Excel writes ``sep=;`` on the first line to say which delimiter follows."""
    if text[:4].lower() == "sep=" and len(text) > 5 and text[5] in "\r\n":
        return text[4], True
    return "", False


def find_delimiter(sample: str) -> str:
    """The delimiter that splits the lines most evenly; ``""`` where none splits any.

    >>> find_delimiter("No;Biaya\\n1;1,5\\n2;2,5\\n")
    ';'
    """
    quoted = {delimiter: _quoted(sample, delimiter) for delimiter in DELIMITERS if delimiter in sample}
    most = max(quoted.values(), default=0) or 1
    best, best_score = "", 0.0
    for delimiter, count in quoted.items():
        if (score := _evenness(sample, delimiter, count / most)) > best_score:
            best, best_score = delimiter, score
    return best


def _quoted(sample: str, delimiter: str) -> int:
    """How often a quote stands at a delimiter: a sign inside cells seldom does."""
    return sample.count(f'"{delimiter}"') + sample.count(f'{delimiter}"') + sample.count(f'"{delimiter}')


def _evenness(sample: str, delimiter: str, quoted: float) -> float:
    """How many rows share the commonest width, and how many columns that is; quotes at it count in favour."""
    try:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        widths = [len(row) for row, _ in zip(reader, range(_SAMPLE_LINES), strict=False) if row]
    except csv.Error:
        return 0.0
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0.0
    width, count = Counter(wide).most_common(1)[0]
    share = count / len(widths)
    return share * share + 0.05 * min(width, 20) * share + 0.5 * quoted + 0.5 * _closes_quotes(sample, delimiter)


def _closes_quotes(sample: str, delimiter: str) -> bool:
    """Whether each quoted cell ends at this delimiter or the line: after a wrong one other signs follow the quote."""
    if '"' not in sample:
        return False
    try:
        for _ in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as wrong:
        return "expected after" not in str(wrong)  # a sample cut off inside a cell is no sign
    return True


def parse_rows(text: str, delimiter: str, limits: Limits) -> tuple[list[tuple[int, tuple[Cell, ...]]], list[str]]:
    rows: list[tuple[int, tuple[Cell, ...]]] = []
    source = io.StringIO(text, newline="")
    reader = csv.reader(source, delimiter=delimiter)
    start = 1
    try:
        for cells in reader:
            rows.append((start, tuple(cells)))
            start = reader.line_num + 1
    except csv.Error:
        return _line_by_line(text, delimiter, rows, start, limits)
    last_start = rows[-1][0] if rows else 1
    if text.count('"') % 2 and reader.line_num > last_start:  # the last row may have swallowed its neighbours
        rows.pop()
        return _line_by_line(text, delimiter, rows, last_start, limits)
    _respect(rows, limits)
    return rows, []


def _line_by_line(
    text: str, delimiter: str, rows: list[tuple[int, tuple[Cell, ...]]], start: int, limits: Limits
) -> tuple[list[tuple[int, tuple[Cell, ...]]], list[str]]:
    """Read on from line `start` with each line a row of its own: a quote that never closes harms one row only."""
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if number < start:
            continue
        if len(line) > _LONGEST_CELL:
            raise DamagedFile(
                f"Baris {number} terlalu panjang untuk sebuah tabel. Simpan ulang sebagai .xlsx, lalu kirim lagi."
            )
        plain = line.rstrip("\r\n")
        if line.count('"') % 2:
            cells = next(csv.reader([plain], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])
        else:
            cells = next(csv.reader([plain], delimiter=delimiter), [])
        rows.append((number, tuple(cells)))
    _respect(rows, limits)
    return rows, [f"Tanda kutip yang dibuka pada baris {start} tidak ditutup; mulai baris itu kami baca per baris."]


def _respect(rows: list[tuple[int, tuple[Cell, ...]]], limits: Limits) -> None:
    widest = max((len(cells) for _, cells in rows), default=0)
    if len(rows) > limits.rows or widest > limits.columns:
        raise TooLarge(
            f"Tabel ini terlalu besar ({len(rows)} baris, {widest} kolom; batasnya {limits.rows} baris dan "
            f"{limits.columns} kolom). Pecah menjadi beberapa berkas, lalu kirim satu per satu."
        )
