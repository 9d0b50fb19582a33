"""How mature a PPID body is: from the evidence in the system, and by the yearly monitoring questionnaire."""

from selaras.disclosure.maturity.method import Band, Indicator, Method, method_on
from selaras.disclosure.maturity.scoring import Advice, Part, Score, scores

__all__ = ["Advice", "Band", "Indicator", "Method", "Part", "Score", "method_on", "scores"]
