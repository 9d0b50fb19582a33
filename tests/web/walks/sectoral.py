"""Who may come in at the addresses of the room `sectoral`: name, who may read, who may write."""

from __future__ import annotations

from selaras.people.models import Role
from tests.web.role_walk import Rule, anybody, at_home, nobody, only

Kind = Role.Kind
DATA_READERS = only(Kind.DATA_PRODUCER, Kind.DATA_STEWARD, Kind.AUDITOR)
DATA_SENDERS = only(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)
OVERSEERS = only(Kind.DATA_STEWARD, Kind.AUDITOR)  # of the whole region: those of the walk are
DATA_AT_HOME = at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD, Kind.AUDITOR)
KEEPERS_AT_HOME = at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)

WALK: dict[str, tuple[Rule, Rule]] = {
    "catalogue": (anybody, nobody),
    "catalogue-dataset": (anybody, nobody),
    "catalogue-file": (anybody, nobody),
    "catalogue-found": (anybody, nobody),
    "catalogue-metadata": (anybody, nobody),
    "catalogue-table": (anybody, nobody),
    "catalogue-version": (anybody, nobody),
    "catalogue-version-table": (anybody, nobody),
    "data-catalogue": (anybody, nobody),
    "data-catalogue-jsonld": (anybody, nobody),
    "data-catalogue-ttl": (anybody, nobody),
    "data-code-list": (DATA_READERS, nobody),
    "data-codes": (DATA_READERS, only(Kind.DATA_STEWARD)),
    "data-conflict": (DATA_AT_HOME, nobody),
    "data-conflict-act": (nobody, at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)),
    "data-conflicts": (DATA_READERS, nobody),
    "data-conflicts-look": (nobody, DATA_SENDERS),
    "data-crosswalk": (DATA_READERS, nobody),
    "data-crosswalk-new": (only(Kind.DATA_STEWARD), only(Kind.DATA_STEWARD)),
    "data-crosswalks": (DATA_READERS, nobody),
    "data-csvw": (anybody, nobody),
    "data-desk": (DATA_READERS, nobody),
    "data-jsonld": (anybody, nobody),
    "data-maturity": (OVERSEERS, nobody),
    "data-maturity-file": (OVERSEERS, nobody),
    "data-maturity-level": (OVERSEERS, only(Kind.DATA_STEWARD)),
    "data-maturity-proof": (OVERSEERS, nobody),
    "data-measure-drop": (nobody, at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)),
    "data-measures": (at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD), at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)),
    "data-metadata": (DATA_AT_HOME, nobody),
    "data-metadata-file": (DATA_AT_HOME, nobody),
    "data-metadata-form": (DATA_AT_HOME, at_home(Kind.DATA_PRODUCER, Kind.DATA_STEWARD)),
    "data-new": (DATA_SENDERS, DATA_SENDERS),
    "data-news": (anybody, nobody),
    "data-news-json": (anybody, nobody),
    "data-package": (anybody, nobody),
    "data-question": (KEEPERS_AT_HOME, KEEPERS_AT_HOME),
    "data-rules": (KEEPERS_AT_HOME, KEEPERS_AT_HOME),
    "data-set": (DATA_AT_HOME, KEEPERS_AT_HOME),
    "data-standard": (KEEPERS_AT_HOME, KEEPERS_AT_HOME),
    "data-standard-change": (nobody, KEEPERS_AT_HOME),
    "data-ttl": (anybody, nobody),
    "data-version": (DATA_AT_HOME, nobody),
    "data-version-act": (nobody, KEEPERS_AT_HOME),
    "data-version-annotated": (DATA_AT_HOME, nobody),
    "data-version-columns": (KEEPERS_AT_HOME, KEEPERS_AT_HOME),
}
