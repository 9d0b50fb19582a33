"""The form in which the secretary prepares a round."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.forum.models import Forum, Proposal, Round
from selaras.government.models import Agency, Region

KINDS = (
    (Round.Kind.SCORING, gettext_lazy("Penilaian: tiap penilai menilai usulan menurut kriteria forum")),
    (Round.Kind.APPROVAL, gettext_lazy("Pilihan usulan: tiap peserta menyetujui usulan dari daftar")),
    (Round.Kind.QUESTION, gettext_lazy("Pertanyaan: setuju, tidak setuju, atau abstain")),
)


class RoundForm(forms.Form):
    title = forms.CharField(
        label=gettext_lazy("Judul atau pertanyaan"),
        max_length=200,
        help_text=gettext_lazy("Begini peserta membacanya, misalnya “Setujukah Anda rapat ditutup pukul 15.00?”"),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Jenis"), choices=KINDS)
    secret = forms.ChoiceField(
        label=gettext_lazy("Sifat"),
        choices=(
            ("", gettext_lazy("Terbuka: nama tercatat pada jawaban")),
            ("1", gettext_lazy("Rahasia: tidak tersimpan siapa memilih apa")),
        ),
        required=False,
        help_text=gettext_lazy("Sesuai keputusan forum. Tidak dapat diubah setelah dibuka."),
    )
    district = forms.ModelChoiceField(
        Region.objects.none(), label=gettext_lazy("Kecamatan"), required=False, empty_label=gettext_lazy("semua")
    )
    agency = forms.ModelChoiceField(
        Agency.objects.none(), label=gettext_lazy("Perangkat daerah"), required=False, empty_label=gettext_lazy("semua")
    )
    numbers = forms.CharField(
        label=gettext_lazy("Nomor usulan"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy(
            "Bila diisi, hanya usulan ini yang masuk; pisahkan dengan koma atau baris baru. "
            "Untuk pertanyaan: boleh satu nomor, atau kosong."
        ),
    )

    def __init__(self, *args: Any, forum: Forum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.forum = forum
        here = Proposal.objects.filter(forum=forum, ending="")
        districts, agencies = (self.fields[name] for name in ("district", "agency"))
        assert isinstance(districts, forms.ModelChoiceField)  # noqa: S101 - declared above
        assert isinstance(agencies, forms.ModelChoiceField)  # noqa: S101
        districts.queryset = Region.objects.filter(pk__in=here.values("district")).order_by("name")
        agencies.queryset = Agency.objects.filter(pk__in=here.values("handler")).order_by("name")

    def clean_numbers(self) -> list[Proposal]:
        """The proposals in the order in which they were written."""
        wanted = list(dict.fromkeys(re.split(r"[,;\s]+", self.cleaned_data["numbers"].strip())))
        wanted = [number for number in wanted if number]
        found = {one.number: one for one in Proposal.objects.filter(forum=self.forum, number__in=wanted, ending="")}
        if unknown := [number for number in wanted if number not in found]:
            raise ValidationError(_("Tidak ada usulan bernomor %s. Periksa nomornya.") % ", ".join(unknown[:10]))
        return [found[number] for number in wanted]

    def proposals(self) -> list[Proposal]:
        """Those named by number; else those of the district and agency, each group by the one that leads it."""
        named: list[Proposal] = self.cleaned_data["numbers"]
        if named or self.cleaned_data["kind"] == Round.Kind.QUESTION:
            return named
        found = Proposal.objects.filter(forum=self.forum, ending="").exclude(membership__leads=False)
        if district := self.cleaned_data["district"]:
            found = found.filter(district=district)
        if agency := self.cleaned_data["agency"]:
            found = found.filter(handler=agency)
        return list(found.order_by("number"))
