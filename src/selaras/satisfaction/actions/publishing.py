"""What a survey found goes out, once and for good."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.survey import TooFew
from selaras.people.models import Account
from selaras.satisfaction.actions.guarding import held, require_keeper
from selaras.satisfaction.errors import NotNow
from selaras.satisfaction.keeping import found_in
from selaras.satisfaction.measuring import Figures, digest_of
from selaras.satisfaction.models import Result, Survey
from selaras.satisfaction.signals import published

State = Survey.State


def publish(survey: Survey, *, actor: Account) -> Result:
    """Work out what a closed survey found and let everybody read it; published twice is published once.

    Raises NotAllowed, and NotNow where it is still open or too few answered.
    """
    require_keeper(survey.service.agency, actor)
    with transaction.atomic():
        now = held(survey, State.CLOSED, State.PUBLISHED)
    if now.state == State.PUBLISHED:
        return now.result
    try:
        figures = found_in(now)  # may take seconds, and a closed survey changes no more: nobody waits for the lock
    except TooFew as few:
        raise NotNow(_("Hasilnya belum dapat diumumkan. %(why)s") % {"why": few}) from few
    return _published(now, figures, actor)


@transaction.atomic
def _published(survey: Survey, figures: Figures, actor: Account) -> Result:
    now, at = held(survey, State.CLOSED, State.PUBLISHED), timezone.now()
    if now.state == State.PUBLISHED:
        return now.result
    result = Result.objects.create(
        survey=now,
        index=Decimal(figures["index"]),
        band=figures["band"]["key"],
        figures=figures,
        digest=digest_of(figures),
        published_by=actor,
        published_at=at,
    )
    now.state = State.PUBLISHED
    now.save(update_fields=["state"])
    detail = {"index": figures["index"], "answers": figures["answers"], "digest": result.digest}
    record("satisfaction.published", actor=actor, subject=now.key, detail=detail)
    published.send(sender=Survey, result=result, actor=actor)
    return result
