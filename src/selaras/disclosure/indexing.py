"""Under which words a published text is found: their stems, as everybody may read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from selaras.disclosure.masking import masked
from selaras.disclosure.models import Answer, Item, Mention, Word
from selaras.engines.indonesian.stems import stem

IN_TITLE, IN_TEXT = 3, 1
_LONGEST = 40  # letters of a word that is kept
# Said in nearly every text and every question, so that finding them finds nothing.
_EVERYWHERE = frozenset(
    word
    for line in (
        "ada agar akan antara apa atau bagi bahwa berapa beserta bila dalam dan dapat dari dengan di guna hal ini itu",
        "juga karena ke kepada kami lain minta mohon mengenai oleh pada para per saya sebagai secara semua serta",
        "setiap sudah telah tentang terhadap tersebut tidak untuk yaitu yang adalah berikut saja ia mereka kita",
    )
    for word in line.split()
)


def words_of(text: str) -> list[str]:
    """The stems of a text in their order, each once, without what is said everywhere."""
    found = re.findall(r"[a-z]+|[0-9]+", text.lower())
    stems = (one if one.isdigit() else stem(one) for one in found if one not in _EVERYWHERE)
    return list(dict.fromkeys(one[:_LONGEST] for one in stems if len(one) > 1))


def index_item(item: Item) -> None:
    """Call it inside the transaction that changes the item. What was withdrawn is found no more."""
    weights = {} if item.withdrawn_on else weights_of(item)
    item.mentions.all().delete()
    keep_words([(item.pk, weights)], "item_id")


def index_answer(answer: Answer) -> None:
    """Call it inside the transaction that publishes the answer or takes that back."""
    weights = weights_of_answer(answer) if answer.published_at else {}
    answer.mentions.all().delete()
    keep_words([(answer.pk, weights)], "answer_id")


def weights_of(item: Item) -> dict[str, int]:
    """The words of an item and what each weighs; its body is part of its title, for so people ask: "APBDes Seboro"."""
    return _weights(f"{item.title} {item.body.name}", item.summary)


def weights_of_answer(answer: Answer) -> dict[str, int]:
    """The same of a published answer, under the title that the desk gave it."""
    return _weights(f"{answer.published_as} {answer.request.body.name}", answer.text)


def _weights(title: str, text: str) -> dict[str, int]:
    return dict.fromkeys(words_of(masked(text)), IN_TEXT) | dict.fromkeys(words_of(masked(title)), IN_TITLE)


def keep_words(weighed: Iterable[tuple[int, Mapping[str, int]]], owner: str) -> None:
    """Mentions of many texts at once; `owner` is `item_id` or `answer_id`. Two queries, and one for each 500 rows."""
    pairs = list(weighed)
    texts = {text for _, weights in pairs for text in weights}
    Word.objects.bulk_create((Word(text=text) for text in sorted(texts)), ignore_conflicts=True, batch_size=500)
    known = dict(Word.objects.filter(text__in=texts).values_list("text", "pk")) if texts else {}
    Mention.objects.bulk_create(
        (
            Mention(word_id=known[text], weight=weight, **{owner: key})
            for key, weights in pairs
            for text, weight in weights.items()
        ),
        batch_size=500,
    )
