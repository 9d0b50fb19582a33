"""What people write besides their marks, put together by what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from sklearn.feature_extraction.text import TfidfVectorizer

from selaras.engines.indonesian.stems import stem
from selaras.engines.indonesian.text import tokens

_EMPTY = frozenset(
    word
    for line in (
        "yang dan di ke dari untuk dengan pada ini itu saya kami kita nya sudah belum agar supaya mohon tolong sangat",
        "sekali lebih juga karena atau adalah ada akan bisa dapat harus perlu saja lagi masih terlalu sebaiknya tetap",
        "semoga jika kalau bila oleh para tiap setiap dalam hal secara seperti buat biar pak bu bapak ibu kak",
        "min admin tidak jangan terima kasih kurang",
    )
    for word in line.split()
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Comments (places in the list given) about one subject, and the words they share, most telling first."""

    words: tuple[str, ...]
    comments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """`subjects` from the most comments down; `alone`: comments that no other resembles; `empty`: without a word."""

    subjects: tuple[Subject, ...]
    alone: tuple[int, ...]
    empty: tuple[int, ...]


def group_comments(comments: Sequence[str], *, likeness: float = 0.3, shared: int = 2) -> Grouped:
    """Group comments whose weighed stems have a cosine of at least `likeness` with one at the middle of their group;
    its words are those that at least `shared` of its comments say.

    The comment with most unplaced neighbours gathers them, then the next (Butina, Journal of Chemical Information and
    Computer Sciences 39, 1999): no number of groups is guessed, and nothing is drawn by lot. What officers see should
    have been masked before (`privacy.mask`). O(n · neighbours) after a sparse product.

    >>> found = group_comments(["Antrean lama", "antri terlalu lama", "Toiletnya kotor", "toilet kotor sekali", "-"])
    >>> [(subject.words, subject.comments) for subject in found.subjects], found.empty
    ([(('lama',), (0, 1)), (('kotor', 'toilet'), (2, 3))], (4,))
    """
    words = [_words(comment) for comment in comments]
    filled = [at for at, each in enumerate(words) if each]
    empty = tuple(at for at, each in enumerate(words) if not each)
    if not filled:
        return Grouped((), (), empty)
    weigh = TfidfVectorizer(analyzer=lambda at: [root for root, _ in words[at]], sublinear_tf=True)
    table = csr_array(weigh.fit_transform(filled))
    subjects, alone = [], []
    for members in _gathered(table, likeness):
        if len(members) == 1:
            alone.append(filled[members[0]])
            continue
        share = table[members].sum(axis=0)
        roots = weigh.get_feature_names_out()[np.argsort(-np.asarray(share).ravel(), kind="stable")[:3]]
        said = [words[filled[at]] for at in members]
        subjects.append(Subject(_spoken(roots, said, shared), tuple(sorted(filled[at] for at in members))))
    subjects.sort(key=lambda one: (-len(one.comments), one.comments))
    return Grouped(tuple(subjects), tuple(sorted(alone)), empty)


def _words(comment: str) -> list[tuple[str, str]]:
    """Each telling word as its stem and as it was written."""
    return [(stem(word), word) for word in tokens(comment) if word not in _EMPTY and not word[0].isdigit()]


def _spoken(roots: Sequence[str], said: Sequence[list[tuple[str, str]]], shared: int) -> tuple[str, ...]:
    """For each stem that enough comments share, the form written most often. A word that one person repeats is one."""
    spoken = []
    for root in roots:
        forms = [{word for each, word in comment if each == root} for comment in said]
        if sum(map(bool, forms)) >= shared:
            counts = Counter(word for each in forms for word in each)
            spoken.append(min(counts, key=lambda word: (-counts[word], word)))
    return tuple(spoken)


def _gathered(table: csr_array, likeness: float) -> list[list[int]]:
    near = (table @ table.T).tocsr()
    neighbours = [
        set(near.indices[start:end][near.data[start:end] >= likeness].tolist())
        for start, end in zip(near.indptr[:-1], near.indptr[1:], strict=True)
    ]
    left, groups = set(range(len(neighbours))), []
    for at in sorted(left, key=lambda at: (-len(neighbours[at]), at)):
        if at in left:
            members = sorted((neighbours[at] & left) | {at})
            groups.append(members)
            left -= set(members)
    return groups
