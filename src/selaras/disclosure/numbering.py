"""The registration number of a case: the applicant's proof, counted by body and year."""

from __future__ import annotations

from typing import Any

from django.db.models import Max

from selaras.disclosure.models import PublicBody, Request


def next_number(body: PublicBody, year: int) -> dict[str, Any]:
    """Fields of the next case of a body. Call inside a transaction: the body is held, so numbers come one by one."""
    PublicBody.objects.select_for_update().get(pk=body.pk)
    last = Request.objects.filter(body=body, year=year).aggregate(last=Max("sequence"))["last"] or 0
    return {"body": body, "year": year, "sequence": last + 1, "number": f"{last + 1:04d}/{body.code}/{year}"}
