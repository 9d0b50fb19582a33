"""Duplicates on a labelled set, beside splink, string-grouper and the simplest thing that works.

Every method gets the same rows and none the names of the regions. The peers are set up as their documents advise:
splink blocks on the village and compares the sorted words with abbreviations written out (Jaro-Winkler), the RT and RW,
and the numbers, each a field of its own; it trains by expectation maximisation. string-grouper gets the texts with
abbreviations written out and runs within each village. Of each peer the best of some thresholds is shown, with the
time of that one alone. The peers are imported where they run, so that neither tests nor the large case need them.
"""

from __future__ import annotations

import importlib
import logging
import re
import resource
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import bench
from bench.duplicates_sample import Parameters, Sample, sample
from selaras.engines.indonesian.text import tokens
from selaras.engines.matching.duplicates import duplicates

SEED = 20200211
_RT = re.compile(r"rt\W*(\d+)(?:\W*rw\W*(\d+))?", re.IGNORECASE)
Groups = list[tuple[str, ...]]


def pairs_in(sizes: Iterable[int]) -> int:
    """How many pairs groups of these sizes have."""
    return sum(size * (size - 1) // 2 for size in sizes)


def agreement(groups: Iterable[Sequence[str]], truth: Mapping[str, int]) -> tuple[float, float, float]:
    """Pairwise precision, recall and F1 of groups against the wishes they should be."""
    groups = list(groups)
    found = pairs_in(map(len, groups))
    right = sum(pairs_in(Counter(truth[one] for one in group).values()) for group in groups)
    true = pairs_in(Counter(truth.values()).values())
    precision, recall = right / max(found, 1), right / true
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def by_equal_words(labelled: Sample) -> Groups:
    """The simplest thing that works: in a village, the same words and numbers once abbreviations are written out."""
    groups = defaultdict(list)
    for one in labelled.proposals:
        groups[one.region, tuple(sorted(set(tokens(one.text))))].append(one.id)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def by_splink(labelled: Sample) -> Callable[[float], Groups]:
    """Trains and predicts; what comes back clusters at a threshold."""
    import pandas as pd
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink import comparison_library as compare

    rows = []
    for one in labelled.proposals:
        home = _RT.search(one.text)
        words = sorted(tokens(one.text))
        numbers = " ".join(word for word in words if word[0].isdecimal()) or None
        place = "/".join(filter(None, home.groups())) if home else None
        rows.append((one.id, one.region, " ".join(words), place, numbers))
    frame = pd.DataFrame(rows, columns=["unique_id", "region", "words", "home", "numbers"])
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compare.JaroWinklerAtThresholds("words", [0.97, 0.93, 0.88]),
            compare.ExactMatch("home"),
            compare.ExactMatch("numbers"),
        ],
        blocking_rules_to_generate_predictions=[block_on("region")],
        retain_matching_columns=False,
    )
    linker = Linker(DuckDBAPI().register(frame), settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match([block_on("region", "words")], recall=0.3)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("region"))
    predicted = linker.inference.predict(threshold_match_probability=0.1)

    def clustered(threshold: float) -> Groups:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
        found = clusters.as_pandas_dataframe().groupby("cluster_id")["unique_id"].agg(list)
        return [tuple(group) for group in found if len(group) > 1]

    return clustered


def by_string_grouper(labelled: Sample, threshold: float) -> Groups:
    """TF-IDF of letter trigrams within each village."""
    import pandas as pd
    import string_grouper

    villages = defaultdict(list)
    for one in labelled.proposals:
        villages[one.region].append(one)
    groups = []
    for rows in villages.values():
        if len(rows) > 1:
            texts, ids = pd.Series([" ".join(tokens(one.text)) for one in rows]), pd.Series([one.id for one in rows])
            frame = string_grouper.group_similar_strings(texts, ids, min_similarity=threshold, number_of_processes=1)
            leaders = frame.iloc[:, 0]
            members = defaultdict(list)
            for leader, one in zip(leaders, ids, strict=True):
                members[leader].append(one)
            groups += [tuple(group) for group in members.values() if len(group) > 1]
    return groups


def _line(name: str, cpu: float, groups: Groups, truth: Mapping[str, int]) -> None:
    precision, recall, f1 = agreement(groups, truth)
    print(f"  {name:34} {cpu:7.2f} CPU s   precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}", flush=True)


def _ours(labelled: Sample) -> float:
    before = _resident_mb()
    with bench.spent() as spent:
        found = duplicates(labelled.proposals)
    peak = bench.peak_mb()
    print(f"  peak {peak:,.0f} MB; held before, the proposals included, {before:,.0f}; added {peak - before:,.0f}")
    _line("selaras", spent.cpu, [group.ids for group in found], labelled.truth)
    del found  # two results at once would count twice in the peak
    with bench.spent() as named:
        found = duplicates(labelled.proposals, names=labelled.names)
    _line("selaras, region names known", named.cpu, [group.ids for group in found], labelled.truth)
    return spent.cpu


def _resident_mb() -> float:
    """What the process holds now (its peak so far may have been higher)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1024**2


@bench.case("duplicates", asks="50,000 in <= 2 CPU s at F1 >= 0.96; 5 times faster than splink and string-grouper")
def small() -> None:
    """50,000 proposals, the peers beside."""
    labelled = sample(Parameters(), SEED)
    print(f"  {Parameters()}")
    ours = _ours(labelled)
    with bench.spent() as spent:
        groups = by_equal_words(labelled)
    _line("equal words", spent.cpu, groups, labelled.truth)
    for peer in ("splink", "string_grouper"):
        importlib.import_module(peer)  # before the clock starts
    with bench.spent() as predicting:
        clustered = by_splink(labelled)
    cpu = _best("splink", (0.1, 0.3, 0.5, 0.9, 0.99), clustered, labelled.truth) + predicting.cpu
    print(f"  splink with {predicting.cpu:.2f} CPU s to train and predict: {cpu / ours:.1f} times the CPU of selaras")
    cpu = _best("string-grouper", (0.6, 0.7, 0.8, 0.9), partial(by_string_grouper, labelled), labelled.truth)
    print(f"  string-grouper: {cpu / ours:.1f} times the CPU of selaras")


def _best(name: str, thresholds: Iterable[float], run: Callable[[float], Groups], truth: Mapping[str, int]) -> float:
    """Print the run with the best F1; its CPU seconds."""
    runs = []
    for threshold in thresholds:
        with bench.spent() as spent:
            groups = run(threshold)
        runs.append((agreement(groups, truth)[2], threshold, spent.cpu, groups))
    _, threshold, cpu, groups = max(runs)
    _line(f"{name} at {threshold}, of {len(runs)} tried", cpu, groups, truth)
    return cpu


@bench.case("duplicates_large", asks="500,000 in <= 20 CPU s and <= 1 GB at F1 >= 0.96")
def large() -> None:
    """500,000 proposals in 5,000 villages."""
    labelled = sample(Parameters(villages=5_000), SEED)
    _ours(labelled)
    print(f"  peak of the whole run {bench.peak_mb():,.0f} MB")
