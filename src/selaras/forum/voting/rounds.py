"""Reading rounds: which are there, who may vote in them, how far they are. Counts only until a round is closed."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from selaras.forum import queries, rules
from selaras.forum.models import Conflict, Forum, Participant, Round, RoundItem, Slip, Voter
from selaras.people.queries import Person


def rounds_visible_to(person: Person) -> QuerySet[Round]:
    """Drafts and open rounds are for who holds votes, and for its auditors."""
    rounds = Round.objects.filter(forum__in=queries.forums_visible_to(person)).select_related("forum")
    return rounds if rules.sees_votes_held(person) else rounds.none()


def rounds_for(participant: Participant) -> QuerySet[Round]:
    """The rounds in which a participant has a vote, the open ones first."""
    own = Voter.objects.filter(participant=participant).values("round")
    return Round.objects.filter(pk__in=own).exclude(state=Round.State.DRAFT).order_by("closed_at", "-pk")


def rounds_unfinished_by(person: Person, forum: Forum) -> QuerySet[Round]:
    """The open rounds in which the participant of this account may vote and has something left to answer.

    Of a secret round nobody knows more than whether they began.
    """
    own = Q(participant__account=person.pk or 0, round=OuterRef("pk"))
    voters = Voter.objects.filter(own, participant__present=True)
    begun, finished = voters.filter(voted=True), Slip.objects.filter(own, complete=True)
    rounds = Round.objects.filter(Exists(voters), forum=forum, state=Round.State.OPEN)
    return rounds.exclude(Q(Exists(begun), secret=True)).exclude(Exists(finished)).order_by("pk")


def results_visible_to(person: Person, participant: Participant | None) -> QuerySet[Round]:
    """Closed rounds, in the forums that the person may see and in the one they take part in. Never an open one."""
    forums = Q(forum__in=queries.forums_visible_to(person).values("pk"))
    if participant:
        forums |= Q(forum=participant.forum_id)
    return Round.objects.filter(forums, state=Round.State.CLOSED).select_related("forum").order_by("-closed_at")


def may_vote(round_: Round, participant: Participant) -> bool:
    """Whether the participant is on the round's list and has checked in."""
    return Voter.objects.filter(round=round_, participant=participant, participant__present=True).exists()


def has_voted(round_: Round, participant: Participant) -> bool:
    return Voter.objects.filter(round=round_, participant=participant, voted=True).exists()


def eligible(round_: Round) -> QuerySet[Participant]:
    """Who gets a slip: a scoring round is for the assessors, every other for all participants."""
    people = Participant.objects.filter(forum=round_.forum_id)
    return people.filter(assessor=True) if round_.kind == Round.Kind.SCORING else people


def items_for(round_: Round, participant: Participant) -> QuerySet[RoundItem]:
    """What the participant answers: everything but proposals in which an interest was declared."""
    declared = Conflict.objects.filter(assessor=participant).values("proposal")
    return RoundItem.objects.filter(round=round_).exclude(proposal__in=declared)


@dataclass(frozen=True)
class Progress:
    """How far a round is. Nothing of what was answered."""

    voters: int
    present: int
    voted: int
    complete: int

    @property
    def waited_for(self) -> int:
        return max(self.present - self.voted, 0)


def progress(round_: Round) -> Progress:
    counts = Voter.objects.filter(round=round_).aggregate(
        voters=Count("pk"), present=Count("pk", Q(participant__present=True)), voted=Count("pk", Q(voted=True))
    )
    return Progress(complete=Slip.objects.filter(round=round_, complete=True).count(), **counts)


def round_on_screen(forum: Forum) -> Round | None:
    """What the projector shows: the round that is open, else the one closed last."""
    rounds = Round.objects.filter(forum=forum)
    is_open = rounds.filter(state=Round.State.OPEN).order_by("-opened_at").first()
    return is_open or rounds.filter(state=Round.State.CLOSED).order_by("-closed_at").first()
