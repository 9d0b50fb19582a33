"""What people confirmed, as the matcher learns it: from every forum of the same catalogue, and of older ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from selaras.engines.matching import Confirmed
from selaras.forum.models import Confirmation
from selaras.planning.crosswalk import renewed_codes
from selaras.planning.models import Catalogue


def taught(catalogue: Catalogue | None, codes: Collection[str]) -> Iterator[Confirmed]:
    """Confirmed titles with their entry among `codes`. A code of an older catalogue counts where it has one successor.

    Two queries.
    """
    if catalogue is None:
        return
    renewed = renewed_codes(catalogue)
    rows = Confirmation.objects.exclude(code="").order_by("pk").values_list("text", "catalogue", "code")
    for text, version, code in rows:
        current = code if version == catalogue.pk else renewed.get((version, code), "")
        if current in codes:
            yield Confirmed(text, current)
