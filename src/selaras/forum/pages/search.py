"""The search of proposals: its form, and what the form asks of the database."""

from __future__ import annotations

from django import forms
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from selaras.forum import queries
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


class ProposalSearch(forms.Form):
    """Every field may stay empty; names are short because they stand in shared addresses."""

    q = forms.CharField(label=_("Kata yang dicari"), required=False, max_length=120)
    kecamatan = forms.ModelChoiceField(
        Region.objects.none(), label=_("Kecamatan"), required=False, empty_label=_("Semua kecamatan")
    )
    desa = forms.ModelChoiceField(
        Region.objects.none(), label=_("Desa/kelurahan"), required=False, empty_label=_("Semua desa/kelurahan")
    )
    opd = forms.ModelChoiceField(
        Agency.objects.none(), label=_("Perangkat daerah"), required=False, empty_label=_("Semua perangkat daerah")
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
        asked = self.cleaned_data
        found = queries.with_outcome(proposals, decision).filter(self._places(), self._fate())
        if asked.get("pagu") and decision:
            found = queries.stopped_by(found, decision, asked["pagu"])
        if words := asked.get("q", "").split():
            found = matching(found, words)
        order = SORTS[asked.get("urut") or "rank"][1]
        return found.order_by(*order).select_related("district", "village", "agency", "handler")

    def _places(self) -> Q:
        asked, wanted = self.cleaned_data, Q()
        if asked.get("kecamatan"):
            wanted &= Q(district=asked["kecamatan"])
        if asked.get("desa"):
            wanted &= Q(village=asked["desa"])
        if asked.get("opd"):
            wanted &= Q(handler=asked["opd"]) | Q(handler=None, agency=asked["opd"])
        return wanted

    def _fate(self) -> Q:
        asked, wanted = self.cleaned_data, Q()
        if asked.get("status"):
            wanted &= Q(status=asked["status"])
        if asked.get("asal"):
            wanted &= Q(source=asked["asal"])
        return wanted


def matching(proposals: QuerySet[Proposal], words: list[str]) -> QuerySet[Proposal]:
    """Proposals in whose number, title or place every word appears, in any case of letters.

    A title is searched as it is shown: what is masked there cannot be found by guessing at it.
    """
    wanted = Q()
    for word in words:
        anywhere = Q()
        for column in _SEARCHED:
            anywhere |= Q(**{f"{column}__icontains": word})
        wanted &= anywhere
    found = proposals.filter(wanted)
    hidden = [
        pk
        for pk, title, *others in found.values_list("pk", *_SEARCHED)
        if masked(title) != title and not _all_in([masked(title), *others], words)
    ]
    return found.exclude(pk__in=hidden) if hidden else found


def _all_in(texts: list[str | None], words: list[str]) -> bool:
    lowered = [text.lower() for text in texts if text]
    return all(any(word.lower() in text for text in lowered) for word in words)
