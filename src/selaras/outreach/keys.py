"""Keys of messages in addresses, on sheets and in QR codes."""

from __future__ import annotations

import secrets

_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is mistaken for another when read from paper


def fresh_key() -> str:
    return "".join(secrets.choice(_SIGNS) for _ in range(8))
