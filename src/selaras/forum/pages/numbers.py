"""Proposals named by their numbers in a field."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from selaras.forum.models import Forum, Proposal


class NumbersField(forms.CharField):
    """Numbers divided by commas, spaces or lines, read as the proposals in that order. Give it its `forum`."""

    forum: Forum

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": 3}), **kwargs)

    def clean(self, value: Any) -> list[Proposal]:
        text = super().clean(value) or ""
        wanted = [number for number in dict.fromkeys(re.split(r"[,;\s]+", text)) if number]
        found = {one.number: one for one in Proposal.objects.filter(forum=self.forum, number__in=wanted)}
        if unknown := [number for number in wanted if number not in found]:
            raise ValidationError(_("Tidak ada usulan bernomor %s. Periksa nomornya.") % ", ".join(unknown[:10]))
        return [found[number] for number in wanted]
