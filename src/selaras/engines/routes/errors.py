"""What can be wrong with an inventory, in words for the person who must mend it."""

from __future__ import annotations


class RoutesError(ValueError):
    """The routes cannot be worked out from what was given; the message says what to mend (in Indonesian)."""


class InventoryError(RoutesError):
    """The inventory contradicts itself: an unknown system, a key given twice, a likelihood outside 0 to 1."""


class BudgetError(RoutesError):
    """A budget or the cost of a fix is no amount of money to plan with."""
