"""Names of things in addresses: drawn, since a running number would tell everybody how many there are."""

from __future__ import annotations

import secrets

LENGTH = 12


def new_key() -> str:
    return secrets.token_hex(LENGTH // 2)
