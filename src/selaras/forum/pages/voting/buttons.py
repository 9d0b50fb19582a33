"""The buttons of one item. A sheet of 200 items has 3,000 of them: as strings the page takes a third of the time."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from selaras.forum.models import Round
from selaras.forum.voting.answers import Scale
from selaras.forum.voting.sheet import Line


def buttons(kind: str, line: Line) -> SafeString:
    """Radio buttons or a tick, as the kind of the round asks for, with the answer that stands."""
    if kind == Round.Kind.SCORING:
        return mark_safe("".join(_scale(line.item, scale, given) for scale, given in line.scales))  # noqa: S308 - escaped
    if kind == Round.Kind.APPROVAL:
        one = _button("checkbox", f"{line.item}.approve", "on", _("Setuju"), checked=line.value is True)
        return format_html('<div class="marks marks-one">{}</div>', one)
    words = (("yes", _("Setuju")), ("no", _("Tidak setuju")), ("abstain", _("Abstain")))
    return _group("marks-words", _("Jawaban"), _choices(line, words))


def _choices(line: Line, words: Iterable[tuple[str, str]]) -> SafeString:
    name = f"{line.item}.choice"
    every = (_button("radio", name, value, word, checked=line.value == value) for value, word in words)
    return mark_safe("".join(every))  # noqa: S308 - each is escaped


def _group(look: str, label: str, inside: SafeString) -> SafeString:
    return format_html('<div class="marks {}" role="radiogroup" aria-label="{}">{}</div>', look, label, inside)


def _button(kind: str, name: str, value: str, word: str, *, checked: bool) -> SafeString:
    shape = '<label><input type="{}" name="{}" value="{}"{}><span>{}</span></label>'
    return format_html(shape, kind, name, value, mark_safe(" checked") if checked else "", word)


def _scale(item: int, scale: Scale, given: int | None) -> str:
    radio = f'<label><input type="radio" name="{item}.{escape(scale.key)}" value="'
    steps = "".join(
        f'{radio}{step}"{" checked" if step == given else ""}><span>{step}</span></label>' for step in scale.steps
    )
    label = escape(scale.label)
    head = f'<div class="marks" role="radiogroup" aria-label="{label}"><span aria-hidden="true">{label}</span>'
    return f"{head}{steps}</div>"
