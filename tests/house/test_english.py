"""English is the second language: whatever a page or a sentence says in Indonesian can be said in English too."""

from __future__ import annotations

import ast
import gettext
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models
from django.template import Template
from django.template.base import Lexer, Origin, TokenType
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

import selaras

PACKAGE = Path(selaras.__file__).parent
TEMPLATES = sorted(path for path in PACKAGE.rglob("templates/**/*") if path.suffix in {".html", ".txt"})
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
MARKED = re.compile(r"_\((?:\"(.+?)\"|'(.+?)')\)")
LABEL = re.compile(r"\{\{[^}]*_display\b[^}]*\}\}|blocktranslate [^%]*_display\b")
PLACE = re.compile(r"%\(\w+\)s")


def catalogue() -> dict[str | tuple[str, int], str]:
    """What the program reads when it runs, compiled. The key of a plural form is its text and its number."""
    with (PACKAGE / "locale/en/LC_MESSAGES/django.mo").open("rb") as compiled:
        return dict(gettext.GNUTranslations(compiled)._catalog)  # type: ignore[attr-defined]


def translated() -> set[str]:
    return {key if isinstance(key, str) else key[0] for key, told in catalogue().items() if told}


def said_by_template(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    nodes = Template(text, origin=Origin(str(path))).nodelist
    for node in nodes.get_nodes_by_type(TranslateNode):
        if isinstance(said := node.filter_expression.var.literal, str):
            yield said
    for block in nodes.get_nodes_by_type(BlockTranslateNode):
        yield block.render_token_list(block.singular)[0]
    for token in Lexer(text).tokenize():
        if token.token_type in (TokenType.VAR, TokenType.BLOCK):
            yield from (double or single for double, single in MARKED.findall(token.contents))


def said_by_module(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS:
            said = node.args[0]
            if isinstance(said, ast.Constant):
                yield said.value


def choices_of(model: type[models.Model]) -> Iterator[str]:
    """Labels of states and kinds: pages show them by `{% translate one.get_state_display %}`."""
    for _name, inner in inspect.getmembers(model, inspect.isclass):
        if issubclass(inner, models.TextChoices):
            yield from (str(one.label) for one in inner)


def own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("selaras.")]


def test_every_sentence_of_a_template_has_its_english() -> None:
    known = translated()
    said = {(str(path.relative_to(PACKAGE)), one) for path in TEMPLATES for one in said_by_template(path)}
    assert len(said) > 1000
    assert sorted(one for one in said if one[1] not in known) == []


def test_every_sentence_of_the_program_has_its_english() -> None:
    known = translated()
    said = {(str(path.relative_to(PACKAGE)), one) for path in PACKAGE.rglob("*.py") for one in said_by_module(path)}
    assert len(said) > 500
    assert sorted(one for one in said if one[1] not in known) == []


def test_every_label_of_a_choice_has_its_english() -> None:
    known = translated()
    labels = {(model.__name__, label) for model in own_models() for label in choices_of(model)}
    assert len(labels) > 50
    assert sorted(one for one in labels if one[1] not in known) == []


def test_an_english_sentence_fills_the_same_places() -> None:
    single = {said: told for said, told in catalogue().items() if isinstance(said, str) and said}
    wrong = [said for said, told in single.items() if set(PLACE.findall(said)) != set(PLACE.findall(told))]
    assert wrong == []


def test_no_template_shows_a_label_as_it_is_kept() -> None:
    shown = {path.name: found[0] for path in TEMPLATES if (found := LABEL.search(path.read_text(encoding="utf-8")))}
    assert shown == {}
