"""The queue of matches: narrowed by agency, field of duty and district, one card after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Case, Q, QuerySet, When
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from selaras.engines.matching import FIELD_NAMES
from selaras.forum.handling import SURE_FIELD, in_hands_of
from selaras.forum.models import Confirmation, Forum, Proposal
from selaras.government.models import Agency, Region
from selaras.people.queries import Person
from selaras.planning.models import Catalogue, CatalogueEntry

MOST_SKIPPED = 400
FOUND_AT_ONCE = 12
_SEARCHED = ("name", "indicator", "performance", "definition")
_Level = CatalogueEntry.Level


class QueueFilter(forms.Form):
    """Every field may stay empty; a wrong one is left out."""

    opd = forms.ModelChoiceField(
        Agency.objects.none(), label=_("Perangkat daerah"), required=False, empty_label=_("Semua perangkat daerah")
    )
    urusan = forms.ChoiceField(label=_("Bidang urusan"), required=False)
    kecamatan = forms.ModelChoiceField(
        Region.objects.none(), label=_("Kecamatan"), required=False, empty_label=_("Semua kecamatan")
    )

    def __init__(self, data: QueryDict, forum: Forum) -> None:
        super().__init__(data)
        region = forum.cycle.region_id
        self.fields["opd"].queryset = Agency.objects.filter(region=region)  # type: ignore[attr-defined]
        districts = Region.objects.filter(level=Region.Level.DISTRICT, parent=region)
        self.fields["kecamatan"].queryset = districts  # type: ignore[attr-defined]
        names = [(code, f"{code} {name}") for code, name in FIELD_NAMES.items()]
        self.fields["urusan"].choices = [("", _("Semua bidang urusan")), *names]  # type: ignore[attr-defined]
        self.is_valid()

    def narrowed(self, proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
        asked = self.cleaned_data
        if agency := asked.get("opd"):
            proposals = proposals.filter(in_hands_of([agency]))
        if asked.get("urusan"):
            proposals = proposals.filter(match__field_code=asked["urusan"])
        if asked.get("kecamatan"):
            proposals = proposals.filter(district=asked["kecamatan"])
        return proposals

    @property
    def query(self) -> str:
        """As it stands in an address, without what was skipped."""
        kept = QueryDict(mutable=True)
        for name in self.fields:
            if self.cleaned_data.get(name):
                kept[name] = self.data[name]
        return kept.urlencode()


def skipped_in(data: QueryDict) -> list[int]:
    """The keys that were put aside, from `lewati=1,2,3`."""
    return [int(key) for key in data.get("lewati", "").split(",") if key.isdecimal()][-MOST_SKIPPED:]


@dataclass(frozen=True)
class Suggestion:
    """One entry that may be meant: its place on the card, its code, name and programme, how sure, by which words."""

    place: int
    code: str
    name: str
    programme: str
    confidence: float | None
    words: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    proposal: Proposal
    field: str
    suggestions: list[Suggestion]
    confirmed: Confirmation | None


def cards_of(proposals: QuerySet[Proposal], forum: Forum, most: int) -> list[Card]:
    """The first cards of a queue; two queries, whatever their number."""
    related = proposals.select_related("village", "district", "agency", "handler", "match", "confirmation")
    rows = list(related[:most])
    programmes = programmes_of(forum.catalogue, [one["code"] for row in rows for one in row.match.best])
    return [_card(row, programmes) for row in rows]


def _card(row: Proposal, programmes: dict[str, str]) -> Card:
    found = [
        Suggestion(
            at,
            one["code"],
            one["name"],
            programmes.get(_programme(one["code"]), ""),
            one["confidence"],
            tuple(one["words"]),
        )
        for at, one in enumerate(row.match.best, 1)
    ]
    field = FIELD_NAMES.get(row.match.field_code, "") if row.match.field_confidence >= SURE_FIELD else ""
    return Card(row, field, found, getattr(row, "confirmation", None))


def programmes_of(catalogue: Catalogue | None, codes: Iterable[str]) -> dict[str, str]:
    """Programme code to its name, for the programmes of these codes."""
    wanted = {_programme(code) for code in codes}
    rows = CatalogueEntry.objects.filter(catalogue=catalogue, code__in=wanted)
    return dict(rows.values_list("code", "name"))


def _programme(code: str) -> str:
    return ".".join(code.split(".")[:3])


def in_catalogue(forum: Forum, words: Sequence[str]) -> list[Suggestion]:
    """The subactivities that tell of every word, those with the first word in their name before others."""
    if not words:
        return []
    rows = CatalogueEntry.objects.filter(catalogue=forum.catalogue, level=_Level.SUBACTIVITY)
    for word in words:
        told = Q(code__istartswith=word)
        for column in _SEARCHED:
            told |= Q(**{f"{column}__icontains": word})
        rows = rows.filter(told)
    named = Case(When(name__icontains=words[0], then=0), default=1)
    found = list(rows.order_by(named, "code")[:FOUND_AT_ONCE])
    programmes = programmes_of(forum.catalogue, [row.code for row in found])
    return [Suggestion(0, row.code, row.name, programmes.get(_programme(row.code), ""), None, ()) for row in found]


def confirmed_this_hour(person: Person) -> int:
    since = timezone.now() - timedelta(hours=1)
    return Confirmation.objects.filter(by=person.pk or 0, at__gte=since).count()


def counts(person: Person, left: QuerySet[Proposal]) -> dict[str, Any]:
    return {"left": left.count(), "hour": confirmed_this_hour(person)}
