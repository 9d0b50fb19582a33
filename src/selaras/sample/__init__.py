"""The sample region: what an office has on the eve of its forum, made from typed facts and a seed."""

from selaras.sample.region import SEED, make_region

__all__ = ["SEED", "make_region"]
