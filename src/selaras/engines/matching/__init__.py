"""Which catalogue entry a text means, and which proposals say the same thing.

>>> matcher = Matcher([Entry("1.02.02.2.01.0001", "Pembangunan Puskesmas", parents=("Kesehatan",))])
>>> matcher.match(["Renovasi pkm Sadang"])[0].best[0].code
'1.02.02.2.01.0001'
"""

from selaras.engines.matching.catalogue import Candidate, Confirmed, Entry, Field, Match, Word
from selaras.engines.matching.catalogue_fields import FIELD_NAMES, field_of_label
from selaras.engines.matching.catalogue_matcher import Matcher
from selaras.engines.matching.catalogue_rows import entries_of_rows
from selaras.engines.matching.errors import CatalogueError, ConfirmedError, MatchingError

__all__ = [
    "FIELD_NAMES",
    "Candidate",
    "CatalogueError",
    "Confirmed",
    "ConfirmedError",
    "Entry",
    "Field",
    "Match",
    "Matcher",
    "MatchingError",
    "Word",
    "entries_of_rows",
    "field_of_label",
]
