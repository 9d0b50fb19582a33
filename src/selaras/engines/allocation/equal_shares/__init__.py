"""The Method of Equal Shares: exact, fast, with what every project lacked."""

from selaras.engines.allocation.equal_shares.result import EqualSharesResult, Round, SharesTie, Unfunded
from selaras.engines.allocation.equal_shares.rule import equal_shares

__all__ = ["EqualSharesResult", "Round", "SharesTie", "Unfunded", "equal_shares"]
