"""What the models of propagation cannot go on with, in words for the person who must mend it.

PropagationError
├── BeyondModel     a frequency, height or distance for which the model was never measured
└── BadTerrain      a map of heights that cannot be read
"""

from __future__ import annotations


class PropagationError(ValueError):
    """What was given to a model of propagation cannot be used."""


class BeyondModel(PropagationError):
    """A frequency, height or distance for which the model was never measured."""


class BadTerrain(PropagationError):
    """A map of heights that is none, or that is too large or in other units than degrees and metres."""
