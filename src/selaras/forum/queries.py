"""Everything that reads the forum. Each page, file and feed starts from one of the `..._visible_to` functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Prefetch, Q, QuerySet

from selaras.forum import rules
from selaras.forum.canonical import digest
from selaras.forum.models import (
    Decision,
    Document,
    Event,
    Forum,
    GroupMember,
    Outcome,
    Participant,
    Proposal,
    Signature,
)
from selaras.intake.models import Batch, Row
from selaras.people.models import Account, Role
from selaras.people.queries import Person, has_role, roles_of
from selaras.planning.models import Ceiling

# A proposal is stopped by at most one ceiling of each kind.
_BINDING_PLACES = range(len(Ceiling.Kind))


def forums_visible_to(person: Person) -> QuerySet[Forum]:
    """The public sees a forum once it has decided, or, where the forum so chose, once the decision is locked."""
    forums = Forum.objects.select_related("cycle__region", "host")
    if has_role(person):
        return forums
    announced = Q(publish_when_locked=False) | Q(decisions__locked_at__isnull=False)
    return forums.filter(announced, decisions__current=True)


def decisions_visible_to(person: Person) -> QuerySet[Decision]:
    """Every decision of a visible forum: paper may carry the code of one that a newer decision has replaced.

    The whole file of a decision stays in the database until asked for.
    """
    decisions = Decision.objects.select_related("forum__cycle__region", "forum__host").defer("document")
    return decisions if has_role(person) else decisions.filter(forum__in=forums_visible_to(person))


def proposals_visible_to(person: Person) -> QuerySet[Proposal]:
    return Proposal.objects.filter(forum__in=forums_visible_to(person))


def documents_visible_to(person: Person) -> QuerySet[Document]:
    """The public gets the documents of current decisions; who works here also those of replaced ones."""
    documents = Document.objects.select_related("decision__forum").defer("decision__document")
    if has_role(person):
        return documents
    return documents.filter(decision__current=True, decision__forum__in=forums_visible_to(person))


def batches_visible_to(person: Person) -> QuerySet[Batch]:
    """Files as they came in are for who runs the forum, for its auditors, and each for who sent it."""
    batches = Batch.objects.exclude(kind__regex=Batch.UNLISTED).defer("content").order_by("-pk")
    return batches if rules.sees_files(person) else batches.filter(sent_by=person.pk or 0)


def proposals_kept_by(person: Account, forum: Forum) -> QuerySet[Proposal]:
    """Those a person looks after: of their villages and districts; of the office those it typed in itself."""
    roles = roles_of(person)
    own = Q(village__in=roles.regions(Role.Kind.VILLAGE_OPERATOR))
    own |= Q(district__in=roles.regions(Role.Kind.DISTRICT_OPERATOR))
    typed = Event.objects.filter(proposal=OuterRef("pk"), kind=Event.Kind.PROPOSED, actor=person.pk)
    return proposals_visible_to(person).filter(own | Exists(typed), forum=forum)


def numbers_sent(forum: Forum, sender: str, numbers: Iterable[object]) -> int:
    """How many of these numbers a sender has used before: those rows correct proposals that exist."""
    asked = {str(one) for one in numbers if one not in (None, "")}
    used = Proposal.objects.filter(forum=forum, sender=sender).values_list("own_number", flat=True)
    return len(asked & set(used))


def current_forum(person: Person) -> Forum | None:
    """The newest forum that the person may see."""
    return forums_visible_to(person).order_by("-held_on", "-pk").first()


def newest_decided_forum(person: Person) -> Forum | None:
    """The newest forum with a decision that the person may see."""
    return forums_visible_to(person).filter(decisions__current=True).order_by("-held_on", "-pk").first()


def forum_after(forum: Forum) -> Forum | None:
    """The forum of the year after in the same region; the one that was opened last where there are several."""
    following = {"cycle__region": forum.cycle.region_id, "cycle__year": forum.cycle.year + 1}
    return Forum.objects.filter(**following).select_related("cycle__region").order_by("-pk").first()


def newest_forum() -> Forum | None:
    """The newest forum, decided or not: for what runs without a person."""
    return Forum.objects.select_related("cycle__region").order_by("-held_on", "-pk").first()


def forum_in_preparation() -> Forum | None:
    """The newest forum without an announced decision: the public learns that it is prepared, not what is in it."""
    hidden = Q(decisions=None) | Q(publish_when_locked=True, decisions__current=True, decisions__locked_at=None)
    return Forum.objects.filter(hidden).select_related("cycle__region").order_by("-held_on", "-pk").first()


def decision_in_force(forum: Forum | None) -> Decision | None:
    """The current decision of a forum that the person was allowed to see."""
    if forum is None:
        return None
    return Decision.objects.filter(forum=forum, current=True).defer("document").first()


def with_outcome(proposals: QuerySet[Proposal], decision: Decision | None) -> QuerySet[Any]:
    """Each proposal with `rank`, `granted` (rupiah) and `reason` of one decision, empty where it was not in it."""
    of_decision = Q(outcomes__decision=decision.pk if decision else None)
    return proposals.annotate(fate=FilteredRelation("outcomes", condition=of_decision)).annotate(
        rank=F("fate__rank"), granted=F("fate__cost"), reason=F("fate__reason")
    )


def stopped_by(proposals: QuerySet[Proposal], decision: Decision, ceiling: str) -> QuerySet[Proposal]:
    """The proposals that the ceiling of that id stopped, alone or with others."""
    names_it = Q()
    for place in _BINDING_PLACES:
        names_it |= Q(**{f"detail__binding__{place}__ceiling": ceiling})
    outcomes = Outcome.objects.filter(names_it, decision=decision, reason="ceiling")
    return proposals.filter(pk__in=outcomes.values("proposal"))


def stopped_counts(decision: Decision) -> Counter[str]:
    """Ceiling id to the number of proposals it stopped."""
    bindings = decision.outcomes.filter(reason="ceiling").order_by().values_list("detail__binding", flat=True)
    return Counter(tight["ceiling"] for binding in bindings for tight in binding)


def documents_digest(decision: Decision) -> str:
    """SHA-256 over the documents of a decision in their order, each by its title and its own digest: what is signed."""
    rows = decision.documents.filter(tells_signatures=False).order_by("position")
    return digest([list(row) for row in rows.values_list("position", "title", "digest")])


def signatures_of(decision: Decision) -> QuerySet[Signature]:
    """The signatures that stand."""
    return decision.signatures.filter(withdrawn_at=None)


def with_everything(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """What the page of one proposal shows, in a number of queries that does not grow."""
    return proposals.select_related(
        "forum__cycle", "district", "village", "agency", "handler", "match", "row", "membership__group"
    ).prefetch_related(
        "recommendations",
        "forum__criteria",
        Prefetch("membership__group__members", GroupMember.objects.select_related("proposal__village").order_by("pk")),
    )


@dataclass(frozen=True)
class Element:
    """One element of the participants (unsur): how many are on the list, how many of them were invited, who is here."""

    name: str
    total: int
    invited: int
    present: int

    @property
    def missing(self) -> int:
        return self.total - self.present


def participants_by_element(forum: Forum) -> list[Element]:
    """Counts only: who took part is not published by name. One query."""
    rows = Participant.objects.filter(forum=forum).order_by("element").values_list("element")
    counted = rows.annotate(
        total=Count("pk"), asked=Count("pk", filter=Q(invited=True)), here=Count("pk", filter=Q(present=True))
    )
    return [Element(*row) for row in counted]


def kept_rows(batch: Batch) -> QuerySet[Row]:
    """The rows of a file that were not taken, each with its reasons."""
    return batch.rows.filter(outcome=Row.Outcome.KEPT)


def outcome_of(proposal: Proposal, decision: Decision | None) -> Outcome | None:
    """What that decision says of the proposal; none for one that came later."""
    return proposal.outcomes.filter(decision=decision).first() if decision else None
