"""How hard an Indonesian text is to read, which sentences make it so, and what its writer can do about each."""

from selaras.engines.plain_language.advice import Advice, advice_on
from selaras.engines.plain_language.forms import syllables
from selaras.engines.plain_language.model import (
    Band,
    FryPoint,
    Part,
    PartKey,
    Reading,
    Remark,
    Rule,
    Sentence,
)
from selaras.engines.plain_language.reading import read

__all__ = [
    "Advice",
    "Band",
    "FryPoint",
    "Part",
    "PartKey",
    "Reading",
    "Remark",
    "Rule",
    "Sentence",
    "advice_on",
    "read",
    "syllables",
]
