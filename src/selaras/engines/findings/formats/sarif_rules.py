"""What the results of a SARIF run refer to: rules, messages and files, by their places and names."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from selaras.engines.findings.fields import Fields, fields, first_text, objects
from selaras.engines.findings.wording import LONG, plain

T = TypeVar("T")


class Rules:
    """The rules of a run: of the tool itself and of its extensions, by place and by name; and the files it names."""

    def __init__(self, run: Fields) -> None:
        tool = fields(run.get("tool"), "tool")
        driver = fields(tool.get("driver"), "driver")
        self.extensions = objects(tool.get("extensions"), "extensions")
        self.lists = [objects(one.get("rules"), "rules") for one in (driver, *self.extensions)]
        self.named = {first_text(rule, "id"): rule for rules in reversed(self.lists) for rule in rules}
        self.artifacts = objects(run.get("artifacts"), "artifacts")
        self.messages = fields(driver.get("globalMessageStrings"), "globalMessageStrings")

    def of(self, result: Fields) -> tuple[str, Fields]:
        told = fields(result.get("rule"), "rule")
        name = first_text(result, "ruleId") or first_text(told, "id")
        component = self._component(fields(told.get("toolComponent"), "toolComponent"))
        rule = _one_of(component or self.lists[0], result.get("ruleIndex", told.get("index")))
        if rule and (not name or name.startswith(first_text(rule, "id"))):
            return name or first_text(rule, "id"), rule
        return name, self.named.get(name) or self.named.get(name.partition("/")[0]) or {}

    def _component(self, reference: Fields) -> list[Fields] | None:
        """The rules of the extension that a reference names by its place, its identifier or its name (3.54)."""
        if (listed := _one_of(self.lists[1:], reference.get("index"))) is not None:
            return listed
        for extension, listed in zip(self.extensions, self.lists[1:], strict=True):
            if any(reference.get(sign) and reference.get(sign) == extension.get(sign) for sign in ("guid", "name")):
                return listed
        return None

    def uri(self, location: Fields) -> str:
        """The address of a file, which may be told as its place among the artifacts of the run (3.4.5)."""
        artifact = _one_of(self.artifacts, location.get("index")) or {}
        known = fields(artifact.get("location"), "location")
        return first_text(location, "uri", limit=2_000) or first_text(known, "uri", limit=2_000)

    def message(self, rule: Fields, told: Fields) -> str:
        if text := first_text(told, "text", "markdown", limit=LONG):
            return _filled(text, told)
        strings = {**self.messages, **fields(rule.get("messageStrings"), "messageStrings")}
        return _filled(first_text(fields(strings.get(first_text(told, "id")), "message"), "text", limit=LONG), told)


def _one_of(among: list[T], index: Any) -> T | None:
    known = isinstance(index, int) and not isinstance(index, bool) and 0 <= index < len(among)
    return among[index] if known else None


def _filled(text: str, told: Fields) -> str:
    arguments = told.get("arguments")
    values = [plain(one) for one in arguments] if isinstance(arguments, list) else []

    def value(found: re.Match[str]) -> str:
        return values[int(found[1])] if int(found[1]) < len(values) else found[0]

    return re.sub(r"\{(\d{1,3})\}", value, text)
