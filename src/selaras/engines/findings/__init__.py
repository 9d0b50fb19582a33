"""What scanners report, as one kind of finding: read from their files, and followed from report to report.

It reads what a tool wrote; it scans nothing.
"""

from selaras.engines.findings.errors import Damaged, FindingsError, Refused, UnknownFormat
from selaras.engines.findings.likelihoods import Likelihoods, read_likelihoods
from selaras.engines.findings.merging import Known, Merged, merge
from selaras.engines.findings.model import (
    Component,
    Difference,
    Finding,
    Host,
    Inventory,
    Link,
    MappedSystem,
    Report,
    Service,
    Severity,
)
from selaras.engines.findings.reading import read_report

__all__ = [
    "Component",
    "Damaged",
    "Difference",
    "Finding",
    "FindingsError",
    "Host",
    "Inventory",
    "Known",
    "Likelihoods",
    "Link",
    "MappedSystem",
    "Merged",
    "Refused",
    "Report",
    "Service",
    "Severity",
    "UnknownFormat",
    "merge",
    "read_likelihoods",
    "read_report",
]
