"""What can be wrong with what is asked about accounts; each message says what to do, in Indonesian."""

from __future__ import annotations


class PeopleError(ValueError):
    """An account or a role cannot be as it was asked for."""


class NotAllowed(PeopleError):
    """Who asks may not do this. The root of what any room does not allow: one door answers all of it."""


class WrongBody(PeopleError):
    """This role is not held at such a body."""


class AlreadyHeld(PeopleError):
    """The account holds this role at this body."""


class LastAdministrator(PeopleError):
    """Without this account nobody could give roles any more."""


class AccountExists(PeopleError):
    """Another account has this name or this address."""


class NoSuchAccount(PeopleError):
    """No active account has this name."""


class InvitationEnded(PeopleError):
    """The link was used, withdrawn, sent anew, or is too old."""


class WrongCode(PeopleError):
    """The code from the telephone does not fit."""


class WrongSecret(PeopleError):
    """The site's secret is another one than that with which this was sealed."""
