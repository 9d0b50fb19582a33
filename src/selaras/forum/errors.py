"""What can be wrong with what an office hands in; each message says what to do, in Indonesian."""

from __future__ import annotations

from selaras.people import errors as people


class ForumError(ValueError):
    """A forum cannot go on with what was given."""


class FolderError(ForumError):
    """The folder of a forum lacks something, or its setting cannot be read."""


class NotReady(ForumError):
    """A step was asked for before the one it builds on."""


class ReplayMismatch(ForumError):
    """Computing a decision again gave something else than what its file says."""


class Locked(ForumError):
    """The decision in force is locked: nothing that it rests on may change."""


class NotAllowed(ForumError, people.NotAllowed):
    """No role of the person allows it."""


class BadAnswer(ForumError):
    """A phone sent an answer that the round does not ask for."""


class RoundClosed(ForumError):
    """A round does not take answers now, or not yet."""


class SlipElsewhere(ForumError):
    """The one slip of a participant in a secret round was opened in another browser."""


class WrongProof(ForumError):
    """The code or the password that should prove who signs does not fit."""


class BadPhoto(ForumError):
    """A picture that is none, or too large to be opened."""


class BadUpload(ForumError):
    """A file that is not taken in: too large, with macros, or not of a kind that is read."""


class BadCode(ForumError):
    """What was typed is no short code of a proposal; the sentence names the mistake."""


class Incomplete(ForumError):
    """A proposal lacks something, or something in it cannot be; `fields` says what, field to sentence."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = fields


class NoteChanged(ForumError):
    """Somebody else saved the notes of an item meanwhile; `edition` and `text` are what stands."""

    def __init__(self, sentence: str, edition: int, text: str) -> None:
        super().__init__(sentence)
        self.edition = edition
        self.text = text
