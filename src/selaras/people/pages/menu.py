"""The ways from the desk: each page of who works here, with who may open it; each room lists its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.people import rules
from selaras.people.queries import Person, has_role


@dataclass(frozen=True)
class Way:
    """One entry of the desk's menu: the address' name, its word, who may go there."""

    name: str
    word: str | Promise
    open_to: Callable[[Person], bool]


@dataclass(frozen=True)
class Part:
    word: str | Promise
    ways: tuple[Way, ...]


MENU = (
    Part(
        _("Pengelolaan"),
        (
            Way("accounts", _("Akun dan peran"), rules.keeps_accounts),
            Way("invitations", _("Undangan"), rules.invites),
            Way("log", _("Catatan tindakan"), rules.reads_log),
            Way("own-account", _("Akun saya"), has_role),
        ),
    ),
)
