"""Conflicts in figures: two sources that differ, sums that miss, series that break, versions, and a quality score.

>>> from decimal import Decimal
>>> said = [Figure("Distan", "luas sawah", "33.05", "kemendagri", "2020", 39748, "ha"),
...         Figure("BPS", "luas sawah", "3305", "kemendagri", "2020", Decimal("397.5"), "km2"),
...         Figure("Bappeda", "luas sawah", "33.05", "kemendagri", "2020", 37948, "ha")]
>>> both = align(said, Terms("kemendagri"))
>>> [(side.figure.source, int(side.value)) for side in disagreements(both.aligned).found[0].sides]
[('Bappeda', 379480000), ('Distan', 397480000), ('BPS', 397500000)]
"""

from selaras.engines.conflicts.aligning import align
from selaras.engines.conflicts.breaks import Break, Breaks, Series, Unjudged, breaks, series_of
from selaras.engines.conflicts.causes import Cause
from selaras.engines.conflicts.checked_quality import measures_of
from selaras.engines.conflicts.crosswalks import Crosswalk, crosswalk
from selaras.engines.conflicts.differences import Differences, differences
from selaras.engines.conflicts.disagreements import Disagreement, Disagreements, Incomparable, disagreements
from selaras.engines.conflicts.errors import (
    BadKey,
    BadQuality,
    ConflictsError,
    UnknownCode,
    UnknownPeriod,
    UnknownUnit,
)
from selaras.engines.conflicts.growth import GrowthMethod
from selaras.engines.conflicts.model import Aligned, Alignment, Figure, Terms, Unread
from selaras.engines.conflicts.periods import Period, read_period
from selaras.engines.conflicts.quality import (
    EQUAL_WEIGHTS,
    METHODS,
    Measure,
    Quality,
    completeness,
    consistency,
    quality,
    timeliness,
    uniqueness,
    validity,
)
from selaras.engines.conflicts.sums import BrokenSum, ClassParts, OpenSum, RegionParts, Sums, check_sums
from selaras.engines.conflicts.telling import told_break, told_cause, told_disagreement, told_sum
from selaras.engines.conflicts.units import Unit, read_unit
from selaras.engines.conflicts.versions import VersionChange, compare_versions

__all__ = [
    "EQUAL_WEIGHTS",
    "METHODS",
    "Aligned",
    "Alignment",
    "BadKey",
    "BadQuality",
    "Break",
    "Breaks",
    "BrokenSum",
    "Cause",
    "ClassParts",
    "ConflictsError",
    "Crosswalk",
    "Differences",
    "Disagreement",
    "Disagreements",
    "Figure",
    "GrowthMethod",
    "Incomparable",
    "Measure",
    "OpenSum",
    "Period",
    "Quality",
    "RegionParts",
    "Series",
    "Sums",
    "Terms",
    "Unit",
    "Unjudged",
    "UnknownCode",
    "UnknownPeriod",
    "UnknownUnit",
    "Unread",
    "VersionChange",
    "align",
    "breaks",
    "check_sums",
    "compare_versions",
    "completeness",
    "consistency",
    "crosswalk",
    "differences",
    "disagreements",
    "measures_of",
    "quality",
    "read_period",
    "read_unit",
    "series_of",
    "timeliness",
    "told_break",
    "told_cause",
    "told_disagreement",
    "told_sum",
    "uniqueness",
    "validity",
]
