"""The satisfaction survey: index, bands, sample, intervals, trend, comparison, and what resists stuffing."""

from selaras.engines.survey.answers import Answer, Sheet, sheet
from selaras.engines.survey.comments import Grouped, Subject, group_comments
from selaras.engines.survey.comparison import Comparison, Period, Standing, compare, trend
from selaras.engines.survey.errors import AnswerError, SchemeError, SurveyError, TooFew
from selaras.engines.survey.guard import Cluster, Guarded, Limits, Suspicion, guard
from selaras.engines.survey.index import Index, Part, index
from selaras.engines.survey.resampling import LEAST, Interval, interval
from selaras.engines.survey.sample import Sample, SampleRule, sample
from selaras.engines.survey.scheme import Band, Element, Scheme, equal_weights

__all__ = [
    "LEAST",
    "Answer",
    "AnswerError",
    "Band",
    "Cluster",
    "Comparison",
    "Element",
    "Grouped",
    "Guarded",
    "Index",
    "Interval",
    "Limits",
    "Part",
    "Period",
    "Sample",
    "SampleRule",
    "Scheme",
    "SchemeError",
    "Sheet",
    "Standing",
    "Subject",
    "SurveyError",
    "Suspicion",
    "TooFew",
    "compare",
    "equal_weights",
    "group_comments",
    "guard",
    "index",
    "interval",
    "sample",
    "sheet",
    "trend",
]
