"""The chart that suits a table, chosen by a rule that can be said in one sentence; each mark is one cell of the table.

    chart = chart_of(table, standard)

Series over time become lines, regions or categories sorted bars; where neither fits, the reason is told.
"""

from selaras.sectoral.charting.choosing import MOST_BARS, MOST_LINES, Bar, Bars, Line, NoChart, Point, chart_of
from selaras.sectoral.charting.plotting import Plot, plot_of
from selaras.sectoral.charting.roles import Roles, roles_of

__all__ = [
    "MOST_BARS",
    "MOST_LINES",
    "Bar",
    "Bars",
    "Line",
    "NoChart",
    "Plot",
    "Point",
    "Roles",
    "chart_of",
    "plot_of",
    "roles_of",
]
