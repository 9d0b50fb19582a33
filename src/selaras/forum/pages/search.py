"""The search of proposals: its form, and what the form asks of the database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import F, Q, QuerySet
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from selaras.forum import queries
from selaras.forum.codes import maybe_key
from selaras.forum.handling import in_hands_of
from selaras.forum.models import Decision, Forum, Proposal
from selaras.forum.pages.masking import masked
from selaras.forum.pages.words import SOURCE_WORDS, STATUS_WORDS
from selaras.government.models import Agency, Region

SORTS = {
    "rank": (_("Urutan nilai"), (F("rank").asc(nulls_last=True), "number")),
    "number": (_("Nomor usulan"), ("number",)),
    "dear": (_("Biaya terbesar"), (F("cost").desc(nulls_last=True), "number")),
    "cheap": (_("Biaya terkecil"), (F("cost").asc(nulls_last=True), "number")),
    "place": (_("Kecamatan dan desa"), ("district__name", "village__name", "number")),
}
_SEARCHED = ("title", "number", "district__name", "village__name")


class _Choice(forms.Select):
    """A choice set in one go: Django renders a template for each option, and here are a hundred on every page."""

    def render(self, name: str, value: object, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ARG002 - as Django calls it
        found = self.get_context(name, value, attrs)["widget"]
        options = (
            (one["value"], SafeString(" selected") if one["selected"] else "", one["label"])
            for _group, many, _at in found["optgroups"]
            for one in many
        )
        inner = format_html_join("", '<option value="{}"{}>{}</option>', options)
        extra = format_html_join("", ' {}="{}"', found["attrs"].items())
        return format_html('<select name="{}"{}>{}</select>', name, extra, inner)


class ProposalSearch(forms.Form):
    """Every field may stay empty; names are short because they stand in shared addresses."""

    q = forms.CharField(label=_("Kata yang dicari"), required=False, max_length=120)
    kecamatan = forms.ModelChoiceField(
        Region.objects.none(),
        label=_("Kecamatan"),
        required=False,
        empty_label=_("Semua kecamatan"),
        widget=_Choice,
    )
    desa = forms.ModelChoiceField(
        Region.objects.none(),
        label=_("Desa/kelurahan"),
        required=False,
        empty_label=_("Semua desa/kelurahan"),
        widget=_Choice,
    )
    opd = forms.ModelChoiceField(
        Agency.objects.none(),
        label=_("Perangkat daerah"),
        required=False,
        empty_label=_("Semua perangkat daerah"),
        widget=_Choice,
    )
    status = forms.ChoiceField(
        label=_("Hasil"), required=False, choices=[("", _("Semua hasil")), *STATUS_WORDS.items()]
    )
    asal = forms.ChoiceField(
        label=_("Asal usulan"), required=False, choices=[("", _("Semua asal")), *SOURCE_WORDS.items()]
    )
    pagu = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)
    urut = forms.ChoiceField(
        label=_("Urutkan"), required=False, choices=[(key, label) for key, (label, _order) in SORTS.items()]
    )

    def __init__(self, *args: object, forum: Forum | None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        region = forum.cycle.region_id if forum else ""
        district = self.data.get("kecamatan", "")
        self._choices("kecamatan").queryset = Region.objects.filter(level=Region.Level.DISTRICT, parent=region)
        self._choices("desa").queryset = Region.objects.filter(
            level=Region.Level.VILLAGE, parent=district, parent__parent=region
        )
        self._choices("opd").queryset = Agency.objects.filter(region=region)

    def _choices(self, name: str) -> forms.ModelChoiceField[Region | Agency]:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - narrows the type of a field declared above
        return field

    @property
    def narrows(self) -> bool:
        """Whether anything but the order was asked for."""
        return any(value for name, value in self.cleaned_data.items() if name != "urut")

    def found(self, proposals: QuerySet[Proposal], decision: Decision | None) -> QuerySet[Proposal]:
        """The proposals asked for, in the order asked for; call after `is_valid`. A wrong filter is left out."""
        found = self._narrowed(proposals, decision)
        found = matching(found, self.words) if self.words else found
        return found.select_related("district", "village", "agency", "handler")

    def keys(self, proposals: QuerySet[Proposal], decision: Decision | None) -> list[int]:
        """Only the keys of `found`, in its order, by looking through the table once: a page then fetches its few."""
        found = self._narrowed(proposals, decision)
        if not self.words:
            return list(found.values_list("pk", flat=True))
        rows = _worded(found, self.words).values_list("pk", *_SEARCHED)
        return [pk for pk, *shown in rows if not _hidden(shown, self.words)]

    @property
    def words(self) -> list[str]:
        return (self.cleaned_data.get("q") or "").split()

    def _narrowed(self, proposals: QuerySet[Proposal], decision: Decision | None) -> QuerySet[Proposal]:
        asked = self.cleaned_data
        found = queries.with_outcome(proposals, decision).filter(self._places(), self._fate())
        if asked.get("pagu") and decision:
            found = queries.stopped_by(found, decision, asked["pagu"])
        return found.order_by(*SORTS[asked.get("urut") or "rank"][1])

    def _places(self) -> Q:
        asked, wanted = self.cleaned_data, Q()
        if asked.get("kecamatan"):
            wanted &= Q(district=asked["kecamatan"])
        if asked.get("desa"):
            wanted &= Q(village=asked["desa"])
        if asked.get("opd"):
            wanted &= in_hands_of([asked["opd"]])
        return wanted

    def _fate(self) -> Q:
        asked, wanted = self.cleaned_data, Q()
        if asked.get("status"):
            wanted &= Q(status=asked["status"])
        if asked.get("asal"):
            wanted &= Q(source=asked["asal"])
        return wanted


def listed(proposals: QuerySet[Proposal], decision: Decision | None, keys: Sequence[int]) -> list[Proposal]:
    """The proposals of these few keys, in their order, with what a list shows of each."""
    found = queries.with_outcome(proposals.filter(pk__in=keys), decision)
    return sorted(found.select_related("district", "village", "agency", "handler"), key=lambda one: keys.index(one.pk))


def matching(proposals: QuerySet[Proposal], words: Sequence[str]) -> QuerySet[Proposal]:
    """Proposals in whose number, title or place every word appears, in any case of letters; or the one of a short code.

    A title is searched as it is shown: what is masked there cannot be found by guessing at it.
    """
    found = _worded(proposals, words)
    hidden = [pk for pk, *shown in found.values_list("pk", *_SEARCHED) if _hidden(shown, words)]
    return found.exclude(pk__in=hidden) if hidden else found


def _worded(proposals: QuerySet[Proposal], words: Sequence[str]) -> QuerySet[Proposal]:
    wanted = Q()
    for word in words:
        anywhere = Q()
        for column in _SEARCHED:
            anywhere |= Q(**{f"{column}__icontains": word})
        wanted &= anywhere
    key = maybe_key("".join(words))
    return proposals.filter(wanted if key is None else wanted | Q(pk=key))


def _hidden(shown: Sequence[str | None], words: Sequence[str]) -> bool:
    """Whether a proposal was found only by what is masked in its title, the first of what is searched."""
    title, *others = shown
    told = masked(title) if title else title
    return told != title and not _all_in([told, *others], words) and maybe_key("".join(words)) is None


def _all_in(texts: Sequence[str | None], words: Sequence[str]) -> bool:
    lowered = [text.lower() for text in texts if text]
    return all(any(word.lower() in text for text in lowered) for word in words)
