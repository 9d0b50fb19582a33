"""The tables of the forum room."""

from selaras.forum.models.alignment import DuplicateGroup, Finding, GroupMember, Match, Overlap
from selaras.forum.models.decision import Decision, Document, Material, Outcome
from selaras.forum.models.digest import Digest
from selaras.forum.models.forum import Ballot, Conflict, Criterion, Forum, Mark, Participant
from selaras.forum.models.hall import AgendaItem, Motion, Note, Objection
from selaras.forum.models.history import Event, Lineage, Photo
from selaras.forum.models.judgement import Confirmation, GroupVerdict, OverlapVerdict, Settlement, VerdictMember
from selaras.forum.models.progress import Progress
from selaras.forum.models.proposal import Proposal, Recommendation
from selaras.forum.models.signing import Computation, Override, Signatory, Signature
from selaras.forum.models.voting import Round, RoundItem, Slip, Voter

__all__ = [
    "AgendaItem",
    "Ballot",
    "Computation",
    "Confirmation",
    "Conflict",
    "Criterion",
    "Decision",
    "Digest",
    "Document",
    "DuplicateGroup",
    "Event",
    "Finding",
    "Forum",
    "GroupMember",
    "GroupVerdict",
    "Lineage",
    "Mark",
    "Match",
    "Material",
    "Motion",
    "Note",
    "Objection",
    "Outcome",
    "Overlap",
    "OverlapVerdict",
    "Override",
    "Participant",
    "Photo",
    "Progress",
    "Proposal",
    "Recommendation",
    "Round",
    "RoundItem",
    "Settlement",
    "Signatory",
    "Signature",
    "Slip",
    "VerdictMember",
    "Voter",
]
