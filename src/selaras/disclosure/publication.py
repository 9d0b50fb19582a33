"""What a body must publish, how fresh it must stay, and what of it lacks, as the regulation parameters tell."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.db.models import Avg, Max, QuerySet

from selaras.disclosure.models import Exemption, Item, ItemFile, PublicBody
from selaras.disclosure.queries import exemptions, items
from selaras.government.queries import parameter, parameter_value


@dataclass(frozen=True)
class Required:
    """One piece of information that every body of a kind must publish."""

    key: str
    title: str
    about: str
    category: str


@dataclass(frozen=True)
class Duty:
    """What bodies of one kind must publish; `every` gives months after which a category is stale, if ever."""

    items: tuple[Required, ...]
    every: Mapping[str, int]
    legal_basis: str

    def due_on(self, category: str, checked_on: date) -> date | None:
        """The last day on which what was checked that day still counts as fresh."""
        months = self.every.get(category)
        return months_later(checked_on, months) if months else None

    def required(self, key: str) -> Required | None:
        return next((one for one in self.items if one.key == key), None)


@dataclass(frozen=True)
class Entry:
    """One line of a body's list: what is required, what stands there, and until when it is fresh."""

    required: Required | None
    item: Item | None
    due_on: date | None
    waiting: ItemFile | None  # a file about which nobody has decided yet
    today: date
    every: int = 0  # months after which it is stale; none where it never is

    @property
    def title(self) -> str:
        return self.item.title if self.item else self.required.title if self.required else ""

    @property
    def standing(self) -> Item | None:
        """The item where there is one that was not withdrawn."""
        return self.item if self.item and not self.item.withdrawn_on else None

    @property
    def stale(self) -> bool:
        return self.standing is not None and self.due_on is not None and self.due_on < self.today

    @property
    def wanted(self) -> bool:
        """Whether something must be done about it before this month is over."""
        if self.waiting or (self.required and not self.standing):
            return True
        return self.standing is not None and self.due_on is not None and self.due_on <= month_end(self.today)


@dataclass(frozen=True)
class Standing:
    """A body's whole list as it stands on a day."""

    duty: Duty
    entries: tuple[Entry, ...]
    today: date

    @property
    def wanted(self) -> list[Entry]:
        return [one for one in self.entries if one.wanted]

    @property
    def settled(self) -> list[Entry]:
        """What was done this month already."""
        begin = self.today.replace(day=1)
        done = [one for one in self.entries if one.standing and one.standing.checked_on >= begin]
        return [one for one in done if not one.wanted]

    @property
    def missing(self) -> list[Entry]:
        return [one for one in self.entries if one.required and not one.standing]

    @property
    def stale(self) -> list[Entry]:
        return [one for one in self.entries if one.stale]


@dataclass(frozen=True)
class Completeness:
    """Of the required items of a body: how many are published, how many of those are fresh; its last publication."""

    required: int
    published: int
    fresh: int
    last_on: date | None

    @property
    def share(self) -> float:
        """Published and fresh, from 0 to 1."""
        return self.fresh / self.required if self.required else 1.0


def duty_of(kind: str, on: date) -> Duty:
    """Raises government.NoSuchParameter where no regulation of that day tells it."""
    row = parameter(f"disclosure.publication.{kind}", on)
    return Duty(tuple(Required(**one) for one in row.value["items"]), row.value["every"], row.legal_basis)


def standing_of(body: PublicBody, today: date) -> Standing:
    """The list of one body, required items first in the order of the regulation. Three queries."""
    duty = duty_of(body.kind, today)
    own = list(items().filter(body=body).order_by("category", "title", "pk"))
    undecided = ItemFile.objects.filter(item__body=body, released_at=None, dropped_at=None).defer("sealed")
    waiting = {one.item_id: one for one in undecided}
    filled = {one.template: one for one in own if one.template}
    pairs = [(one, filled.get(one.key)) for one in duty.items]
    keys = {one.key for one in duty.items}
    pairs += [(None, one) for one in own if one.template not in keys]  # type: ignore[misc]
    return Standing(duty, tuple(_entry(duty, one, item, waiting, today) for one, item in pairs), today)


def _entry(
    duty: Duty, required: Required | None, item: Item | None, waiting: Mapping[int, ItemFile], today: date
) -> Entry:
    if item is None:
        return Entry(required, None, None, None, today)
    due, every = duty.due_on(item.category, item.checked_on), duty.every.get(item.category, 0)
    return Entry(required, item, due, waiting.get(item.pk), today, every)


def completeness_of(bodies: Iterable[PublicBody], today: date) -> dict[int, Completeness]:
    """By the body's key. Two queries, and one for each kind of body among them."""
    chosen = list(bodies)
    keys = [body.pk for body in chosen]  # a filter takes keys in half the time of objects
    duties = {kind: duty_of(kind, today) for kind in sorted({body.kind for body in chosen})}
    last = dict(Item.objects.filter(body__in=keys).values_list("body").annotate(last=Max("updated_on")).order_by())
    standing: dict[int, list[tuple[str, str, date]]] = defaultdict(list)
    rows = Item.objects.filter(body__in=keys, withdrawn_on=None).exclude(template="")
    for body, template, category, checked_on in rows.values_list("body", "template", "category", "checked_on"):
        standing[body].append((template, category, checked_on))
    return {body.pk: _completeness(duties[body.kind], standing[body.pk], last.get(body.pk), today) for body in chosen}


def _completeness(
    duty: Duty, standing: Iterable[tuple[str, str, date]], last: date | None, today: date
) -> Completeness:
    keys = {one.key for one in duty.items}
    dues = [duty.due_on(category, checked_on) for template, category, checked_on in standing if template in keys]
    fresh = sum(due is None or due >= today for due in dues)
    return Completeness(len(keys), len(dues), fresh, last)


def readability_of(bodies: Iterable[PublicBody]) -> dict[int, int]:
    """The mean index of what each body says (0 easy to 100), as stored when it was saved. One query."""
    rows: Any = Item.objects.filter(body__in=list(bodies), withdrawn_on=None, readability__isnull=False)
    means = rows.values_list("body").annotate(mean=Avg("readability")).order_by()
    return {body: round(mean) for body, mean in means}


@dataclass(frozen=True)
class Endings:
    """Exemptions of a body whose time is over, so that they must be opened, and those that end soon."""

    over: list[Exemption]
    soon: list[Exemption]


def endings_of(body: PublicBody, today: date) -> Endings:
    """Two queries."""
    ends = exemptions().filter(body=body, lasts_until__lte=last_day_of_notice(today)).order_by("lasts_until")
    return Endings([one for one in ends if is_over(one, today)], [one for one in ends if not is_over(one, today)])


def last_day_of_notice(today: date) -> date:
    """What ends up to this day ends soon: its desk is told."""
    return today + timedelta(days=int(parameter_value("disclosure.exemption_reminder_days", today)))


def ending_soon(today: date) -> QuerySet[Exemption]:
    """Of every body, the nearest first; what is over already is not among them."""
    return exemptions().filter(lasts_until__range=(today, last_day_of_notice(today))).order_by("lasts_until", "pk")


def is_over(exemption: Exemption, today: date) -> bool:
    return exemption.lasts_until is not None and exemption.lasts_until < today


@lru_cache(maxsize=1024)
def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
