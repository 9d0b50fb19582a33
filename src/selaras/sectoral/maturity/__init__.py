"""Evidence for the statistics maturity indicators, gathered from what the system knows, and the index it comes to."""

from selaras.sectoral.maturity.method import Method, Rule, Step, method_on
from selaras.sectoral.maturity.sheet import Line, Sheet, sheet_of_year

__all__ = ["Line", "Method", "Rule", "Sheet", "Step", "method_on", "sheet_of_year"]
