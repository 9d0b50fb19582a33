"""What scanners report, as one kind of finding: read from their files, and followed from report to report.

It reads what a tool wrote; it scans nothing.
"""

from selaras.engines.findings.errors import Damaged, FindingsError, Refused, UnknownFormat
from selaras.engines.findings.model import Finding, Host, Report, Service, Severity
from selaras.engines.findings.reading import read_report

__all__ = [
    "Damaged",
    "Finding",
    "FindingsError",
    "Host",
    "Refused",
    "Report",
    "Service",
    "Severity",
    "UnknownFormat",
    "read_report",
]
