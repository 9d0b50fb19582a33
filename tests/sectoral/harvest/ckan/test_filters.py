"""The query language of `fq`, as far as harvesters use it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.sectoral.harvest.ckan.entries import Entry
from selaras.sectoral.harvest.ckan.errors import Invalid
from selaras.sectoral.harvest.ckan.filters import test_of as filter_of


def entry(name: str, organization: str, *tags: str, day: int = 1) -> Entry:
    values = {"name": (name,), "organization": (organization,), "tags": tags, "frequency": ("yearly",)}
    moment = datetime(2021, 3, day, 8, tzinfo=UTC)
    return Entry(name, name, moment, name, {**values, "id": (name,), "state": ("active",), "res_format": ("CSV",)}, {})


ENTRIES = (
    entry("padi", "33-05-a", "luas panen", "hektare", day=1),
    entry("jagung", "33-05-a", "luas panen", day=2),
    entry("penduduk", "33-05-b", "penduduk", day=3),
)


@pytest.mark.parametrize(
    ("fq", "names"),
    [
        ("", "padi jagung penduduk"),
        ("*:*", "padi jagung penduduk"),
        ("organization:33-05-a", "padi jagung"),
        ("organization:33-05-A", "padi jagung"),
        ("+organization:33-05-a +tags:hektare", "padi"),
        ("organization:33-05-a AND tags:hektare", "padi"),
        ("organization:33-05-a tags:hektare", "padi"),
        ('tags:"luas panen"', "padi jagung"),
        ("tags:luas", ""),
        ("-organization:33-05-a", "penduduk"),
        ("NOT tags:hektare", "jagung penduduk"),
        ("organization:33-05-b OR tags:hektare", "padi penduduk"),
        ("organization:(33-05-a OR 33-05-b) -name:padi", "jagung penduduk"),
        ("(name:padi OR name:jagung) tags:hektare", "padi"),
        ("-(name:padi OR name:jagung)", "penduduk"),
        ("tags:*", "padi jagung penduduk"),
        ("metadata_modified:[2021-03-02T00:00:00Z TO *]", "jagung penduduk"),
        ("metadata_modified:[* TO 2021-03-02]", "padi"),
        ("metadata_modified:[2021-03-02T08:00:00Z TO 2021-03-02T08:00:00Z]", "jagung"),
        ("state:deleted", ""),
    ],
)
def test_what_a_filter_lets_through(fq: str, names: str) -> None:
    assert " ".join(one.code for one in ENTRIES if filter_of(fq)(one)) == names


@pytest.mark.parametrize(
    "fq",
    [
        "padi",
        "warna:merah",
        "tags:",
        "tags:(a b)",
        "tags:(a OR",
        "(tags:a",
        "tags:a)",
        "tags:[a TO b]",
        "metadata_modified:[kemarin TO *]",
        "metadata_modified:[2021-03-02]",
        'tags:"a',
        "OR tags:a",
        "-",
        "(" * 5000,
        "NOT " * 5000 + "tags:a",
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_guessed(fq: str) -> None:
    with pytest.raises(Invalid) as refused:
        filter_of(fq)
    assert refused.value.fields["fq"].endswith(".")


@given(st.text(alphabet='ab:()[]"-+ *ORANDTtags', max_size=40))
def test_any_text_is_read_or_told(fq: str) -> None:
    try:
        found = filter_of(fq)
    except Invalid:
        return
    assert isinstance([found(one) for one in ENTRIES], list)
