"""The tables of the openness room."""

from selaras.disclosure.models.answer import Answer, AnswerDraft, Part, WorkingFile
from selaras.disclosure.models.clock import Clock, Pause
from selaras.disclosure.models.draft import Draft, DraftPaper, Knock
from selaras.disclosure.models.exemption import Exemption
from selaras.disclosure.models.letter import Letter, LetterKind, LetterTemplate
from selaras.disclosure.models.mail import Arrival, Mail
from selaras.disclosure.models.maturity import Assessment, AssessmentAnswer, AssessmentPaper
from selaras.disclosure.models.network import Officer, PublicBody, Training
from selaras.disclosure.models.objection import Dispute, Hearing, Objection
from selaras.disclosure.models.publication import Edition, Item, ItemFile, Mention, Word
from selaras.disclosure.models.report import ReportText
from selaras.disclosure.models.request import Applicant, IdentityDocument, Request, Step

__all__ = [
    "Answer",
    "AnswerDraft",
    "Applicant",
    "Arrival",
    "Assessment",
    "AssessmentAnswer",
    "AssessmentPaper",
    "Clock",
    "Dispute",
    "Draft",
    "DraftPaper",
    "Edition",
    "Exemption",
    "Hearing",
    "IdentityDocument",
    "Item",
    "ItemFile",
    "Knock",
    "Letter",
    "LetterKind",
    "LetterTemplate",
    "Mail",
    "Mention",
    "Objection",
    "Officer",
    "Part",
    "Pause",
    "PublicBody",
    "ReportText",
    "Request",
    "Step",
    "Training",
    "Word",
    "WorkingFile",
]
