"""The rows under a header, told apart: data, blank, total, section, repeated header, comment, footer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selaras.engines.tabular.header import Header, is_column_numbers
from selaras.engines.tabular.table import Cell, Grid, Row, Skipped, is_blank, text_of
from selaras.engines.tabular.vocabulary import is_value

_TOTAL = re.compile(
    r"^(?:grand\s*total|sub\s*-?\s*total|total|jumlah|jml)(?:\s*(?:total|keseluruhan|seluruhnya|akhir|umum|besar|rp\.?"
    r"|[ivx]+|[a-h]|\([\d\s+]+\)))*\s*[:=]?$",
    re.I,
)
_TOTAL_OF = re.compile(r"^(?:grand\s*total|sub\s*-?\s*total|total|jumlah)\b", re.I)
_TOTAL_LETTERS = frozenset("tTjJgGsS")
_SECTION = re.compile(
    r"^(?:(?:[ivx]+|[a-z]|\d{1,2})\s*[.)]\s*)?(?:kecamatan|kec\.|desa|kelurahan|kalurahan|kapanewon|kel\.|bidang|urusan|dinas|"
    r"badan|opd|skpd|perangkat daerah|program|kegiatan)\b|^[ivx]+\s*[.)]\s|^[a-z]\s*[.)]\s",
    re.I,
)
_SEPARATOR = re.compile(r"^\s*[:+]*[-=_]{3,}[:+]*\s*$")
_COMMENT = re.compile(r"^\s*#\s*\D")
_SECTION_MARK = re.compile(r"^(?:[ivx]+|[a-z])\s*[.)]?$", re.I)
_FOOTER = re.compile(
    r"^(?:mengetahui|menyetujui|disetujui|disusun|ditetapkan|dibuat|tertanda|ttd|kepala\b|camat\b|lurah\b|ketua\b|"
    r"sekretaris\b|bupati\b|a\.?n\.?\s|nip\b|pembina\b|penata\b|"
    r"(?:keterangan|ket\.?|catatan|notes?|sumber(?:\s+data)?|source|disclaimer)\s*:|"
    r"\*+\)|\*+\s*\w|\d\)\s*(?:angka|data|termasuk|tidak termasuk|sumber)\b|"
    r"dicetak|tanggal cetak|halaman\b|tim penyusun)|^[\w .'-]{3,30},\s*(?:\d{1,2}|\.{2,})\s*\w+\s*\d{4}$",
    re.I,
)


class BodyReader:
    """Walks the rows under the header once and tells data from the rest."""

    def __init__(
        self,
        grid: Grid,
        header: Header,
        names: tuple[str, ...],
        header_cells: frozenset[tuple[Cell, ...]] = frozenset(),
    ) -> None:
        """`header_cells`: the lines of a header that stands in an earlier piece of the same text."""
        self.start = header.last + 1
        self.grid, self.width = grid, len(names)
        self.header_cells = header_cells | {grid.rows[i][1] for i in range(max(header.first, 0), self.start)}
        self.has_own_rows = any(
            cells not in self.header_cells and not all(map(is_blank, cells)) for _, cells in grid.rows[self.start :]
        )
        self.filled = self._filled_from_merges()
        self.full_row_merges = {m.top for m in grid.merges if m.right - m.left >= 2}
        self.usual_texts = self._usual_texts()
        self.footer = self._footer_start()

    def __iter__(self) -> Iterator[Row | Skipped]:
        section, width, padding = "", self.width, ("",) * self.width
        for index in range(self.start, len(self.grid.rows)):
            number, cells = self.grid.rows[index]
            reason = self.reason(index, cells)
            if reason:
                section = self._section_name(cells) if reason == "section" else section
                yield Skipped(number, cells, reason)
                continue
            if index in self.filled:
                cells = self._fill(index, cells)
            if len(cells) < width:
                cells = cells + padding[len(cells) :]
            yield Row(number, cells, section)

    def reason(self, index: int, cells: tuple[Cell, ...]) -> str:
        """Why a row is no data: a key of `REASONS`, ``""`` for data. `index` is its place in the grid."""
        present = [cell for cell in cells if cell != "" and not (isinstance(cell, str) and cell.isspace())]
        if not present:
            return "blank"
        if index >= self.footer:
            return "footer"
        if self.has_own_rows and cells in self.header_cells:
            return "repeated_header"
        if index <= self.start + 1 and is_column_numbers(cells) and self._counts_columns(present):
            return "column_numbers"
        if self._is_comment(present):
            return "comment"
        if all(isinstance(cell, str) and _SEPARATOR.match(cell) for cell in present):
            return "separator"
        if self._is_total(present):
            return "total"
        return "section" if self._is_section(index, cells, present) else ""

    def _is_comment(self, present: list[Cell]) -> bool:
        return self.width > 1 and len(present) == 1 and isinstance(present[0], str) and bool(_COMMENT.match(present[0]))

    def _counts_columns(self, present: list[Cell]) -> bool:
        bracketed = isinstance(present[0], str) and present[0].lstrip().startswith(("(", "["))
        return bracketed or self.usual_texts * 3 >= len(present)

    def _is_total(self, present: list[Cell]) -> bool:
        if not any(isinstance(cell, str) and cell.lstrip()[:1] in _TOTAL_LETTERS for cell in present[:3]):
            return False
        lead = next((cell for cell in present if isinstance(cell, str) and not is_value(cell)), None)
        if lead is None or not _TOTAL_OF.match(lead.strip()):
            return False
        texts = sum(1 for cell in present if isinstance(cell, str) and not is_value(cell))
        if texts > 1 or (present[0] is not lead and not isinstance(present[0], str)):
            return False
        return bool(_TOTAL.match(lead.strip())) or (self.usual_texts >= 2 and present[0] is lead and len(present) > 1)

    def _is_section(self, index: int, cells: tuple[Cell, ...], present: list[Cell]) -> bool:
        if self.width < 3 or len(present) > 2 or self.usual_texts < 1:
            return False
        texts = [cell for cell in present if isinstance(cell, str) and not is_value(cell)]
        if len(texts) != len(present) or (len(texts) == 2 and not _SECTION_MARK.match(texts[0].strip())):
            return False
        in_front = not is_blank(cells[0]) or (len(cells) > 1 and not is_blank(cells[1]))
        spans = index in self.full_row_merges
        return in_front and len(texts) >= 1 and (spans or bool(_SECTION.match(" ".join(texts).strip())))

    @staticmethod
    def _section_name(cells: tuple[Cell, ...]) -> str:
        return " ".join(text for text in map(text_of, cells) if text)

    def _usual_texts(self) -> int:
        counts = sorted(
            sum(isinstance(cell, str) and not is_blank(cell) and not is_value(cell) for cell in cells)
            for _, cells in self.grid.rows[self.start : self.start + 100]
        )
        return counts[len(counts) // 2] if counts else 0

    def _footer_start(self) -> int:
        """The first row of the sparse tail that opens with the words of a footer; past the end where none does."""
        rows, sparse = self.grid.rows, max(2, self.width // 3)
        start = len(rows)
        for index in range(len(rows) - 1, self.start, -1):
            present = [text_of(cell) for cell in rows[index][1] if not is_blank(cell)]
            if len(present) > sparse or self.width < 3 or (present and all(map(is_value, present))):
                break
            if any(_FOOTER.match(text) for text in present):
                start = index
            if len(rows) - index > 60:
                break
        return start

    def _filled_from_merges(self) -> dict[int, dict[int, Cell]]:
        """Cells merged downwards hold their value once; every row they cover gets it."""
        filled: dict[int, dict[int, Cell]] = {}
        for merge in self.grid.merges:
            if merge.top < self.start or merge.bottom == merge.top or merge.top >= len(self.grid.rows):
                continue
            cells = self.grid.rows[merge.top][1]
            if merge.left >= len(cells) or merge.bottom - merge.top > 100_000:
                continue
            for row in range(merge.top + 1, min(merge.bottom + 1, len(self.grid.rows))):
                filled.setdefault(row, {})[merge.left] = cells[merge.left]
        return filled

    def _fill(self, index: int, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        changed = list(cells)
        for at, value in self.filled[index].items():
            if at < len(changed) and is_blank(changed[at]):
                changed[at] = value
        return tuple(changed)
