"""What to tell the writer about one sentence. The gain of these remarks is still in points times words of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from selaras.engines.indonesian.wording import number
from selaras.engines.plain_language.forms import Form
from selaras.engines.plain_language.index import worth
from selaras.engines.plain_language.knots import Knot
from selaras.engines.plain_language.matching import Phrase
from selaras.engines.plain_language.model import PartKey, Remark, Rule
from selaras.engines.plain_language.passages import Passage, Word
from selaras.engines.plain_language.wordings import VERBS

LONGEST = 25  # words of a sentence that is not remarked on
_AIM = 20  # words of the sentences it should become
_MANY_NOUNS, _MANY_PASSIVES = 4, 2
_NAMED_IN_FULL = 3  # words in a message
_COUNT_WORDS = {2: "dua", 3: "tiga", 4: "empat", 5: "lima"}
_CUTS = frozenset(["sehingga", "sedangkan", "karena", "namun", "tetapi", "kemudian", "selanjutnya", "maka", "lalu"])
_ACTORS = frozenset(["oleh", "kami", "kita", "saya", "anda"])
_NO_DEEDS = frozenset(["disebut", "dimaksud", "disertai", "dibagi", "diketahui"])


def long_sentence(passage: Passage) -> Iterator[Remark]:
    """Above 25 words: in how many to cut it, and before which word."""
    many = len(passage.words)
    if many <= LONGEST:
        return
    pieces = max(2, (many + _AIM // 2) // _AIM)
    cut = _cut(passage)
    where = f', misalnya sebelum "{cut.lower}"' if cut else ""
    message = f"Kalimat ini {number(many)} kata. Bagi menjadi {_COUNT_WORDS.get(pieces, number(pieces))}{where}."
    gain = worth(PartKey.SENTENCES, many * many * (1 - 1 / pieces))
    yield Remark(passage.number, passage.start, passage.end, Rule.LONG_SENTENCE, message, gain=gain)


def _cut(passage: Passage) -> Word | None:
    """The joint in the middle half that is behind a comma, else the one nearest to the middle."""
    many = len(passage.words)
    joints = [place for place in range(many // 4, many - many // 4) if passage.words[place].lower in _CUTS]
    place = min(joints, key=lambda at: (not _after_comma(passage, at), abs(2 * at - many)), default=None)
    return None if place is None else passage.words[place]


def _after_comma(passage: Passage, place: int) -> bool:
    return "," in passage.text[passage.words[place - 1].end : passage.words[place].start]


def plainer_words(passage: Passage, found: Iterable[Phrase]) -> Iterator[Remark]:
    """One remark for each phrase that has a plainer one."""
    for phrase in found:
        written = " ".join(passage.text[phrase.start : phrase.end].split())
        plainer = phrase.plainer
        if written[:1].isupper():
            plainer = plainer[:1].upper() + plainer[1:]
        kind = "kata asing " if phrase.rule is Rule.FOREIGN_WORD else ""
        message = f'Ganti {kind}"{written}" dengan "{plainer}".' if plainer else f'Hapus "{written}".'
        yield Remark(
            passage.number,
            phrase.start,
            phrase.end,
            phrase.rule,
            message,
            suggestion=plainer,
            removes=not plainer,
            gain=worth(PartKey.HARD_WORDS, 100),
        )


def short_forms(passage: Passage, found: Iterable[tuple[Word, str]]) -> Iterator[Remark]:
    """One remark for each short form that is used first without its long form."""
    for word, long_form in found:
        written = passage.written(word)
        suggestion = f"{long_form} ({written})" if long_form else ""
        example = f': "{suggestion}"' if suggestion else ""
        message = f'"{written}" belum dijelaskan. Tulis kepanjangannya saat pertama disebut{example}.'
        rule, gain = Rule.UNEXPLAINED_ABBREVIATION, worth(PartKey.HARD_WORDS, 100)
        yield Remark(passage.number, word.start, word.end, rule, message, suggestion, gain=gain)


def tied_up(passage: Passage, found: Iterable[Knot]) -> Iterator[Remark]:
    """One remark for each knot."""
    for rule, (start, end), many, message in found:
        gain = worth(PartKey.KNOTS, 100 * many)
        yield Remark(passage.number, start, end, rule, message, gain=gain)


def nominalisations(passage: Passage, forms: Sequence[Form]) -> Iterator[Remark]:
    """Four or more nouns made of verbs, and every fifth word at least."""
    nouns = [word for word, form in zip(passage.words, forms, strict=True) if form.nominal]
    if len(nouns) < max(_MANY_NOUNS, len(forms) / 5):
        return
    pairs = ((noun.lower, VERBS[verb]) for noun in nouns if (verb := ("melakukan", noun.lower)) in VERBS)
    example = next((f', misalnya "{noun}" menjadi "{verb}"' for noun, verb in pairs), "")
    message = f"Ada {len(nouns)} kata benda bentukan ({_listed(nouns)}). Ubah sebagian menjadi kata kerja{example}."
    gain = worth(PartKey.DERIVED, 100 * (len(nouns) // 2))
    span = nouns[0].start, nouns[-1].end
    yield Remark(passage.number, *span, Rule.MANY_NOMINALISATIONS, message, gain=gain)


def no_actor(passage: Passage, forms: Sequence[Form]) -> Iterator[Remark]:
    """Two or more di- verbs outside what "yang" begins, and nobody who does it."""
    passives = [passage.words[place] for place, form in enumerate(forms) if form.passive and _is_deed(passage, place)]
    if len(passives) < _MANY_PASSIVES or any(word.lower in _ACTORS for word in passage.words):
        return
    message = (
        f'Tidak jelas siapa pelakunya ({_listed(passives)}). Sebutkan pelakunya, misalnya "kami" atau nama kantor.'
    )
    yield Remark(passage.number, passives[0].start, passives[-1].end, Rule.NO_ACTOR, message)


def _is_deed(passage: Passage, place: int) -> bool:
    word, before = passage.words[place].lower, passage.words[max(0, place - 2) : place]
    after = passage.words[place + 1 : place + 2]
    named = any(passage.written(one)[0].isupper() for one in after)  # diselenggarakan Pemerintah Daerah
    if not word.startswith("di") or word.endswith("nya") or word in _NO_DEEDS or named:
        return False
    return all(one.lower != "yang" for one in before)


def _listed(words: Sequence[Word]) -> str:
    named = ", ".join(word.lower for word in words[:_NAMED_IN_FULL])
    return f"{named}, …" if len(words) > _NAMED_IN_FULL else named
