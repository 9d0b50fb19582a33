"""One file in, one report out: what it is, its content tells; its name is only carried along."""

from __future__ import annotations

import io
from typing import BinaryIO

from selaras.engines.findings.draft import Draft
from selaras.engines.findings.model import Report
from selaras.engines.findings.recognition import nothing_said, recognise
from selaras.engines.findings.source import Source


def read_report(content: bytes | BinaryIO, name: str = "") -> Report:
    """The report in a file, given as bytes or as a seekable binary stream (read in parts, never closed).

    Plain or gzip, in any of the encodings UTF-8, UTF-16, UTF-32 and what XML declares. Linear in the bytes. Memory:
    the findings, and one part of the file (a host, a line, an alert); JSON that is one document is held whole.
    Raises FindingsError with a sentence: UnknownFormat, Damaged (nothing of a cut file is taken) or Refused.

    >>> report = read_report(b'{"template-id":"x","info":{"severity":"high"},"matched-at":"contoh.go.id:8443"}')
    >>> report.format, report.hosts[0].name, report.findings[0].port, report.by_severity
    ('nuclei', 'contoh.go.id', 8443, {'high': 1})
    """
    source = Source(io.BytesIO(content) if isinstance(content, bytes) else content)
    draft: Draft = nothing_said(source) or recognise(source)
    if "�" in source.head:
        draft.doubt("Sebagian huruf tidak terbaca dalam penyandiannya dan diganti tanda �.")
    return draft.finished(name)
