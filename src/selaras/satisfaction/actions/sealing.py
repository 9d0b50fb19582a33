"""What a closed survey keeps of its answers."""

from __future__ import annotations

import secrets
from uuid import uuid4

from selaras.satisfaction.models import Answer, Survey


def seal(survey: Survey) -> int:
    """Write every answer of a survey anew, in an order drawn by lot, so that no row's place tells when it came.

    Returns how many there are. Call it inside the transaction that closes the survey.
    """
    rows = list(survey.answers.all())
    survey.answers.all().delete()
    for row in rows:
        row.pk = uuid4()
    secrets.SystemRandom().shuffle(rows)
    Answer.objects.bulk_create(rows, batch_size=500)
    return len(rows)
