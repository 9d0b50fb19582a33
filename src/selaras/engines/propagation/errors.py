"""What is beyond the models of propagation, in words for the person who must mend it."""

from __future__ import annotations


class BeyondModel(ValueError):
    """A frequency, height or distance for which the model was never measured."""
