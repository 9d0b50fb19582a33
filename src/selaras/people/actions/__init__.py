"""What changes accounts, roles and ways of signing in: one file a deed."""

from __future__ import annotations

from selaras.people.actions.accounts import SYSTEM, set_account, system_account

__all__ = ["SYSTEM", "set_account", "system_account"]
