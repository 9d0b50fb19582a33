"""Outlines of places from GeoJSON: read with clear errors, made simple without gaps, drawn as SVG.

>>> square = [[[(109.0, -7.0), (109.1, -7.0), (109.1, -7.1), (109.0, -7.1), (109.0, -7.0)]]]
>>> frame = Frame.around([square], width=100)
>>> frame.path(square), frame.height
('M0 0h100v101h-100z', 101)
"""

from selaras.engines.outlines.drawing import Frame
from selaras.engines.outlines.errors import OutlineError
from selaras.engines.outlines.reading import Feature, Outline, centre_of, features_of
from selaras.engines.outlines.simplifying import simplified

__all__ = ["Feature", "Frame", "Outline", "OutlineError", "centre_of", "features_of", "simplified"]
