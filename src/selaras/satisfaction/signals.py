"""What the room tells those above it, which it does not know."""

from __future__ import annotations

from django.dispatch import Signal

# Sent inside the transaction that publishes, with `result` and `actor`.
published = Signal()
