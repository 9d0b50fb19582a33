"""Who may come in at the addresses of signing in, accounts, files and the log: name, who may read, who may write."""

from __future__ import annotations

from selaras.people.models import Role
from tests.web.role_walk import Rule, anybody, at_home, nobody, only, staff

Kind = Role.Kind
KEEPERS = only(Kind.ADMINISTRATOR)
INVITERS = only(Kind.ADMINISTRATOR, Kind.DISTRICT_OPERATOR)
LOG_READERS = only(Kind.ADMINISTRATOR, Kind.AUDITOR, Kind.SECRETARY)
SECRET_KEEPERS = only(Kind.SECURITY_OFFICER)

WALK: dict[str, tuple[Rule, Rule]] = {
    "account": (KEEPERS, nobody),
    "account-close": (nobody, KEEPERS),
    "account-new": (KEEPERS, KEEPERS),
    "account-open-again": (nobody, KEEPERS),
    "account-password": (nobody, KEEPERS),
    "account-second-step-off": (nobody, KEEPERS),
    "accounts": (KEEPERS, nobody),
    "delegation-end": (nobody, nobody),  # the delegation of another
    "delegation-new": (nobody, nobody),  # the role of another
    "desk": (staff, nobody),
    "exposure-propose": (SECRET_KEEPERS, SECRET_KEEPERS),
    "health": (anybody, nobody),
    "invitation": (nobody, nobody),  # opens with its key alone
    "invitation-new": (INVITERS, INVITERS),
    "invitation-send": (nobody, at_home(Kind.ADMINISTRATOR, Kind.DISTRICT_OPERATOR)),
    "invitation-withdraw": (nobody, at_home(Kind.ADMINISTRATOR, Kind.DISTRICT_OPERATOR)),
    "invitations": (INVITERS, nobody),
    "log": (LOG_READERS, nobody),
    "log-verify": (nobody, LOG_READERS),
    "openid_connect_callback": (nobody, nobody),  # no office's own sign-in is set
    "openid_connect_login": (nobody, nobody),
    "own-account": (staff, nobody),
    "own-password": (staff, staff),
    "robots": (anybody, nobody),
    "role-end": (nobody, KEEPERS),
    "role-give": (KEEPERS, KEEPERS),
    "second-step-set-up": (staff, staff),
    "session-end": (nobody, staff),
    "sessions-end": (nobody, staff),
    "set-language": (anybody, anybody),
    "sign-in": (anybody, anybody),
    "sign-in-code": (nobody, nobody),  # leads back to signing in where no password was given
    "sign-out": (nobody, anybody),
    "spare-codes": (staff, staff),
}
