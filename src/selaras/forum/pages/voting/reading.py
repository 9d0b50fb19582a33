"""What a phone sent, as answers: from a plain form, or as JSON from the script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from selaras.forum.actions.casting import Answer
from selaras.forum.actions.holding_rounds import MOST_ITEMS
from selaras.forum.errors import BadAnswer
from selaras.forum.models import Round
from selaras.forum.voting.answers import Scale, scales_of

MOST_EDITIONS = 1_000_000


def answers_of_form(round_: Round, sent: QueryDict) -> list[Answer]:
    """One answer for each item that the form showed; a scoring item left empty is left as it was."""
    scales = scales_of(round_)
    items = [int(item) for item in sent.getlist("item") if item.isdecimal() and len(item) < 12]
    return [Answer(item, value) for item in items for value in _value(round_.kind, item, sent, scales)]


def _value(kind: str, item: int, sent: QueryDict, scales: tuple[Scale, ...]) -> Iterator[Any]:
    if kind == Round.Kind.APPROVAL:
        yield f"{item}.approve" in sent
    elif kind == Round.Kind.QUESTION:
        yield from filter(None, [sent.get(f"{item}.choice")])
    else:
        given = {scale.key: sent.get(f"{item}.{scale.key}", "") for scale in scales}
        marks = {key: int(mark) for key, mark in given.items() if mark.isdecimal() and len(mark) < 4}
        yield from filter(None, [marks])


def answers_of_script(request: HttpRequest) -> list[Answer]:
    """Raises BadAnswer where the body is not what the script of this site sends."""
    try:
        sent = json.loads(request.body)["answers"]
        answers = [Answer(one["item"], one["value"], one.get("edition")) for one in sent]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        answers = [Answer(0, None, 0)]
    if len(answers) > MOST_ITEMS or not all(_is_whole(one) for one in answers):
        raise BadAnswer(_("Kiriman ini tidak terbaca. Muat ulang halaman, lalu pilih lagi."))
    return answers


def _is_whole(one: Answer) -> bool:
    editions = one.edition is None or (type(one.edition) is int and 0 < one.edition <= MOST_EDITIONS)
    return type(one.item) is int and editions
