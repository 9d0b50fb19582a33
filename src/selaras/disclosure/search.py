"""One search over all that is published: items of the publication lists, and answers that a desk let everybody read.

The words were taken apart when the text was saved (`indexing`), so that both databases find the same, in the same time.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, F, Q, QuerySet, Sum, When
from django.db.models.fields import FloatField
from django.urls import reverse
from django.utils import timezone

from selaras.disclosure.indexing import words_of
from selaras.disclosure.masking import masked
from selaras.disclosure.models import Answer, Item, Mention, PublicBody, Word
from selaras.disclosure.queries import published_answers

_MOST_WORDS = 8  # of a question; a longer one is cut
_EXCERPT = 160
_SHORTEST = 3  # letters from which a word may be the beginning of another


@dataclass(frozen=True)
class Hit:
    """Something published that may answer a question; every word of it may be shown to everybody."""

    title: str
    excerpt: str
    url: str
    body: PublicBody
    date: date


def found(words: str, limit: int = 5, body: PublicBody | None = None) -> list[Hit]:
    """What answers best what somebody types, rare words counting more; nothing for words that are said everywhere.

    Not every word must appear: a whole sentence may be asked. With a body, what that one published. Four queries.
    """
    groups = _groups(words)
    mentions = Mention.objects.filter(word__in=[pk for group in groups for pk in group])
    weights = _rarity(mentions, groups)
    if not weights:
        return []
    if body is not None:
        mentions = mentions.filter(Q(item__body=body) | Q(answer__request__body=body))
    of_word = Case(*(When(word=pk, then=F("weight") * worth) for pk, worth in weights.items()))
    ranked = (
        mentions.values("item_id", "answer_id")
        .annotate(worth=Sum(of_word, output_field=FloatField()))
        .order_by("-worth", "-item_id", "-answer_id")[:limit]
    )
    return _hits([(row["item_id"], row["answer_id"]) for row in ranked])


def holding(items: QuerySet[Item], words: str) -> QuerySet[Item]:
    """The items that hold every word, as its stem or as its beginning."""
    groups = _groups(words)
    for group in groups:
        items = items.filter(pk__in=Mention.objects.filter(word__in=group, item__isnull=False).values("item"))
    return items if groups or not words.strip() else items.none()


def _groups(words: str) -> list[list[int]]:
    """For each word that is asked, the known words that it stands for; an unknown word stands for none. One query."""
    asked = words_of(words[:500])[:_MOST_WORDS]
    wanted = Q()
    for one in asked:
        wanted |= Q(text__startswith=one) if _may_begin(one) else Q(text=one)
    known = list(Word.objects.filter(wanted).values_list("text", "pk")) if asked else []
    return [[pk for text, pk in known if text == one or (_may_begin(one) and text.startswith(one))] for one in asked]


def _may_begin(word: str) -> bool:
    return len(word) >= _SHORTEST and not word.isdigit()


def _rarity(mentions: QuerySet[Mention], groups: Collection[Collection[int]]) -> dict[int, float]:
    """What finding each word is worth: the rarer, the more. A word that is asked counts all it stands for."""
    many = dict(mentions.values_list("word").annotate(many=Count("pk")).order_by())
    whole = Mention.objects.order_by("-pk").values_list("pk", flat=True).first() or 1
    worth = {}
    for group in groups:
        total = sum(many.get(pk, 0) for pk in group)
        if total:
            worth.update(dict.fromkeys(group, math.log(1 + whole / total)))
    return worth


def _hits(keys: Iterable[tuple[int | None, int | None]]) -> list[Hit]:
    keys = list(keys)
    items = Item.objects.select_related("body").in_bulk([pk for pk, _ in keys if pk])
    answers = published_answers().in_bulk([pk for _, pk in keys if pk])
    made = (_of_item(items.get(item)) if item else _of_answer(answers.get(answer or 0)) for item, answer in keys)
    return [hit for hit in made if hit]


def _of_item(item: Item | None) -> Hit | None:
    if item is None:
        return None
    url = reverse("publication-item", args=[item.pk])
    return Hit(masked(item.title), _short(item.summary), url, item.body, item.updated_on)


def _of_answer(answer: Answer | None) -> Hit | None:
    if answer is None or answer.published_at is None:
        return None
    url, on = reverse("published-answer", args=[answer.pk]), timezone.localdate(answer.published_at)
    return Hit(masked(answer.published_as), _short(answer.text), url, answer.request.body, on)


def _short(text: str) -> str:
    plain = " ".join(masked(text).split())
    return plain if len(plain) <= _EXCERPT else plain[:_EXCERPT].rsplit(" ", 1)[0] + " …"
