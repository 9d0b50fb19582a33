"""Who would carry a proposal out, and the word that tells its sender where it was sent on to."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from selaras.engines.matching.catalogue import field_of_code
from selaras.forum.models import Proposal, Recommendation
from selaras.government.models import Agency
from selaras.government.queries import AgencyFinder

SURE_FIELD = 0.5  # from here on the field of duty found in the words says who is competent


def field_of(confirmed: str, field: str, confidence: float) -> tuple[str, float]:
    """The field of duty and how sure it is: of the code a person confirmed, else as the words told."""
    return (field_of_code(confirmed), 1.0) if confirmed else (field, confidence)


def handler_of(asked: Agency | None, field: str, confidence: float, agencies: AgencyFinder) -> Agency | None:
    """Who would carry it out: the agency asked where it holds the field of duty found, else the field's holder.

    Where the words do not say enough, the agency asked for keeps it; where neither says anything, nobody yet.
    """
    holders = agencies.holders(field) if confidence >= SURE_FIELD else []
    if asked and (not holders or asked in holders):
        return asked
    return holders[0] if holders else None


def in_hands_of(agencies: Iterable[Agency | int]) -> Q:
    """The proposals that these agencies would carry out; where that is nobody yet, those that ask them to."""
    keys = list(agencies)
    return Q(handler__in=keys) | Q(handler=None, agency__in=keys)


def is_sent_on(proposal: Proposal) -> bool:
    return bool(proposal.agency_id and proposal.handler_id and proposal.handler_id != proposal.agency_id)


def sent_on(proposal: Proposal) -> Recommendation:
    asked, handler = proposal.agency, proposal.handler
    reason = f"Diminta kepada {asked}, tetapi urusan ini dipegang {handler}; usulan diteruskan ke sana."
    level, by = Recommendation.Level.PARTNER, Recommendation.By.ALIGNING
    return Recommendation(proposal=proposal, level=level, by=by, reason=reason)
