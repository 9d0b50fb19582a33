"""What each level recommended of a proposal: four columns a level, as exports of planning systems carry them."""

from __future__ import annotations

from selaras.engines.tabular.kind import field
from selaras.engines.tabular.mapping import Field

# In the order in which a proposal passes them; other names that a level goes by in headers.
_LEVELS = {
    "village": ("desa/kelurahan", ("desa", "kelurahan", "lurah", "kepala desa")),
    "district": ("kecamatan", ("camat",)),
    "partner": ("mitra Bappeda", ("mitra", "bappeda")),
    "agency": ("perangkat daerah", ("skpd",)),
    "budget_team": ("TAPD", ("tim anggaran",)),
    "forum": ("forum", ("forum perangkat daerah",)),
}


def _synonyms(names: tuple[str, ...], *patterns: str) -> str:
    return ", ".join(pattern.format(name) for pattern in patterns for name in names)


def _of_level(level: str, label: str, others: tuple[str, ...]) -> tuple[Field, ...]:
    names = (label.lower(), *others)
    return (
        field(
            f"recommendation_{level}",
            f"Rekomendasi {label}",
            "text",
            _synonyms(others, "rekomendasi {}") + ", " + _synonyms(names, "persetujuan {}"),
        ),
        field(
            f"recommended_volume_{level}",
            f"Volume rekomendasi {label}",
            "quantity",
            _synonyms(others, "volume rekomendasi {}") + ", " + _synonyms(names, "koefisien rekomendasi {}"),
        ),
        field(
            f"recommended_cost_{level}",
            f"Biaya rekomendasi {label}",
            "money",
            _synonyms(others, "biaya rekomendasi {}")
            + ", "
            + _synonyms(names, "anggaran rekomendasi {}", "pagu rekomendasi {}"),
        ),
        field(
            f"recommendation_reason_{level}",
            f"Alasan rekomendasi {label}",
            "text",
            _synonyms(others, "alasan rekomendasi {}")
            + ", "
            + _synonyms(names, "catatan rekomendasi {}", "alasan {}", "catatan {}"),
        ),
    )


RECOMMENDATION_FIELDS = tuple(
    one for level, (label, others) in _LEVELS.items() for one in _of_level(level, label, others)
)
