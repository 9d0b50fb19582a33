"""The error tree of the release check. Every message is a sentence for the officer that says what to do next.

RedactionError
├── EmptyFile        nothing in it
├── OtherFile        a kind of file that is not checked here: an old one, a presentation, an archive
├── ProtectedFile    a file with a password
├── WithMacros       a document or workbook with programs in it
├── DamagedFile      a file that breaks off or contradicts itself
├── TooLarge         more bytes, pages, cells or points than is allowed
├── UnknownFinding   a finding to keep that the file does not have
└── NotClean         what was found cannot be taken out of this file
"""

from __future__ import annotations


class RedactionError(Exception):
    """A file that cannot be checked or released; ``str(error)`` is the Indonesian sentence for the officer."""


class EmptyFile(RedactionError):
    """The file holds nothing."""


class OtherFile(RedactionError):
    """The file is of a kind that is not checked here."""


class ProtectedFile(RedactionError):
    """The file cannot be opened without a password."""


class WithMacros(RedactionError):
    """The file carries programs."""


class DamagedFile(RedactionError):
    """The file breaks off or contradicts itself."""


class TooLarge(RedactionError):
    """The file is larger than the limits allow."""


class UnknownFinding(RedactionError):
    """A finding to keep is none of this file."""


class NotClean(RedactionError):
    """The copy would still hold what was found."""


DAMAGED = "Berkas ini rusak atau terpotong. Buka di aplikasinya, simpan ulang, lalu kirim lagi."
PROTECTED = "Berkas ini terkunci kata sandi. Buka kuncinya, simpan, lalu kirim lagi."
MACROS = "Berkas ini berisi makro (program). Simpan sebagai PDF, atau sebagai .docx/.xlsx tanpa makro, lalu kirim lagi."
