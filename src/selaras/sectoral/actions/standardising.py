"""A dataset is given its standard; an earlier one stays, since earlier versions were checked against it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.tabular.standard import BadStandard, as_package, read_standard
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import held_dataset, require_producer
from selaras.sectoral.errors import Incomplete
from selaras.sectoral.models import Dataset, Standard
from selaras.sectoral.queries import standard_in_force


@transaction.atomic
def set_standard(
    dataset: Dataset, source: bytes | str | Mapping[str, Any], note: str = "", *, actor: Account
) -> Standard:
    """Put a standard in force: a Table Schema, or a Data Package with one. The one that holds already is kept.

    Versions that were checked but not released yet must be checked again. Raises NotAllowed, Incomplete.
    """
    require_producer(dataset.agency, actor)
    try:
        package = as_package(read_standard(source))
    except BadStandard as wrong:
        raise Incomplete({"standard": str(wrong)}) from wrong
    if len(note.strip()) > 500:
        raise Incomplete({"note": _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": 500}})
    held = held_dataset(dataset)
    text = json.dumps(package, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    last = standard_in_force(held)
    if last and last.digest == digest:
        return last
    number = last.number + 1 if last else 1
    made = held.standards.create(
        number=number, package=package, digest=digest, note=note.strip(), set_by=actor, set_at=timezone.now()
    )
    record("sectoral.standard_set", actor=actor, subject=held.code, detail={"standard": number, "digest": digest})
    return made
