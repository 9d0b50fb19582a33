"""Fields of the form of a proposal that Django does not have: several photos, a coordinate, a place in its district."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from selaras.engines.tabular import read_coordinate
from selaras.forum.errors import BadPhoto
from selaras.forum.photos import MOST_BYTES, MOST_PHOTOS, Picture, picture_of
from selaras.forum.places import DistrictPlaces
from selaras.government.models import Region

_STEP = Decimal("0.000001")  # about ten centimetres


class _SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Some pictures, each written anew; what is wrong with one names its file."""

    def __init__(self, **kwargs: Any) -> None:
        kinds = {"accept": "image/jpeg,image/png,image/webp"}
        super().__init__(widget=_SeveralFiles(attrs=kinds), required=False, **kwargs)

    def clean(self, value: Any, _initial: Any = None) -> list[Picture]:
        given = [one for one in value or [] if one]
        if len(given) > MOST_PHOTOS:
            raise ValidationError(_("Paling banyak %(most)s foto untuk satu usulan.") % {"most": MOST_PHOTOS})
        return [_picture(one) for one in given]


def _picture(given: UploadedFile[Any]) -> Picture:
    try:
        return picture_of(given.read(MOST_BYTES + 1))
    except BadPhoto as wrong:
        raise ValidationError(f"{given.name}: {wrong}") from wrong


class CoordinateField(forms.CharField):
    """Decimal degrees as people write them; read by the same rules as the cells of a file."""

    def clean(self, value: Any) -> Decimal | None:
        reading = read_coordinate(super().clean(value))
        if reading.problem:
            raise ValidationError(reading.problem)
        return reading.value.quantize(_STEP) if isinstance(reading.value, Decimal) else None

    def prepare_value(self, value: Any) -> Any:
        return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else value


class PlaceField(forms.ChoiceField):
    """One of the villages and districts for which a person may propose, grouped by district."""

    def __init__(self, places: Iterable[DistrictPlaces], **kwargs: Any) -> None:
        self._regions: dict[str, Region] = {}
        groups: list[Any] = []
        for one in places:
            regions = [one.district, *one.villages] if one.whole else list(one.villages)
            for village in one.villages:
                village.parent = one.district
            self._regions |= {region.pk: region for region in regions}
            groups.append((f"Kecamatan {one.district.name}", [(region.pk, _word(region)) for region in regions]))
        several = len(self._regions) > 1
        super().__init__(choices=[("", _("Pilih")), *groups] if several else groups, **kwargs)

    def clean(self, value: Any) -> Region:
        return self._regions[super().clean(value)]


def _word(region: Region) -> str:
    if region.level == Region.Level.DISTRICT:
        return _("Seluruh Kecamatan %(name)s") % {"name": region.name}
    return region.name
