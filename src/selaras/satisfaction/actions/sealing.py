"""What a closed survey keeps of its answers."""

from __future__ import annotations

import secrets
from uuid import uuid4

from selaras.satisfaction.models import Answer, Survey
from selaras.satisfaction.sheets import clusters_of


def seal(survey: Survey) -> int:
    """Keep which answers count together and clear by what it was known: tokens and times. Every row is written anew, in
    an order drawn by lot, so that no row's place tells when it came.

    Returns how many there are. Call it inside the transaction that closes the survey.
    """
    rows, together = list(survey.answers.all()), clusters_of(survey)
    survey.answers.all().delete()
    for row in rows:
        row.cluster = together.get(row.pk, "")
        row.pk, row.device, row.network, row.at = uuid4(), "", "", None
    secrets.SystemRandom().shuffle(rows)
    Answer.objects.bulk_create(rows, batch_size=500)
    return len(rows)
