"""Why a file of outlines cannot be read; each message says what to do, in Indonesian."""

from __future__ import annotations


class OutlineError(ValueError):
    """A file that is no GeoJSON, or a shape in it that cannot be."""
