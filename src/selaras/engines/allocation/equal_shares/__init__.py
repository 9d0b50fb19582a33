"""The Method of Equal Shares: exact, fast, with what every project lacked."""

from selaras.engines.allocation.equal_shares.market import Satisfaction
from selaras.engines.allocation.equal_shares.result import EqualSharesResult, Round, SharesTie, Unfunded
from selaras.engines.allocation.equal_shares.rule import Completion, equal_shares
from selaras.engines.allocation.equal_shares.within import equal_shares_within

__all__ = [
    "Completion",
    "EqualSharesResult",
    "Round",
    "Satisfaction",
    "SharesTie",
    "Unfunded",
    "equal_shares",
    "equal_shares_within",
]
