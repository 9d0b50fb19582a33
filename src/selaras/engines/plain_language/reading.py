"""Read a text: count, score, remark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selaras.engines.plain_language import index, remarks
from selaras.engines.plain_language.bare_numbers import bare_numbers
from selaras.engines.plain_language.forms import DEEP, LONG, Form, form
from selaras.engines.plain_language.index import Counts
from selaras.engines.plain_language.knots import knots
from selaras.engines.plain_language.matching import phrases
from selaras.engines.plain_language.model import FRY_SAMPLE, FryPoint, Reading, Remark, Rule, Sentence
from selaras.engines.plain_language.passages import Passage, passages
from selaras.engines.plain_language.short_forms import ShortForms

_FRY_FACTOR = 0.6
_RULES = {rule: place for place, rule in enumerate(Rule)}


def read(text: str) -> Reading:
    """How hard an Indonesian text is to read, which sentences make it so, and what to do about each.

    The method and what it was validated on stand in `index`. Any text can be read; one without a word has no band.
    The same text gives the same reading, wherever and whenever. O(length), plus a sort of the remarks;
    about a second of CPU for a million signs. A word not seen before costs up to half a millisecond at the stemmer, so
    bound the length of what strangers send.

    >>> reading = read("Apabila berkas lengkap, kami melakukan pemeriksaan.")
    >>> [remark.message for remark in reading.remarks]
    ['Ganti "Apabila" dengan "Jika".', 'Ganti "melakukan pemeriksaan" dengan "memeriksa".']
    """
    short_forms = ShortForms(text)
    sentences: list[Sentence] = []
    found: list[Remark] = []
    total = Counts()
    for passage in passages(text):
        sentence, counts, said = _read_sentence(passage, short_forms)
        sentences.append(sentence)
        found += said
        total += counts
    parts = index.parts(total)
    score = sum(part.points for part in parts)
    return Reading(
        score=score,
        band=index.band(score) if total.words else None,
        parts=parts,
        sentences=tuple(sentences),
        remarks=_most_helpful_first(found, total.words),
        words=total.words,
        fry=_fry(total, len(sentences)),
    )


def _read_sentence(passage: Passage, short_forms: ShortForms) -> tuple[Sentence, Counts, list[Remark]]:
    forms = [form(word.lower) for word in passage.words]
    plainer, short, tied = list(phrases(passage)), list(short_forms.unexplained(passage)), list(knots(passage))
    counts = _counted(forms, len(plainer) + len(short), sum(many for _, _, many, _ in tied))
    said = [
        *remarks.long_sentence(passage),
        *remarks.plainer_words(passage, plainer),
        *remarks.short_forms(passage, short),
        *remarks.tied_up(passage, tied),
        *remarks.nominalisations(passage, forms),
        *remarks.no_actor(passage, forms),
        *bare_numbers(passage),
    ]
    sentence = Sentence(
        number=passage.number,
        start=passage.start,
        end=passage.end,
        words=counts.words,
        syllables=counts.syllables,
        long_words=sum(one.syllables >= LONG for one in forms),
        deep_words=sum(one.affixes >= DEEP for one in forms),
        passives=sum(one.passive for one in forms),
        nominalisations=sum(one.nominal for one in forms),
        hard_words=counts.hard_words,
        knots=counts.knots,
        score=index.score(counts),
    )
    return sentence, counts, said


def _counted(forms: Sequence[Form], hard_words: int, knotted: int) -> Counts:
    spoken = [one for one in forms if one.syllables]
    return Counts(
        words=len(forms),
        squares=len(forms) ** 2,
        spoken=len(spoken),
        syllables=sum(one.syllables for one in spoken),
        derived=sum(one.nominal or one.affixes >= DEEP for one in forms),
        hard_words=hard_words,
        knots=knotted,
    )


def _most_helpful_first(found: Sequence[Remark], words: int) -> tuple[Remark, ...]:
    weighed = [replace(remark, gain=round(remark.gain / words, 3)) for remark in found]
    return tuple(sorted(weighed, key=lambda remark: (-remark.gain, remark.start, _RULES[remark.rule])))


def _fry(total: Counts, sentences: int) -> FryPoint | None:
    if total.words < FRY_SAMPLE or not total.spoken:
        return None
    syllables = round(100 * _FRY_FACTOR * total.syllables / total.spoken)
    return FryPoint(sentences=round(100 * sentences / total.words, 1), syllables=syllables)
