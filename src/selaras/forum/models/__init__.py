"""The tables of the forum room."""

from selaras.forum.models.alignment import DuplicateGroup, Finding, GroupMember, Match, Overlap
from selaras.forum.models.decision import Decision, Document, Material, Outcome
from selaras.forum.models.digest import Digest
from selaras.forum.models.forum import Ballot, Conflict, Criterion, Forum, Mark, Participant
from selaras.forum.models.proposal import Proposal, Recommendation
from selaras.forum.models.signing import Computation, Override, Signatory, Signature
from selaras.forum.models.voting import Round, RoundItem, Slip, Voter

__all__ = [
    "Ballot",
    "Computation",
    "Conflict",
    "Criterion",
    "Decision",
    "Digest",
    "Document",
    "DuplicateGroup",
    "Finding",
    "Forum",
    "GroupMember",
    "Mark",
    "Match",
    "Material",
    "Outcome",
    "Overlap",
    "Override",
    "Participant",
    "Proposal",
    "Recommendation",
    "Round",
    "RoundItem",
    "Signatory",
    "Signature",
    "Slip",
    "Voter",
]
