"""What the secretary's page and the projector both show of the item on the floor."""

from __future__ import annotations

from typing import Any

from selaras.forum.hall.ceilings import ledger, shared
from selaras.forum.hall.facts import facts_of, open_motions, proposals_of
from selaras.forum.models import AgendaItem, Forum
from selaras.forum.pages.ledger import over


def floor_facts(forum: Forum, item: AgendaItem | None) -> dict[str, Any]:
    """The item with the facts of its proposals and the ceilings over all of them."""
    if item is None:
        return {"item": None}
    proposals = proposals_of(item)
    standing = ledger(forum) if proposals else []
    facts = facts_of(proposals)
    return {
        "item": item,
        "facts": facts,
        "total": sum(fact.cost or 0 for fact in facts),
        "ceilings": shared([over(proposal, None, standing) for proposal in proposals]),
        "motions": open_motions(item),
    }
