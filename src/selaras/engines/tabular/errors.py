"""The error tree of the reader. Every message is a sentence for the sender that says what to do next.

TabularError
├── EmptyFile          nothing in it
├── NotATable          a PDF, a picture, a letter, an unknown kind of file
├── DisguisedFile      a web page with the name of a workbook
├── ProtectedFile      a workbook with a password
├── DamagedFile        a workbook or text that breaks off
├── TooLarge           more bytes, rows or columns than is allowed
├── UnknownKind        a kind of list that nobody defined
├── UnknownField       a column was mapped to a field that the list does not have
├── UnknownSheet       a workbook has no sheet of the name asked for
└── UnknownHeader      the line that a person named as the header holds nothing
"""

from __future__ import annotations

import zipfile
import zlib

# What zipfile raises where an archive breaks off, lies, or is packed or locked in a way it cannot open (RuntimeError).
BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError)


class TabularError(Exception):
    """A file that cannot be read as a table; ``str(error)`` is the Indonesian sentence for the sender."""


class EmptyFile(TabularError):
    """The file holds no cell at all."""


class NotATable(TabularError):
    """The file is something else than a table."""


class DisguisedFile(TabularError):
    """The file is a web page that carries the name of a workbook."""


class ProtectedFile(TabularError):
    """The file cannot be opened without a password."""


class DamagedFile(TabularError):
    """The file breaks off or contradicts itself."""


class TooLarge(TabularError):
    """The file is larger than the limits allow."""


class UnknownKind(TabularError):
    """The kind of list asked for is not one of the known ones."""


class UnknownField(TabularError):
    """A mapping names a field that this kind of list does not have."""


class UnknownSheet(TabularError):
    """The workbook has no sheet of the name asked for, or an empty one."""


class UnknownHeader(TabularError):
    """The line named as the header is empty or beyond the sheet."""
